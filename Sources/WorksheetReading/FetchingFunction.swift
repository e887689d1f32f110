/// Functions that fetch values from elsewhere. `IMPORTRANGE` of Google stands in a text, `__xludf.DUMMYFUNCTION("IMPORTRANGE(…)")`, when its sheets
/// are saved as a workbook.
enum FetchingFunction {
    private static let names: [String] = [
        "DDE(", "WEBSERVICE(", "IMPORTRANGE(", "IMPORTDATA(", "IMPORTHTML(", "IMPORTXML(", "IMPORTFEED(",
    ]

    /// Whether `formula` calls one of them.
    static func isCalled(in formula: String) -> Bool {
        let formula = formula.uppercased()
        return names.contains { name in
            formula.ranges(of: name).contains { range in
                // The end of another name is none: `MYDDE(`.
                range.lowerBound == formula.startIndex
                    || !formula[formula.index(before: range.lowerBound)].isLetter
            }
        }
    }
}
