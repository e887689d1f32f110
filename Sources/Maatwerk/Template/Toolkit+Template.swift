import Assessments
import Plumbing
import Exchange
import FoundationEssentials
import Glibc
import Intake
import SocialReturnModel
import Workbooks

/// What keeps a template from being filled in beforehand.
public enum TemplateError: Error, Sendable {
    /// The earlier submission cannot be read.
    case intake(IntakeError)
    /// The register knows no supplier with this number.
    case unknownSupplier(KvKNumber)
    /// The earlier submission is of another supplier than the one that was asked for.
    case otherSupplier(asked: KvKNumber, found: KvKNumber)
    /// With a register it must be known whose template it is.
    case noSupplier
}

extension Toolkit {
    /// What can be filled in of a template beforehand.
    ///
    /// From an earlier submission: the supplier, placements that still run, and commitments that are still open, without the values
    /// of its period. From the register: the supplier's name and its own contracts. Nothing of another supplier, and no value that a
    /// privacy rule refuses.
    ///
    /// - Parameters:
    ///   - path: a submission, or a result folder of `convert`; nil for none.
    ///   - supplier: whose template it is; without it the submission says so.
    /// - Throws: ``TemplateError``.
    public func templateContents(
        prefill path: String? = nil, supplier: KvKNumber? = nil
    ) throws(TemplateError) -> TemplateContents {
        var contents = TemplateContents(version: TemplateVersion.current)
        var supplier = supplier
        if let path {
            let submission = try earlierSubmission(at: path)
            let found = submission.coverRow.supplierKvK
            if let supplier, let found, supplier != found { throw .otherSupplier(asked: supplier, found: found) }
            supplier = supplier ?? found
            contents.carry(submission)
        }
        if let supplier { contents.setCover(\.supplierKvK, .text(supplier.description)) }
        if let register {
            guard let supplier else { throw .noSupplier }
            let own = OwnContracts(of: supplier, in: register, tables)
            guard own.isKnown else { throw .unknownSupplier(supplier) }
            contents.contracts = own.contracts
            contents.reportWithinDays = own.reportWithinDays
            if let name = own.name {
                contents.supplierName = name
                contents.setCover(\.supplierName, .text(name))
            }
        }
        return contents
    }

    private func earlierSubmission(at path: String) throws(TemplateError) -> Submission {
        let data = PathName(path).appending(ResultLayout.data)
        let isResult = FileManager.default.fileExists(atPath: data)
        do throws(IntakeError) {
            return try SubmissionReader.read(
                SubmissionFiles(at: isResult ? data : path), register: register, areResults: isResult)
        } catch {
            throw .intake(error)
        }
    }

    /// Writes a template into `folder`, which is made when it is missing: `sjabloon.xlsx`, the same as CSV files in `csv/`, and the
    /// field guide in both languages. Every file is whole or absent; equal arguments give equal bytes.
    ///
    /// - Returns: the files that were written.
    /// - Throws: ``ConversionError/output(_:)`` and ``ConversionError/workbook(path:_:)``.
    @discardableResult
    public func writeTemplate(
        _ contents: TemplateContents, _ profile: TemplateProfile = .full, to folder: String
    ) throws(ConversionError) -> [String] {
        func path(_ name: String) -> String { PathName(folder).appending(name) }
        try makeFolder(path("csv"))
        var written = [path("sjabloon.xlsx")]
        do {
            try TemplateWorkbook.write(
                contents, profile, language, on: clock ?? Self.dayOfTemplate, to: path("sjabloon.xlsx"))
        } catch {
            throw ConversionError(workbook: path("sjabloon.xlsx"), error)
        }
        do throws(OutputError) {
            for table in TableID.submission {
                let file = TemplateCSV(table, profile, contents)
                guard profile.shows(table, in: contents) else {
                    try removeEarlierFile(at: path("csv/" + file.fileName))
                    continue
                }
                written.append(path("csv/" + file.fileName))
                try file.write(to: path("csv/" + file.fileName))
            }
            for language in Language.allCases {
                let guide = FieldGuide(language)
                for form in FieldGuide.Form.allCases {
                    written.append(path(guide.fileName(form)))
                    try guide.write(form, to: path(guide.fileName(form)))
                }
            }
        } catch {
            throw .output(error)
        }
        return written
    }

    /// Removes what an earlier template left in the same folder: it may have been filled in for another supplier.
    private func removeEarlierFile(at path: String) throws(OutputError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .cannotWrite(path: path, errorNumber: errno) }
    }

    /// What a template says of when it was made, without a clock.
    private static let dayOfTemplate = Day(daysSince1970: 10_957)  // 1 January 2000
}
