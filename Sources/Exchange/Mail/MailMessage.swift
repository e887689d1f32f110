import FoundationEssentials
import Intake
import Plumbing
import SocialReturnModel

/// A mail that is ready to be sent, as a file `.eml` that mail programs open: text, and files that go with it (RFC 5322, 2045 to 2047).
///
/// The same mail gives the same bytes: its date is the day of what it is about, and its identity is made of its contents.
public struct MailMessage: Sendable {
    /// A file that goes with the mail.
    public struct Attachment: Sendable {
        let name: String
        let mediaType: String
        let bytes: [UInt8]

        /// The file called `name`, in letters of ASCII.
        public init(name: String, mediaType: String, bytes: [UInt8]) {
            (self.name, self.mediaType, self.bytes) = (name, mediaType, bytes)
        }

        /// An Excel workbook called `name`.
        public static func workbook(_ name: String, _ bytes: [UInt8]) -> Attachment {
            Attachment(
                name: name, mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: bytes
            )
        }
    }

    private let sender: MailAddress
    private let recipient: MailAddress?
    private let subject: String
    private let body: String
    private let day: Day
    private let attachments: [Attachment]
    private let language: Language

    /// A mail from `sender` to `recipient`, which is left open when there is none, on `subject`.
    public init(
        from sender: MailAddress, to recipient: MailAddress?, subject: String, text: String, on day: Day,
        attachments: [Attachment] = [], _ language: Language
    ) {
        (self.sender, self.recipient, body, self.day) = (sender, recipient, text, day)
        self.subject = subject.onOneLine
        (self.attachments, self.language) = (attachments, language)
    }

    /// The file, all of it in ASCII.
    public var text: String {
        var contents = SHA256Digest.hexadecimal(of: Array((subject + "\n" + body).utf8))
        for item in attachments { contents += " " + SHA256Digest.hexadecimal(of: item.bytes) }
        contents += " " + (recipient?.address ?? "")
        let identity = SHA256Digest.hexadecimal(of: Array(contents.utf8)).prefix(32)
        // No line of base64 or of quoted-printable text can begin like this.
        let boundary = "=_maatwerk_\(identity)"
        var lines: [String] = ["From: \(Self.words(sender))"]
        if let recipient { lines.append("To: \(Self.words(recipient))") }
        lines += [
            "Subject: \(EncodedWords.header(subject, after: 9))",
            "Date: \(Self.date(day))", "Message-ID: <\(identity)@\(sender.host)>",
            // Programs that know this show the mail as one that is still to be sent.
            "X-Unsent: 1", "MIME-Version: 1.0",
        ]
        lines += ["Content-Type: multipart/mixed;", " boundary=\"\(boundary)\"", "", "--\(boundary)"]
        lines += [
            "Content-Type: text/plain; charset=utf-8", "Content-Language: \(language == .dutch ? "nl" : "en")",
            "Content-Transfer-Encoding: quoted-printable", "",
        ]
        lines += QuotedPrintable.lines(body)
        for item in attachments {
            lines += [
                "--\(boundary)", "Content-Type:", " \(item.mediaType);", " name=\"\(item.name)\"",
                "Content-Disposition: attachment;", " filename=\"\(item.name)\"", "Content-Transfer-Encoding: base64",
                "",
                Data(item.bytes).base64EncodedString(
                    options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]),
            ]
        }
        lines += ["--\(boundary)--", ""]
        return lines.joined(separator: "\r\n")
    }

    private static func words(_ address: MailAddress) -> String {
        address.name.isEmpty ? address.address : "\(EncodedWords.phrase(address.name)) <\(address.address)>"
    }

    /// Noon of `day`, which is the same day everywhere in Europe.
    private static func date(_ day: Day) -> String {
        let parts = day.components
        let weekday = ((Int(day.daysSince1970) + 4) % 7 + 7) % 7
        let number = parts.day < 10 ? "0\(parts.day)" : "\(parts.day)"
        return "\(weekdays[weekday]), \(number) \(months[parts.month - 1]) \(parts.year) 12:00:00 +0000"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// Words in headers of a mail, which are of ASCII (RFC 2047).
enum EncodedWords {
    /// The most bytes of text in one word: 45 become 60 letters, and with what stands around them 72.
    private static let mostBytes = 45

    /// `text` in a header of which `used` columns are taken.
    static func header(_ text: String, after used: Int) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
        return isPlain && text.utf8.count + used <= 76 ? text : encoded(text)
    }

    /// `text` as the name before an address.
    static func phrase(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte == 0x20 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
        }
        return isPlain && text.utf8.count <= 60 ? text : encoded(text)
    }

    /// `text` as encoded words, each of whole characters, a line each.
    private static func encoded(_ text: String) -> String {
        var words: [String] = []
        var bytes: [UInt8] = []
        func end() {
            words.append("=?utf-8?B?\(Data(bytes).base64EncodedString())?=")
            bytes.removeAll()
        }
        for scalar in text.unicodeScalars {
            let own = Array(String(scalar).utf8)
            if bytes.count + own.count > mostBytes { end() }
            bytes += own
        }
        if !bytes.isEmpty { end() }
        return words.joined(separator: "\r\n ")
    }
}

/// Text as quoted-printable: lines of at most 76 columns of ASCII (RFC 2045).
enum QuotedPrintable {
    static let width = 76

    /// The lines of `text`, which ends its lines with a line feed.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var current = ""
            let bytes = Array(line.utf8)
            for (index, byte) in bytes.enumerated() {
                let isLast = index == bytes.count - 1
                let isBlank = byte == 0x20 || byte == 0x09
                let isPlain = byte >= 0x21 && byte <= 0x7E && byte != UInt8(ascii: "=") || isBlank && !isLast
                // A line that is a point, or begins with From, is changed by some on its way.
                let isChanged = index == 0 && (byte == UInt8(ascii: ".") || bytes.starts(with: Array("From ".utf8)))
                let sign = isPlain && !isChanged ? String(UnicodeScalar(byte)) : "=" + byte.hexadecimal
                if current.utf8.count + sign.utf8.count > width - 1 {
                    lines.append(current + "=")
                    current = ""
                }
                current += sign
            }
            lines.append(current)
        }
        return lines
    }
}
