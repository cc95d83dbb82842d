#!/usr/bin/env python3
"""Reads the same 別添4 workbooks with yutori and with openpyxl, in one run, and prints how the times compare.

    cargo build --release
    python3 benches/compare_openpyxl.py [PROGRAM] [FOLDER]

PROGRAM is target/release/yutori unless another is named, FOLDER is sample-data. The time of yutori is of whole processes: it
starts, opens the book, reads, checks and puts the sheets together, but writes nothing (--dry-run). The time of openpyxl is of
opening each workbook and reading the cells of the form, within one running Python.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

ROUNDS = 7


def median_seconds(measure):
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        measure()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def read_with_openpyxl(files):
    minutes = 0
    for file in files:
        sheet = openpyxl.load_workbook(file, data_only=True).worksheets[0]
        for rows in ((11, 34), (45, 68)):
            for row in sheet.iter_rows(min_row=rows[0], max_row=rows[1], min_col=6, max_col=41, values_only=True):
                minutes += sum(int(value) for value in row if value is not None)
    return minutes


def main():
    home = Path(__file__).resolve().parent.parent
    program = str(Path(sys.argv[1] if len(sys.argv) > 1 else home / "target/release/yutori").resolve())
    source = Path(sys.argv[2] if len(sys.argv) > 2 else home / "sample-data")
    with tempfile.TemporaryDirectory() as folder:
        forms = Path(folder) / "forms"
        for wave in ("before", "after1"):
            (forms / wave).mkdir(parents=True)
            for file in (source / wave).glob("*.xlsx"):
                shutil.copy(file, forms / wave)
        files = sorted(forms.glob("*/*.xlsx"))
        settings = dict(os.environ, XDG_CONFIG_HOME=folder, APPDATA=folder)
        book = str(Path(folder) / "bench.yutori")
        run = dict(check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=settings)
        subprocess.run([program, "new", book], **run)
        order = [program, "import", str(forms), "--dry-run", "--book", book]
        ours = median_seconds(lambda: subprocess.run(order, **run))
        theirs = median_seconds(lambda: read_with_openpyxl(files))
    print(f"{len(files)} workbooks, median of {ROUNDS} rounds")
    print(f"yutori   {ours / len(files) * 1000:8.2f} ms per workbook")
    print(f"openpyxl {theirs / len(files) * 1000:8.2f} ms per workbook")
    print(f"openpyxl takes {theirs / ours:.1f} times as long")


if __name__ == "__main__":
    main()
