"""`python -m reportcli`: the command line."""

from reportcli.cli import main

if __name__ == "__main__":
    main()
