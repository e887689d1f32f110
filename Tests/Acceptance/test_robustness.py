"""No input ends the command by a signal, and no row is lost."""
import csv
import json
import os
import random
import resource
import shutil

from support import COVER, PLACEMENT_HEADING, REGISTER, ToolTest, placements


class NameTest(ToolTest):
    def test_a_folder_whose_name_is_no_utf_8_is_refused_and_nothing_is_made(self):
        """An old program wrote é as one byte: a folder was made under another name, or was called missing while it was there. A delivery may have
        such a name."""
        sound = self.submission("gezond")
        folder, odd = str(self.folder), os.fsdecode(os.fsencode(self.folder) + b"/caf\xe9")
        shutil.copytree(REGISTER, odd)
        for arguments in (["convert", sound, "--output", odd + "-uit"], ["check", sound, "--register", odd],
                          ["check", sound, "--register=" + odd], ["template", "--output", odd + "-sjabloon"],
                          ["convert", sound, "--output", folder + "/uit", "--previous", odd], ["status", odd, "--register", REGISTER],
                          ["consolidate", odd, "--output", folder + "/m.xlsx"], ["compare", odd, odd], ["verify", odd]):
            with self.subTest(arguments=str(arguments)):
                result = self.run_tool(*arguments)
                self.assertEqual(result.returncode, 2)
                self.assertIn("geen UTF-8", result.stderr.decode())
        self.assertEqual(sorted(os.listdir(os.fsencode(folder))), [b"caf\xe9", b"gezond"])
        delivery = os.fsdecode(os.fsencode(folder) + b"/lev\xe9ring")
        shutil.copytree(sound, delivery)
        self.assertIn(self.run_tool("check", delivery).returncode, (0, 1))


class PoisonTest(ToolTest):
    POISON = {
        "leeg": b"",
        "alleen-bom": b"\xef\xbb\xbf",
        "nullen": b"\0" * 5000,
        "zip": b"PK\x03\x04" + bytes(range(256)) * 20,
        "pdf": b"%PDF-1.7\n" + bytes(range(256)) * 20,
        "een-aanhalingsteken": b'"',
        "alleen-scheidingstekens": b";;;;\r\n" * 50,
        "grote-cel": PLACEMENT_HEADING.encode() + b"\r\n" + b"x" * 3_000_000 + b"\r\n",
        "brede-rij": (";".join(f"k{number}" for number in range(20_000)) + "\r\n").encode() * 2,
        "halve-utf16": b"\xff\xfei\0n\0z\0e",
        "sep-zonder-rest": b"sep=;",
        "stuurtekens": PLACEMENT_HEADING.encode() + b"\r\nP-1;\x01\x02\x1b;D\xef\xbf\xbe;PW\r\n",
    }

    def test_poison_is_reported_and_stops_nothing(self):
        sound = self.submission("gezond")
        poisoned = [self.submission(name, inzet=data) for name, data in self.POISON.items()]
        result = self.run_tool("convert", *poisoned, sound, "--output", self.folder / "uit", "--jobs", 2)
        self.assertIn(result.returncode, (0, 3))
        self.assertTrue((self.folder / "uit/gezond/rapport.xlsx").exists())
        for name in self.POISON:
            if name == "brede-rij":
                wide = self.run_tool("check", self.folder / name)
                self.assertEqual(wide.returncode, 3)
                self.assertIn("16384 kolommen", wide.stderr.decode(), "a limit is named")
                continue
            found = self.check(self.folder / name)
            self.assertEqual(found["rows"]["read"], found["rows"]["accepted"] + found["rows"]["set_aside"], name)

    def test_mutated_files_never_crash(self):
        chance = random.Random(20260331)
        base = (placements(6) + 'x;"a\r\nb";c\r\n').encode()
        for number in range(60):
            data = bytearray(base)
            for _ in range(chance.randint(1, 12)):
                position = chance.randrange(len(data))
                action = chance.randrange(3)
                if action == 0:
                    data[position] = chance.randrange(256)
                elif action == 1:
                    del data[position:position + chance.randint(1, 9)]
                else:
                    data[position:position] = bytes(chance.choice(b'";,\r\n\0\xff=') for _ in range(chance.randint(1, 5)))
            folder = self.submission(f"m{number}", inzet=bytes(data))
            found = self.check(folder)
            self.assertEqual(found["rows"]["read"], found["rows"]["accepted"] + found["rows"]["set_aside"])


