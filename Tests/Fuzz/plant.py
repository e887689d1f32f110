#!/usr/bin/env python3
"""Plants refused values wherever a submission can hold one, and searches every output for them. See README.md."""
import argparse
import collections
import contextlib
import csv
import dataclasses
import os
import pathlib
import random
import re
import shutil
import sys
import tempfile
import time

from fuzzing import engine, hidden, plants, trees, workbooks
from fuzzing.watching import Watcher
from fuzzing.running import REGISTER, ROOT, Tool
from fuzzing.tables import CONTRACTS, SHEETS, TABLES, value

PARTICIPANTS = ("inzet", "uren", "bewijs")
CONTAINERS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "cp850", "mac_roman", "xlsx", "ods", "zip", "eenvoudig", "feedback")
PLACES = ("column", "refused heading", "unknown column", "above the headings", "second table", "rejected row", "beyond the headings", "heading", "unclosed quote",
          "file name", "folder name", "entry name", "sheet name", "comment", "property",
          "zip comment")
# What may not stand in any text of a table, by table.
EVERYWHERE, OF_PARTICIPANTS = ("bsn", "iban"), ("bsn", "iban", "email", "phone")


@dataclasses.dataclass
class Submission:
    """What is handed in, with what was planted in it."""
    name: bytes
    tree: dict
    plants: list
    convertible: bool = True


