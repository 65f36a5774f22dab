"""``python -m timeline`` is the command ``timeline``."""

from timeline.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