class RealFileTest(ToolTest):
    """The same rows in every shape that real files have give the same result."""

    def variants(self):
        text = placements(3)
        yield "utf8", text.encode()
        yield "bom", b"\xef\xbb\xbf" + text.encode()
        yield "utf16", b"\xff\xfe" + text.encode("utf-16-le")
        yield "utf16be", b"\xfe\xff" + text.encode("utf-16-be")
        yield "lf", text.replace("\r\n", "\n").encode()
        yield "cr", text.replace("\r\n", "\r").encode()
        yield "tab", text.replace(";", "\t").encode()
        yield "pipe", text.replace(";", "|").encode()
        yield "komma", text.replace("24,0", "24.0").replace(";", ",").encode()
        yield "sep", b"sep=;\r\n" + text.encode()
        yield "zonder-einde", text.strip().encode()
        yield "lege-rijen", (text + ";;;;;;;;;;;\r\n" * 4 + "\r\n\r\n").encode()
        yield "lege-kolommen", "\r\n".join(line + ";;;" for line in text.splitlines()).encode()
        yield "kopjes", text.replace("uren_per_week", "Uren per week").replace("begindatum", "BEGIN-DATUM").encode()
        yield "aanhalingstekens", "\r\n".join(
            ";".join(f'"{cell}"' for cell in line.split(";")) for line in text.splitlines()).encode()
        yield "spaties", text.replace("PW", " PW\u00a0").encode()
        yield "volledige-namen", text.replace(";PW;", ";Participatiewet;").encode()
        yield "iso-datums", text.replace("01-04-2026", "2026-04-01").encode()
        yield "schuine-streep", text.replace("01-04-2026", "1/4/2026").encode()

    def test_every_shape_reads_the_same(self):
        wanted = None
        for name, data in self.variants():
            with self.subTest(variant=name):
                folder = self.submission(name, inzet=data)
                self.run_tool("convert", folder, "--output", self.folder / "uit", "--only", "gegevens")
                rows = (self.folder / "uit" / name / "gegevens/inzet.csv").read_text()
                wanted = wanted or rows
                self.assertEqual(rows, wanted)
                self.assertEqual(self.check(folder)["counts"]["fout"], 0)

    def test_windows_1252_with_a_euro_sign(self):
        data = placements(1, "café, kosten € 5").encode("cp1252")
        folder = self.submission(inzet=data, voorblad=COVER.encode("cp1252"))
        self.run_tool("convert", folder, "--output", self.folder / "uit", "--only", "gegevens")
        self.assertIn("café, kosten € 5", (self.folder / "uit/inzending/gegevens/inzet.csv").read_text())

    def test_a_quote_that_never_closes_costs_one_row(self):
        lines = placements(5).splitlines()
        lines[2] = lines[2].replace("direct:", '"direct:')
        found = self.check(self.submission(inzet="\r\n".join(lines) + "\r\n"))
        self.assertEqual(found["rows"]["set_aside"], 1)
        self.assertEqual(found["rows"]["read"], 6)
        damaged = [f for f in found["findings"] if f["row"] == 3]
        self.assertEqual([f["line"] for f in damaged], [3] * len(damaged))
        self.assertTrue(damaged)


class MissingColumnTest(ToolTest):
    """A table without one of its columns still gives every output: figures that lean on the column are then empty."""

    def test_each_column_of_each_table_can_be_missing(self):
        tables = {
            "inzet": (PLACEMENT_HEADING, placements().splitlines()[1]),
            "bewijs": ("bewijs_id;hoort_bij;soort;gezien_op", "B-1;P-001;registercontrole;01-04-2026"),
            "sociale_inkoop": (
                "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw",
                "BZK-2026-0147;87654321;Sociaal Voorbeeld;F-1;01-05-2026;100,00"),
            "afspraken": (
                "afspraak_id;contractnummer;doel;eigenaar;aantal;eenheid;streefdatum;status",
                "A-1;BZK-2026-0147;vast werk;samen;2;plekken;01-12-2026;open"),
            "activiteiten": ("contractnummer;soort;datum;uren", "BZK-2026-0147;gastles;01-05-2026;4"),
            "knelpunten": ("contractnummer;soort;omschrijving;hulpvraag", "BZK-2026-0147;uitval;meer hulp nodig;ja"),
            "uren": ("inzet_id;periode;gewerkte_uren", "P-001;2026-Q2;80"),
        }
        for table, (heading, row) in tables.items():
            for position, column in enumerate(heading.split(";")):
                texts = {name: "\r\n".join(lines) + "\r\n" for name, lines in tables.items()}
                texts[table] = "\r\n".join(
                    ";".join(cell for index, cell in enumerate(line.split(";")) if index != position)
                    for line in (heading, row)) + "\r\n"
                with self.subTest(table=table, column=column):
                    folder = self.submission(f"{table}-{column}", **texts)
                    result = self.run_tool("convert", folder, "--output", self.folder / "uit")
                    self.assertEqual(result.returncode, 0, result.stderr.decode())


