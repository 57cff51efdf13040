"""The domain's knowledge: what is in the YAML files under `data/`, and the standard indicators by their names."""

from reportcli.lexicon.files import DATA, load
from reportcli.lexicon.names import Indicator, find_canonical, indicator, indicators

__all__ = ["DATA", "Indicator", "find_canonical", "indicator", "indicators", "load"]
