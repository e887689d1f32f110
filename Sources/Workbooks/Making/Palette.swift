import Spreadsheets

/// The colours of the sheets. White letters on ``ribbonBlue`` have a contrast of 10.2, black letters on the tints 15.8 or more.
enum Palette {
    /// Headings and titles.
    static let ribbonBlue = Color(0x154273)
    /// Links and bars.
    static let darkBlue = Color(0x01689B)
    /// A second bar beside ``darkBlue``.
    static let paleBlue = Color(0x8FCAE7)
    /// Letters that matter less, on white.
    static let grey = Color(0x595959)
    /// The lines between rows.
    static let line = Color(0xC8CFD6)

    /// Behind black letters: information.
    static let blueTint = Color(0xDCE3EA)
    /// Behind black letters: in order.
    static let greenTint = Color(0xE2EDDB)
    /// Behind black letters: a signal.
    static let yellowTint = Color(0xFFF4DB)
    /// Behind black letters: a warning.
    static let orangeTint = Color(0xFBEAD9)
    /// Behind black letters: an error.
    static let redTint = Color(0xF9DFDD)
    /// Behind black letters: not tested.
    static let violetTint = Color(0xF2D9E7)
}