class SizeTest(ToolTest):
    """Sizes that data decide are made to fit a sheet, and what does not fit one cell or sheet is not lost."""

    def test_headings_and_names_of_any_size(self):
        lines = placements(2).splitlines()
        sizes = {
            "lange-kop": ["k" * 330], "drie-koppen": ["a" * 189, "b" * 189, "c" * 189], "regeleinden": ["\n" * 33 + "x"],
            "woorden": ["woord " * 400], "reuzenkop": ["k" * 40_000], "veel-regels": ["r\n" * 40_000],
            "gelijk": ["zelfde" * 100] * 30, "puntjes": ["_x0041_" * 6_000],
        }
        for name, headings in sizes.items():
            with self.subTest(name):
                quoted = "".join(f';"{heading}"' for heading in headings)
                text = "\r\n".join([lines[0] + quoted, *(line + ";w" * len(headings) for line in lines[1:])]) + "\r\n"
                cover = COVER.replace("Voorbeeld Schoon B.V.", f'"{headings[0]} B.V."')
                folder = self.submission(name, inzet=text, voorblad=cover)
                result = self.run_tool("convert", folder, "--output", self.folder / "uit")
                self.assertEqual(result.returncode, 0, result.stderr.decode())
                self.assertTrue((self.folder / "uit" / name / "terugkoppeling.xlsx").exists())

    def test_a_rejected_row_is_kept_cell_by_cell(self):
        width = 5_000
        lines = placements(2).splitlines()
        heading = lines[0] + "".join(f";eigen {number}" for number in range(width)) + ";BSN"
        values = [f"{number}: waarde; met \"\"aanhaling\"\"" for number in range(width)]
        rest = "".join(f';"{value}"' for value in values) + ";123456782"
        bad = lines[1].replace("01-04-2026", "31-02-2026") + rest
        folder = self.submission(inzet="\r\n".join([heading, bad, lines[2] + rest]) + "\r\n")
        result = self.run_tool("convert", folder, "--output", self.folder / "uit")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        data = self.folder / "uit/inzending/gegevens"
        with open(data / "afgekeurd.csv", encoding="utf-8", newline="") as file:
            cells = list(csv.DictReader(file))
        self.assertEqual({(cell["tabel"], cell["bestand"], cell["rij"], cell["regel"]) for cell in cells},
                         {("Inzet", "inzet.csv", "2", "2")})
        own = [cell for cell in cells if cell["kolom"].startswith("eigen ")]
        self.assertEqual([cell["kolom"] for cell in own], [f"eigen {number}" for number in range(width)])
        self.assertEqual([cell["waarde"] for cell in own], [value.replace('""', '"') for value in values])
        self.assertTrue(all("BST-11" in cell["bevindingen"].split() for cell in cells))
        self.assertEqual([cell["waarde"] for cell in cells if cell["kolom"] == "begindatum"], ["31-02-2026"])
        self.assertEqual([cell["waarde"] for cell in cells if cell["kolom"] == "BSN"], ["*" * 9])
        package = json.loads((data / "datapackage.json").read_text())
        resource = next(r for r in package["resources"] if r["path"] == "afgekeurd.csv")
        self.assertEqual(resource["rows"], len(cells))
        self.assertEqual([field["name"] for field in resource["schema"]["fields"]], list(cells[0]))


class RepeatingTest(ToolTest):
    """What comes back many times costs as much as it is long: nothing is laid beside all of its like, or written down as often as it occurs."""

    def seconds(self, *arguments):
        """What a run takes of the processor."""
        def used():
            usage = resource.getrusage(resource.RUSAGE_CHILDREN)
            return usage.ru_utime + usage.ru_stime

        before = used()
        self.assertIn(self.run_tool(*arguments).returncode, (0, 1))
        return used() - before

    def test_a_text_full_of_names_is_one_finding(self):
        names = "Jan Jansen belde met Piet de Vries, BSN 123456782. "
        found = {}
        for count in (1, 2000):
            result = self.check(self.submission(f"{count}-keer", inzet=placements(1, names * count)))
            found[count] = [finding["rule"] for finding in result["findings"]]
            values = [finding["value"] or "" for finding in result["findings"]]
            self.assertFalse(any("Jansen" in value or "Vries" in value or "123456782" in value for value in values))
        self.assertEqual(found[2000], found[1])
        self.assertEqual([found[1].count(rule) for rule in ("AVG-01", "AVG-03")], [1, 1])

    def test_rows_of_one_invoice_are_looked_up(self):
        heading = "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw\r\n"
        taken = {}
        for count in (8_000, 32_000):
            rows = "".join(f"BZK-2026-0147;90000001;Voorbeeld Sociaal Werk B.V.;F-1;30-04-2026;{number},00\r\n" for number in range(1, count + 1))
            folder = self.submission(f"{count}-rijen", sociale_inkoop=heading + rows)
            taken[count] = self.seconds("check", folder, "--format", "json")
        self.assertLess(taken[32_000], 8 * taken[8_000] + 1)

    def test_agreements_about_one_topic_are_looked_up(self):
        taken = {}
        for count in (4_000, 32_000):
            register = self.folder / f"register-{count}"
            shutil.copytree(REGISTER, register)
            rows = "".join(f"BZK-2026-0147;loopt-achter/bzk-2026-0147;2026-Q1;afspraak {number};leverancier\n" for number in range(count))
            (register / "besluiten.csv").write_text("contractnummer;onderwerp;periode;afspraak;wie\n" + rows, encoding="utf-8")
            folder = self.submission(f"{count}-afspraken", inzet=placements(1, ""))
            taken[count] = self.seconds("convert", folder, "--register", register, "--output", self.folder / "uit", "--only", "retourbericht")
        self.assertLess(taken[32_000], 16 * taken[4_000] + 1)
