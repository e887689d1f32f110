"""The kinds of input, each from one seed. The same seed, kind and index give the same case."""
import dataclasses
import json
import os
import random
import re
import tempfile

from . import mutations, texts, trees, workbooks
from .reading import records, split
from .running import EXAMPLES, REGISTER
from .tables import CONTRACTS, REGISTER as REGISTER_TABLES, SHEETS, TABLES, token, value

KINDS = ("csv", "xlsx", "ods", "zip", "files", "volume", "register", "results", "summary", "corrections", "template", "together")


@dataclasses.dataclass
class Case:
    """An input and what is done with it."""
    kind: str
    index: int
    # What is put into the folder `in`.
    tree: dict
    # Commands with {in}, {out}, {register} in them; None for a submission, which is checked and converted.
    script: list = None
    # For a submission: with the register of the examples, converted as well, in English, its text looked at.
    options: tuple = ()
    # Whether it cannot share a process with others, since its name is not plain.
    alone: bool = False
    stdin: bytes = None

    @property
    def name(self):
        return f"{self.kind}-{self.index}"

    def tops(self):
        """The submissions in the tree: the names at its top."""
        return sorted({path.split(b"/")[0] for path in self.tree})


class Maker:
    """Makes cases from a seed; results of the examples are made once, with the tool, to be spoiled later."""

    def __init__(self, seed, tool):
        self.seed = seed
        self.tool = tool
        self.examples = {
            path.name: trees.read(path) if path.is_dir() else {os.fsencode(path.name): path.read_bytes()} for path in sorted(EXAMPLES.iterdir())}
        self.register = trees.read(REGISTER)
        self._results = None

    def case(self, kind, index):
        chance = random.Random(f"{self.seed}/{kind}/{index}")
        made = getattr(self, "make_" + kind)(chance, index)
        made.kind, made.index = kind, index
        return made

    @property
    def results(self):
        """What convert makes of the examples, with a summary of them."""
        if self._results is None:
            with tempfile.TemporaryDirectory() as folder:
                self.tool.run("convert", *(EXAMPLES / name for name in self.examples), "--register", REGISTER, "--output", folder + "/uit", share=20)
                self.tool.run("consolidate", folder + "/uit", "--register", REGISTER, "--output", folder + "/deel.jsonl", share=20)
                self._results = trees.read(folder)
        return self._results

    # ------------------------------------------------------------ submissions

    def grids(self, chance):
        """The tables of a submission: names to grids, with the columns of each."""
        if chance.random() < 0.15:
            return self.example_grids(chance)
        contract = chance.choice(list(CONTRACTS))
        names = ["voorblad", "inzet"] + chance.sample([name for name in TABLES if name not in ("voorblad", "inzet")], chance.choice([0, 0, 1, 2, 4]))
        if chance.random() < 0.04:
            names.remove(chance.choice(["voorblad", "inzet"]))
        grids = {}
        for name in names:
            columns = [column for column in TABLES[name] if column[2] or chance.random() < 0.6]
            height = 1 if name == "voorblad" else chance.choice([0, 1, 1, 2, 3, 6])
            grids[name] = ([[column for column, _, _ in columns]] + [
                [value(chance, kind, row, contract) for _, kind, _ in columns] for row in range(1, height + 1)], columns)
        return grids

    def example_grids(self, chance):
        name = chance.choice([name for name in self.examples if "haastig" not in name and not name.endswith(".csv")])
        grids = {}
        for path, data in self.examples[name].items():
            table = path.decode().removesuffix(".csv")
            found = split(data.decode("utf-8-sig"))
            if found:
                kinds = {column: (column, kind, required) for column, kind, required in TABLES[table]}
                grids[table] = (found[0], [kinds.get(column, (column, "text", False)) for column in found[0][0]])
        return grids

    def simple(self, chance):
        """The profile for small suppliers: one file with the cover in each row."""
        cover = [column for column in TABLES["voorblad"] if column[2]]
        columns = cover + [column for column in TABLES["inzet"] if column[2] or chance.random() < 0.5]
        contract = chance.choice(list(CONTRACTS))
        first = [value(chance, kind, 0, contract) for _, kind, _ in cover]
        rows = [first + [value(chance, kind, row, contract) for _, kind, _ in columns[len(cover):]] for row in range(1, chance.choice([2, 3, 5]))]
        return {"inzet": ([[column for column, _, _ in columns]] + rows, columns)}

    def faulty_grids(self, chance, faults=(0, 1, 1, 2, 4, 8)):
        grids = self.simple(chance) if chance.random() < 0.12 else self.grids(chance)
        for _ in range(chance.choice(faults)):
            grid, columns = grids[chance.choice(list(grids))]
            mutations.grid_fault(chance, grid, columns)
        return {name: grid for name, (grid, _) in grids.items()}

    def text(self, chance, grid):
        """A grid as the bytes of a delimited file, in one of the ways programs write it."""
        separator = chance.choice([";", ";", ";", ",", "\t", "|"])
        newline = chance.choice(["\r\n", "\r\n", "\n", "\r"])
        always = chance.random() < 0.2

        def cell(text):
            if always or any(sign in text for sign in (separator, '"', "\r", "\n")) or text.startswith((" ", "\t")):
                return '"' + text.replace('"', '""') + '"'
            return text

        written = newline.join(separator.join(map(cell, record)) for record in grid)
        if chance.random() < 0.9:
            written += newline * chance.choice([1, 1, 1, 3])
        if chance.random() < 0.05:
            written = f"sep={separator}{newline}" + written
        encoding = chance.choices(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be", "utf-16-le", "cp850", "mac_roman"], [50, 25, 8, 6, 2, 1, 3, 1])[0]
        if encoding == "utf-16-be":
            return b"\xfe\xff" + written.encode(encoding, "replace")
        if encoding.startswith("utf-8"):
            return written.encode(encoding, "surrogatepass")
        return written.encode(encoding, "replace")

    def options(self, chance):
        return tuple(name for name, share in (("register", 0.6), ("convert", 0.35), ("english", 0.1), ("text", 0.3), ("consolidate", 0.15)) if chance.random() < share)

    def make_csv(self, chance, index):
        files = {name.encode() + b".csv": self.text(chance, grid) for name, grid in self.faulty_grids(chance).items()}
        while chance.random() < 0.25:
            name = chance.choice(list(files))
            files[name] = mutations.byte_fault(chance, files[name])
        if chance.random() < 0.02:
            return Case("", 0, {}, [["check", "-", "--format", "json"]], stdin=next(iter(files.values())))
        top = f"s{index}".encode()
        if list(files) == [b"inzet.csv"]:
            return Case("", 0, {top + b".csv": files[b"inzet.csv"]}, options=self.options(chance))
        return Case("", 0, {top + b"/" + name: data for name, data in files.items()}, options=self.options(chance))

    def sheets(self, chance):
        grids = self.faulty_grids(chance)
        sheets = []
        for name, grid in grids.items():
            title = SHEETS[name]
            if chance.random() < 0.06:
                title = chance.choice([title.upper(), title + " Q2", "Blad1", title + " (2)", token(chance), "a" * 31, title + "\u200b", "Lees dit eerst", "Eerste levering", "Lijsten", ""])
            state = chance.choice(["", "", "", "hidden", "veryHidden"]) if chance.random() < 0.1 else ""
            grid = [[texts_to_cell(text) for text in record] for record in grid]
            sheets.append((title, grid, state))
        while chance.random() < 0.08:
            sheets.insert(chance.randint(0, len(sheets)), (chance.choice(["Blad2", "Grafiek", "Toelichting", "Inzet", token(chance)]), [[token(chance)]], ""))
        if chance.random() < 0.01:
            sheets += [(f"Vervolg {number}", [["a"]], "") for number in range(500)]
        return sheets

    def make_xlsx(self, chance, index):
        parts = workbooks.xlsx_parts(self.sheets(chance), chance, typed=chance.choice([0, 0.5, 1]))
        which = chance.random()
        if which < 0.1:
            name = chance.choice([name for name in parts if "sheet" in name and name.endswith("xml")])
            parts[name] = parts[name].replace(b"</sheetData>", mutations.sparse_cell(chance).encode() + b"</sheetData>")
        for _ in range(chance.choice([0, 0, 1, 1, 2, 5])):
            if parts:
                mutations.part_fault(chance, parts)
        return self.container(chance, index, parts, b".xlsx")

    def make_ods(self, chance, index):
        parts = workbooks.ods_parts(self.sheets(chance), chance, typed=chance.choice([0, 0.5, 1]))
        if chance.random() < 0.2:
            row = mutations.repeated_cell(chance).encode()
            at = chance.choice([b"</table:table>", b"<table:table-row>"])
            parts["content.xml"] = parts["content.xml"].replace(at, row + at, 1)
        for _ in range(chance.choice([0, 0, 1, 1, 2, 5])):
            if parts:
                mutations.part_fault(chance, parts)
        return self.container(chance, index, parts, b".ods")

    def container(self, chance, index, parts, ending):
        data = mutations.raw_zip(chance, parts.items()) if chance.random() < 0.12 else workbooks.pack(parts)
        top = f"s{index}".encode()
        which = chance.random()
        if which < 0.8:
            tree = {top + ending: data}
        elif which < 0.9:
            tree = {top + b"/" + chance.choice([b"sjabloon", b"inzet", b"Map1"]) + ending: data}
        else:
            tree = {top + b"/inzet" + ending: data, top + b"/voorblad.csv": self.text(chance, self.grids(chance).get("voorblad", ([["a"]], 0))[0])}
        return Case("", 0, tree, options=self.options(chance))

    def make_zip(self, chance, index):
        files = {name + ".csv": self.text(chance, grid) for name, grid in self.faulty_grids(chance, (0, 0, 1)).items()}
        folder = chance.choice(["", "", "", "Q2/", "./", "a/b/", "\\", "s\\"])
        members = [((folder + name).encode(), data) for name, data in files.items()]
        if chance.random() < 0.2:
            inner = trees.pack(members)
            members = [(chance.choice([b"sjabloon.zip", b"inzet.csv", b"a.zip"]), inner)]
        if chance.random() < 0.1:
            members.append((b"sjabloon.xlsx", workbooks.pack(workbooks.xlsx_parts(self.sheets(chance), chance))))
        if chance.random() < 0.1:
            members.append((chance.choice([b"brief.txt", b"Q2/brief.txt", b"~$x.xlsx", b"Thumbs.db", b"mail.msg"]), chance.choice(texts.STRAYS)))
        data = mutations.raw_zip(chance, members) if chance.random() < 0.75 else trees.pack(members)
        return Case("", 0, {f"s{index}".encode() + chance.choice([b".zip", b".zip", b".xlsx", b".csv", b""]): data}, options=self.options(chance))

    def make_files(self, chance, index):
        top = chance.choice([f"s{index}".encode()] * 3 + texts.NAMES)
        files = {name.encode() + b".csv": self.text(chance, grid) for name, grid in self.faulty_grids(chance, (0, 0, 1)).items()}
        tree = {top + b"/" + name: data for name, data in files.items()}
        if chance.random() < 0.1:
            tree = {top: files.get(b"inzet.csv", b"")}
        else:
            for _ in range(chance.choice([1, 1, 2, 3])):
                mutations.tree_fault(chance, tree)
        plain = top == f"s{index}".encode() and all(isinstance(content, bytes) for content in tree.values())
        return Case("", 0, tree, options=self.options(chance), alone=not plain)

    # ------------------------------------------------------------ everything else

    def make_register(self, chance, index):
        """A spoiled register beside sound submissions."""
        register = {b"register/" + path: data for path, data in self.register.items()}
        for _ in range(chance.choice([1, 1, 2, 4])):
            self.spoil_register(chance, register)
        submission = chance.choice([name for name in self.examples])
        path = EXAMPLES / submission
        tree = dict(register)
        contract = chance.choice(["12345678", "87654321", "90000003", "90000005", "1", "x", "99999999999999999999"])
        script = chance.choice([
            [["check", path, "--register", "{in}/register", "--format", "json"]],
            [["check", path, "--register", "{in}/register"]],
            [["convert", path, "--register", "{in}/register", "--output", "{out}/uit"]],
            [["convert", path, EXAMPLES / "eenvoudig.csv", "--register", "{in}/register", "--output", "{out}/uit"],
             ["consolidate", "{out}/uit", "--register", "{in}/register", "--output", "{out}/m.xlsx", *chance.choice([[], ["--by", "client"], ["--by", "category"], ["--by", "supplier"]])]],
            [["template", "--register", "{in}/register", "--kvk", contract, "--output", "{out}/sjabloon"]],
            [["template", "--register", "{in}/register", "--kvk", contract, "--prefill", path, "--output", "{out}/sjabloon"]],
            [["explain", chance.choice(["BZK-2026-0147", "VERZONNEN-2026-01", "PW", "INZ-03"]), "--register", "{in}/register"]],
        ])
        return Case("", 0, tree, script)

    def spoil_register(self, chance, register):
        paths = [path for path, content in register.items() if isinstance(content, bytes)]
        path = chance.choice(paths)
        which = chance.random()
        if which < 0.6 and register[path]:
            found = split(register[path].decode("utf-8-sig", "replace")) if not register[path].startswith(b"\xff") else None
            grid = found[0] if found else [line.split(";") for line in register[path].decode("utf-8-sig", "replace").splitlines()] or [[""]]
            for _ in range(chance.choice([1, 1, 3])):
                self.spoil_rows(chance, grid)
            register[path] = self.text(chance, grid)
        elif which < 0.75:
            register[path] = mutations.byte_fault(chance, register[path])
        elif which < 0.85:
            name = chance.choice(list(REGISTER_TABLES))
            columns = REGISTER_TABLES[name]
            rows = [[column for column, _, _ in columns]]
            rows += [[chance.choice([texts.odd_text(chance), "BZK-2026-0147", "2026-Q2", "12345678"]) for _ in columns] for _ in range(chance.choice([1, 3]))]
            register[b"register/" + name.encode() + b".csv"] = self.text(chance, rows)
        elif which < 0.9:
            del register[path]
            register.setdefault(b"register/leeg", b"")
        elif which < 0.95:
            register[chance.choice([b"register/", b"register/waarderingstabellen/"]) + chance.choice(texts.NAMES)] = chance.choice(texts.STRAYS + [register[path]])
        else:
            register[path] = chance.choice([trees.FIFO, trees.FOLDER, trees.link("/dev/zero"), trees.link("nergens"), trees.SOCKET])

    @staticmethod
    def spoil_rows(chance, grid):
        """Faults in rows of any table: doubles, odd cells, missing columns."""
        if len(grid) < 2:
            grid.append(["BZK-2026-0147"] * 3)
        record = chance.choice(grid[1:])
        match chance.randrange(8):
            case 0: grid.insert(chance.randint(1, len(grid)), list(record))
            case 1:
                # A double number for another row: the keys collide, the rest differs.
                copy = list(chance.choice(grid[1:]))
                copy[:1] = record[:1]
                grid.insert(chance.choice([1, len(grid)]), copy)
            case 2:
                field = chance.randrange(len(grid[0]) or 1)
                for row in grid:
                    del row[field:field + 1]
            case 3:
                field = chance.randrange(len(grid[0]) or 1)
                grid[0][field:field + 1] = [texts.odd_heading(chance)]
            case 4: grid.append([texts.odd_text(chance) for _ in grid[0]])
            case _:
                if record:
                    record[chance.randrange(len(record))] = texts.odd_text(chance)

    def make_results(self, chance, index):
        """Spoiled results of an earlier run, read by whoever reads results."""
        names = sorted({path.split(b"/")[1] for path in self.results if path.count(b"/") > 1 and not path.startswith(b"uit/.")})
        chosen = chance.sample(names, 2)
        tree = {
            path: data for path, data in self.results.items()
            if any(path.startswith(b"uit/" + name + b"/") or path == b"uit/.maatwerk/" + name + b".json" for name in chosen) and not path.endswith(b".xlsx")}
        tree |= {path: self.results[path] for path in (b"uit/samenvatting.jsonl", b"uit/samenvatting.csv") if path in self.results}
        for _ in range(chance.choice([1, 1, 2, 4])):
            paths = [path for path, content in tree.items() if isinstance(content, bytes)]
            path = chance.choice(paths)
            tree[path] = self.spoil_any(chance, path, tree[path])
            if chance.random() < 0.1:
                tree[path] = chance.choice([trees.FIFO, trees.FOLDER, trees.link("/dev/zero"), b""])
            if chance.random() < 0.1:
                tree.pop(path)
        example = EXAMPLES / next(name for name in self.examples if name.removesuffix(".csv") == chosen[0].decode())
        one, other = (b"{in}/uit/" + name for name in chosen)
        script = chance.choice([
            [["compare", one, other]], [["compare", one, other, "--format", "json"]], [["compare", "{in}/uit", "{in}/uit", "--format", "csv"]],
            [["compare", one + b"/bevindingen.json", other + b"/bevindingen.json"]],
            [["consolidate", "{in}/uit", "--register", REGISTER, "--output", "{out}/m.xlsx"]],
            [["consolidate", one, other, "--output", "{out}/deel.jsonl"], ["consolidate", "{out}/deel.jsonl", "--output", "{out}/m.xlsx"]],
            [["template", "--prefill", one, "--register", REGISTER, "--kvk", "12345678", "--output", "{out}/sjabloon"]],
            [["check", example, "--previous", "{in}/uit", "--register", REGISTER]],
            [["check", example, "--previous", one, "--previous", other]],
            [["convert", example, "--register", REGISTER, "--output", "{in}/uit"]],
            [["status", "{in}/uit", "--register", REGISTER]],
        ])
        return Case("", 0, tree, script)

    @staticmethod
    def spoil_any(chance, path, data):
        """A fault that fits what the file is."""
        if path.endswith((b".json", b".jsonl")) and chance.random() < 0.75:
            return spoil_json(chance, data)
        if path.endswith(b".csv") and chance.random() < 0.7:
            grid = records(data.decode("utf-8-sig", "replace"), ",") or [[""]]
            for _ in range(chance.choice([1, 1, 3])):
                Maker.spoil_rows(chance, grid)
            return "\r\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in grid).encode("utf-8", "surrogatepass")
        return mutations.byte_fault(chance, data)

    def make_summary(self, chance, index):
        """A spoiled part of an overview, merged with itself or a sound one."""
        data = self.results[b"deel.jsonl"]
        spoiled = data
        for _ in range(chance.choice([1, 1, 2, 5])):
            spoiled = spoil_json(chance, spoiled) if chance.random() < 0.75 else mutations.byte_fault(chance, spoiled)
        tree = {b"a.jsonl": spoiled, b"b.jsonl": data}
        script = chance.choice([
            [["consolidate", "{in}/a.jsonl", "--output", "{out}/m.xlsx"]],
            [["consolidate", "{in}/a.jsonl", "{in}/b.jsonl", "--register", REGISTER, "--output", "{out}/m.xlsx"]],
            [["consolidate", "{in}/b.jsonl", "{in}/a.jsonl", "--output", "{out}/c.jsonl"]],
            [["consolidate", "{in}/a.jsonl", "--register", REGISTER, "--by", chance.choice(["client", "category", "supplier"]), "--output", "{out}/m.xlsx"]],
        ])
        return Case("", 0, tree, script)

    def make_corrections(self, chance, index):
        """A feedback workbook that comes back with everything people do to it, and more."""
        path = chance.choice([path for path in self.results if path.endswith((b"terugkoppeling.xlsx", b"rapport.xlsx") if chance.random() < 0.1 else b"terugkoppeling.xlsx")])
        parts = dict(trees.unpack(self.results[path]))
        for _ in range(chance.choice([1, 2, 4, 10])):
            spoil_feedback(chance, parts)
        if chance.random() < 0.2:
            mutations.part_fault(chance, parts)
        return Case("", 0, {f"s{index}.xlsx".encode(): workbooks.pack(parts)}, options=self.options(chance))

    def make_template(self, chance, index):
        """Templates, rules and explanations, asked for in odd ways."""
        word = chance.choice([
            texts.odd_text(chance), texts.odd_heading(chance), chance.choice(list(TABLES)), chance.choice(texts.HEADINGS), chance.choice(texts.NUMBERS),
            chance.choice(["INZ-03", "inz-3", "INZ-99", "BST-", "-01", "pw", "PW ", "HAAGLANDEN-2023-07", "haaglanden", "fout", "inzet.csv", "AW-TXT", "--", "", "inzet.begindatum"])])
        word = word.replace("\0", "0").encode("utf-8", "surrogatepass" if chance.random() < 0.5 else "replace")[:100_000]
        if word.startswith(b"-"):
            word = b"x" + word
        files = {f"s{index}/".encode() + name.encode() + b".csv": self.text(chance, grid) for name, grid in self.faulty_grids(chance).items()}
        submission = f"{{in}}/s{index}"
        name = chance.choice([name for name in texts.NAMES if name not in (b"...",)])
        script = chance.choice([
            [["explain", word]], [["explain", word, "--language", "en"]], [["rules", "--format", chance.choice(["text", "json", "markdown"])]],
            [["template", "--prefill", submission, "--output", "{out}/sjabloon"]], [["template", "--prefill", submission, "--output", "{out}/sjabloon"]],
            [["template", "--prefill", submission, "--register", REGISTER, "--kvk", chance.choice(list(CONTRACTS.values())), "--output", "{out}/sjabloon"]],
            [["template", "--kvk", word, "--register", REGISTER, "--output", "{out}/sjabloon"]],
            [["check", submission, "--rules-as-of", word]], [["check", submission, "--format", "csv"]],
            [["convert", submission, "--output", b"{out}/" + name, "--language", chance.choice(["nl", "en"])]],
            [["check", b"{in}/" + name]], [["convert", b"{in}/" + name, submission, "--output", "{out}/uit"]],
            [["convert", "--files-from", submission + "/inzet.csv", "--output", "{out}/uit"]],
            [["convert", submission, "--shard", word, "--output", "{out}/uit"]], [["convert", submission, "--jobs", word, "--output", "{out}/uit"]],
            [["status", submission, "--register", REGISTER]], [["decisions", submission, "--register", REGISTER]], [["verify", submission]],
            [["generate", "--output", "{out}/g", "--suppliers", "2", "--rows", "3", "--seed", word, "--error-rate", chance.choice(["0", "1", "2", "-1", "nan", "1e308"])]],
            [["convert", submission, "--output", ""]], [["check", ""]], [["consolidate", submission, "--output", "{out}/m.xlsx"]], [["compare", submission, submission]],
        ])
        return Case("", 0, files, script)


    def make_together(self, chance, index):
        """Runs into one folder at the same time, or killed on the way."""
        tree = {}
        for number in range(chance.choice([1, 3, 6])):
            grids = self.grids(chance)
            tree |= {f"s{index}-{number}/{name}.csv".encode(): self.text(chance, grid) for name, (grid, _) in grids.items()}
        mode = chance.choice(["same", "apart", "killed"])
        return Case("", 0, tree, options=("together", mode, str(chance.choice([2, 3]) if mode != "killed" else 1), str(chance.random() * 0.12)), alone=True)


def texts_to_cell(text):
    """Excel's cells end at 32,767 characters."""
    return text[:32767]


def spoil_json(chance, data):
    """A fault in JSON, or in one line of JSON lines: another value, key or type, anywhere."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    try:
        root = json.loads(lines[at])
    except ValueError:
        try:
            root, lines, at = json.loads(data), [b""], 0
        except ValueError:
            return mutations.byte_fault(chance, data)
    places = []

    def walk(node):
        items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, child in list(items)[:400]:
            places.append((node, key))
            walk(child)

    walk(root)
    if not places:
        return mutations.byte_fault(chance, data)
    node, key = chance.choice(places)
    odd = [
        None, True, False, 0, -1, 1, 0.5, 1e308, -1e308, 2**31, 2**63 - 1, 2**63, -2**63, 10**30, 9 * 10**14, 92233720368547758, 2**32 - 1, "", "0", [], {}, [[]], [None],
        "2026-Q2", "x" * 40_000, "\u0000", "\u001b[31m", "../../x", "9999-12-31", "0000-00-00", [1] * 300, {"a": {"a": 1}}, texts.odd_text(chance),
    ]
    which = chance.random()
    if which < 0.7:
        old = node[key]
        if isinstance(old, (int, float)) and not isinstance(old, bool) and chance.random() < 0.6:
            node[key] = chance.choice([value for value in odd if isinstance(value, (int, float))])
        else:
            node[key] = chance.choice(odd)
    elif which < 0.8:
        del node[key]
    elif which < 0.9 and isinstance(node, list):
        node.insert(key, node[key])
    elif isinstance(node, dict):
        node[chance.choice(["x", key + "x", ""])] = node.pop(key) if chance.random() < 0.5 else chance.choice(odd)
    written = json.dumps(root, ensure_ascii=chance.random() < 0.5, separators=(",", ":")).encode("utf-8", "surrogatepass")
    lines[at] = written
    if chance.random() < 0.1:
        lines.insert(at, written)
    return b"\n".join(lines)


def spoil_feedback(chance, parts):
    """Something people do to a workbook that they got: fill in, type over, sort, delete, rename; and what they do to hidden sheets."""
    sheets = sorted((name for name in parts if name.startswith("xl/worksheets/sheet")), key=lambda name: int(re.search(r"\d+", name).group()))
    hidden = sheets[-1]
    name = hidden if chance.random() < 0.35 else chance.choice(sheets)
    text = parts[name].decode("utf-8", "replace")
    filled = [match for match in re.finditer(r"<is><t[^>]*>([^<]*)</t></is>", text)]
    empty = [match for match in re.finditer(r'<c r="([A-Z]+\d+)"( s="\d+")?/>', text)]
    rows = [match for match in re.finditer(r'<row r="\d+".*?</row>', text, re.S)]
    which = chance.random()
    new = workbooks.clean(chance.choice([texts.odd_text(chance), "klopt", "24,0", "01-05-2026", "PW", "P-001", token(chance)])[:32767])
    if which < 0.35 and empty:
        match = chance.choice(empty)
        text = text[:match.start()] + f'<c r="{match.group(1)}"{match.group(2) or ""} t="inlineStr"><is><t>{new}</t></is></c>' + text[match.end():]
    elif which < 0.7 and filled:
        match = chance.choice(filled)
        old = match.group(1)
        changed = chance.choice([new, old[:len(old) // 2], old + old, old + ";", old.upper(), "", old.replace("|", ""), old[1:], old + "\\"])
        text = text[:match.start(1)] + changed + text[match.end(1):]
    elif which < 0.8 and rows:
        match = chance.choice(rows)
        text = text[:match.start()] + match.group() * chance.choice([0, 2]) + text[match.end():]
    elif which < 0.86 and len(rows) > 1:
        one, other = sorted(chance.sample(rows, 2), key=lambda match: match.start())
        text = text[:one.start()] + other.group() + text[one.end():other.start()] + one.group() + text[other.end():]
    elif which < 0.92:
        book = parts["xl/workbook.xml"].decode("utf-8", "replace")
        found = chance.choice(list(re.finditer(r'<sheet name="([^"]*)"', book)) or [re.match("()", book)])
        parts["xl/workbook.xml"] = (book[:found.start(1)] + chance.choice(["Eerste levering", "Inzet", "Blad9", "Eerste levering (2)", "x" * 31]) + book[found.end(1):]).encode()
    elif which < 0.96:
        # One workbook's hidden sheet in another, or none.
        other = chance.choice(sheets)
        parts[hidden] = parts[other]
        return
    else:
        parts[name] = mutations.xml_fault(chance, parts[name])
        return
    parts[name] = text.encode("utf-8", "replace")


# ---------------------------------------------------------------- volume

COVER = "leverancier_kvk;leverancier_naam;periode;sjabloonversie\r\n12345678;Voorbeeld Schoon B.V.;2026-Q2;1\r\n"


def volume(chance):
    """A table that is large when unpacked, by one measure: rows, columns, blanks, cells, quotes, marks; as text."""
    count = chance.choice([2_000, 20_000, 20_000, 60_000, 300_000])
    deep = chance.choice([1, 20, 400, 10_000])
    deep = min(deep, 20_000_000 // count)
    heading = ";".join(column for column, _, required in TABLES["inzet"] if required)
    row = "P-{0};BZK-2026-0147;D-{0};PW;12345678;dienstverband;bepaald;01-04-2026;24,0;direct"
    sound = heading + "\r\n" + row.format(1) + "\r\n"
    long = chance.choice([
        '"' * count * 8, "a@" * count * 4, "1" * count * 8, "1 " * count * 4, "NL91ABNA" * count, "\u0301" * count * 4, "e\u0301" * count * 2, "=" * count * 8, "\n" * count, "-" * count * 8,
        "dhr. " * count, "J." * count * 2, "06-" * count * 2, "\U0001f469\u200d" * count, "a b " * count * 2, "Totaal " * count, "12-03-1988 " * count, "(((" * count, "<a>" * count, "*" * count * 8,
        "www." * count, "bsn " * count, "\u200b" * count, "\ud800" * count, "A" * count * 8, "," * count * 4, "1." * count * 4, "&amp;" * count, "\\" * count * 8, "\u0130" * count,
    ])
    return chance.choice([
        lambda: heading + "\r\n" + "".join(row.format(number) + "\r\n" for number in range(count)),
        lambda: heading + "\r\n" + (row.format(1) + "\r\n") * count,
        lambda: heading + "\r\n" + "".join(f"P-{number};x;;;1;;;;;\r\n" for number in range(count)),
        lambda: heading + "\r\n" + "x;y\r\n" * count,
        lambda: heading + "\r\n" + ";;;;;;;;;\r\n" * count + row.format(1),
        lambda: "\r\n" * count * 4 + sound,
        lambda: sound + "\r\n" * count * 4,
        lambda: heading + "".join(f";k{number}" for number in range(count)) + "\r\n" + row.format(1) + ";x" * count + "\r\n",
        lambda: heading + ";" * count + "\r\n" + (row.format(1) + ";" * count + "\r\n") * deep,
        lambda: heading + ";" * count + "\r\n" + (row.format(1) + "\r\n") * min(deep * 10, 100_000),
        lambda: heading + ";k" * count + "\r\n" + (row.format(1) + "\r\n") * min(deep * 10, 100_000),
        lambda: heading + "".join(f";k{number}" for number in range(min(count, 20_000))) + "\r\n" + (row.format(1) + "\r\n") * min(deep * 10, 100_000),
        lambda: heading + ";k" * count + "\r\n" + row.format(1) + "\r\n",
        lambda: heading + "\r\n" + row.format(1) + ";x" * count + "\r\n",
        lambda: heading + ";toelichting\r\n" + row.format(1) + ';"' + long + '"\r\n',
        lambda: heading + ";toelichting\r\n" + row.format(1) + ";" + long.replace("\n", " ") + "\r\n",
        lambda: heading + ";" + long.replace("\n", " ") + "\r\n" + row.format(1) + ";x\r\n",
        lambda: heading + ';"' + long.replace('"', "") + '"\r\n' + row.format(1) + ";x\r\n",
        lambda: long + "\r\n" + sound,
        lambda: heading + "\r\n" + (row.format(1) + ';"open\r\n') * min(count, 20_000),
        lambda: heading + "\r\n" + (';"' + "x" * 100 + "\r\n") * min(count, 20_000),
        lambda: (heading + "\r\n") * count,
        lambda: (heading + "\r\n" + row.format(1) + "\r\n") * count,
        lambda: heading + "\r\n" + "".join(f"Totaal {number};;;;;;;;;\r\n" for number in range(count)),
        lambda: heading + "\r\n" + "".join(row.format(number).replace("BZK-2026-0147", f"C-{number}") + "\r\n" for number in range(count)),
        lambda: heading + "\r\n" + "".join(row.format(number).replace("12345678", f"{10_000_000 + number}") + "\r\n" for number in range(count)),
        lambda: heading + ";toelichting\r\n" + "".join(row.format(number) + ";bel 06-12345678 of a@b.nl 123456782\r\n" for number in range(count)),
        lambda: heading + "\r\n" + "".join(row.format(1).replace("01-04-2026", f"{number}-04-2026") + "\r\n" for number in range(count)),
        lambda: "a" * count * 10, lambda: ";" * count * 10, lambda: "\t;,|" * count, lambda: '";' * count, lambda: "\0" * count * 10, lambda: "\r" * count * 10, lambda: "a\n" * count * 5,
    ])()


def volume_parts(chance):
    """A workbook whose XML is large in one measure."""
    sheets = [("Voorblad", [line.split(";") for line in COVER.strip().split("\r\n")], ""), ("Inzet", [[column for column, _, required in TABLES["inzet"] if required], ["P-1", "BZK-2026-0147"]], "")]
    count = chance.choice([2_000, 20_000, 60_000])
    if chance.random() < 0.35:
        parts = workbooks.ods_parts(sheets, chance)
        rows = chance.choice([mutations.repeated_cell(chance), mutations.repeated_cell(chance) * 30, "<table:table-row/>" * count, "<table:table-row><table:table-cell/></table:table-row>" * count,
                              '<table:table-row><table:table-cell table:number-columns-repeated="1000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>' * 400,
                              '<table:table-row table:number-rows-repeated="20000"><table:table-cell table:number-columns-repeated="24" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>',
                              "<table:table-row><table:table-cell office:value-type=\"string\">" + "<text:p>a</text:p>" * count + "</table:table-cell></table:table-row>",
                              "<table:table-row><table:table-cell><text:p>" + '<text:s text:c="60000"/>' * 500 + "</text:p></table:table-cell></table:table-row>"])
        at = chance.choice([b"</table:table>", b"<table:table-row>"])
        parts["content.xml"] = parts["content.xml"].replace(at, rows.encode() + at, 1)
        return parts, b".ods"
    shared = "x" * count * 4
    which = chance.randrange(10)
    if which == 0:
        sheets += [(f"{chance.choice(['Inzet', 'Blad'])} ({number})", [["inzet_id", "contractnummer"], ["P-1", "x"]], "") for number in range(2, chance.choice([30, 300, 600]))]
    parts = workbooks.xlsx_parts(sheets, chance)
    name = "xl/worksheets/sheet2.xml"
    body = {
        1: lambda: "".join(f'<row r="{number}"><c r="A{number}"><v>1</v></c></row>' for number in range(10, count)),
        2: lambda: "".join(f'<row r="{number}"/>' for number in range(10, count * 4)),
        3: lambda: '<row r="9">' + "".join(f'<c r="{workbooks.letters(column)}9" t="inlineStr"><is><t>k{column}</t></is></c>' for column in range(min(count, 16384))) + "</row>",
        4: lambda: '<row r="9" ' + " ".join(f'a{number}="1"' for number in range(count * 2)) + "/>",
        5: lambda: "".join(f'<row r="{number}"><c r="XFD{number}"><v>1</v></c></row>' for number in range(10, min(count, 3000))),
        6: lambda: '<row r="9"><c r="A9" t="inlineStr"><is>' + "<r><t>a</t></r>" * count + "</is></c></row>",
        7: lambda: "<x>" * count, 8: lambda: '<row r="9"><c r="A9" t="inlineStr"><is><t>' + "a" * count * 100 + "</t></is></c></row>",
        9: lambda: "".join(f'<row r="{number}">' + "".join(f'<c r="{letter}{number}" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJKLMNOPQRSTUVWX") + "</row>" for number in range(10, count // 4)),
        0: lambda: "",
    }[which]()
    parts[name] = parts[name].replace(b"</sheetData>", body.encode() + b"</sheetData>")
    if which == 9 and "xl/sharedStrings.xml" in parts:
        parts["xl/sharedStrings.xml"] = re.sub(b"<si>.*?</si>", b"<si><t>" + shared.encode() + b"</t></si>", parts["xl/sharedStrings.xml"], count=1, flags=re.S)
    return parts, b".xlsx"


def make_volume(maker, chance, index):
    """Little when packed, much when unpacked; time and memory must stay in proportion."""
    top = f"s{index}".encode()
    options = tuple(option for option in maker.options(chance) if option != "text")
    if chance.random() < 0.3:
        parts, ending = volume_parts(chance)
        return Case("", 0, {top + ending: workbooks.pack(parts)}, options=options, alone=True)
    table = chance.choice(["inzet", "inzet", "inzet", "uren", "sociale_inkoop", "voorbeelden", "voorblad"])
    files = {"voorblad.csv": COVER.encode(), table + ".csv": volume(chance).encode("utf-8", "surrogatepass")}
    if sum(map(len, files.values())) < 1 << 20 and chance.random() < 0.6:
        return Case("", 0, {top + b"/" + name.encode(): data for name, data in files.items()}, options=options, alone=True)
    return Case("", 0, {top + b".zip": trees.pack(list(files.items()))}, options=options, alone=True)


Maker.make_volume = make_volume
