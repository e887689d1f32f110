import FoundationEssentials

/// The one place where a whole document becomes JSON: keys in alphabetical order, and what steers a terminal or a reader by its number.
///
/// An object, as making an encoder costs more than using it.
package final class EncodedJSON {
    private let encoder = JSONEncoder()

    /// With `snakeCase` keys are written with small letters and underscores; with `pretty`, on lines of their own.
    package init(snakeCase: Bool = false, pretty: Bool = false) {
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        if snakeCase { encoder.keyEncodingStrategy = .convertToSnakeCase }
    }

    /// `value` as JSON.
    package func bytes(_ value: some Encodable) throws -> [UInt8] {
        Self.withoutSteering(Array(try encoder.encode(value)))
    }

    /// `value` as JSON, for texts, whole numbers and lists only, none of which can fail.
    package func text(_ value: some Encodable) -> String {
        (try? bytes(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// `json` with what steers written by its number. Outside of ASCII a character can stand in a text only, and an encoder leaves it as it
    /// is; what is within it has escaped itself, or is a line break between two keys.
    package static func withoutSteering(_ json: [UInt8]) -> [UInt8] {
        json.withUnsafeBufferPointer { json in
            func steers(_ index: Int) -> Bool { json[index] >= 0x7f && VisibleText.steers(json, index) }
            guard json.indices.contains(where: steers) else { return Array(json) }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(json.count)
            var index = 0
            while index < json.count {
                if steers(index) {
                    index += bytes.appendNumber(of: json, index)
                } else {
                    bytes.append(json[index])
                    index += 1
                }
            }
            return bytes
        }
    }
}
