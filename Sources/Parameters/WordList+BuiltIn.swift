extension WordList {
    /// Words that name an illness or treatment.
    public static let medicalTerms = WordList(csv: PackageResources.medische_termen_csv)
    /// Words of criminal law.
    public static let criminalTerms = WordList(csv: PackageResources.strafrechtelijke_termen_csv)
    /// Words that name an extract of the target group register.
    public static let registerExtractTerms = WordList(csv: PackageResources.registeruitdraaien_csv)
    /// Words that name underpayment, unsafe work or working hours that are too long.
    public static let workingConditionTerms = WordList(csv: PackageResources.arbeidsvoorwaarden_csv)
}
