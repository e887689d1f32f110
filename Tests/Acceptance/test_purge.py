"""`maatwerk purge`: removes results whose retention period is over, and nothing else."""
import csv
import json
import shutil

from support import EXAMPLES, REGISTER, ToolTest

NAMES = ("schoonmaak-sanitair-2026-q2", "groen-klassiek-2026-h1", "catering-maatwerk-2026-q2")


class PurgeTest(ToolTest):
    def setUp(self):
        super().setUp()
        self.out = self.folder / "uit"
        done = self.run_tool("convert", *(EXAMPLES / name for name in NAMES), "--register", REGISTER, "--output", self.out, "--quiet")
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def register(self, **days):
        """The example's register, with bewaren_tot of some contracts."""
        folder = self.folder / "register"
        shutil.copytree(REGISTER, folder)
        path = folder / "contracten.csv"
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
        if "bewaren_tot" not in rows[0]:
            rows = [rows[0] + ["bewaren_tot"]] + [row + [""] for row in rows[1:]]
        column, number = rows[0].index("bewaren_tot"), rows[0].index("contractnummer")
        for row in rows[1:]:
            row[column] = days.get(row[number].replace("-", "_"), "")
        path.write_text("\r\n".join(";".join(row) for row in rows) + "\r\n", encoding="utf-8")
        return folder

    def results(self):
        return sorted(path.name for path in self.out.iterdir() if path.is_dir() and not path.name.startswith("."))

    def listed(self):
        lines = [json.loads(line) for line in (self.out / "samenvatting.jsonl").read_text(encoding="utf-8").splitlines()]
        return sorted(line["submission"] for line in lines if "submission" in line)

    def purge(self, *options, status=0):
        done = self.run_tool("purge", self.out, *options)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stdout.decode()

    def test_only_what_may_go_goes(self):
        register = self.register(BZK_2026_0147="31-12-2026", BZK_2026_0233="01-01-2027")
        said = self.purge("--before", "01-01-2027", "--register", register, "--dry-run")
        self.assertIn("Zou weggaan: ", said)
        self.assertEqual(self.results(), sorted(NAMES))
        said = self.purge("--before", "01-01-2027", "--register", register)
        self.assertEqual(self.results(), sorted(NAMES[1:]))
        self.assertEqual(self.listed(), sorted(NAMES[1:]))
        self.assertFalse((self.out / f".maatwerk/{NAMES[0]}.json").exists())
        self.assertIn("bewaren mocht tot en met 31-12-2026", said)
        self.assertIn("BZK-2026-0233 mag bewaard worden tot en met 01-01-2027", said)
        self.assertIn("het register noemt geen bewaren_tot voor contract", said)
        # Once more there is nothing left to do.
        self.assertIn("0 verwijderd, 2 blijven.", self.purge("--before", "01-01-2027", "--register", register))

    def test_programs_read_the_same(self):
        register = self.register(BZK_2026_0147="31-12-2026", BZK_2026_0233="01-01-2027")
        options = ("--before", "01-01-2027", "--register", register, "--format", "json")
        planned = json.loads(self.purge(*options, "--dry-run"))
        self.assertTrue(planned["dry_run"])
        self.assertEqual(self.results(), sorted(NAMES))
        done = json.loads(self.purge(*options))
        self.assertEqual((done["format"], done["before"], done["removed"], done["kept"]), ("maatwerk-opschoning/1", "2027-01-01", 1, 2))
        self.assertEqual(
            {entry["result"].rsplit("/", 1)[-1]: (entry["action"], entry["code"]) for entry in done["results"]},
            {NAMES[0]: ("removed", "retention_over"), NAMES[1]: ("kept", "no_retention"), NAMES[2]: ("kept", "retention_runs")})
        self.assertEqual(
            [dict(entry, action="kept") for entry in done["results"]], [dict(entry, action="kept") for entry in planned["results"]])
        self.assertEqual(self.results(), sorted(NAMES[1:]))

    def test_without_a_register_the_period_counts(self):
        self.purge("--before", "30-06-2026")
        self.assertEqual(self.results(), sorted(NAMES))
        self.purge("--before", "01-07-2026")
        self.assertEqual(self.results(), [])

    def test_the_files_of_others_stay(self):
        note = self.out / NAMES[0] / "notitie.txt"
        note.write_text("van mij")
        outside = self.folder / "buiten"
        outside.mkdir()
        (outside / "gegevens").mkdir()
        (outside / "gegevens/inzet.csv").write_text("niet van hier")
        (self.out / "verwijzing").symlink_to(outside)
        said = self.purge("--before", "01-01-2028")
        self.assertIn("notitie.txt", said)
        self.assertEqual([path.name for path in (self.out / NAMES[0]).iterdir()], ["notitie.txt"])
        self.assertTrue((outside / "gegevens/inzet.csv").exists())

    def test_what_cannot_be_read_stays(self):
        (self.out / NAMES[0] / "gegevens/voorblad.csv").write_bytes(b"\xff\xfe\x00")
        said = self.purge("--before", "01-01-2028")
        self.assertIn(NAMES[0], self.results())
        self.assertIn("Blijft", said)

    def test_wrong_use(self):
        self.purge("--before", "gisteren", status=2)
        (self.folder / "leeg").mkdir()
        self.assertEqual(self.run_tool("purge", self.folder / "leeg", "--before", "01-01-2027").returncode, 2)
        self.assertEqual(self.run_tool("purge", self.folder / "weg", "--before", "01-01-2027").returncode, 2)
