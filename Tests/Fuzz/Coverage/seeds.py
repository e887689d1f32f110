#!/usr/bin/env python3
"""Writes the seeds of the corpus: small files of each kind, made of the examples and of sound submissions.   seeds.py FOLDER"""
import io
import pathlib
import random
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from fuzzing import workbooks  # noqa: E402
from fuzzing.tables import SHEETS, TABLES, value  # noqa: E402

ROOT = HERE.parents[2]
VALUES = ("31-12-2026", "46022", "1.234,56", "€ 12,50", "12345678", "2026-Q2", "ja", "1e5", "apr-26", "24:00", "BZK-2026-0147", "=1+1", "12.345.678", "01/04/2026", "2026-04-01T00:00:00")


def main():
    folder, chance = pathlib.Path(sys.argv[1]), random.Random(7)

    def put(target, number, data):
        path = folder / target / f"seed-{number:03d}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    for number, path in enumerate(sorted((ROOT / "examples/inzendingen").rglob("*.csv"))):
        put("csv", number, path.read_bytes()[:4000])
    for number, path in enumerate(sorted((ROOT / "examples/register").rglob("*.csv"))):
        put("register", number, path.read_bytes()[:4000])
    for number, text in enumerate(VALUES):
        put("values", number, text)
    for number, table in enumerate(TABLES):
        columns = TABLES[table]
        grid = [[name for name, _, _ in columns], *([value(chance, kind, row, "BZK-2026-0147") for _, kind, _ in columns] for row in range(1, 4))]
        cover = [[name for name, _, _ in TABLES["voorblad"]], [value(chance, kind, 1, "BZK-2026-0147") for _, kind, _ in TABLES["voorblad"]]]
        sheets = [(SHEETS["voorblad"], cover, ""), (SHEETS[table], grid, "")]
        for target in ("xlsx", "stored"):
            put(target, number, workbooks.pack(workbooks.xlsx_parts(sheets, chance)))
        put("ods", number, workbooks.pack(workbooks.ods_parts(sheets, chance)))
        put("results", number, "\n".join(",".join(record) for record in grid) + "\n")
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED if number % 2 else zipfile.ZIP_STORED) as archive:
            archive.writestr(f"{table}.csv", ";".join(grid[0]))
        put("zip", number, buffer.getvalue())


if __name__ == "__main__":
    main()
