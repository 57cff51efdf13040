"""The domain's knowledge: what is in the YAML files under `data/`, and the standard indicators by their names."""

from reportcli.lexicon.additions import Contents, compiled, read_files, using, using_contents
from reportcli.lexicon.files import DATA
from reportcli.lexicon.loading import added_keywords, added_stopwords, load
from reportcli.lexicon.names import Indicator, find_canonical, indicator, indicators, is_called

__all__ = [
    "DATA",
    "Contents",
    "Indicator",
    "added_keywords",
    "added_stopwords",
    "compiled",
    "find_canonical",
    "indicator",
    "indicators",
    "is_called",
    "load",
    "read_files",
    "using",
    "using_contents",
]
