"""A sample of each thing that can be added: the new files, and the places in files that are there.

A place is (file, what stands there, what comes in its stead); what stands there must stand there once. `check` looks whether the built command
knows the sample.
"""
import csv
import json
import subprocess
import zipfile

RULE = '''import SocialReturnModel

/// A placement of this sample is for one hour at least.
enum SampleAdded: RowRule {
    static let facts = RuleMetadata(
        "INZ-98", since: .v2026_3, .signal, level: .row, basis: .own, column: .of(\\Placement.hoursPerWeek),
        needs: [.table(.placements)],
        name: Text(nl: "Toegevoegd", en: "Added"),
        message: Text(nl: "Toegevoegde regel ziet {value}.", en: "The rule that was added sees {value}."),
        remedy: Text(nl: "Niets.", en: "Nothing."), why: Text(nl: "Als proef.", en: "To try."),
        examples: [.triggers("inzet: uren_per_week=24")])

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        row.hoursPerWeek == nil ? .pass : .fail
    }
}
'''

TABLE = '''/// A sample of a table of the register: a row of `proeven.csv`.
public struct SampleTable: TableRow {
    /// Column `proefnummer`.
    public var number: Symbol?

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<SampleTable>(
        .samples, .register, at: 900, file: "proeven.csv", title: Text(nl: "Proeven", en: "Samples"),
        meaning: Text(nl: "Eén rij is een proef.", en: "One row is a sample."),
        columns: [
            .identifier(
                "proefnummer", \\.number, required: true, example: "P1", nl: "Het nummer van de proef.",
                en: "The number of the sample.")
        ])
}
'''

SUBMITTED_TABLE = '''/// A sample of a table of a submission: a row of `proefrijen.csv`.
public struct SubmittedSample: TableRow {
    /// Column `proefnummer`.
    public var number: Symbol?
    /// Column `contractnummer`.
    public var contract: Symbol?

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<SubmittedSample>(
        .submittedSamples, .submission, at: 900, file: "proefrijen.csv", title: Text(nl: "Proefrijen", en: "Sample rows"),
        meaning: Text(nl: "Eén rij is een proefrij.", en: "One row is a sample row."),
        sheetMeaning: Text(nl: "De proefrijen.", en: "The sample rows."),
        columns: [
            .identifier(
                "proefnummer", \\.number, required: true, example: "P1", nl: "Het nummer van de proef.",
                en: "The number of the sample."),
            .contract(\\.contract, nl: "Het nummer van de overeenkomst.", en: "The number of the contract."),
        ])
}
'''

SHEET = '''import SocialReturnModel
import Spreadsheets

extension ReportSheet {
    static let sample = ReportSheet(
        "Proefblad", at: 345, meaning: Text(nl: "Een proefblad.", en: "A sample of a sheet."), count: { _ in 2 },
        definition: { _ in .sample }, lines: { [$0.assessment.submission.name, "tweede"] })
}

extension SheetDefinition<String> {
    /// A sample of a sheet.
    static var sample: SheetDefinition {
        SheetDefinition(
            name: ReportSheet.sample.name, title: Text(nl: "Proefblad", en: "Sample"),
            explanation: Text(nl: "Een proef.", en: "A sample."),
            columns: [
                SheetColumn(Text(nl: "Regel", en: "Line"), key: "regel", width: 9...9) { line, _ in .text(line) }
            ])
    }
}
'''

MINISTRY_SHEET = '''import Consolidations
import SocialReturnModel
import Workbooks

extension MinistrySheet {
    static let sample = MinistrySheet(
        "Proefblad", at: 175, meaning: Text(nl: "Een proefblad.", en: "A sample of a sheet."),
        count: { $0.contracts.count }
    ) { _ in
        SheetDefinition(
            name: "Proefblad", title: Text(nl: "Proefblad", en: "Sample"),
            explanation: Text(nl: "Een proef.", en: "A sample."),
            columns: [
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 9...9) { line, _ in
                    .text(line.overview.contracts[line.index].facts.id)
                }
            ])
    }
}
'''

