/// The documents that show what was reported. A document stays with the supplier.
public enum EvidenceKind: UInt8, CodeList {
    case targetGroupStatement, registerCheck, benefitAgencyStatement, benefitStatementSeen, employmentContractSeen,
        internshipAgreement, workLearningAgreement, invoice, psoCertificate, articlesOfAssociation, other

    /// What the list is called.
    public static var listName: Text { Text(nl: "soorten bewijs", en: "kinds of evidence") }
    /// A word outside this proposed list may stand.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .targetGroupStatement:
            CodeEntry(
                "doelgroepverklaring", nl: "Doelgroepverklaring", en: "Target group statement",
                also: ["verklaring doelgroep"])
        case .registerCheck:
            CodeEntry(
                "registercontrole", nl: "Controle van het doelgroepregister",
                en: "Look-up in the target group register",
                also: ["doelgroepregister", "controle register", "register geraadpleegd"])
        case .benefitAgencyStatement:
            CodeEntry(
                "uwv_verklaring", nl: "Verklaring van UWV", en: "Statement of UWV",
                also: ["uwv-brief", "uwv-beschikking", "verklaring uwv"])
        case .benefitStatementSeen:
            CodeEntry(
                "uitkeringsspecificatie_gezien", nl: "Uitkeringsspecificatie gezien", en: "Benefit statement seen",
                also: ["uitkeringsspecificatie"])
        case .employmentContractSeen:
            CodeEntry(
                "arbeidsovereenkomst_gezien", nl: "Arbeidsovereenkomst gezien", en: "Employment contract seen",
                also: ["arbeidsovereenkomst", "arbeidscontract"])
        case .internshipAgreement:
            CodeEntry("stageovereenkomst", nl: "Stageovereenkomst", en: "Internship agreement", also: ["stagecontract"])
        case .workLearningAgreement:
            CodeEntry(
                "praktijkovereenkomst", nl: "Praktijkovereenkomst", en: "Work-based learning agreement",
                also: ["pok", "bpv-overeenkomst", "leerovereenkomst"])
        case .invoice: CodeEntry("factuur", nl: "Factuur", en: "Invoice", also: ["rekening", "nota"])
        case .psoCertificate:
            CodeEntry("pso_certificaat", nl: "PSO-certificaat", en: "PSO certificate", also: ["pso", "certificaat"])
        case .articlesOfAssociation:
            CodeEntry("statuten", nl: "Statuten", en: "Articles of association", also: ["akte", "oprichtingsakte"])
        case .other: CodeEntry("overig", nl: "Overig", en: "Other", also: ["anders"])
        }
    }
}

/// Whether procurement saw a document.
public enum EvidenceReview: UInt8, CodeList {
    case no, sample, yes

    /// What the list is called.
    public static var listName: Text { Text(nl: "inzage door inkoop", en: "review by procurement") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .no: CodeEntry("nee", nl: "Nee", en: "No", also: ["n", "niet", "onwaar", "false", "0"])
        case .sample: CodeEntry("steekproef", nl: "In een steekproef", en: "In a sample", also: ["steekproefsgewijs"])
        case .yes: CodeEntry("ja", nl: "Ja", en: "Yes", also: ["j", "waar", "true", "x", "1", "y"])
        }
    }
}