class Planter:
    """Makes submissions full of values that must not come out."""

    def __init__(self, seed, rows):
        self.chance = random.Random(f"plant/{seed}")
        self.rows = rows
        self.count = 0

    def plant(self, kind, place, where, container):
        plant = plants.MAKERS[kind](self.chance)
        plant.place, plant.where, plant.container = place, where, container
        return plant

    def row(self, table, number, columns=None):
        contract = self.contract
        return [value(self.chance, kind, number, contract) for _, kind, _ in columns or TABLES[table]]

    def grid(self, table, container):
        """A table with a value in every row, in another column or place each time; and the values."""
        chance = self.chance
        columns = list(TABLES[table])
        if container == "eenvoudig" and table == "inzet":
            columns = TABLES["voorblad"] + columns
        seen = set()
        columns = [column for column in columns if not (column[0] in seen or seen.add(column[0]))]
        headings = [column for column, _, _ in columns]
        width = len(columns)
        values = []
        kinds = OF_PARTICIPANTS if table in PARTICIPANTS else EVERYWHERE
        # Extra columns: refused by their headings, and unknown ones.
        extra = []
        asks = list(plants.HEADINGS) if table in PARTICIPANTS else ["bsn", "iban", "birth"]
        # Names have most spellings.
        for kind in [*chance.sample(asks, min(len(asks), 3)), *(("name", "name") if table in PARTICIPANTS else ())]:
            extra.append((chance.choice(plants.HEADINGS[kind]), kind))
        extra.append((chance.choice(["Afdeling", "Locatie", "Kenmerk leverancier", "Dossier"]), None))
        if chance.random() < 0.5:
            heading = self.plant(chance.choice(kinds), "heading", table, container)
            extra.append((f"kolom {heading.text}", None))
            values.append(heading)
        grid = [headings + [heading for heading, _ in extra]]
        for number in range(1, self.rows + 1):
            record = self.row(table, number, columns) + [""] * len(extra)
            which = chance.random()
            if which < 0.45:
                field = number % width
                plant = self.plant(chance.choice(kinds), "column", f"{table}.{headings[field]}", container)
                record[field] = plant.text
            elif which < 0.75:
                index = chance.randrange(len(extra))
                heading, kind = extra[index]
                if kind is None:
                    plant = self.plant(chance.choice(kinds), "unknown column", table, container)
                else:
                    plant = self.plant(kind, "refused heading", f"{table}.{heading}", container)
                record[width + index] = plant.text
            elif which < 0.85:
                plant = self.plant(chance.choice(kinds), "rejected row", table, container)
                record[chance.randrange(width)] = plant.text
                # The row is refused for another reason as well.
                record[next(index for index, (_, kind, _) in enumerate(columns) if kind in ("day", "hours", "money", "contract", "period"))] = "32-13-2026"
            else:
                plant = self.plant(chance.choice(kinds), "beyond the headings", table, container)
                record += [plant.text]
            values.append(plant)
            grid.append(record)
        if chance.random() < 0.6:
            for _ in range(chance.choice([1, 2, 5])):
                plant = self.plant(chance.choice(kinds), "above the headings", table, container)
                grid.insert(0, [plant.text] + [""] * (width - 1))
                values.append(plant)
        if chance.random() < 0.4:
            grid += [[], [column for column, _, _ in TABLES["gesprekken"]]]
            for number in range(3):
                plant = self.plant(chance.choice(kinds), "second table", table, container)
                record = self.row("gesprekken", number)
                record[chance.randrange(len(record))] = plant.text
                grid.append(record)
                values.append(plant)
        return grid, values

    def cover(self, container):
        """The cover; in a column that is no number of its own there may stand a value."""
        columns = TABLES["voorblad"]
        record = self.row("voorblad", 1)
        values = []
        if self.chance.random() < 0.7:
            field = self.chance.choice([index for index, (_, kind, required) in enumerate(columns) if not required])
            plant = self.plant(self.chance.choice(EVERYWHERE), "column", f"voorblad.{columns[field][0]}", container)
            record[field] = plant.text
            values.append(plant)
        return [[column for column, _, _ in columns], record], values

    def text(self, grid, container, unclosed=False):
        separator = ";"

        def cell(text):
            return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ';"\r\n') else text

        lines = [separator.join(map(cell, record)) for record in grid]
        if unclosed and len(lines) > 3:
            at = len(lines) // 2
            lines[at] = lines[at].replace(separator, separator + '"', 1) if '"' not in lines[at] else lines[at]
        text = "\r\n".join(lines) + "\r\n"
        if container == "utf-16-be":
            return b"\xfe\xff" + text.encode("utf-16-be", "replace")
        encoding = container if container in ("utf-8-sig", "utf-16", "cp1252", "cp850", "mac_roman") else "utf-8"
        return text.encode(encoding, "replace")

    def submission(self, table, container):
        chance = self.chance
        self.count += 1
        self.contract = chance.choice(list(CONTRACTS))
        name = f"s{self.count:04d}".encode()
        grid, values = self.grid(table, container) if table != "voorblad" else self.cover(container)
        grids = {table: grid}
        if table != "voorblad" and container != "eenvoudig":
            grids["voorblad"], more = self.cover(container)
            values += more
        if table == "voorblad":
            grids["inzet"] = [[column for column, _, _ in TABLES["inzet"]], self.row("inzet", 1)]
        place = chance.random() < 0.35
        if container in ("xlsx", "ods"):
            sheets = [(SHEETS[key], grids[key], "") for key in sorted(grids, reverse=True)]
            if place:
                plant = self.named("sheet name", container)
                sheets.append((re.sub(r"[\[\]:*?/\\\n\t'\"<>]", " ", plant.text)[:31], [["a", "b"], ["1", "2"]], ""))
                if plant.text[:31] == plant.text:
                    values.append(plant)
            parts = workbooks.xlsx_parts(sheets, chance) if container == "xlsx" else workbooks.ods_parts(sheets, chance)
            # Words that stand in no cell: nobody asked for them, and none may come out, of whatever kind.
            known = hidden.XLSX if container == "xlsx" else hidden.ODS
            for where in chance.sample(sorted(known), 4):
                plant = self.unseen("comment" if "comment" in where else "property", where, container)
                hidden.put(parts, where, plant.text, container == "ods")
                values.append(plant)
            if container == "ods":
                plant = self.unseen("comment", "remark in a cell", container)
                hidden.comment_in_cell(parts, plant.text)
                values.append(plant)
            tree = {name + b"." + container.encode(): workbooks.pack(parts)}
        elif container == "eenvoudig" and table == "inzet":
            tree = {name + b".csv": self.text(grid, container)}
        else:
            unclosed = chance.random() < 0.15
            files = {key.encode() + b".csv": self.text(content, container, unclosed and key == table) for key, content in grids.items()}
            if place:
                plant = self.named("entry name" if container == "zip" else "file name", container)
                files["brief {}.txt".format(re.sub(r"[/\0]", " ", plant.text)).encode()[:200]] = b"geen tabel"
                values.append(plant)
            if container == "zip":
                remarks = [self.unseen("zip comment", where, container) for where in ("zip", "entry")]
                tree = {name + b".zip": hidden.zip_comments(trees.pack(list(files.items())), *(plant.text for plant in remarks))}
                values += remarks
            else:
                if chance.random() < 0.2:
                    plant = self.named("folder name", container)
                    name += b" " + re.sub(r"[/\0\n]", " ", plant.text).encode()
                    values.append(plant)
                tree = {name + b"/" + path: data for path, data in files.items()}
        return Submission(name, tree, values)

    def unseen(self, place, where, container):
        """A value of any kind for a place that nothing is read from."""
        return self.plant(self.chance.choice(list(plants.MAKERS)), place, where, container)

    def named(self, place, container):
        """A value for a name: also a person and foreign accounts, since a name is seen by everybody."""
        kind = self.chance.choice(["bsn", "iban", "email", "phone", "name"])
        plant = plants.make_name(self.chance, titled=True) if kind == "name" else plants.MAKERS[kind](self.chance)
        plant.place, plant.where, plant.container = place, "", container
        return plant

    def feedback(self, name, data):
        """A feedback workbook that comes back with values typed into its cells."""
        parts = dict(trees.unpack(data))
        values = []
        for part in [part for part in parts if part.startswith("xl/worksheets/sheet")]:
            text = parts[part].decode()
            empty = list(re.finditer(r'<c r="([A-Z]+\d+)"( s="\d+")?/>', text))
            for match in sorted(self.chance.sample(empty, min(len(empty), 6)), key=lambda match: -match.start()):
                plant = self.plant(self.chance.choice(EVERYWHERE), "column", f"feedback {part[14:-4]}", "feedback")
                cell = f'<c r="{match.group(1)}"{match.group(2) or ""} t="inlineStr"><is><t>{workbooks.clean(plant.text)}</t></is></c>'
                text = text[:match.start()] + cell + text[match.end():]
                values.append(plant)
            parts[part] = text.encode()
        return Submission(name, {name + b".xlsx": workbooks.pack(parts)}, values)


