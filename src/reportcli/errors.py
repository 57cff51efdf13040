"""What can go wrong, as one small tree.

    ReportcliError                 every error this package raises on purpose; says what is wrong and what to do
    ├── InputError                 an input cannot be read: missing, empty, binary, of no known encoding
    │   └── NoInputError           nothing among the inputs could be read
    ├── OutputError                the output cannot be written
    ├── SettingsError              the settings or the lexicon hold a mistake
    ├── UnknownPlaceError          no place has the name or code that is asked for
    ├── UnknownNameError           no indicator has the name that is asked for, nor is it a word of the lexicon
    ├── StoreError                 the database cannot be used: held by another process, no database, of a newer version
    └── WorkersError               no worker process comes up

A bug raises something else and keeps its traceback.
"""


class ReportcliError(Exception):
    """An error with a remedy: `problem` says what is wrong and where, `remedy` what to do about it."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}\n{remedy}")
        self.problem = problem
        self.remedy = remedy


class InputError(ReportcliError):
    """One input cannot be read; the others go on."""


class NoInputError(InputError):
    """None of the inputs could be read."""


class OutputError(ReportcliError):
    """The output cannot be written where it was asked for."""


class SettingsError(ReportcliError):
    """The settings or the lexicon hold a mistake."""


class UnknownPlaceError(ReportcliError):
    """No place has the name or code that is asked for."""


class UnknownNameError(ReportcliError):
    """No indicator has the name that is asked for, nor is it a word of the lexicon."""


class StoreError(ReportcliError):
    """The database cannot be opened or written."""


class WorkersError(ReportcliError):
    """The processes that are to do the work do not come up."""
