import SocialReturnModel

// What a summary holds was written by somebody's program or editor: a number that no report can come to is refused as it is read.
// In a summary numbers are whole numbers (cents, ten-thousandths, days since 1970) and codes are their texts, so that every value has
// one notation only.

extension Cents: Codable {
    /// Reads whole cents.
    ///
    /// - Throws: ``FigureOutOfBounds`` for an amount that no report can come to.
    public init(from decoder: any Decoder) throws {
        self.init(try FigureOutOfBounds.checked(try decoder.singleValueContainer().decode(Int64.self)))
    }

    /// Writes whole cents.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension Quantity: Codable {
    /// Reads ten-thousandths.
    ///
    /// - Throws: ``FigureOutOfBounds`` for a number that no report can come to.
    public init(from decoder: any Decoder) throws {
        self.init(tenThousandths: try FigureOutOfBounds.checked(try decoder.singleValueContainer().decode(Int64.self)))
    }

    /// Writes ten-thousandths.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(tenThousandths)
    }
}

extension Day: Codable {
    /// Reads days since 1970.
    ///
    /// - Throws: ``FigureOutOfBounds`` for a day outside the years of ``Day/years``.
    public init(from decoder: any Decoder) throws {
        self.init(daysSince1970: try decoder.singleValueContainer().decode(Int32.self))
        guard self >= .first, self <= .last else { throw FigureOutOfBounds() }
    }

    /// Writes days since 1970.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(daysSince1970)
    }
}

extension KvKNumber: Codable {
    /// Reads eight digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = KvKNumber(digits: Array(try container.decode(String.self).utf8)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not eight digits")
        }
        self = number
    }

    /// Writes eight digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension ReportingPeriod: Codable {
    private enum CodingKeys: CodingKey { case start, end }

    /// Reads the first and the last day.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let (start, end) = (
            try container.decode(Day.self, forKey: .start), try container.decode(Day.self, forKey: .end)
        )
        guard let period = ReportingPeriod(from: start, through: end) else {
            throw DecodingError.dataCorruptedError(
                forKey: .end, in: container, debugDescription: "ends before it begins")
        }
        guard period.days <= ReportingPeriod.longest else { throw FigureOutOfBounds() }
        self = period
    }

    /// Writes the first and the last day.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
    }
}

extension ReportingPeriod: Comparable {
    /// By the first day, then by the last.
    public static func < (left: ReportingPeriod, right: ReportingPeriod) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}

extension CodeList {
    /// The code that is written `code` in files.
    init?(code: String) {
        guard let found = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = found
    }
}
