import SocialReturnModel
import Testing

@Suite struct CodeListTests {
    static let lists: [any CodeList.Type] = [
        TargetGroup.self, DurationClass.self, AgeClass.self, PlacementKind.self, ContractForm.self, EducationLevel.self,
        PlacementOutcome.self, YesNo.self, ChainRole.self, Recognition.self, ShareCounting.self, ActivityKind.self,
        EvidenceKind.self, EvidenceReview.self, ContractPhase.self, Owner.self, CommitmentUnit.self,
        CommitmentStatus.self,
        ObstacleKind.self, Shareability.self, PlaceDirection.self, PlaceKind.self, OrderKind.self, Regime.self,
        Reservation.self, NoticeReservation.self, ReportingFrequency.self, LegalForm.self, ObligationBase.self,
        TargetUnit.self,
        ValuationMethod.self, ReferenceDateKind.self, ObligationStatus.self, YearBasis.self, FTEMeasure.self,
        CountsFrom.self, Rounding.self,
        ValuationLineKind.self, Completeness.self, ValuedTable.self, ValueUnit.self, BlockLevel.self, BonusSpread.self,
        WordForm.self, TableCertainty.self,
    ]

    /// Every list with its raw values, its type set aside.
    static let cases = lists.map { list in
        func facts<List: CodeList>(_ list: List.Type) -> (CodeListDescription, [UInt8]) {
            (CodeListDescription(list), List.allCases.map(\.rawValue))
        }
        return facts(list)
    }

    @Test func everyListOfATableIsCheckedHere() {
        let named = Set(AllTables.facts.flatMap(\.columns).compactMap(\.codes?.name))
        #expect(named == Set(Self.cases.map(\.0.name)))
        #expect(Self.cases.count == named.count)
    }

    @Test(arguments: cases)
    func rawValuesCountFromZero(list: CodeListDescription, rawValues: [UInt8]) {
        #expect(rawValues == Array(0..<UInt8(list.entries.count)))
        #expect((1...32).contains(rawValues.count))
    }

    @Test(arguments: cases)
    func everySpellingNamesOneCode(list: CodeListDescription, rawValues: [UInt8]) {
        var owners: [String: String] = [:]
        for (rawValue, entry) in zip(rawValues, list.entries) {
            for spelling in [entry.code, entry.name.nl, entry.name.en] + entry.aliases {
                #expect(list.rawValue(for: spelling) == rawValue, "\(spelling)")
                #expect(list.rawValue(for: " " + spelling.uppercased() + " ") == rawValue, "\(spelling)")
                let owner = owners.updateValue(entry.code, forKey: FoldedName.fold(spelling))
                #expect(owner == nil || owner == entry.code, "\(spelling) names \(owner ?? "") and \(entry.code)")
            }
        }
        #expect(Set(list.entries.map { FoldedName.fold($0.code) }).count == list.entries.count)
        #expect(list.rawValue(for: "") == nil)
        #expect(list.rawValue(for: "bestaat niet") == nil)
        #expect(list.choices == list.entries.map(\.code).joined(separator: ", "))
    }

