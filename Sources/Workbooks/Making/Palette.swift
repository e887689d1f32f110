import Spreadsheets

/// The colours of the sheets. White letters on ``ribbonBlue`` have a contrast of 10.2, black letters on the tints 15.8 or more.
package enum Palette {
    /// Headings and titles.
    package static let ribbonBlue = Color(0x154273)
    /// Links and bars.
    package static let darkBlue = Color(0x01689B)
    /// A second bar beside ``darkBlue``.
    package static let paleBlue = Color(0x8FCAE7)
    /// Letters that matter less, on white.
    package static let grey = Color(0x595959)
    /// The lines between rows.
    package static let line = Color(0xC8CFD6)

    /// Behind black letters: information.
    package static let blueTint = Color(0xDCE3EA)
    /// Behind black letters: in order.
    package static let greenTint = Color(0xE2EDDB)
    /// Behind black letters: a signal.
    package static let yellowTint = Color(0xFFF4DB)
    /// Behind black letters: a warning.
    package static let orangeTint = Color(0xFBEAD9)
    /// Behind black letters: an error.
    package static let redTint = Color(0xF9DFDD)
    /// Behind black letters: not tested.
    package static let violetTint = Color(0xF2D9E7)
}
