/// Numbers below zero among the arguments of the command.
enum NumbersBelowZero {
    /// `arguments` with a number below zero joined to the option before it: `--jobs -3` becomes `--jobs=-3`. The library takes what begins with a
    /// hyphen for an option, and says that the number is missing where it is out of range. No option of this command is a digit.
    static func joined(_ arguments: [String]) -> [String] {
        var joined: [String] = []
        var isOver = false
        for argument in arguments {
            isOver = isOver || argument == "--"
            if !isOver, let option = joined.last, option.hasPrefix("--"), !option.contains("="), isBelowZero(argument) {
                joined[joined.count - 1] = option + "=" + argument
            } else {
                joined.append(argument)
            }
        }
        return joined
    }

    private static func isBelowZero(_ argument: String) -> Bool {
        argument.hasPrefix("-") && argument.dropFirst().first.map { $0.isASCII && $0.isNumber } == true
    }
}
