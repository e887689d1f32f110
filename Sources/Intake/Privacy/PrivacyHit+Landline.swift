extension PrivacyHit {
    /// Whether it is a guess at ten digits that have the area code of a Dutch telephone number.
    func isLandline(in cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard kind == .bsn, certainty == .possible, range.count == 10, cell[start] == 0x30 else { return false }
        return Self.areaCodes.contains((cell[start + 1] &- 0x30) &* 10 &+ (cell[start + 2] &- 0x30))
    }

    /// The second and third digit of every area code, and of mobile and information numbers.
    private static let areaCodes: Set<UInt8> = {
        let codes =
            "10 11 13 14 15 16 17 18 20 22 23 24 25 26 29 30 31 32 33 34 35 36 38 40 41 43 45 46 47 48 49 50 51 52 53 54 55 56 "
            + "57 58 59 61 62 63 64 65 66 68 70 71 72 73 74 75 76 77 78 79 80 82 84 85 87 88 90"
        return Set(codes.split(separator: " ").compactMap { UInt8($0) })
    }()
}
