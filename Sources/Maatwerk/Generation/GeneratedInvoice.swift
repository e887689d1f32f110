import Plumbing
import SocialReturnModel

/// A made-up invoice of a social enterprise.
struct GeneratedInvoice {
    /// The position of the enterprise among those that exist.
    let partner: Int
    /// The enterprise as the supplier spells it.
    var name: String
    let number: String
    let day: Int
    let euros: Int
    let cents: Int

    /// How many enterprises there are.
    private static let partners = 40

    /// The invoices of supplier `number`. They depend on nothing else, so that another supplier can claim one of them too.
    static func all(of number: Int, _ generation: Generation) -> [GeneratedInvoice] {
        var random = SeededGenerator(seed: generation.seed, part: number + Stream.invoices.rawValue)
        return (1...max(1, generation.rows / 25)).map { index in
            let partner = random.number(1...partners)
            return GeneratedInvoice(
                partner: partner, name: "Sociale Onderneming \(partner)", number: "F\(number)-\(index)",
                day: random.number(1...28), euros: random.number(200...9000), cents: random.number(0...99))
        }
    }

    /// The row of `sociale_inkoop.csv` under `contract`.
    func line(under contract: String) -> String {
        let kvk = GeneratedSupplier.digits(80_000_000 + partner, 8)
        let (day, cents) = (GeneratedSupplier.digits(day, 2), GeneratedSupplier.digits(cents, 2))
        return
            "\(contract);\(kvk);\(name);inhuur;hulp bij het werk;\(number);\(day)-05-2026;\(euros),\(cents);regionaal;31-12-2027\r\n"
    }

    static let heading =
        "contractnummer;partner_kvk;partner_naam;keten;omschrijving;factuurnummer;factuurdatum;bedrag_excl_btw;erkenning;erkenning_geldig_tot\r\n"
}

/// Streams of random numbers beside a supplier's own, so that one part of a submission does not depend on another.
enum Stream: Int {
    /// Its invoices.
    case invoices = 0x1000_0000
    /// What it has in common with other suppliers.
    case others = 0x2000_0000
    /// The errors planted in its rows.
    case errors = 0x3000_0000
    /// What happens to it in a story.
    case stories = 0x4000_0000
}
