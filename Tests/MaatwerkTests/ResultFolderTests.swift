import Foundation
import TestSupport
import Testing

@testable import Maatwerk

/// How a result takes its place, what it is called, and what is cleared away.
@Suite struct ResultFolderTests {
    private let folder: Folder
    private var output: String { folder.path }

    init() throws { folder = try Folder() }

    private func write(_ text: String, _ path: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func files(_ folder: String = "") -> [String] {
        (FileManager.default.enumerator(atPath: "\(output)/\(folder)")?.compactMap { $0 as? String } ?? []).sorted()
    }

    @Test(
        arguments: [
            ("gewoon", "gewoon"), ("", "inzending"), (".", "_"), ("..", "_."), (".maatwerk", "_maatwerk"),
            ("a/b", "a_b"),
            ("/etc/passwd", "_etc_passwd"), ("x/\u{301}y", "x_\u{301}y"), ("a\\b", "a_b"), ("a\0b\n", "a_b_"),
            ("samenvatting.csv", "_samenvatting.csv"), ("\u{202e}x", "_x"), ("é ✓", "é ✓"),
        ])
    func namesStayInside(_ name: String, _ folder: String) {
        #expect(Array(ResultName.folder(name).utf8) == Array(folder.utf8))
        #expect(ResultName.folder(ResultName.folder(name)) == ResultName.folder(name))
    }

    @Test func longNamesHaveRoomForAnEnding() {
        let names = [
            String(repeating: "a", count: 255), String(repeating: "a", count: 254) + "b",
            String(repeating: "é", count: 127),
        ]
        let stems = names.map { ResultName.stem(of: $0) }
        #expect(Set(stems).count == 3)
        for stem in stems { #expect(stem.utf8.count <= 220) }
        #expect(ResultName.stem(of: "kort") == "kort")
    }

    @Test func aResultTakesItsPlaceAsAWhole() throws {
        let first = try Staging("een", in: output)
        try write("1", first.folder + "/rapport.xlsx")
        try write("1", first.folder + "/gegevens/inzet.csv")
        #expect(!FileManager.default.fileExists(atPath: output + "/een"))
        try first.commit()
        #expect(files("een") == ["gegevens", "gegevens/inzet.csv", "rapport.xlsx"])
        try write("van een ander", output + "/een/notitie.txt")
        let second = try Staging("een", in: output)
        try write("2", second.folder + "/bevindingen.json")
        try second.commit { $0 == "rapport.xlsx" }
        #expect(files("een") == ["bevindingen.json", "notitie.txt", "rapport.xlsx"])
        let third = try Staging("een", in: output)
        try write("3", third.folder + "/rapport.xlsx")
        third.discard()
        #expect(files("een") == ["bevindingen.json", "notitie.txt", "rapport.xlsx"])
        #expect(files(".maatwerk") == [])
    }

    @Test func aPlaceIsUsedAgainAndGoneWithItsBatch() throws {
        func place(_ staging: Staging) -> String { (staging.folder as NSString).deletingLastPathComponent }
        do {
            let places = Workplaces()
            let first = try Staging("een", in: output, at: places)
            let beside = try Staging("twee", in: output, at: places)
            #expect(place(first) != place(beside))
            try write("1", first.folder + "/rapport.xlsx")
            try first.commit()
            let second = try Staging("drie", in: output, at: places)
            #expect(place(second) == place(first))
            // What did not become a result is not in the way of the next one.
            try write("half", second.folder + "/rapport.xlsx")
            second.discard()
            let third = try Staging("drie", in: output, at: places)
            #expect(try FileManager.default.contentsOfDirectory(atPath: third.folder) == [])
            try third.commit()
            try beside.commit()
            // Somebody tidied up: without its lock, a place looks like one that a killed run left.
            for name in files(".maatwerk") { try FileManager.default.removeItem(atPath: output + "/.maatwerk/" + name) }
            let fourth = try Staging("vier", in: output, at: places)
            try write("4", fourth.folder + "/rapport.xlsx")
            Staging.removeLeftovers(in: output)
            try fourth.commit()
            #expect(files("vier") == ["rapport.xlsx"])
            #expect(files(".maatwerk").count == 2)
        }
        #expect(files(".maatwerk") == [])
    }

    @Test func oneAtATimeHoldsASlotAndLeavesNothing() throws {
        let path = output + "/x.slot"
        guard case .taken(let slot) = Slot.take(path) else { return #expect(Bool(false), "nobody holds it") }
        guard case .held(let holder) = Slot.take(path) else { return #expect(Bool(false), "it is held") }
        #expect(holder.words.contains("\(getpid())") && holder.words.contains("UTC"))
        #expect(!Slot.removeFree(path))
        slot.giveBack()
        #expect(files() == [])
        guard case .taken(let again) = Slot.take(path) else { return #expect(Bool(false), "it is free again") }
        again.giveBack()
        guard case .failed(ENOENT) = Slot.take(output + "/weg/x.slot") else { return #expect(Bool(false)) }
    }

    @Test func onlyWhatNobodyHoldsIsClearedAway() throws {
        let living = try Staging("leeft", in: output)
        try write("half", living.folder + "/rapport.xlsx")
        try write("half", output + "/.maatwerk/.werk-1-dood/dood/rapport.xlsx")
        try write("bewaren", output + "/.maatwerk/.werk-1-dood/dood/notitie.txt")
        try write("{}", output + "/.maatwerk/deel-1.json")
        try write("half", output + "/.deel-1-x")
        try write("half", output + "/.spreadsheet-1-0.tmp")
        Staging.removeLeftovers(in: output)
        #expect(FileManager.default.fileExists(atPath: living.folder + "/rapport.xlsx"))
        #expect(files("dood") == ["notitie.txt"])
        #expect(
            files().filter { !$0.hasPrefix(".maatwerk/.werk") } == [
                ".maatwerk", ".maatwerk/deel-1.json", "dood", "dood/notitie.txt",
            ])
        living.discard()
    }

    @Test func whatStandsInTheWayIsSaid() throws {
        try write("x", output + "/bestand")
        let staging = try Staging("bestand", in: output)
        #expect(throws: (any Error).self) { try staging.commit() }
        #expect(throws: (any Error).self) { try Staging("een", in: output + "/bestand") }
        #expect(try String(contentsOfFile: output + "/bestand", encoding: .utf8) == "x")
    }
}
