import Fuzzing
import SocialReturnModel

@testable import Intake

private let classes: [PrivacyClass] = [.freeText, .reference, .pseudonym, .organisation, .plain]

/// Searches a cell for what may not be delivered: the first byte says in which kind of column, the others are its text.
func checkPrivacy(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let column = classes[Int(first % 5)]
    let scanner = PrivacyScanner(searchesContacts: first & 0x40 != 0, searchesPersons: first & 0x20 != 0)
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let hits = scanner.hits(in: text, column: column)
    var end = 0
    for hit in hits {
        require(hit.start >= end && hit.start < hit.end, "hits are in order and apart")
        end = hit.end
    }
    require(end <= text.utf8.count, "hits lie in the cell")
    let masked = Masking.masked(text, hits, in: column)
    require(masked.utf8.count == text.utf8.count, "masking keeps the length, so it takes whole characters")
    // Names in a chain lay each other bare, one in each round of the search, and there are no more than a few rounds.
    require(
        hits.count > 2 || !scanner.hits(in: masked, column: column).contains { $0.isMasked(in: column) },
        "what was masked is not found again: \(masked)")
    checkSafe(text, Masking.safeName, "a name")
    checkSafe(text, Masking.safeHeading, "a heading")
    checkSafe(text, Masking.safeText, "a text")
    if text.utf8.lot % 8192 == 1, text.utf8.count >= 8 {
        requireLinearTime(Array(text.utf8)) {
            _ = scanner.hits(in: String(decoding: $0, as: UTF8.self), column: column)
        }
    }
}

/// What may be shown may be shown.
private func checkSafe(_ text: String, _ safe: (String) -> String, _ what: String) {
    let shown = safe(text)
    let again = safe(shown)
    // Of a longer chain of names the last ones stay, as in cells.
    require(
        again == shown || shown.utf8.count { $0 == Masking.mask } > 24,
        "\(what) that may be shown is shown as it is: \(shown) is \(again)")
}
