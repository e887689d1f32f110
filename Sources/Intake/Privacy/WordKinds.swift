/// What a word can be in a text that may name a person. One word can be several things (*Bakker*, *Mark*).
struct WordKinds: OptionSet, Hashable {
    let rawValue: UInt32

    static let firstName = WordKinds(rawValue: 1)
    /// A first name that is an ordinary word too.
    static let doubtfulFirstName = WordKinds(rawValue: 1 << 1)
    static let surname = WordKinds(rawValue: 1 << 2)
    /// A surname that is an ordinary word too.
    static let doubtfulSurname = WordKinds(rawValue: 1 << 3)
    /// `dhr`, `mevrouw`: hardly ever without a name.
    static let title = WordKinds(rawValue: 1 << 4)
    /// `mw`, `heer`: often without a name.
    static let doubtfulTitle = WordKinds(rawValue: 1 << 5)
    /// `van`, `de`, `el`: what stands before a surname.
    static let particle = WordKinds(rawValue: 1 << 6)
    /// A common word, which no name is.
    static let common = WordKinds(rawValue: 1 << 7)
    /// What stands behind a name that is one of an organisation, a street or a building.
    static let organisation = WordKinds(rawValue: 1 << 8)
    /// What stands before such a name.
    static let beforeOrganisation = WordKinds(rawValue: 1 << 9)
    /// `kandidaat`, `heet`: a name follows.
    static let cue = WordKinds(rawValue: 1 << 10)
    /// `gebouw`, `bijlage`: a letter follows.
    static let label = WordKinds(rawValue: 1 << 11)
    static let month = WordKinds(rawValue: 1 << 12)
    /// `geboren`, `geboortedatum`.
    static let birth = WordKinds(rawValue: 1 << 13)
    /// `deelnemer`, `hij`: whom a sentence is about.
    static let subject = WordKinds(rawValue: 1 << 14)
    /// `woont`, `huisadres`.
    static let home = WordKinds(rawValue: 1 << 15)
    /// `vestiging`, `magazijn`: an address here is one of work.
    static let work = WordKinds(rawValue: 1 << 16)
    /// `at`, as people spell the sign.
    static let atSign = WordKinds(rawValue: 1 << 17)
    /// The first word of a name that is no person's (*Albert Heijn*).
    static let famous = WordKinds(rawValue: 1 << 18)
    /// `heeft`, `vertelt`: what a person does.
    static let verb = WordKinds(rawValue: 1 << 19)
    /// `door`, `met`: not the end of a sentence.
    static let preposition = WordKinds(rawValue: 1 << 20)
    /// `Vervoer`, `Stukadoors`: with a capital behind a name what a firm does. In a sentence it says nothing of organisations.
    static let trade = WordKinds(rawValue: 1 << 21)
    /// `Manege`, `Lunchroom`: with a capital before a name a firm that is called after somebody. What a person is (`Kapper`) is none.
    static let firm = WordKinds(rawValue: 1 << 22)
    /// `deelnemer`, `contactpersoon`: what a person is called before the name.
    static let person = WordKinds(rawValue: 1 << 23)

    static let anyFirstName: WordKinds = [.firstName, .doubtfulFirstName]
    static let anySurname: WordKinds = [.surname, .doubtfulSurname]
}
