/// An address that a mail can be sent from or to (RFC 5322), with a name before it if need be.
///
/// Only what every mail system takes is one: letters, digits and a few signs of ASCII before the `@`, and a name of a host behind it. So nothing of
/// an address can begin another line of a mail.
public struct MailAddress: Sendable, Hashable {
    /// The name; empty for none.
    public let name: String
    /// The address: `socialreturn@voorbeeld.example`.
    public let address: String

    /// The address in `text`: `a@b.example`, or `Name <a@b.example>`; nil for anything else.
    public init?(_ text: String) {
        let text = text.onOneLine
        if text.hasSuffix(">"), let open = text.lastIndex(of: "<") {
            let name = String(text[..<open]).onOneLine
            guard name.utf8.count <= 200, !name.contains(where: { "<>\"@".contains($0) }) else { return nil }
            self.init(name: name, address: String(text[text.index(after: open)...].dropLast()))
        } else {
            self.init(name: "", address: text)
        }
    }

    private init?(name: String, address: String) {
        guard address.utf8.count <= 254, let sign = address.lastIndex(of: "@"),
            Self.isLocal(address[..<sign]), Self.isHost(address[address.index(after: sign)...])
        else { return nil }
        self.name = name
        self.address = address
    }

    /// The host: what stands behind the `@`.
    var host: Substring { address.lastIndex(of: "@").map { address[address.index(after: $0)...] } ?? "" }

    private static func isLocal(_ text: Substring) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty && atom.utf8.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
            }
    }

    private static func isHost(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static let signs = Set("!#$%&'*+/=?^_`{|}~-".utf8)

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
}
