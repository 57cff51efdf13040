"""The official divisions of mainland China, and which of them the places in a report are.

`divisions` looks up what the published lists have, `forms` knows by which other names places go, `evidence` what in a
report tells one from another of its name, and `codes` asks all three.
"""
