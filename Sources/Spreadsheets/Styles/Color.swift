import CLibXlsxWriter
import Glibc

/// A colour, as red, green and blue in 24 bits.
public struct Color: Hashable, Sendable {
    /// The colour as `0xRRGGBB`.
    public let rgb: UInt32

    /// The colour `0xRRGGBB`.
    public init(_ rgb: UInt32) {
        precondition(rgb <= 0xFFFFFF, "A colour has 24 bits.")
        self.rgb = rgb
    }

    /// Black.
    public static let black = Color(0x000000)
    /// White.
    public static let white = Color(0xFFFFFF)

    /// Whether white letters stand out more on it than black ones, by the contrast of WCAG 2.1.
    public var isDark: Bool {
        let channels = [16, 8, 0].map { shift -> Double in
            let value = Double(rgb >> UInt32(shift) & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        let luminance = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
        return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05
    }

    /// The colour as libxlsxwriter takes it; its 0 means "no colour".
    var value: lxw_color_t { rgb == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : rgb }
}
