import Intake

/// Names among the arguments of the command that are no UTF-8, as an old program writes them.
///
/// A delivery, a workbook and a folder with a delivery may be called so: they are only read. What is written and read again by many parts, and
/// named in files, may not: a folder would be made under another name than was asked, or called missing while it is there.
enum NamesOfBytes {
    /// The commands of which the arguments without an option are files of others.
    private static let readers: Set<String> = ["check", "convert", "decisions", "audit"]
    private static let options: Set<String> = [
        "--output", "--register", "--previous", "--prefill", "--replay", "--files-from",
    ]

    /// The first of `arguments` that may not be called so; nil for none. The names of the `commands` are only put together where one is of that
    /// kind, and not at every start.
    static func refused(_ arguments: [String], _ commands: @autoclosure () -> [String]) -> String? {
        guard arguments.contains(where: PathText.hasStandIns) else { return nil }
        let command = arguments.first(where: commands().contains)
        var previous: String?
        for argument in arguments {
            if PathText.hasStandIns(argument) {
                let isOfOption = previous.map(options.contains) ?? false || argument.hasPrefix("--")
                if isOfOption || !(command.map(readers.contains) ?? false) {
                    guard argument.hasPrefix("--"), let sign = argument.firstIndex(of: "=") else { return argument }
                    return String(argument[argument.index(after: sign)...])
                }
            }
            previous = argument
        }
        return nil
    }
}
