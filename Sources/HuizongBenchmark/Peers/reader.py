"""Adds up the columns of submissions with the standard library; money exactly."""

import csv
import sys

from submissions import COLUMNS, MONEY, report, tables


def count(cell):
    return int(cell) if cell.isdigit() else 0


def money(cell):
    whole, _, decimals = cell.partition(".")
    return int(whole) * 1_000_000 + int(decimals.ljust(6, "0")) if whole.isdigit() else 0


def main(path, every):
    readers = [money if column in MONEY else count for column in range(COLUMNS)]
    totals = [0] * COLUMNS
    for separator, first, lines in tables(path, every):
        for row in csv.reader(lines, delimiter=separator):
            for column, read in enumerate(readers):
                totals[column] += read(row[first + column])
    report(total / 1_000_000 if column in MONEY else total for column, total in enumerate(totals))


main(sys.argv[1], int(sys.argv[2]))
