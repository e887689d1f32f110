"""A refused value stands in no output byte of any kind: files, file names, archives, console."""
import io
import pathlib
import shutil
import zipfile

from support import COVER, PLACEMENT_HEADING, REGISTER, ToolTest, placements

BSN = "999990019"
IBAN = "NL91ABNA0417164300"
NAME = "Verzonnennaam-Testpersoon"


def output_bytes(folder):
    """Everything that was written below `folder`, archives unpacked, with the paths themselves."""
    for path in sorted(pathlib.Path(folder).rglob("*")):
        yield str(path.relative_to(folder)).encode()
        if path.is_file():
            data = path.read_bytes()
            yield data
            if data[:2] == b"PK":
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    for name in archive.namelist():
                        yield name.encode()
                        yield archive.read(name)


class LeakTest(ToolTest):
    def assert_no_leak(self, folder, *secrets, name=None):
        outputs = [self.run_tool("check", folder, "--format", form) for form in ("text", "json", "csv")]
        outputs += [self.run_tool("convert", folder, "--output", self.folder / "uit")]
        written = [o.stdout for o in outputs] + [o.stderr for o in outputs] + list(output_bytes(self.folder / "uit"))
        for secret in secrets:
            for text in written:
                self.assertNotIn(secret.encode(), text)

    def test_number_in_every_column_of_a_placement(self):
        columns = PLACEMENT_HEADING.split(";")
        for position, column in enumerate(columns):
            with self.subTest(column=column):
                row = placements().splitlines()[1].split(";")
                row[position] = BSN
                folder = self.submission("k-" + column, inzet=PLACEMENT_HEADING + "\r\n" + ";".join(row) + "\r\n")
                self.assert_no_leak(folder, BSN)

    def test_spellings_of_a_number(self):
        for index, spelling in enumerate(("999 990 019", "9999.90.019", "999-990-019", "'999990019", "BSN999990019",
                                          "999990019,00", "nr.999990019.", "\u00a0999990019")):
            with self.subTest(spelling=spelling):
                folder = self.submission(f"s{index}", inzet=placements(1, f"bel {spelling} even"))
                found = self.check(folder)
                self.assertIn("AVG-01", [f["rule"] for f in found["findings"]])
                self.assert_no_leak(folder, spelling, BSN)

    def test_what_was_typed_on_the_command_line(self):
        """A message may quote what was typed, whatever refuses it, and masks it."""
        folder = self.submission("a")
        for secret in (BSN, IBAN, "naam@voorbeeld.example", "06-12345678", "mevr. Voorbeeldstra", "geboren 12-03-1988"):
            for arguments in ((secret,), ("--" + secret,), ("check", folder, "--format", secret), ("check", folder, "--format=" + secret),
                              ("check", folder, "--language", secret), ("check", folder, "--" + secret, "x"), ("explain", secret), ("check", secret),
                              ("convert", folder, "--output", self.folder / "uit", "--only", secret), ("rules", "--format", secret),
                              ("check", folder, "--rules-as-of", secret), ("purge", folder, "--before", secret)):
                with self.subTest(arguments=arguments):
                    outcome = self.run_tool(*arguments)
                    self.assertIn(outcome.returncode, (2, 3))
                    self.assertNotIn(secret.split()[-1].encode(), outcome.stdout + outcome.stderr)
                    self.assertTrue(outcome.stderr + outcome.stdout)
        # What is no such thing is quoted as it was typed.
        self.assertIn(b"'xml'", self.run_tool("check", folder, "--format", "xml").stderr)

    def test_account_number(self):
        for index, spelling in enumerate((IBAN, "NL91 ABNA 0417 1643 00", IBAN.lower())):
            folder = self.submission(f"i{index}", inzet=placements(1, f"betaald op {spelling}"))
            self.assertIn("AVG-08", [f["rule"] for f in self.check(folder)["findings"]])
            self.assert_no_leak(folder, spelling)

    def test_columns_that_ask_for_what_is_not_asked(self):
        for index, (heading, rule) in enumerate((("naam", "AVG-03"), ("Achternaam", "AVG-03"), ("BSN", "AVG-02"),
                                                 ("sofi-nummer", "AVG-02"), ("geboortedatum", "AVG-04"),
                                                 ("e-mail", "AVG-05"), ("Naam deelnemer", "AVG-03"))):
            with self.subTest(heading=heading):
                lines = placements(2).splitlines()
                text = "\r\n".join([lines[0] + ";" + heading] + [line + ";" + NAME for line in lines[1:]]) + "\r\n"
                folder = self.submission(f"h{index}", inzet=text)
                self.assertIn(rule, [f["rule"] for f in self.check(folder)["findings"]])
                self.assert_no_leak(folder, NAME)

    def test_number_in_places_that_are_no_cell_of_a_row(self):
        lines = placements(2).splitlines()
        for index, text in enumerate((
            f"Rapportage over {BSN}\r\n" + placements(),
            placements().replace("toelichting", f"toelichting {BSN}"),
            "\r\n".join([lines[0], lines[1] + f";extra;{BSN}", lines[2]]) + "\r\n",
            "\r\n".join([lines[0], lines[1] + f'"open {BSN}', lines[2]]) + "\r\n",
        )):
            with self.subTest(index=index):
                self.assert_no_leak(self.submission(f"p{index}", inzet=text), BSN)

    def test_number_in_names_of_files_and_folders(self):
        folder = self.submission(f"dossier-{BSN}")
        (folder / f"brief {BSN}.txt").write_text("geen tabel")
        self.assert_no_leak(folder, BSN)

    def test_number_in_other_tables(self):
        tables = {
            "bewijs": f"bewijs_id;hoort_bij;soort;verwijzing\r\nB-1;P-001;registercontrole;kopie {BSN}\r\n",
            "knelpunten": f"contractnummer;soort;omschrijving\r\nBZK-2026-0147;uitval;persoon {BSN} is uitgevallen\r\n",
            "voorbeelden": f"contractnummer;titel;verhaal;deelbaar\r\nBZK-2026-0147;{BSN};mooi;nee\r\n",
            "voorblad": COVER.replace("Voorbeeld Schoon B.V.", f"Voorbeeld {BSN}"),
        }
        for table, text in tables.items():
            with self.subTest(table=table):
                self.assert_no_leak(self.submission("t-" + table, **{table: text}), BSN)

    def test_numbers_of_organisations_are_not_drowned_in_hits(self):
        found = self.check(self.submission(inzet=placements(30, "levering KvK 27376655, order 4500123456, tel. 14070")))
        self.assertEqual([f for f in found["findings"] if f["rule"].startswith("AVG") and f["severity"] != "signaal"], [])


