import Assessments
import Exchange
import FoundationEssentials
import Glibc
import Intake
import SocialReturnModel

/// What a mail with the feedback is called, and to whom it goes.
extension Toolkit {
    /// The file of a mail in the folder of a result.
    static let mailName = "retourbericht.eml"

    /// The mailbox of the supplier of `assessment`: what its cover names, else what the register has; nil where neither is an address.
    public func mailbox(of assessment: Assessment) -> MailAddress? {
        let submission = assessment.submission
        if let own = submission.cover.flatMap({ MailAddress($0.source.text(submission.coverRow.contact)) }) {
            return own
        }
        return submission.coverRow.supplierKvK.flatMap(mailbox)
    }

    /// The mailbox that the register has of `supplier`.
    public func mailbox(of supplier: KvKNumber) -> MailAddress? {
        guard let table = register?.suppliers, let row = table.rows.first(where: { $0.kvk == supplier }) else {
            return nil
        }
        return MailAddress(table.source.text(row.contact))
    }

    /// Writes the mail with the letter on `assessment` into `folder`, with the feedback that stands there.
    func writeMail(
        from sender: MailAddress, _ assessment: Assessment, _ summary: SubmissionSummary, into folder: String
    ) throws(ConversionError) {
        let feedback = ConversionOutput.feedback.mainFile
        guard let bytes = FileManager.default.contents(atPath: folder + "/" + feedback) else {
            throw .output(.cannotWrite(path: folder + "/" + feedback, errorNumber: ENOENT))
        }
        let letter = Letter(assessment, summary, language)
        let period = assessment.submission.coverRow.period.map { " \($0)" } ?? ""
        let message = MailMessage(
            from: sender, to: mailbox(of: assessment), subject: Self.subject[language] + period, text: letter.plainText,
            on: assessment.context.today, attachments: [.workbook(feedback, Array(bytes))], language)
        do { try OutputFile.write(message.text, to: folder + "/" + Self.mailName) } catch { throw .output(error) }
    }

    /// Writes the mail with the letter on a delivery that could not be read. Nobody knows whose it is.
    func writeMail(from sender: MailAddress, unreadable letter: Letter, into folder: String) throws(OutputError) {
        let message = MailMessage(
            from: sender, to: nil, subject: Self.subject[language], text: letter.plainText,
            on: clock ?? Self.dayWithoutClock,
            language)
        try OutputFile.write(message.text, to: folder + "/" + Self.mailName)
    }

    private static let subject = Text(nl: "Terugkoppeling social return", en: "Feedback on social return")
    private static let dayWithoutClock = Day(daysSince1970: 10_957)  // 1 January 2000
}
