import Maatwerk

/// Writes the report for the contract manager to `path`, and everything that a supplier gets back into the folder beside it.
func write(_ assessment: Assessment, to path: String, with toolkit: Toolkit) throws {
    try toolkit.writeReport(assessment, to: path)

    let folder = try toolkit.write(assessment, to: path + "-results", [.feedback, .letter, .findings])
    print("see \(path) and \(folder)")
}
