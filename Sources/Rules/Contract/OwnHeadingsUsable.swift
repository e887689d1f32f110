import Intake
import SocialReturnModel

/// A line of `kolommen.csv` lays down one heading of one supplier as a column that the template has.
enum OwnHeadingsUsable: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-18", since: .v2026_3, .warning, level: .row, basis: .technical, needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Regel in kolommen.csv niet bruikbaar", en: "Line in kolommen.csv cannot be used"),
        message: Text(
            nl: "'{value}' is geen KvK-nummer en geen *. Deze regel is niet gebruikt.",
            en: "'{value}' is neither a KvK number nor *. This line was not used."),
        remedy: Text(
            nl: "Verbeter de regel in kolommen.csv van het register, of haal de regel weg.",
            en: "Correct the line in kolommen.csv of the register, or remove it."),
        why: Text(
            nl:
                "Wie een eigen kop van een leverancier vastlegt, moet erop kunnen rekenen dat die kop zo wordt gelezen.",
            en: "Who lays down a supplier's own heading must be able to rely on its being read so."),
        examples: [
            .triggers("kolommen: kvk=1234; tabel=inzet; kop=Aanvang; kolom=begindatum"),
            .triggers("kolommen: kvk=*; tabel=personeel; kop=Aanvang; kolom=begindatum"),
            .triggers("kolommen: kvk=*; tabel=inzet; kop=Aanvang; kolom=aanvangsdatum"),
            .triggers("kolommen: kvk=*; tabel=inzet; kop=; kolom=begindatum"),
            .triggers("kolommen: kvk=12345678; tabel=inzet; kop=Naam medewerker; kolom=deelnemercode"),
            .triggers("kolommen: kvk=12345678; tabel=inzet; kop=BSN; kolom=deelnemercode"),
            .triggers("kolommen: kvk=12345678; tabel=inzet; kop=Einddatum; kolom=begindatum"),
            .triggers("kolommen: kvk=12345678; tabel=voorblad; kop=Kamer van Koophandel; kolom=leverancier_kvk"),
            .passes("kolommen: kvk=12345678; tabel=inzet; kop=Aanvang; kolom=begindatum"),
            .passes("kolommen: kvk=*; tabel=Sociale inkoop; kop=Crediteur; kolom=partner_naam"),
            .passes("kolommen: kvk=*; tabel=voorblad; kop=Kamer van Koophandel; kolom=leverancier_kvk"),
            // What the template reads already needs no line, and one does no harm.
            .passes("kolommen: kvk=12345678; tabel=inzet.csv; kop=Startdatum; kolom=begindatum"),
            .passes(),
        ])

    static let variants = [
        Text(
            nl: "Er is geen tabel met de naam '{value}'. Deze regel is niet gebruikt.",
            en: "There is no table called '{value}'. This line was not used."),
        Text(
            nl: "Deze tabel heeft geen kolom '{value}'. Deze regel is niet gebruikt.",
            en: "This table has no column '{value}'. This line was not used."),
        Text(
            nl: "Op deze regel staat geen kop. De regel is niet gebruikt.",
            en: "There is no heading on this line. The line was not used."),
        Text(
            nl: "Onder de kop '{value}' staan gegevens die wij niet mogen ontvangen. Deze regel is niet gebruikt.",
            en: "Below the heading '{value}' stand data that we may not receive. This line was not used."),
        Text(
            nl: "De kop '{value}' heeft in het sjabloon al een andere betekenis. Deze regel is niet gebruikt.",
            en: "The heading '{value}' has another meaning in the template already. This line was not used."),
        Text(
            nl:
                "Aan deze kolom zien wij wie de leverancier is. Daarom kan de regel niet voor één leverancier gelden; hij is niet gebruikt.",
            en:
                "By this column we see who the supplier is. So the line cannot be for one supplier; it was not used."),
        RegisterListing<Place>.restMessage,
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register else { return }
        let listing = RegisterListing(register.ownHeadings.problems) { $0.place.table }
        for (place, problem) in listing.shown { report.found(at: place, variant: problem.rawValue) }
        report.addRest(of: listing, variant: UInt8(OwnHeadings.Problem.allCases.count))
    }
}