class RegisterTest(ToolTest):
    """Where the register asks for a function or a mailbox, the name of a person is masked, told, and goes to no supplier."""

    MAILBOX = "contractmanagement@voorbeeldministerie.example"

    def found(self, manager):
        register = self.folder / "register"
        shutil.rmtree(register, ignore_errors=True)
        shutil.copytree(REGISTER, register)
        path = register / "contracten.csv"
        path.write_text(path.read_text("utf-8-sig").replace(self.MAILBOX, manager))
        for name in ("inzending", "uit"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        folder = self.submission("inzending", inzet=placements(1))
        result = self.run_tool("convert", folder, "--register", register, "--output", self.folder / "uit")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return [(f["rule"], f["column"]) for f in self.check(folder, "--register", register)["findings"]
                if f["file"] == "contracten.csv"]

    def test_a_name_is_masked_and_told(self):
        for name in ("Jan de Vries", "mevr. Jansen", "J.P. Voorbeeld"):
            self.assertEqual(self.found(name), [("AVG-03", "contractmanager")], name)
            for output in output_bytes(self.folder / "uit"):
                self.assertNotIn(name.encode(), output)

    def test_functions_and_mailboxes_are_none(self):
        for name in (self.MAILBOX, "Team Contractmanagement", "HR-adviseur", "Facilitair Beheer Den Haag", "IUC-Noord"):
            self.assertEqual(self.found(name), [], name)

    def test_a_department_is_no_person_in_a_column_of_codes(self):
        heading = "contractnummer;soort;fase;omschrijving;hulpvraag;actie;eigenaar"
        for number, (owner, rules) in enumerate((("HR-adviseur", ["BST-17"]), ("afdeling HR", ["BST-17"]), ("hr. Jansen", ["AVG-03"]))):
            folder = self.submission(f"eigenaar{number}", inzet=placements(1), knelpunten=(
                f"{heading}\r\nBZK-2026-0147;capaciteit;uitvoering;Te weinig begeleiders;nee;;{owner}\r\n"))
            found = self.check(folder, "--register", REGISTER)["findings"]
            self.assertEqual([f["rule"] for f in found if f["file"] == "knelpunten.csv"], rules, owner)
