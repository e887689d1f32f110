extension UInt8 {
    /// Two hexadecimal digits, in capitals: `0A` for 10.
    public var hexadecimal: String {
        let digits = String(self, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
