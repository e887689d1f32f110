import Intake
import SocialReturnModel
import Testing

/// Words of somebody's own for a code: proposed, and never applied.
@Suite("Own words: values")
struct CodeProposalTests {
    @Test(
        "One code is clear, or none is proposed",
        arguments: [
            (CodeListDescription(TargetGroup.self), "Wajonger", "WAJ"),
            (CodeListDescription(TargetGroup.self), "P-wet", "PW"),
            (CodeListDescription(TargetGroup.self), "uitkering gemeente", "PW"),
            (CodeListDescription(TargetGroup.self), "WW'er", "WW"),
            (CodeListDescription(TargetGroup.self), "ontheemd", "VLU"),
            (CodeListDescription(TargetGroup.self), "Statushouders", "STA"),
            (CodeListDescription(TargetGroup.self), "Participatiwet", "PW"),
            (CodeListDescription(TargetGroup.self), "PW - bijstand", "PW"),
            (CodeListDescription(TargetGroup.self), "Wajong (jonggehandicapte)", "WAJ"),
            (CodeListDescription(PlacementKind.self), "uitzenden", "detachering"),
            (CodeListDescription(PlacementKind.self), "detachreing", "detachering"),
            (CodeListDescription(ContractForm.self), "zelfstandige", "geen"),
            (CodeListDescription(ContractForm.self), "Vast contract", "onbepaald"),
            (CodeListDescription(ContractForm.self), "onbepaalt", "onbepaald"),
            (CodeListDescription(ActivityKind.self), "gastlse", "gastles"),
            (CodeListDescription(CommitmentStatus.self), "on track", "loopt"),
            // Read already, two codes, none, or too long to be a word.
            (CodeListDescription(TargetGroup.self), "Wajong", nil),
            (CodeListDescription(TargetGroup.self), "PW/WW", nil),
            (CodeListDescription(TargetGroup.self), "50 plus", nil), (CodeListDescription(TargetGroup.self), "", nil),
            (CodeListDescription(TargetGroup.self), "--", nil),
            (CodeListDescription(TargetGroup.self), "geen Wajong", nil),
            // Words that a full stop cuts off, and another number of a word.
            (CodeListDescription(TargetGroup.self), "Part.wet", "PW"),
            (CodeListDescription(TargetGroup.self), "doelgr. banenafspraak", "BAN"),
            (CodeListDescription(TargetGroup.self), "banenafspraken", "BAN"),
            (CodeListDescription(PlacementKind.self), "uitzendkr.", "detachering"),
            (CodeListDescription(ContractForm.self), "bep. tijd", "bepaald"),
            (CodeListDescription(ContractForm.self), "onb. tijd", "onbepaald"),
            (CodeListDescription(ContractForm.self), "t. tijd", nil),
            (CodeListDescription(TargetGroup.self), "st.", nil),
            (CodeListDescription(TargetGroup.self), "geen banenafspraken", nil),
            // A word that is a code of its own is not mistaken for another one.
            (CodeListDescription(TargetGroup.self), "stage BBL", nil),
            (CodeListDescription(TargetGroup.self), "PW?", "PW"),
            (CodeListDescription(ContractForm.self), "obepaaldetijd", nil),
            (CodeListDescription(ContractForm.self), "soms", nil),
            (CodeListDescription(AgeClass.self), "50+", nil),
            (CodeListDescription(DurationClass.self), "langer dan 3 jaar", nil),
            (CodeListDescription(YesNo.self), "misschien", nil),
            (CodeListDescription(TargetGroup.self), String(repeating: "Wajonger ", count: 20), nil),
        ])
    func proposals(_ list: CodeListDescription, _ word: String, _ code: String?) {
        let found = CodeProposals.shared.rawValue(for: word, in: list)
        #expect(found.map { list.entries[Int($0)].code } == code)
    }

    @Test("What is not read gives no value, and says which code may be meant")
    func neverApplied() throws {
        let cover = "leverancier_kvk;leverancier_naam;periode;sjabloonversie\n12345678;Voorbeeld;2026-Q3;1\n"
        let text = """
            contractnummer;soort;datum
            BZK-1;jobcoaching;01-07-2026
            BZK-1;jobcoaching;02-07-2026
            BZK-1;zwemmen;03-07-2026
            """
        let submission = try SubmissionReader.read(
            SubmissionFiles(
                name: "proef",
                files: [
                    SourceFile(name: "voorblad.csv", text: cover), SourceFile(name: "activiteiten.csv", text: text),
                ]))
        #expect(submission.observations.map(\.kind) == [.openCodeMeant, .openCodeMeant, .openCodeUnknown])
        #expect(submission.observations.map(\.number) == [2, 2, 0])
        #expect(submission.activities?.rows.map(\.kind) == [nil, nil, nil])
    }

    @Test(
        "A code is proposed with its name",
        arguments: [
            (TargetGroup.youngDisabled.entry, "'WAJ' (Wajong)", "'WAJ' (Young disabled, Wajong)"),
            (PlacementKind.secondment.entry, "'detachering'", "'detachering' (Secondment)"),
            (Recognition.shelteredEmployment.entry, "'sw' (SW-bedrijf)", "'sw' (Sheltered-employment company)"),
        ])
    func names(_ entry: CodeEntry, nl: String, en: String) {
        #expect(entry.proposal == Text(nl: nl, en: en))
    }
}