def result_of(path):
    """What the result of the submission at `path` is called."""
    last = os.fsdecode(path).rsplit("/", 1)[-1]
    return last.rsplit(".", 1)[0] if re.search(r"\.(csv|xlsx|ods|zip)$", last) else last


def examine(tool, submissions):
    """Runs every command over `submissions` and searches all that comes out."""
    problems = []
    values = [plant for submission in submissions for plant in submission.plants]
    search = plants.Search(values)
    with engine.workplace() as folder:
        for submission in submissions:
            trees.write(submission.tree, folder + "/in")
        paths = [os.fsencode(folder) + b"/in/" + path for path in sorted({path.split(b"/")[0] for submission in submissions for path in submission.tree})]
        runs = [("check", *paths, "--format", form, "--register", REGISTER) for form in ("text", "json", "csv", "sarif", "junit", "github")]
        runs += [("check", *paths, "--language", "en"), ("convert", *paths, "--output", folder + "/uit", "--register", REGISTER)]
        runs += [("convert", *paths, "--output", folder + "/en", "--language", "en", "--mail", "inkoop@voorbeeld.example", "--format", "json")]
        # What looks into workbooks and results says what is the matter with them, and shows no such value.
        books = [path for path in paths if path.endswith(b".xlsx")]
        runs += [("audit", *books, "--format", form) for form in ("text", "json") if books]
        runs += [("status", *paths, "--register", REGISTER, "--on", "01-11-2026", "--format", "json"), ("verify", folder + "/uit"),
                 ("verify", folder + "/uit/" + result_of(paths[0]), "--replay", paths[0], "--register", REGISTER),
                 ("trace", folder + "/uit/" + result_of(paths[0]), "Samenvatting!D6", "--format", "json"), ("audit", folder + "/uit/" + result_of(paths[0]) + "/rapport.xlsx"),
                 ("decisions", folder + "/uit/" + result_of(paths[0]) + "/rapport.xlsx", "--register", REGISTER),
                 ("purge", folder + "/en", "--before", "01-01-2020", "--dry-run", "--format", "json")]
        runs += [("template", "--prefill", path, "--output", folder + f"/sjabloon{index}") for index, path in enumerate(paths[:4])]
        runs += [("consolidate", folder + "/uit", "--output", folder + "/uit/deel.jsonl"), ("consolidate", folder + "/uit", "--register", REGISTER, "--output", folder + "/uit/m.xlsx"),
                 ("compare", folder + "/uit", folder + "/uit")]
        # A further supplier sees nothing of it either.
        runs += [("check", paths[0], "--previous", folder + "/uit", "--format", "json")]
        for run in runs:
            # What is written for a while only, also into files that have no name any more.
            with Watcher(search, tool.temporary) if run[0] in ("convert", "consolidate") else contextlib.nullcontext():
                outcome = tool.run(*run, cwd=folder, share=20 * len(paths))
            if outcome.signal:
                problems.append(f"{run[0]} ended by signal {outcome.signal}")
            said = run[0] + (" " + run[run.index("--format") + 1] if "--format" in run else "")
            # Paths that were given are the reader's own.
            search.data(outcome.stdout.replace(os.fsencode(folder) + b"/in/", b""), f"{said}: stdout")
            search.data(outcome.stderr.replace(os.fsencode(folder) + b"/in/", b""), f"{said}: stderr")
        for parent, folders, names in os.walk(folder):
            if parent == folder:
                folders.remove("in")
            for name in [*folders, *names]:
                search.text(name, "names of outputs")
            for name in names:
                path = pathlib.Path(parent) / name
                search.data(path.read_bytes(), name if path.parent.name != "gegevens" else "gegevens/" + name)
    return values, problems


