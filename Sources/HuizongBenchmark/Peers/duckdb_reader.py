"""Adds up the columns of submissions with DuckDB; money exactly."""

import os
import sys
import tempfile

import duckdb

from layouts import layouts
from submissions import COLUMNS, MONEY, report


def totals(name, separator, first, width):
    names = ", ".join(f"'c{column}': 'VARCHAR'" for column in range(width))
    sums = ", ".join(
        f"sum(try_cast(c{first + column} AS {'DECIMAL(18, 6)' if column in MONEY else 'BIGINT'}))"
        for column in range(COLUMNS)
    )
    query = f"""SELECT {sums} FROM read_csv('{name}', auto_detect = false, header = false,
      delim = '{separator}', quote = '"', columns = {{{names}}})"""
    return duckdb.sql(query).fetchall()[0]


def main(path, every):
    parts = []
    with tempfile.TemporaryDirectory() as folder:
        for number, (key, lines) in enumerate(layouts(path, every)):
            name = os.path.join(folder, f"{number}.csv")
            with open(name, "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
            parts.append(totals(name, *key))
    report(sum(total or 0 for total in column) for column in zip(*parts))


main(sys.argv[1], int(sys.argv[2]))