FORMAT = '''import Assessments

/// A sample of a form of output.
package enum SampleReport: MachineReport {
    package static let name = "proef"
    package static let opening = "begin;"
    package static let separator = ","
    package static let closing = "einde"

    package static func piece(of assessment: Assessment, _ origin: MachineOrigin) -> String {
        "\\(assessment.findings.all.count) bevindingen;"
    }

    package static func piece(unreadable message: String, _ origin: MachineOrigin) -> String { message }
}
'''

COMMAND = '''import ArgumentParser

/// A sample of a command.
struct SampleCommand: Subcommand {
    static let position = 900

    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "proef", abstract: Say.text(nl: "Een proef.", en: "A sample."))
    }

    @OptionGroup var common: CommonOptions

    func run() throws { Console.output("het is een proef") }
}
'''

VALUATION = "soort_regel;tabel_id;naam;bron;volledigheid;volledigheid_reden;voltijd_uren;blok_code;invoertabel;doelgroep;waarde;eenheid\n" \
    "tabel;PROEF-2026-01;Proeftabel;HAR;onvolledig;Een proef.;36;;;;;\nblok;PROEF-2026-01;;;;;;PW;inzet;PW;35000;jaar\n"

COVER = "leverancier_kvk;leverancier_naam;periode;sjabloonversie\n12345678;Voorbeeld;2026-Q2;1\n"


class Trial:
    """The built command with the samples in it, in a folder of its own."""

    def __init__(self, tool, folder):
        self.tool, self.folder = tool, folder

    def run(self, *arguments):
        done = subprocess.run([self.tool, *map(str, arguments)], cwd=self.folder, capture_output=True, text=True, timeout=300)
        if done.returncode not in (0, 1):
            raise AssertionError(f"{' '.join(map(str, arguments))}: {done.stderr}")
        return done.stdout

    def submission(self, **tables):
        folder = self.folder / "inzending"
        folder.mkdir(exist_ok=True)
        for name, text in {"voorblad": COVER, **tables}.items():
            (folder / f"{name}.csv").write_text(text)
        return folder

    def register(self, **tables):
        folder = self.folder / "register"
        folder.mkdir(exist_ok=True)
        for name, text in {"contracten": "contractnummer\nC-1\n", **tables}.items():
            (folder / f"{name}.csv").write_text(text)
        return folder


def has_rule(trial):
    placement = "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;uren_per_week;verband_opdracht\n" \
        "P-1;C-1;D-1;PW;12345678;dienstverband;bepaald;01-04-2026;24;direct: werk\n"
    found = json.loads(trial.run("check", trial.submission(inzet=placement), "--format", "json", "--language", "nl"))["findings"]
    assert "Toegevoegde regel ziet 24." in [f["message"] for f in found if f["rule"] == "INZ-98"], found
    assert "INZ-98" in trial.run("rules", "--format", "markdown")


def has_column(trial):
    trial.run("template", "--output", trial.folder / "sjabloon", "--quiet")
    heading = (trial.folder / "sjabloon/csv/leerpunten.csv").read_text("utf-8-sig")
    assert "proefkolom" in heading, heading
    assert "proefkolom" in (trial.folder / "sjabloon/veldengids.md").read_text()
    folder = trial.submission(leerpunten="contractnummer;wat_geleerd;proefkolom\nC-1;iets;blauw\n")
    trial.run("convert", folder, "--output", trial.folder / "uit", "--quiet")
    with open(trial.folder / "uit/inzending/gegevens/leerpunten.csv", newline="") as file:
        assert [row["proefkolom"] for row in csv.DictReader(file)] == ["blauw"]
    assert "blauw" in words(trial.folder / "uit/inzending/rapport.xlsx")


def has_register_table(trial):
    assert "Eén rij is een proef." in trial.run("explain", "proeven.csv", "--language", "nl")
    register = trial.register(proeven="proefnummer;kleur\nP1;rood\n")
    found = json.loads(trial.run("check", trial.submission(), "--register", register, "--format", "json"))["findings"]
    assert [f["column"] for f in found if f["file"] == "proeven.csv"] == ["kleur"], found


