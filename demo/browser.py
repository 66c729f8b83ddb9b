"""`python -m demo.browser`: the Chromium of this machine, for the tests and pictures of the page.

The project brings none. `CHROMIUM` is the path of one that stands elsewhere.
"""

import os
import shutil
import sys

_NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def chromium() -> str | None:
    """The path of it; None where there is none. One that is named by `CHROMIUM` has to be there."""
    named = os.environ.get("CHROMIUM")
    names = (named,) if named else _NAMES
    return next((path for name in names if (path := shutil.which(name))), None)


def options() -> list[str]:
    """What it is started with: nothing of it goes to the network, and root has no sandbox in it."""
    quiet = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
    return [*quiet, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def main() -> int:
    """0 and the path, or 1 and what to do."""
    found = chromium()
    if found is not None:
        print(found)
        return 0
    print("There is no Chromium on this machine: `make browser` installs one.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
