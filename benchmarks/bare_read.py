"""The baseline of an import: all rows of a file as lists of cells, by the csv module alone."""

import csv
import sys
from pathlib import Path

if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
