import FoundationEssentials
import Intake

/// What stands before the findings in `bevindingen.json`: little, however many findings there are.
public struct FindingsHead: Decodable, Sendable {
    /// The digest of the delivery that the submission corrects, when it is feedback that came back.
    public let corrects: String?

    /// More than what stands before the findings takes.
    private static let mostBytes = 1 << 14

    /// Reads the beginning of the file at `path`; nil when it is no such file.
    public init?(ofFileAt path: String) {
        guard let start = FileSystem.beginning(of: path, most: Self.mostBytes) else { return nil }
        let bytes = Data(start)
        let end = Data(",\"rows\":{".utf8)
        guard let rows = bytes.firstRange(of: end),
            let head = try? JSONDecoder().decode(Self.self, from: bytes[..<rows.lowerBound] + Data("}".utf8))
        else { return nil }
        self = head
    }
}
