import Intake
import SocialReturnModel

/// A partnership that supplier and client agreed on leads to something: a purchase from the partner, or people at work there.
///
/// An agreement is about a partner when its goal or explanation names it, by the name or the KvK number that the register has.
enum PartnershipActive: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-14", since: .v2026_2, .signal, level: .acrossTables, basis: .policy, sources: ["INTERVIEW"],
        column: .of(\Commitment.goal),
        needs: [.register, .table(.commitments)],
        name: Text(nl: "Afgesproken partnerschap zonder inzet", en: "Agreed partnership without activity"),
        message: Text(
            nl: "Deze afspraak noemt '{detail}'. Van deze partner staat nog geen inkoop of inzet in uw rapportages.",
            en: "This agreement names '{detail}'. Your reports do not show a purchase or placement of this partner yet."
        ),
        remedy: Text(
            nl:
                "Hoe staat het met dit partnerschap? Loopt het stroef, meld dan een knelpunt of een hulpvraag: wij denken "
                + "graag mee.",
            en:
                "How is this partnership going? If it is slow, report an obstacle or ask for help: we are glad to think "
                + "along."),
        why: Text(
            nl:
                "Een partnerschap op papier helpt nog niemand aan werk. Vroeg erover praten maakt de kans groter dat het "
                + "lukt.",
            en: "A partnership on paper does not help anyone into work. To talk about it early makes success likelier."),
        examples: [
            .triggers("partners: kvk=90000007", "afspraken: doel=samenwerking met Voorbeeld Sociaal Werk B.V."),
            .triggers("-sociale_inkoop", "afspraken: doel=verpakken bij Voorbeeld Sociaal Werk"),
            .triggers("sociale_inkoop", "afspraken: toelichting=met partner 90000001"),
            .triggers(
                "sociale_inkoop", "afspraken: doel=werk voor voorbeeld sociaal-werk",
                previous: [["voorblad: periode=2026-Q1", "sociale_inkoop"]]),
            .passes("afspraken: doel=samenwerking met Voorbeeld Sociaal Werk B.V."),
            .passes(
                "sociale_inkoop", "inzet: werkgever_kvk=90000001",
                "afspraken: doel=samenwerking met Voorbeeld Sociaal Werk B.V."),
            .passes(
                "sociale_inkoop", "afspraken: doel=samenwerking met Voorbeeld Sociaal Werk B.V.",
                previous: [["voorblad: periode=2026-Q1", "sociale_inkoop: factuurnummer=F-2026-001"]]),
            .passes("sociale_inkoop"),
            .passes("sociale_inkoop", "afspraken: doel=werk met Voorbeeld Sociaal Werk; status=vervallen"),
            .passes("-partners", "sociale_inkoop", "afspraken: doel=werk met Voorbeeld Sociaal Werk"),
            // Part of another name.
            .passes("sociale_inkoop", "afspraken: doel=bezoek aan Voorbeeld Sociaal Werkplein"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.commitments, let partners = context.register?.partners else { return }
        let active = organisationsAtWork(context)
        let column = ColumnReference(\Commitment.goal)
        let idle = partners.rows.indices.compactMap { index -> NamedPartner? in
            guard let kvk = partners.rows[index].kvk, !active.contains(kvk) else { return nil }
            return NamedPartner(kvk, partners.source.text(partners.rows[index].name))
        }
        guard !idle.isEmpty else { return }
        for index in table.acceptedIndices where table.rows[index].status != .dropped {
            let row = table.rows[index]
            let words = Words(table.source.text(row.goal) + " " + table.source.text(row.explanation))
            for partner in idle {
                guard let mention = words.mention(of: partner) else { continue }
                report.found(at: table.place(index, column), report.text(mention, from: .supplier))
            }
        }
    }

    /// The organisations with a purchase or a placement in this report or an earlier one.
    private static func organisationsAtWork(_ context: RuleContext) -> Set<KvKNumber> {
        var found: Set<KvKNumber> = []
        for submission in [context.submission] + context.previous.map(\.submission) {
            if let purchases = submission.purchases {
                for index in purchases.acceptedIndices {
                    found.formUnion(purchases.rows[index].partner.map { [$0] } ?? [])
                }
            }
            if let placements = submission.placements {
                for index in placements.acceptedIndices {
                    found.formUnion(placements.rows[index].employer.map { [$0] } ?? [])
                }
            }
        }
        return found
    }
}

/// A partner of the register, as an agreement may name it.
private struct NamedPartner {
    let name: String
    let kvk: String
    /// The words of the name without the legal form.
    let words: [String]

    init(_ kvk: KvKNumber, _ name: String) {
        self.name = name
        self.kvk = kvk.description
        var words = Words.split(name)
        while let last = words.last, words.count > 1, Self.legalForms.contains(last) || last.count == 1 {
            words.removeLast()
        }
        if words.count > 1, words[0] == "stichting" { words.removeFirst() }
        self.words = words
    }

    private static let legalForms: Set = ["bv", "nv", "cv", "ua", "vof", "ba", "wa"]
}

/// The words of an agreement.
private struct Words {
    private let words: [String]

    init(_ text: String) { words = Self.split(text) }

    /// Letters and digits in lower case without accents; `B.V.` gives two words.
    static func split(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map { FoldedName.fold(String($0)) }
    }

    /// How the words name the partner: by its KvK number, or by its name word for word; nil where they do not. One short word is no
    /// name. Who gives a number only does not learn the name that the register has.
    func mention(of partner: NamedPartner) -> String? {
        if words.contains(partner.kvk) { return partner.kvk }
        let name = partner.words
        guard name.count > 1 || name.first.map({ $0.count > 5 }) ?? false, name.count <= words.count else {
            return nil
        }
        let isNamed = (0...words.count - name.count).contains { start in
            words[start..<start + name.count].elementsEqual(name)
        }
        return isNamed ? partner.name : nil
    }
}
