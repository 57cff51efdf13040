"""No test reads the settings of who runs it, neither files nor variables, and none fails for a slow machine."""

import os

from hypothesis import settings

for name in [name for name in os.environ if name.startswith("REPORTCLI_") and name != "REPORTCLI_CACHE"]:
    del os.environ[name]
os.environ["REPORTCLI_CONFIG"] = os.devnull

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
