"""``python -m kom_rulings``: the same as the command ``kom-rulings``."""

from kom_rulings.cli.main import run

if __name__ == "__main__":
    run()
