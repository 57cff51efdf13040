"""No test reads the settings of who runs it: neither files nor variables."""

import os

for name in [name for name in os.environ if name.startswith("REPORTCLI_") and name != "REPORTCLI_CACHE"]:
    del os.environ[name]
os.environ["REPORTCLI_CONFIG"] = os.devnull
