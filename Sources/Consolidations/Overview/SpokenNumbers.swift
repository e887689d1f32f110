/// Small numbers of people in sentences that somebody wrote: "drie deelnemers", "twee van de drie bleven".
///
/// A workbook that rounds people in its figures does not tell them in its sentences. One person stays one: that is a story, and no count.
enum SpokenNumbers {
    private static let numbers: Set<String> = [
        "2", "3", "4", "5", "6", "7", "8", "9", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "two",
        "three", "four", "five", "six", "seven", "eight", "nine", "1",
    ]
    private static let people = [
        "deelnemer", "mens", "persoon", "personen", "kandida", "medewerker", "collega", "jonger", "statushouder",
        "werknemer", "leerling", "stagiair", "vrouwen", "mannen", "participant", "people", "persons", "candidate",
        "employee", "trainee",
        // What people do: "twee bleven".
        "bleven", "bleef", "begonnen", "vielen", "kregen", "stopten", "stroomden", "werken", "werkten", "stayed",
        "left",
        "started", "dropped",
    ]

    /// `text` with "enkele" for small numbers of people.
    static func softened(_ text: String) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let bare = words.map { word in
            String(word.lowercased().drop { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber })
        }
        var isChanged = false
        for index in words.indices where numbers.contains(bare[index]) {
            let next = bare[(index + 1)...].prefix(3)
            // What it counts stands in the same part of the sentence, with no other number between.
            var isCount = false
            for place in next.indices where !isCount {
                if words[place - 1].hasSuffix(",") || bare[place].first?.isNumber == true { break }
                isCount = people.contains { bare[place].hasPrefix($0) }
            }
            let isShare =
                next.count == 3 && ["van", "of"].contains(next[index + 1]) && ["de", "the"].contains(next[index + 2])
                && numbers.contains(next[index + 3])
            let isOfShare =
                index > 2 && numbers.contains(bare[index - 3]) && ["van", "of"].contains(bare[index - 2])
                && ["de", "the"].contains(bare[index - 1])
            guard isCount || isShare || isOfShare else { continue }
            let isCapital = words[index].first { $0.isLetter }?.isUppercase == true
            let english = numbers.contains(bare[index]) && next.contains { ["of", "people", "persons"].contains($0) }
            let word = english ? "a few" : "enkele"
            words[index] = words[index].replacing(
                words[index].trimmingPrefix { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber },
                with: isCapital ? word.prefix(1).uppercased() + word.dropFirst() : word)
            isChanged = true
        }
        return isChanged ? words.joined(separator: " ") : text
    }
}
