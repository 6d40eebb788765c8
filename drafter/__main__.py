"""`python -m drafter` is the same program as `drafter`."""

from drafter.cli import main

if __name__ == "__main__":
    main()
