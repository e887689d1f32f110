import FoundationEssentials

/// Writes data files into Swift, as literals that cost the compiler nothing.
///
/// The first argument is the file to write, the second the folder of the target, the others are the files to read. A file `Tables/UTRECHT.csv`
/// is `PackageResources.UTRECHT_csv`, and one of `PackageResources.files(in: "Tables")`.
@main
struct FileEmbedder {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 2 else { return }
        var names: [String] = []
        var properties = ""
        for path in arguments.dropFirst(2) {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let property = String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
            let folder = String(path.dropFirst(arguments[1].count).dropLast(name.count)).split(separator: "/")
            properties +=
                "    static let \(property) = bytes(\(literal(try String(contentsOfFile: path, encoding: .utf8))))\n"
            names.append("        (\(literal(folder.joined(separator: "/"))), \(literal(name)), \(property)),\n")
        }
        let text = """
            /// The data files of this target.
            enum PackageResources {
                /// The files in the folder `folder`, in the order of their names.
                static func files(in folder: String) -> [(name: String, bytes: [UInt8])] {
                    all.filter { $0.folder == folder }.map { ($0.name, $0.bytes) }
                }

                private static var all: [(folder: String, name: String, bytes: [UInt8])] {
                    [
            \(names.joined())        ]
                }

                private static func bytes(_ text: StaticString) -> [UInt8] {
                    Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
                }

            \(properties)}

            """
        // An unchanged list is left alone, so that nothing is compiled again for it.
        if let known = try? String(contentsOfFile: arguments[0], encoding: .utf8), known == text { return }
        try text.write(toFile: arguments[0], atomically: true, encoding: .utf8)
    }

    /// `text` as a literal of one line.
    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFEFF:
                literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}
