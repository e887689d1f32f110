#!/usr/bin/env python3
"""Checks a submission with one of the libraries that others use, by the constraints in constraints.py, and prints how often each is broken.

checkers.py LIBRARY PACKAGE.json SUBMISSION

Prints a JSON object with, for each "table.column.constraint" that is broken, how many cells break it. A value that cannot be read breaks its
type only, an empty cell what is required only. All cells that break something are found, not the first only.
"""
import collections
import json
import pathlib
import sys

import constraints


def frictionless_counts(columns, submission):
    from frictionless import Dialect, Resource, Schema, fields, formats
    kinds = {"date": lambda c, **k: fields.DateField(format="%d-%m-%Y", **k), "number": lambda c, **k: fields.NumberField(decimal_char=",", **k)}
    found = collections.Counter()
    for table, described in columns.items():
        schema = Schema(fields=[])
        for column in described:
            limits = {"required": True} if column.required else {}
            if column.codes:
                limits["enum"] = column.codes
            if column.range:
                limits["minimum"], limits["maximum"] = column.range
            if column.pattern:
                limits["pattern"] = column.pattern
            if column.unique:
                limits["unique"] = True
            make = kinds.get(column.type, lambda c, **k: fields.StringField(**k))
            schema.add_field(make(column, name=column.name, constraints=limits))
        resource = Resource(
            path=f"{table}.csv", basepath=str(submission), schema=schema, encoding="utf-8-sig",
            dialect=Dialect(controls=[formats.CsvControl(delimiter=";")]))
        for error in resource.validate(limit_errors=sys.maxsize).tasks[0].errors:
            if error.type == "type-error":
                constraint = "type"
            elif error.type == "unique-error":
                constraint = "unique"
            else:
                constraint = {"enum": "codes", "minimum": "range", "maximum": "range"}.get(word := error.note.split('"')[1], word)
            found[f"{table}.{error.field_name}.{constraint}"] += 1
    return found


def pandera_counts(columns, submission):
    import pandera.polars as pandera
    import polars
    from pandera.errors import SchemaErrors

    def parsed(column, expression):
        if column.type == "date":
            return expression.str.to_date("%d-%m-%Y", strict=False)
        return expression.str.replace(",", ".", literal=True).cast(polars.Float64, strict=False)

    def reads(column):
        return lambda data: data.lazyframe.select(polars.col(data.key).is_null() | parsed(column, polars.col(data.key)).is_not_null())

    def lies_in(column):
        low, high = column.range
        return lambda data: data.lazyframe.select(parsed(column, polars.col(data.key)).is_between(low, high).fill_null(True))

    # pandera's own reports the first of doubles too.
    def is_new(data):
        return data.lazyframe.select(polars.col(data.key).is_null() | polars.col(data.key).is_first_distinct())

    found = collections.Counter()
    for table, described in columns.items():
        made = {}
        for column in described:
            checks = []
            if column.type in ("date", "number"):
                checks.append(pandera.Check(reads(column), error="type"))
            if column.codes:
                checks.append(pandera.Check.isin(column.codes, error="codes"))
            if column.range:
                checks.append(pandera.Check(lies_in(column), error="range"))
            if column.pattern:
                checks.append(pandera.Check.str_matches(f"^{column.pattern}$", error="pattern"))
            if column.unique:
                checks.append(pandera.Check(is_new, error="unique"))
            made[column.name] = pandera.Column(polars.String, checks, nullable=not column.required)
        schema = pandera.DataFrameSchema(made)
        frame = polars.read_csv(submission / f"{table}.csv", separator=";", infer_schema=False)
        try:
            schema.validate(frame, lazy=True)
        except SchemaErrors as errors:
            counts = errors.failure_cases.group_by("column", "check").len()
            for name, check, count in counts.iter_rows():
                constraint = "required" if check == "not_nullable" else check
                found[f"{table}.{name}.{constraint}"] += count
    return found


def duckdb_counts(columns, submission):
    import duckdb
    found = collections.Counter()
    connection = duckdb.connect()
    for table, described in columns.items():
        keys, sums = [], []
        for column in described:
            cell = f'"{column.name}"'
            value = (f"try_strptime({cell}, '%d-%m-%Y')" if column.type == "date"
                     else f"try_cast(replace({cell}, ',', '.') AS DOUBLE)")
            codes = ", ".join(f"'{code}'" for code in column.codes)
            broken = {
                "required": f"{cell} IS NULL", "type": f"{cell} IS NOT NULL AND {value} IS NULL", "codes": f"{cell} NOT IN ({codes})",
                "pattern": f"NOT regexp_full_match({cell}, '{column.pattern}')",
                "range": "{0} NOT BETWEEN {1} AND {2}".format(value, *column.range) if column.range else "",
            }
            for constraint, _ in column.constraints():
                keys.append(f"{table}.{column.name}.{constraint}")
                sums.append(f"count({cell}) - count(DISTINCT {cell})" if constraint == "unique"
                            else f"count(*) FILTER (WHERE {broken[constraint]})")
        source = f"read_csv('{submission / table}.csv', delim=';', header=true, all_varchar=true)"
        row = connection.execute(f"SELECT {', '.join(sums)} FROM {source}").fetchone()
        found.update({key: count for key, count in zip(keys, row) if count})
    return found


#: By the name of the module that must be there.
LIBRARIES = {"frictionless": frictionless_counts, "pandera": pandera_counts, "duckdb": duckdb_counts}


def main():
    library, package, submission = sys.argv[1:]
    found = LIBRARIES[library](constraints.read(package, submission), pathlib.Path(submission))
    print(json.dumps(dict(sorted(found.items()))))


if __name__ == "__main__":
    main()
