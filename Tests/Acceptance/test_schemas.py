"""Every JSON that the command writes is what its schema in docs/schemas says, and a field that the schema lacks is told."""
import copy
import json
import pathlib
import shutil

import jsonschema
import openpyxl

from roundtrip import FIRST_ROW, headings, load
from support import COVER, EXAMPLES, PLACEMENT_HEADING, REGISTER, ROOT, ToolTest, placements

PLANTED = pathlib.Path(__file__).parent / "planted"
SCHEMAS = {path.name.split(".")[0]: json.loads(path.read_text()) for path in sorted((ROOT / "docs/schemas").glob("*.schema.json"))}
VALIDATORS = {name: jsonschema.Draft202012Validator(schema) for name, schema in SCHEMAS.items()}

# Fields that no output below has, each with the reason. A field that one has may not stand here.
UNMET = {}


def objects(schema, path=""):
    """Every schema of an object in `schema`, with its place."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield path, schema
        for key, value in schema.items():
            yield from objects(value, f"{path}/{key}")
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from objects(value, f"{path}/{index}")


def met(root, schema, value, fields, place):
    """Adds to `fields` what `value` has of the fields that `schema` names."""
    while "$ref" in schema:
        place = schema["$ref"].split("/")[-1]
        schema = root["$defs"][place]
    for option in schema.get("anyOf", ()):
        if jsonschema.Draft202012Validator({**option, "$defs": root.get("$defs", {})}).is_valid(value):
            return met(root, option, value, fields, place)
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in schema.get("properties", {}):
                # A name that is no field, such as that of a sheet.
                met(root, schema["additionalProperties"], inner, fields, place)
                continue
            fields.add((place, key))
            met(root, schema["properties"][key], inner, fields, f"{place}/{key}")
    elif isinstance(value, list):
        for inner in value:
            met(root, schema["items"], inner, fields, place)


def named(root, schema, fields, place, seen):
    """Adds to `fields` all that `schema` names."""
    while "$ref" in schema:
        place = schema["$ref"].split("/")[-1]
        if place in seen:
            return
        seen.add(place)
        schema = root["$defs"][place]
    for option in schema.get("anyOf", ()):
        named(root, option, fields, place, seen)
    for key, inner in schema.get("properties", {}).items():
        fields.add((place, key))
        named(root, inner, fields, f"{place}/{key}", seen)
    if "items" in schema:
        named(root, schema["items"], fields, place, seen)


class SchemaTest(ToolTest):
    def setUp(self):
        super().setUp()
        self.documents = {name: [] for name in SCHEMAS}

    def add(self, name, text):
        """Notes the documents in `text`, a whole one or one a line."""
        text = text.decode() if isinstance(text, bytes) else text
        try:
            found = [json.loads(text)]
        except json.JSONDecodeError:
            found = [json.loads(line) for line in text.splitlines() if line]
        self.assertTrue(found, name)
        self.documents[name] += found

    def run_ok(self, *arguments, status=(0, 1)):
        done = self.run_tool(*arguments)
        self.assertIn(done.returncode, status, done.stderr.decode())
        return done.stdout

    def results(self, folder):
        for path in sorted(folder.rglob("*.json")):
            if ".maatwerk" in path.parts:
                self.add("inzending", path.read_text())
            else:
                self.add({"bevindingen": "bevindingen", "manifest": "manifest", "datapackage": "datapackage"}[path.stem], path.read_text())

    def everything(self):
        """Makes every output, of the examples and of planted cases, sound and broken."""
        register, out = PLANTED / "register", self.folder / "uit"
        broken = self.folder / "kapot.csv"
        broken.write_bytes(b"%PDF-1.7\n" + bytes(200))
        examples = sorted(EXAMPLES.iterdir())
        self.add("inzending", self.run_ok("convert", *examples, broken, "--register", REGISTER, "--output", out, "--format", "json", status=(3,)))
        earlier = self.folder / "eerder"
        self.run_ok("convert", *sorted((PLANTED / "eerder").iterdir()), "--register", register, "--output", earlier, "--quiet")
        previous = [part for path in sorted(earlier.iterdir()) if path.is_dir() and path.name[0] != "." for part in ("--previous", path)]
        planted = self.folder / "geplant"
        self.run_ok("convert", *sorted(PLANTED.glob("inzending*")), "--register", register, *previous, "--output", planted, "--rules-as-of", "01-07-2026", "--language", "en")
        # A table of which no row counts, and a workbook, whose cells have addresses.
        garbage = self.submission("rommel", inzet="zomaar\r\ntekst\r\n")
        book, path = openpyxl.Workbook(), self.folder / "boek.xlsx"
        for name, text in (("Voorblad", COVER), ("Inzet", placements(2).replace("24,0", "2400"))):
            sheet = book.create_sheet(name)
            for line in text.split("\r\n"):
                sheet.append(line.split(";"))
        del book["Sheet"]
        book.save(path)
        self.add("bevindingen", self.run_ok("check", garbage, path, *sorted(PLANTED.glob("inzending*")), "--format", "json"))
        # Feedback that comes back, with an answer.
        rows = [f"P-{n};BZK-2026-0147;D-{n};PW;12345678;dienstverband;bepaald;01-04-2026;;{hours};direct: balie;" for n, hours in ((1, "24,0"), (2, "39,0"))]
        first = self.submission("terug", inzet="\r\n".join([PLACEMENT_HEADING, *rows, ""]))
        self.run_ok("convert", first, "--register", REGISTER, "--output", self.folder / "ronde", "--quiet")
        answered = load(self.folder / "ronde/terug/terugkoppeling.xlsx")
        answered["Inzet"].cell(FIRST_ROW + 1, headings(answered["Inzet"]).index("Uw antwoord") + 1).value = "De uren kloppen, zie ons gesprek van mei"
        answered.save(self.folder / "antwoord.xlsx")
        self.run_ok("convert", self.folder / "antwoord.xlsx", "--register", REGISTER, "--output", self.folder / "ronde", "--quiet")
        for folder in (out, planted, self.folder / "ronde"):
            self.results(folder)
            self.add("inzending", (folder / "samenvatting.jsonl").read_text())
        self.add("sarif", self.run_ok("check", *examples, broken, "--register", REGISTER, "--format", "sarif", status=(3,)))
        self.add("sarif", self.run_ok("check", PLANTED / "inzending", "--format", "sarif", "--language", "en"))
        self.add("regels", self.run_ok("rules", "--format", "json"))
        self.machines(out, planted, examples, broken)

    def agreed_otherwise(self):
        """Results under a register with a discount and with a table that leaves a block to be talked about, made at a fixed time."""
        register, out = self.folder / "ander-register", self.folder / "anders"
        shutil.copytree(REGISTER, register)
        path = register / "verplichtingen.csv"
        first, *rest = path.read_text(encoding="utf-8-sig").splitlines()
        lines = [line.replace("BZK-2026-0147;;;;;;10;personen;;", "BZK-2026-0147;;;;;;10;personen;UTRECHT;") + ";15,0" for line in rest]
        path.write_text("\r\n".join([first + ";pso_korting", *lines, ""]))
        done = self.run_tool("convert", EXAMPLES / "schoonmaak-sanitair-2026-q2", EXAMPLES / "groen-klassiek-2026-h1", "--register", register,
                             "--output", out, environment={"SOURCE_DATE_EPOCH": "1790000000"})
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.results(out)
        return out, register

    def machines(self, out, planted, examples, broken):
        """What commands write about results and workbooks."""
        for language in ("nl", "en"):
            self.add("status", self.run_ok("status", EXAMPLES, broken, "--register", REGISTER, "--on", "01-11-2026", "--format", "json",
                                           "--language", language, status=(0, 3)))
        self.add("status", self.run_ok("status", EXAMPLES, out, planted, "--register", PLANTED / "register", "--format", "json", status=(0, 3)))
        for old, new in ((out, planted), (out / "schoonmaak-sanitair-2026-q2", out / "schoonmaak-sanitair-2026-q3"), (planted, planted),
                         (out / "haastig-excel-2026-q2", planted / "inzending"), (planted / "inzending", out / "haastig-excel-2026-q2")):
            self.add("vergelijking", self.run_ok("compare", old, new, "--format", "json"))
        # What an older rule set found more serious.
        older = self.folder / "ouder"
        shutil.copytree(out / "haastig-excel-2026-q2", older)
        text = (older / "bevindingen.json").read_text().replace('"severity":"waarschuwing"', '"severity":"fout"')
        (older / "bevindingen.json").write_text(text)
        self.add("vergelijking", self.run_ok("compare", older, out / "haastig-excel-2026-q2", "--format", "json"))
        ministry = self.folder / "ministerie.xlsx"
        self.run_ok("consolidate", out, planted, "--register", REGISTER, "--output", ministry, "--exact", status=(0, 3))
        for path in self.folder.glob("ministerie*/datapackage.json"):
            self.add("datapackage", path.read_text())
        otherwise, other = self.agreed_otherwise()
        damaged = self.folder / "stuk/beschadigd"
        shutil.copytree(planted / "inzending", damaged)
        with (damaged / "gegevens/inzet.csv").open("a") as file:
            file.write('"nooit dicht')
        for results, register in (((out,), REGISTER), ((planted, damaged, broken), PLANTED / "register"),
                                  ((otherwise,), other), ((self.folder / "ronde",), REGISTER)):
            part = self.folder / f"deel-{results[0].name}.jsonl"
            self.run_ok("consolidate", *results, "--register", register, "--output", part, status=(0, 3))
            self.add("deeloverzicht", part.read_text())
        for figure in ("Samenvatting!D6", "Samenvatting!E6", "Samenvatting!C6"):
            self.add("herleiding", self.run_ok("trace", out / "schoonmaak-sanitair-2026-q2", figure, "--format", "json"))
        self.add("herleiding", self.run_ok("trace", out / "groen-klassiek-2026-h1", "Samenvatting!D6", "--format", "json"))
        self.add("herleiding", self.run_ok("trace", ministry, "Contracten!H5", "--format", "json"))
        bare = openpyxl.Workbook()
        for row in (["Naam", None, "IBAN"], ["=1+1", None, "NL91ABNA0417164300"], ["12", None, "x"]):
            bare.active.append(row)
        bare.create_sheet("Verborgen").sheet_state = "hidden"
        bare.save(self.folder / "kaal.xlsx")
        self.add("werkboek", self.run_ok("audit", self.folder / "kaal.xlsx", ministry, out / "eenvoudig/rapport.xlsx", "--format", "json"))
        sample = self.folder / "proef"
        shutil.copytree(out, sample)
        (sample / "eenvoudig/manifest.json").unlink()
        (sample / "haastig-excel-2026-q2/rapport.xlsx").write_bytes(b"anders")
        (sample / "groen-klassiek-2026-h1/terugkoppeling.xlsx").unlink()
        self.add("verificatie", self.run_ok("verify", sample, "--format", "json"))
        (sample / "eenvoudig/notitie.txt").write_text("van mij")
        for option in ("--dry-run", "--quiet"):
            self.add("opschoning", self.run_ok("purge", sample, "--before", "01-07-2026", option, "--format", "json"))

    def test_every_output_is_what_its_schema_says(self):
        self.everything()
        for name, documents in self.documents.items():
            with self.subTest(schema=name):
                self.assertTrue(documents, "no output was made of this form")
                for document in documents:
                    error = jsonschema.exceptions.best_match(VALIDATORS[name].iter_errors(document))
                    self.assertIsNone(error, error and f"{error.json_path}: {error.message[:500]}")
                # A field more, at the top or anywhere within, is told: a schema that lets it pass says nothing.
                for place in self.places(documents[-1]):
                    more = copy.deepcopy(documents[-1])
                    inner = more
                    for key in place:
                        inner = inner[key]
                    inner["een_veld_meer"] = 1
                    self.assertFalse(VALIDATORS[name].is_valid(more), place)
        with self.subTest("each field that a schema names is in some output"):
            unmet = set()
            for name, schema in SCHEMAS.items():
                wanted, had = set(), set()
                named(schema, schema, wanted, name, set())
                for document in self.documents[name]:
                    met(schema, schema, document, had, name)
                unmet |= {f"{name}: {place}/{key}" for place, key in wanted - had}
            self.assertEqual(unmet, set(UNMET))

    @staticmethod
    def places(value, path=(), most=300):
        """The places of the objects in `value`."""
        found, queue = [], [(value, path)]
        while queue and len(found) < most:
            value, path = queue.pop(0)
            if isinstance(value, dict):
                found.append(path)
                queue += [(inner, (*path, key)) for key, inner in value.items()]
            elif isinstance(value, list):
                queue += [(inner, (*path, index)) for index, inner in enumerate(value[:3])]
        return found

    def test_schemas_are_sound_and_closed(self):
        for name, schema in SCHEMAS.items():
            jsonschema.Draft202012Validator.check_schema(schema)
            for place, found in objects(schema):
                self.assertIs(found.get("additionalProperties"), False, f"{name}{place}")
                self.assertEqual(set(found.get("required", ())) - set(found["properties"]), set(), f"{name}{place}")

    def test_readme_names_each(self):
        text = (ROOT / "docs/schemas/README.md").read_text()
        for name in SCHEMAS:
            self.assertIn(f"[{name}.schema.json]({name}.schema.json)", text)
