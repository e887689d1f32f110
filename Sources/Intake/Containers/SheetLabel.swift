import SocialReturnModel

/// How a sheet of a workbook is called where the name of a file stands.
enum SheetLabel {
    /// `sjabloon.xlsx, blad Inzet`; the file alone without a sheet.
    static func text(file: String, sheet: String?) -> Text {
        guard let sheet else { return Text(nl: file, en: file) }
        return Text(nl: "\(file), blad \(sheet)", en: "\(file), sheet \(sheet)")
    }
}
