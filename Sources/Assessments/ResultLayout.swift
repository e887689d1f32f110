/// What stands where in the folder that `convert` makes of a submission.
public enum ResultLayout {
    /// The workbook for the contract manager.
    public static let report = "rapport.xlsx"
    /// The workbook for the supplier.
    public static let feedback = "terugkoppeling.xlsx"
    /// The findings, for programs.
    public static let findings = "bevindingen.json"
    /// The folder with the normalised tables.
    public static let data = "gegevens"
}