def has_submitted_table(trial):
    trial.run("template", "--output", trial.folder / "sjabloon", "--quiet")
    assert "proefnummer" in (trial.folder / "sjabloon/csv/proefrijen.csv").read_text("utf-8-sig")
    submission = trial.submission(proefrijen="proefnummer;contractnummer\nblauw;C-1\nrood;C-1\n;C-1\n")
    found = json.loads(trial.run("check", submission, "--format", "json"))["findings"]
    assert [f["column"] for f in found if f["file"] == "proefrijen.csv" and f["row"] == 4], found
    trial.run("convert", submission, "--output", trial.folder / "uit", "--quiet")
    with open(trial.folder / "uit/inzending/gegevens/proefrijen.csv", newline="") as file:
        assert [row["proefnummer"] for row in csv.DictReader(file)] == ["blauw", "rood"]
    text = words(trial.folder / "uit/inzending/rapport.xlsx")
    assert "Proefrijen" in text and "De proefrijen." in text and "blauw" in text
    assert "Proefrijen" in words(trial.folder / "uit/inzending/terugkoppeling.xlsx")


def has_report_sheet(trial):
    trial.run("convert", trial.submission(), "--output", trial.folder / "uit", "--quiet")
    report = trial.folder / "uit/inzending/rapport.xlsx"
    assert "Proefblad" in zipfile.ZipFile(report).read("xl/workbook.xml").decode()
    assert "Een proefblad." in words(report), "the reading guide names it"
    assert "tweede" in words(report), "its rows are there"


def has_ministry_sheet(trial):
    placement = "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;uren_per_week;verband_opdracht\n" \
        "P-1;C-1;D-1;PW;12345678;dienstverband;bepaald;01-04-2026;24;direct: werk\n"
    register = trial.register()
    trial.run("convert", trial.submission(inzet=placement), "--register", register, "--output", trial.folder / "uit", "--quiet")
    workbook = trial.folder / "ministerie.xlsx"
    trial.run("consolidate", trial.folder / "uit", "--register", register, "--output", workbook, "--quiet")
    assert "Proefblad" in zipfile.ZipFile(workbook).read("xl/workbook.xml").decode()
    assert "Een proefblad." in words(workbook), "the reading guide names it"
    assert (trial.folder / "ministerie-gegevens/proefblad.csv").exists(), sorted(trial.folder.iterdir())


def has_command(trial):
    assert trial.run("proef") == "het is een proef\n"
    assert "proef" in trial.run("--help")


def has_format(trial):
    assert trial.run("check", trial.submission(), "--format", "proef").startswith("begin;"), "the command knows it"
    assert "proef" in trial.run("check", "--help")


def has_valuation_table(trial):
    assert "35.000" in trial.run("explain", "PROEF-2026-01", "--language", "nl")


def words(path):
    with zipfile.ZipFile(path) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


TABLES = "Sources/SocialReturnModel/Tables/"
SAMPLES = {
    "rule": ({"Sources/Rules/Inzet/SampleAdded.swift": RULE}, [], has_rule),
    "column": ({}, [
        (TABLES + "Lesson.swift", "    /// A row in which every cell is empty.\n",
         "    /// Column `proefkolom`.\n    public var sample = TextCell.empty\n\n    /// A row in which every cell is empty.\n"),
        (TABLES + "Lesson.swift", '            .text(\n                "wat_geprobeerd"',
         '            .text("proefkolom", \\.sample, example: "blauw", nl: "Een proef.", en: "A sample."),\n'
         '            .text(\n                "wat_geprobeerd"'),
    ], has_column),
    "table of the register": ({TABLES + "SampleTable.swift": TABLE}, [], has_register_table),
    "table of a submission": ({TABLES + "SubmittedSample.swift": SUBMITTED_TABLE}, [], has_submitted_table),
    "sheet of the report": ({"Sources/Workbooks/Sheets/SampleSheet.swift": SHEET}, [], has_report_sheet),
    "sheet of the ministry": ({"Sources/MinistryWorkbooks/SampleSheet.swift": MINISTRY_SHEET}, [], has_ministry_sheet),
    "command": ({"Sources/MaatwerkCommand/Commands/SampleCommand.swift": COMMAND}, [], has_command),
    "output format": ({"Sources/Exchange/Machines/SampleReport.swift": FORMAT}, [], has_format),
    "valuation table": ({"Sources/Parameters/Tables/PROEF-2026-01.csv": VALUATION}, [], has_valuation_table),
}
