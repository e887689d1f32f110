"""What `verify` says of results: nothing when nothing changed, and what changed otherwise; made again they are the same bytes."""
import hashlib
import json
import pathlib
import shutil
import zipfile

from roundtrip import load
from support import EXAMPLES, REGISTER, ToolTest, placements

CLEANING = EXAMPLES / "schoonmaak-sanitair-2026-q2"


class VerifyTest(ToolTest):
    def convert(self, *paths, register=REGISTER, output="uit", options=(), **settings):
        result = self.run_tool("convert", *paths, "--register", register, "--output", self.folder / output, "--quiet", *options, **settings)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        path = pathlib.Path(paths[0])
        return self.folder / output / (path.name if path.is_dir() else path.stem)

    def verify(self, *arguments, code=0, **settings):
        """The differences of each result, as (part, name, change)."""
        result = self.run_tool("verify", *arguments, "--format", "json", **settings)
        self.assertEqual(result.returncode, code, result.stdout.decode() + result.stderr.decode())
        lines = [json.loads(line) for line in result.stdout.decode().splitlines()]
        return [[(d["part"], d["name"], d["change"]) for d in line["differences"]] for line in lines]

    def test_the_manifest_says_all(self):
        result = self.convert(CLEANING)
        manifest = json.loads((result / "manifest.json").read_text())
        self.assertEqual((manifest["format"], manifest["submission"]), ("maatwerk-manifest/1", CLEANING.name))
        version = self.run_tool("--version").stdout.decode()
        self.assertIn(manifest["tool"], version)
        files = {"inputs": (CLEANING, sorted(CLEANING.iterdir())), "register": (REGISTER, sorted(REGISTER.rglob("*.csv"))),
                 "outputs": (result, sorted(path for path in result.rglob("*") if path.is_file() and path.name != "manifest.json"))}
        for part, (root, paths) in files.items():
            told = {f["name"]: (f["bytes"], f["sha256"]) for f in manifest[part]}
            for path in paths:
                name = str(path.relative_to(root)) if part == "outputs" else path.name
                data = path.read_bytes()
                self.assertEqual(told.get(name), (len(data), hashlib.sha256(data).hexdigest()), f"{part} {name}")
            self.assertEqual(len(told), len(paths), part)
        valued = json.loads((self.convert(EXAMPLES / "groen-klassiek-2026-h1") / "manifest.json").read_text())
        self.assertEqual(valued["tables"], ["HAAGLANDEN-2023-07"])

    def test_what_changed_is_named(self):
        whole = self.convert(CLEANING)
        self.assertEqual(self.verify(whole), [[]])

        def write(name, data=b"x"):
            return lambda result: (result / name).write_bytes(data)

        def fill_in(result):
            book = load(result / "rapport.xlsx")
            book["Leeswijzer"]["A1"] = "iets anders"
            book.save(result / "rapport.xlsx")

        cases = [
            (write("bevindingen.json"), [("output", "bevindingen.json", "changed")]),
            (write("terugkoppeling.xlsx"), [("output", "terugkoppeling.xlsx", "changed")]),
            (fill_in, [("output", "rapport.xlsx", "changed")]),
            (lambda result: (result / "retourbericht.txt").unlink(), [("output", "retourbericht.txt", "missing")]),
            (write("gegevens/inzet.csv"), [("output", "gegevens/inzet.csv", "changed")]),
            (write("gegevens/nieuw.csv"), [("output", "gegevens/nieuw.csv", "added")]),
            (write("retourbericht.eml"), [("output", "retourbericht.eml", "added")]),
            (write("aantekening van ons.txt"), []),
        ]
        for number, (change, expected) in enumerate(cases):
            with self.subTest(expected=expected):
                copy = self.folder / f"kopie-{number}"
                shutil.copytree(whole, copy)
                change(copy)
                self.assertEqual(self.verify(copy, code=1 if expected else 0), [expected])
        shutil.rmtree(whole / "gegevens")
        self.assertEqual({change for _, _, change in self.verify(whole, code=1)[0]}, {"missing"})

    def test_a_folder_of_results(self):
        self.convert(*sorted(EXAMPLES.iterdir()))
        output = self.folder / "uit"
        self.assertEqual(self.verify(output), [[]] * len(list(EXAMPLES.iterdir())))
        (output / "eenvoudig/manifest.json").write_text("{")
        result = self.run_tool("verify", output)
        self.assertEqual(result.returncode, 1)
        lines = result.stdout.decode().splitlines()
        self.assertEqual(sum("niets veranderd" in line for line in lines), len(lines) - 1)
        self.assertEqual([line for line in lines if "geen manifest.json" in line][0].split(":")[0], str(output / "eenvoudig"))
        # Made again it has one; nothing else was made again.
        self.convert(EXAMPLES / "eenvoudig.csv", options=["--rebuild"])
        self.assertEqual(self.run_tool("verify", output, "--quiet").stdout, b"")

    def test_replayed_it_is_the_same(self):
        packed = self.folder / "groen.zip"
        with zipfile.ZipFile(packed, "w") as archive:
            for file in (EXAMPLES / "groen-klassiek-2026-h1").iterdir():
                archive.write(file, file.name)
        earlier = self.convert(CLEANING, output="eerder")
        later = EXAMPLES / "schoonmaak-sanitair-2026-q3"
        cases = [
            (CLEANING, [], {}), (EXAMPLES / "eenvoudig.csv", ["--language", "en"], {}), (packed, ["--rules-as-of", "01-02-2026"], {}),
            (later, [], {"SOURCE_DATE_EPOCH": "1790000000"}), (EXAMPLES / "haastig-excel-2026-q2", ["--only", "rapport"], {}),
            (earlier / "terugkoppeling.xlsx", [], {}),
        ]
        for number, (path, options, environment) in enumerate(cases):
            with self.subTest(path=path.name):
                result = self.convert(path, output=f"uit-{number}", options=options, environment=environment)
                # Neither the language nor the clock of who verifies matters.
                other = {"MAATWERK_LANGUAGE": "en", "SOURCE_DATE_EPOCH": "1"}
                self.assertEqual(self.verify(result, "--replay", path, "--register", REGISTER, environment=other), [[]])
        # Another machine packs workbooks otherwise: the parts are the same, and that is said. A part that differs is no packing.
        result = self.convert(CLEANING, output="anders-ingepakt", environment={"MAATWERK_COMPRESSOR": "zlib"})
        if "ISA-L" in self.run_tool("--version", "--verbose").stdout.decode():
            replay = ("--replay", CLEANING, "--register", REGISTER)
            done = json.loads(self.run_tool("verify", result, *replay, "--format", "json").stdout)
            self.assertEqual((done["differences"], done["repacked"], done["unchanged"]), ([], ["rapport.xlsx", "terugkoppeling.xlsx"], True))
            said = self.run_tool("verify", result, *replay).stdout.decode()
            self.assertIn("anders ingepakt", said)
            self.assertNotIn("gelijk, byte voor byte (", said)
            manifest = json.loads((result / "manifest.json").read_text())
            with zipfile.ZipFile(result / "rapport.xlsx") as book:
                parts = {name: book.read(name) for name in book.namelist()}
            parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"</cp:coreProperties>", b"<!-- --></cp:coreProperties>")
            with zipfile.ZipFile(result / "rapport.xlsx", "w") as book:
                for name, data in parts.items():
                    book.writestr(name, data)
            data = (result / "rapport.xlsx").read_bytes()
            entry = next(entry for entry in manifest["outputs"] if entry["name"] == "rapport.xlsx")
            entry.update(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
            (result / "manifest.json").write_text(json.dumps(manifest))
            self.assertEqual(self.verify(result, *replay, code=1), [[("output", "rapport.xlsx", "changed")]])
        result = self.convert(later, output="met-eerder", options=["--previous", earlier])
        self.assertEqual(self.verify(result, "--replay", later, "--register", REGISTER, "--previous", earlier), [[]])
        without = self.verify(result, "--replay", later, "--register", REGISTER, code=1)[0]
        self.assertLessEqual({("previous", f"{CLEANING.name}/inzet.csv", "missing"), ("output", "bevindingen.json", "changed")}, set(without))

    def test_what_was_forgotten_at_a_replay_is_asked_for(self):
        result = self.convert(CLEANING)
        said = self.run_tool("verify", result, "--replay", CLEANING).stdout.decode()
        self.assertIn("gemaakt met een contractregister. Geef het ook: --register MAP", said)
        self.assertNotIn("--previous", said)
        later = self.convert(EXAMPLES / "schoonmaak-sanitair-2026-q3", output="met-eerder", options=["--previous", result])
        replay = ("verify", later, "--replay", EXAMPLES / "schoonmaak-sanitair-2026-q3", "--register", REGISTER)
        said = self.run_tool(*replay).stdout.decode()
        self.assertIn("gemaakt met eerdere resultaten. Geef de mappen daarvan ook: --previous MAP", said)
        self.assertNotIn("alle meegegeven resultaten", self.run_tool(*replay, "--language", "en").stdout.decode())

    def test_replayed_from_something_else(self):
        inbox = self.submission("levering", inzet=placements(4))
        result = self.convert(inbox)
        register = self.folder / "register"
        shutil.copytree(REGISTER, register)
        (inbox / "inzet.csv").write_text(placements(3))
        found = self.verify(result, "--replay", inbox, "--register", REGISTER, code=1)[0]
        self.assertEqual(found[0], ("input", "inzet.csv", "changed"))
        self.assertIn(("output", "rapport.xlsx", "changed"), found)
        (inbox / "inzet.csv").write_text(placements(4))
        contracts = register / "contracten.csv"
        contracts.write_bytes(contracts.read_bytes().replace(b"Sanitaire supplies", b"Sanitair"))
        found = self.verify(result, "--replay", inbox, "--register", register, code=1)[0]
        self.assertEqual([item for item in found if item[0] != "output"], [("register", "contracten.csv", "changed")])
        self.assertIn(("output", "rapport.xlsx", "changed"), found)
        self.assertNotIn(("output", "gegevens/inzet.csv", "changed"), found)

    def test_parts_made_apart_are_all_in_the_manifest(self):
        for only in ("rapport", "gegevens", "bevindingen"):
            result = self.convert(CLEANING, options=["--only", only])
        names = {f["name"] for f in json.loads((result / "manifest.json").read_text())["outputs"]}
        self.assertLessEqual({"rapport.xlsx", "bevindingen.json", "gegevens/inzet.csv"}, names)
        self.assertEqual(self.verify(result), [[]])

    def test_wrong_use(self):
        output = self.convert(CLEANING).parent
        self.convert(EXAMPLES / "eenvoudig.csv")
        for arguments, code in (
                ([self.folder / "nergens"], 2), ([EXAMPLES], 3), ([output, "--replay", CLEANING], 2),
                ([output / CLEANING.name, "--replay", self.folder / "nergens"], 2), ([], 2)):
            result = self.run_tool("verify", *arguments)
            self.assertEqual((result.returncode, result.stdout), (code, b""), arguments)
            self.assertTrue(result.stderr)
