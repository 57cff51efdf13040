"""Comparison across reports: places side by side (`matrix`, `ranking`), goals beside what came of them (`tracks`).

All of it is functions over records and mentions, wherever these come from.
"""
