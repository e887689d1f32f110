import SocialReturnModel

extension Letter {
    /// The letter about a delivery that could not be read at all: what it is, and what to send instead.
    ///
    /// - Parameters:
    ///   - name: what was delivered, as it may be shown.
    ///   - problem: what is the matter with it, in sentences.
    ///   - language: of all sentences; names of files and sheets are Dutch in both.
    public init(unreadable name: String, _ problem: Text, _ language: Language) {
        let words = language.words
        blocks = [
            .title(
                words("Uw rapportage social return is niet gelezen", "Your report on social return could not be read")),
            .paragraph(words("Geachte heer, mevrouw,", "Dear Sir or Madam,")),
            .paragraph(
                words(
                    "Dank u wel voor uw bericht. Wij konden '\(name)' niet lezen. Er is dus nog niets "
                        + "nagekeken en er telt nog niets mee.",
                    "Thank you for your message. We could not read '\(name)'. So nothing was checked yet, "
                        + "and nothing counts yet."
                )),
            .heading(words("Wat is er aan de hand?", "What is the matter?")),
            .paragraph(problem[language]),
            .heading(words("Wat kunt u sturen?", "What can you send?")),
            .points([
                Point(
                    lead: words("Het ingevulde sjabloon", "The template, filled in"),
                    text: words(
                        "een Excel-werkmap (.xlsx) of een werkmap van LibreOffice (.ods), met de bladen "
                            + "Voorblad en Inzet en wat er "
                            + "verder te melden is",
                        "an Excel workbook (.xlsx) or a LibreOffice workbook (.ods), with the sheets "
                            + "Voorblad and Inzet and what else "
                            + "there is to report")),
                Point(
                    lead: words("CSV-bestanden", "CSV files"),
                    text: words(
                        "een map, of een gewoon zipbestand zonder wachtwoord, met voorblad.csv en "
                            + "bijvoorbeeld inzet.csv",
                        "a folder, or an ordinary zip file without a password, with voorblad.csv and for "
                            + "instance inzet.csv"
                    )),
            ]),
            .paragraph(
                words(
                    "Een pdf, een foto, een brief of een mail kunnen wij niet als rapportage lezen.",
                    "We cannot read a PDF, a picture, a letter or a mail as a report.")),
            .heading(words("Zo gaat u verder", "How to go on")),
            .steps([
                words(
                    "Open het bestand in het programma waarin u het maakte.",
                    "Open the file in the program in which you made it."),
                words(
                    "Bewaar het opnieuw in een van de vormen hierboven, zonder wachtwoord.",
                    "Save it again in one of the forms above, without a password."),
                words("Stuur het opnieuw op, zoals de vorige keer.", "Send it again, as you did before."),
            ]),
            .paragraph(
                words(
                    "Komt u er niet uit? Neem contact op met uw contractmanager. Wij helpen graag.",
                    "Questions? Please contact your contract manager. We are glad to help.")),
            .paragraph(words("Met vriendelijke groet,", "Kind regards,")),
            .paragraph(words("uw contractmanager", "your contract manager")),
        ]
    }
}
