"""Where settings come from: built-in defaults, the user's file, the project's, the environment, flags.

`files` finds and reads the files, `variables` the environment, `values` checks each value, `layers` lays what the
sources say over one another. A mistake in any is told with its place. The built-in defaults are those of `Settings`.
"""

from reportcli.configuration.files import find_files
from reportcli.configuration.layers import Configuration, configure
from reportcli.configuration.values import parse_sentences

__all__ = ["Configuration", "configure", "find_files", "parse_sentences"]