def known_misses(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def is_known(plant, misses):
    return any(all(re.fullmatch(miss[key], getattr(plant, key)) for key in ("kind", "form", "place", "where")) for miss in misses)


def main(given=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--values", type=int, default=4000, help="values to plant, about")
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--rows", type=int, default=30, help="rows of a table")
    parser.add_argument("--binary", default=os.environ.get("MAATWERK", str(ROOT / ".build/release/maatwerk")))
    parser.add_argument("--known", default=pathlib.Path(__file__).parent / "known.csv")
    parser.add_argument("--keep", type=pathlib.Path, help="folder for the submissions that leaked")
    parser.add_argument("--all", action="store_true", help="list every leak instead of one of each sort")
    arguments = parser.parse_args(given)
    with tempfile.TemporaryDirectory() as folder:
        tool = Tool(shutil.copy(arguments.binary, pathlib.Path(folder) / "maatwerk"))
        # A place of its own for what is there for a while only, so that all of it is seen.
        tool.temporary = pathlib.Path(folder) / "tijdelijk"
        tool.temporary.mkdir()
        os.environ["TMPDIR"] = str(tool.temporary)
        return run(arguments, tool)


def run(arguments, tool):
    start = time.monotonic()
    tool.calibrate()
    planter = Planter(arguments.seed, arguments.rows)
    misses = known_misses(arguments.known)
    planted, totals, leaked, missed, problems = collections.Counter(), collections.Counter(), [], collections.Counter(), []
    pairs = [(table, container) for container in CONTAINERS if container != "feedback" for table in TABLES if container != "eenvoudig" or table == "inzet"]
    planter.chance.shuffle(pairs)
    total, turn = 0, 0
    while total < arguments.values and time.monotonic() - start < arguments.seconds:
        chosen = [pairs[(turn + index) % len(pairs)] for index in range(6)]
        turn += 6
        submissions = [planter.submission(table, container) for table, container in chosen]
        if turn % 24 == 0:
            submissions += feedback(tool, planter, submissions)
        values, wrong = examine(tool, submissions)
        problems += wrong
        total += len(values)
        for plant in values:
            planted[plant.kind, plant.place] += 1
            totals[plant.sort] += 1
            if not plant.found:
                continue
            if is_known(plant, misses):
                missed[plant.kind, plant.place] += 1
            else:
                leaked.append(plant)
                if arguments.keep:
                    for submission in submissions:
                        if plant in submission.plants:
                            trees.write(submission.tree, arguments.keep)
    report(planted, totals, leaked, missed, problems, arguments.all)
    print(f"seed {arguments.seed}; {total / max(time.monotonic() - start, 0.001):.0f} values a second")
    # A crash is the other program's to find; here it hides outputs, so it is told.
    print(f"{total - len(leaked) - sum(missed.values())} passed, {len(leaked)} failed")
    return 1 if leaked else 0


def feedback(tool, planter, submissions):
    """What the tool sends back for some of the submissions, filled in by people."""
    made = []
    with engine.workplace() as folder:
        for submission in submissions[:2]:
            trees.write(submission.tree, folder + "/in")
        tool.run("convert", *(os.fsencode(folder) + b"/in/" + path for path in sorted(os.listdir(os.fsencode(folder) + b"/in"))), "--output", folder + "/uit", "--only", "terugkoppeling", share=20)
        for number, path in enumerate(sorted(pathlib.Path(folder).glob("uit/*/terugkoppeling.xlsx"))):
            made.append(planter.feedback(f"f{planter.count:04d}{number}".encode(), path.read_bytes()))
    return made


def report(planted, totals, leaked, missed, problems, lists_all):
    leaks = collections.Counter((plant.kind, plant.place) for plant in leaked)
    kinds = sorted({kind for kind, _ in planted})
    print(f"{'planted/leaked':22}" + "".join(f"{kind:>14}" for kind in kinds))
    for place in sorted({place for _, place in planted}, key=PLACES.index):
        cells = [f"{planted[kind, place]}/{leaks[kind, place]}" if planted[kind, place] else "-" for kind in kinds]
        print(f"{place:22}" + "".join(f"{cell:>14}" for cell in cells))
    if missed:
        print("known misses: " + ", ".join(f"{kind} in {place} {count}" for (kind, place), count in sorted(missed.items())))
    for problem, count in collections.Counter(problems).items():
        print(f"{count} x {problem}")
    sorts = collections.defaultdict(list)
    for plant in leaked:
        sorts[plant.sort].append(plant)
    for sort, found in sorted(sorts.items(), key=lambda item: (-len(item[1]), item[0])):
        for plant in found if lists_all else found[:1]:
            where = plant.where or plant.place
            print(f"{len(found)} of {totals[sort]}: {' | '.join(sort)} | {plant.text!r} in {where} ({plant.container}) stands in {', '.join(plant.found[:3])}")


if __name__ == "__main__":
    sys.exit(main())
