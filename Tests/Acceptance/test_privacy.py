"""A refused value stands in no output byte of any kind: files, file names, archives, console."""
import io
import pathlib
import zipfile

from support import COVER, PLACEMENT_HEADING, ToolTest, placements

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
