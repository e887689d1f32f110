import Consolidations
import Exchange
import FoundationEssentials
import Intake
import SocialReturnModel

/// Friendly reminders of reports that have not come in, each a mail ready to be sent: one for a contract and period, once.
public struct Reminders: Sendable {
    /// What became of the reminder of one contract and period.
    public struct Outcome: Sendable, Hashable {
        /// The contract's number.
        public let contract: String
        /// The period.
        public let period: ReportingPeriod
        /// The file's name.
        public let file: String
        /// Whether it was written now; otherwise one was there already.
        public let isNew: Bool
        /// Whether it has an address to go to.
        public let hasAddress: Bool
    }

    private let toolkit: Toolkit
    private let sender: MailAddress

    /// Reminders from `sender`, with the addresses of the register of `toolkit`.
    public init(_ toolkit: Toolkit, from sender: MailAddress) { (self.toolkit, self.sender) = (toolkit, sender) }

    /// Writes a reminder into `folder` for each line of `response` for which nothing came in and the day has passed, unless one is there
    /// already.
    ///
    /// - Returns: what became of each, in the order of the lines.
    public func write(_ response: ReportingResponse, to folder: String) throws(OutputError) -> [Outcome] {
        var outcomes: [Outcome] = []
        try Staging.makeFolder(folder)
        for line in response.lines where line.isExpected && (line.state == .late || line.state == .missing) {
            let period = line.period.period
            let file =
                ResultName.stem(of: ResultName.folder("herinnering-\(line.contract)-\(Self.part(period))")) + ".eml"
            let recipient = line.supplier.flatMap(toolkit.mailbox)
            let path = folder + "/" + file
            let isNew = FileSystem.kind(of: path) == .nothing
            if isNew { try OutputFile.write(message(line, recipient, response.day).text, to: path) }
            outcomes.append(
                Outcome(
                    contract: line.contract, period: period, file: file, isNew: isNew, hasAddress: recipient != nil))
        }
        return outcomes
    }

    /// A period in the name of a file: two days have a stroke between them.
    private static func part(_ period: ReportingPeriod) -> String {
        period.description.replacing("/", with: "_")
    }

    private func message(_ line: ResponseLine, _ recipient: MailAddress?, _ day: Day) -> MailMessage {
        let language = toolkit.language
        func words(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }
        let title = line.title.isEmpty ? "" : " (\(line.title))"
        let due =
            line.due.map { due in
                words(
                    " Volgens het contract was \(due.formatted(language)) de laatste dag.",
                    " By the contract \(due.formatted(language)) was the last day.")
            } ?? ""
        let paragraphs = [
            words("Geachte heer, mevrouw,", "Dear Sir or Madam,"),
            words(
                "Wij hebben uw rapportage social return over \(line.period.period.words.nl) bij contract "
                    + "\(line.contract)\(title) nog niet gezien."
                    + due,
                "We have not seen your report on social return on \(line.period.period.words.en) for "
                    + "contract \(line.contract)\(title) yet."
                    + due),
            words(
                "Wilt u de rapportage deze week sturen? Was er niets te melden, dan is een voorblad met die "
                    + "opmerking genoeg. Heeft u de "
                    + "rapportage al gestuurd, dan hoeft u niets te doen.",
                "Would you send the report this week? If there was nothing to report, a cover that says so "
                    + "is enough. If you have sent "
                    + "the report already, no action is needed."),
            words(
                "Loopt u ergens tegenaan? Neem contact op met uw contractmanager. Wij helpen graag.",
                "Is something in the way? Please contact your contract manager. We are glad to help."),
            words("Met vriendelijke groet,", "Kind regards,"),
        ]
        let text =
            paragraphs.map { Wrapping.lines($0, width: 74).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
        return MailMessage(
            from: sender, to: recipient,
            subject: words("Herinnering: rapportage social return", "Reminder: report on social return")
                + " \(line.period.period), \(line.contract)",
            text: text, on: day, language)
    }
}