    @Test(arguments: [
        (TargetGroup.self as any CodeList.Type, "PW WW WIA WAJ BAN WSW BSW NUG JSK BBL BOL VSO STA VLU EXD TOP OVG"),
        (DurationClass.self, "<1j >1j <2j >2j"), (AgeClass.self, "15-26 27-49 50-54 55 56+"),
        (PlacementKind.self, "dienstverband detachering stage bbl bol werkervaring proefplaatsing zzp"),
        (ContractForm.self, "bepaald onbepaald geen"), (EducationLevel.self, "1 2 3 4"),
        (PlacementOutcome.self, "vast_werk verlengd doorstroom uitval opleiding"), (YesNo.self, "ja nee onbekend"),
        (ChainRole.self, "onderaanneming levering inhuur"),
        (Recognition.self, "sw pso30 pso_trede code_so regionaal art282"),
        (ShareCounting.self, "personen fte incl_detachering"),
        (ActivityKind.self, "gastles coaching scholing maatschappelijk sponsoring rondleiding"),
        (
            EvidenceKind.self,
            """
            doelgroepverklaring registercontrole uwv_verklaring uitkeringsspecificatie_gezien \
            arbeidsovereenkomst_gezien stageovereenkomst praktijkovereenkomst factuur pso_certificaat statuten overig
            """
        ),
        (EvidenceReview.self, "nee steekproef ja"),
        (ContractPhase.self, "marktconsultatie voor_gunning start uitvoering afronding"),
        (Owner.self, "leverancier rijk samen"), (CommitmentUnit.self, "personen fte uren plekken"),
        (CommitmentStatus.self, "open loopt gehaald deels_gehaald niet_gehaald vervallen"),
        (
            ObstacleKind.self,
            """
            geen_kandidaten geen_match_functie kandidaat_niet_gekozen begeleiding uitval capaciteit regels privacy \
            contract bijzondere_omstandigheid overig
            """
        ),
        (Shareability.self, "nee intern openbaar"), (PlaceDirection.self, "aanbod vraag"),
        (PlaceKind.self, "stage werkervaring leerplek baan begeleiding"), (OrderKind.self, "levering dienst werk"),
        (Regime.self, "klassiek maatwerk gunningscriterium voorbehouden"), (Reservation.self, "geen deels geheel"),
        (NoticeReservation.self, "none res-ws res-pub-ser"),
        (ReportingFrequency.self, "maand kwartaal halfjaar jaar eenmalig"),
        (LegalForm.self, "bv nv stichting vereniging cooperatie eenmanszaak vof maatschap cv overheid"),
        (ObligationBase.self, "loonsom opdrachtwaarde inschrijfsom gefactureerde_omzet"),
        (TargetUnit.self, "personen fte uren plekken"), (ValuationMethod.self, "contract gewerkte_uren eenheid"),
        (ReferenceDateKind.self, "publicatie gunning start_inzet"),
        (ObligationStatus.self, "vastgelegd in_uitvoering afgerond vrijgesteld"),
        (YearBasis.self, "dagen weken maanden"), (FTEMeasure.self, "gemiddeld laatste_dag"),
        (CountsFrom.self, "contract begindatum"), (Rounding.self, "per_rij per_totaal hele_euro"),
        (ValuationLineKind.self, "tabel blok bonus"), (Completeness.self, "volledig onvolledig"),
        (TableCertainty.self, "A B"),
        (ValuedTable.self, "inzet activiteiten sociale_inkoop"),
        (ValueUnit.self, "jaar maand uur dagdeel dag eenmalig factuur"), (BlockLevel.self, "1 2 3 4 hbo"),
        (BonusSpread.self, "ja eenmalig"), (WordForm.self, "heel begin niet"),
    ])
    func listsHoldTheAgreedCodes(list: any CodeList.Type, codes: String) {
        #expect(CodeListDescription(list).entries.map(\.code) == codes.split(separator: " ").map(String.init))
    }

    @Test func listsThatAFigureDependsOnAreClosed() {
        let open = Self.lists.filter { $0.isOpen }.map { "\($0)" }
        #expect(
            Set(open) == [
                "PlacementOutcome", "ChainRole", "ActivityKind", "EvidenceKind", "ContractPhase", "Owner",
                "CommitmentUnit",
                "CommitmentStatus", "ObstacleKind", "PlaceKind", "LegalForm",
            ])
    }

    @Test(arguments: CommitmentStatus.allCases)
    func settledCommitmentsAreClosed(status: CommitmentStatus) {
        var commitment = Commitment()
        #expect(!commitment.isClosed)
        commitment.status = status
        #expect(commitment.isClosed == ![.open, .inProgress].contains(status))
    }

    @Test func unitsOfCommitmentsAndObligationsAreTheSame() {
        #expect(CommitmentUnit.allCases.map(\.targetUnit) == TargetUnit.allCases)
    }

    @Test func setsOfCodesKeepTheOrderOfTheList() {
        let set = CodeSet<Recognition>([.article282, .shelteredEmployment])
        #expect(set.codes == [.shelteredEmployment, .article282])
        #expect(set.contains(.article282) && !set.contains(.pso30))
        #expect(!set.isEmpty && CodeSet<Recognition>().isEmpty)
        #expect(set.bits == 0b100001)
    }
}
