import Archives
import DelimitedText
import Fuzzing
import Intake
import SocialReturnModel

private let cover = SourceFile(
    name: "voorblad.csv",
    text: "leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;deelnemers_geinformeerd\r\n"
        + "12345678;Voorbeeld B.V.;2026-Q2;1;03-07-2026;ja\r\n")

private let contracts = SourceFile(name: "contracten.csv", text: "contractnummer;titel\r\nA-1;b\r\n")

/// The file that an input is: its first line is the name without its ending, when it is that of one of `tables`, and the rest what is in it.
private func file(_ bytes: [UInt8], of tables: [TableID]) -> (table: TableID, file: SourceFile) {
    let head = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self) + ".csv"
    let table = tables.first { AllTables.facts($0).fileName == head } ?? tables[0]
    return (
        table, SourceFile(name: AllTables.facts(table).fileName, bytes: Array(bytes.drop { $0 != 0x0A }.dropFirst()))
    )
}

/// Reads a table of a submission, with a cover beside it.
func readTable(_ bytes: [UInt8], areResults: Bool) {
    let (table, file) = file(bytes, of: TableID.submission)
    let files = table == .cover ? [file] : [file, cover]
    let delivery = SubmissionFiles(name: "a", files: files)
    guard let submission = try? SubmissionReader.read(delivery, register: nil, areResults: areResults) else {
        return refused()
    }
    let counts = submission.rowCounts
    require(counts.read == counts.accepted + counts.setAside, "rows that are read are accepted or set aside")
    for observation in submission.observations where observation.place.isInRow {
        guard let source = submission.source(of: observation.place.table) else { continue }
        require(
            (source.line(of: Int(observation.place.record)) ?? 1) > 0, "what was seen stands on a line of its file")
    }
}

/// Reads a delivery that is one file; false when it is refused.
func isRead(_ name: String, _ bytes: [UInt8]) -> Bool {
    let delivery = SubmissionFiles(name: "a", files: [SourceFile(name: name, bytes: bytes)])
    guard let submission = try? SubmissionReader.read(delivery) else { return false }
    let counts = submission.rowCounts
    require(counts.read == counts.accepted + counts.setAside, "rows that are read are accepted or set aside")
    return true
}

/// Reads a table of the register, with contracts beside it.
func readRegister(_ bytes: [UInt8]) {
    let (table, file) = file(bytes, of: TableID.register)
    guard let register = try? ContractRegister.read(table == .contracts ? [file] : [contracts, file]) else {
        return refused()
    }
    _ = try? SubmissionReader.read(SubmissionFiles(name: "a", files: [cover]), register: register)
}

/// Reads `besluiten.csv`, and tries that adding to it changes nothing of what it says.
func checkDecisions(_ bytes: [UInt8]) {
    guard let read = try? DecisionFile(SourceFile(name: DecisionFile.standardName, bytes: bytes)) else {
        return refused()
    }
    guard let again = try? DecisionFile(SourceFile(name: read.name, bytes: read.beginning)) else {
        return require(false, "what new rows come behind can be read")
    }
    require(
        again.decisions.all == read.decisions.all,
        "decisions stay what they were: \(read.decisions.all) are \(again.decisions.all)")
    require(again.separator == read.separator || again.decisions.all.isEmpty, "a separator stays")
    for decision in read.decisions.all {
        require(read.decisions.holds(decision), "a decision that was read is there")
    }
}

/// Unpacks whatever an archive has.
func checkArchive(_ bytes: [UInt8]) {
    guard let archive = try? Archive(bytes) else { return refused() }
    var unpacked = 0
    for entry in archive.entries { unpacked += (try? archive.contents(of: entry).count) ?? 0 }
    require(
        unpacked <= ArchiveLimits.files.bytes.value(forDelivered: bytes.count), "no more is unpacked than may be")
}
