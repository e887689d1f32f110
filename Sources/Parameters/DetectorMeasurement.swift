import DelimitedText
import SocialReturnModel

/// How often a rule that searches texts was right on the project's own labelled sentences, and on those among them that nothing was ever tuned
/// on.
///
/// A test measures the figures anew and compares them with the file, so they cannot lag behind.
public struct DetectorMeasurement: Sendable, Hashable {
    /// The rule, such as `AVG-06`.
    public let ruleID: String
    /// The labelled sentences in cells that the rule looks at.
    public let sentences: Int
    /// Sentences that the rule reports and must report.
    public let truePositives: Int
    /// Sentences that the rule reports without need.
    public let falsePositives: Int
    /// Sentences that the rule must report and passes over.
    public let falseNegatives: Int
    /// What of these was found on the sentences that are kept apart as a check.
    public let check: Check

    /// The same figures, on the sentences that are kept apart.
    public struct Check: Sendable, Hashable {
        /// Sentences that the rule reports and must report.
        public let truePositives: Int
        /// Sentences that the rule reports without need.
        public let falsePositives: Int
        /// Sentences that the rule must report and passes over.
        public let falseNegatives: Int

        /// The figures of a check; none is below zero.
        public init(truePositives: Int, falsePositives: Int, falseNegatives: Int) {
            precondition(min(truePositives, falsePositives, falseNegatives) >= 0, "Sentences are counted from zero.")
            self.truePositives = truePositives
            self.falsePositives = falsePositives
            self.falseNegatives = falseNegatives
        }
    }

    /// A measurement; no figure is below zero.
    public init(
        ruleID: String, sentences: Int, truePositives: Int, falsePositives: Int, falseNegatives: Int, check: Check
    ) {
        precondition(
            min(sentences, truePositives, falsePositives, falseNegatives) >= 0, "Sentences are counted from zero.")
        self.check = check
        self.ruleID = ruleID
        self.sentences = sentences
        self.truePositives = truePositives
        self.falsePositives = falsePositives
        self.falseNegatives = falseNegatives
    }

    /// The part of the reports that is right, as `95%`; a dash when nothing was reported.
    public var precision: String { Self.percentage(truePositives, of: truePositives + falsePositives) }

    /// The part of what must be found that is found, as `95%`; a dash when there was nothing to find.
    public var recall: String { Self.percentage(truePositives, of: truePositives + falseNegatives) }

    /// The figures in a sentence.
    public var text: Text {
        let reported = truePositives + falsePositives
        let expected = truePositives + falseNegatives
        let checked = check.truePositives + check.falsePositives
        let planted = check.truePositives + check.falseNegatives
        return Text(
            nl: "\(truePositives) van \(reported) meldingen terecht (precisie \(precision)), "
                + "\(truePositives) van \(expected) gevallen gevonden (\(recall)), op \(sentences) eigen zinnen; "
                + "op de zinnen waarop niets is afgesteld \(check.truePositives) van \(checked) terecht en "
                + "\(check.truePositives) van \(planted) gevonden",
            en: "\(truePositives) of \(reported) reports right (precision \(precision)), "
                + "\(truePositives) of \(expected) cases found (\(recall)), on \(sentences) sentences of our own; "
                + "on those that nothing was tuned on \(check.truePositives) of \(checked) right and "
                + "\(check.truePositives) of \(planted) found")
    }

    /// The measurement of the rule with this id; nil when it has none.
    public static func of(_ ruleID: String) -> DetectorMeasurement? { all.first { $0.ruleID == ruleID } }

    /// The measurements that the toolkit brings along, in the order of the file.
    public static let all: [DetectorMeasurement] = {
        do {
            return try read(PackageResources.precisie_csv)
        } catch {
            preconditionFailure("the built-in measurements must be readable")
        }
    }()

    /// Reads measurements: the columns `regel`, `zinnen`, `terecht`, `onterecht` and `gemist` under a header line, and the last three once more
    /// for the sentences that are kept apart. Lines with another figure than a count are left out.
    ///
    /// - Throws: ``DelimitedTextError`` when the file cannot be parsed.
    static func read(_ csv: [UInt8]) throws(DelimitedTextError) -> [DetectorMeasurement] {
        let cells = try DelimitedTable(parsing: csv, separator: UInt8(ascii: ";"))
        return (1..<max(cells.recordCount, 1)).compactMap { record in
            guard cells.fieldCount(of: record) == 8 else { return nil }
            let counts = (1..<8).compactMap { Int(cells.text(record, $0)) }.filter { $0 >= 0 }
            guard counts.count == 7 else { return nil }
            return DetectorMeasurement(
                ruleID: cells.text(record, 0), sentences: counts[0], truePositives: counts[1],
                falsePositives: counts[2], falseNegatives: counts[3],
                check: Check(truePositives: counts[4], falsePositives: counts[5], falseNegatives: counts[6]))
        }
    }

    /// Rounded down, so that only a clean sheet is called 100%.
    private static func percentage(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "-" : "\(part * 100 / whole)%"
    }
}
