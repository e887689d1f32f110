import Fuzzing
import SocialReturnModel

@testable import Intake

/// Reads `bytes` as a cell in every way that the model has.
func checkReaders(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { all in
        let range = CellReader.trim(all).range
        let cell = UnsafeBufferPointer(rebasing: all[range])
        require(CellReader.trim(cell).range == 0..<cell.count, "a trimmed cell has nothing to trim")
        checkDay(cell)
        checkNumbers(cell)
        checkNames(cell)
        checkMarks(cell)
        checkIdentifiers(cell)
        checkClean(cell)
    }
    if bytes.lot % 8192 == 1, bytes.count >= 4 {
        requireLinearTime(bytes) { $0.withUnsafeBufferPointer(readAll) }
    }
}

/// Every reader once, for what it takes.
private func readAll(_ cell: UnsafeBufferPointer<UInt8>) {
    let cell = UnsafeBufferPointer(rebasing: cell[CellReader.trim(cell).range])
    _ = CellReader.day(cell)
    _ = CellReader.period(cell)
    _ = CellReader.money(cell)
    _ = CellReader.number(cell)
    _ = CellReader.kvk(cell)
    _ = CellReader.looksMojibake(cell)
    for kind in ColumnKind.allCases { _ = NullMarker.isOne(cell, in: kind) }
    checkClean(cell)
}

/// What `text` says, by `read`.
private func reading<Value>(
    _ text: String, _ read: (UnsafeBufferPointer<UInt8>) -> Reading<Value>
) -> Reading<Value> {
    var text = text
    return text.withUTF8(read)
}

/// Problems that come with a value have one, others do not; what was not read was not repaired.
private func checkForm<Value>(_ reading: Reading<Value>) {
    switch reading.problem {
    case .ambiguousNumber, .twoDigitYear, .serialDay: require(reading.value != nil, "a doubt is about a value")
    case .some: require(reading.value == nil, "what cannot be read has no value")
    case nil: break
    }
    require(reading.alternative == nil || reading.problem == .ambiguousNumber, "another value is a doubt")
}

/// A day or a period that was read is the same one when it is written and read again, in either language.
private func checkDay(_ cell: UnsafeBufferPointer<UInt8>) {
    let day = CellReader.day(cell)
    checkForm(day)
    if let value = day.value {
        require((Day.first...Day.last).contains(value), "a day lies in the years that can be read")
        for text in [value.description, value.formatted(.dutch), value.formatted(.english)] {
            let again = reading(text, CellReader.day)
            require(again.value == value && again.problem == nil, "\(text) is the day that it was")
        }
        let (year, month, number) = value.components
        require(Day(year: year, month: month, day: number) == value, "a day has its parts")
        require(Day(spreadsheetSerial: value.spreadsheetSerial) == value, "a day has its serial number")
    }
    let period = CellReader.period(cell)
    checkForm(period)
    if let value = period.value {
        require(value.start <= value.end && value.days <= ReportingPeriod.longest, "a period ends after it begins")
        let again = reading(value.description, CellReader.period)
        require(again.value == value && again.problem == nil, "\(value) is the period that it was")
    }
}

/// An amount or number that was read is the same one when it is written and read again.
private func checkNumbers(_ cell: UnsafeBufferPointer<UInt8>) {
    let money = CellReader.money(cell)
    checkForm(money)
    if let value = money.value, value.magnitude.rawValue <= NumberBounds.columnTotal {
        for text in [value.description, value.formatted(.dutch), value.formatted(.english)] {
            let again = reading(text, CellReader.money)
            require(again.value == value && again.problem == nil, "\(text) is the amount that it was")
        }
    }
    let number = CellReader.number(cell)
    checkForm(number)
    if let value = number.value, value.tenThousandths.magnitude <= NumberBounds.columnTotal {
        let dutch = reading(value.formatted(.dutch), CellReader.number)
        require(dutch.value == value, "\(value.formatted(.dutch)) is the number that it was")
        let machine = reading(value.description, CellReader.number)
        require(
            machine.value == value || machine.alternative == value && machine.problem == .ambiguousNumber,
            "\(value) is the number that it was")
    }
    for bounds in [NumberBounds.hoursOfWeek, .euros, .share] {
        let cents = CellReader.money(cell, within: bounds.parts(of: 100))
        checkForm(cents)
        for value in [cents.value, cents.alternative].compactMap({ $0 }) {
            require(bounds.parts(of: 100).contains(value.rawValue), "an amount lies within its bounds")
        }
        let quantity = CellReader.number(cell, within: bounds.parts(of: Quantity.scale))
        checkForm(quantity)
        for value in [quantity.value, quantity.alternative].compactMap({ $0 }) {
            require(
                bounds.parts(of: Quantity.scale).contains(value.tenThousandths), "a number lies within its bounds")
        }
    }
    let kvk = CellReader.kvk(cell)
    checkForm(kvk)
    if let value = kvk.value {
        let again = reading(value.description, CellReader.kvk)
        require(again.value == value && again.problem == nil && again.repairs.isEmpty, "\(value) is the number it was")
    }
}

/// The lists of codes of all tables.
private let lists = CodeListDescription.lists(of: AllTables.facts)

/// Names are folded once, codes are known by what they are called, ids of topics stay.
private func checkNames(_ cell: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: cell, as: UTF8.self)
    let folded = FoldedName.fold(text)
    require(FoldedName.fold(folded) == folded, "a folded name is folded")
    let list = lists[Int(text.utf8.lot.magnitude % lists.count.magnitude)]
    if let code = list.rawValue(for: text) {
        require(list.rawValue(for: list.entries[Int(code)].code) == code, "a code is known by its code")
        require(CodeWords.bits(of: text, in: list) == 1 << UInt32(code), "a code is one of several")
    } else {
        _ = CodeWords.bits(of: text, in: list)
    }
    if let topic = TopicID(text) {
        let again = TopicID(topic.text)
        require(again == topic, "an id is the id that it was: \(topic) is \(again?.text ?? "none")")
        require(topic.isAlike(topic), "a topic is like itself")
    }
    let words = TopicID.words(text)
    require(TopicID.words(words) == words, "the words of words are the same")
    if text.utf8.count <= 64 {
        let distance = EditDistance.between(folded, "leverancier")
        require(EditDistance.between("leverancier", folded) == distance, "it is as far back")
        if EditDistance.mistakes(SpelledWord(folded), SpelledWord("leverancier")) == 1 {
            require(distance == 1, "one mistake is one letter")
        }
    }
    _ = HeadingName(text)
}

/// What a cell is marked as.
private func checkMarks(_ cell: UnsafeBufferPointer<UInt8>) {
    _ = CellReader.isExcelError(cell)
    _ = CellReader.isScientific(cell)
    _ = CellReader.isDamagedIdentifier(cell)
    _ = CellReader.startsLikeFormula(cell)
    _ = CellReader.looksMojibake(cell)
    _ = CellReader.dateMark(cell)
    _ = CellReader.isTurnable(cell)
    if let length = CellReader.lengthWithoutZeroDecimal(cell) {
        require((1..<cell.count).contains(length), "a whole number is shorter without its decimals")
    }
    for kind in ColumnKind.allCases { _ = NullMarker.isOne(cell, in: kind) }
    if !cell.isEmpty { _ = NullMarker.isOfProgram(cell) }
    _ = NullMarker.isNullMarker(cell)
    _ = NullMarker.isOpenEnd(cell)
}

/// Numbers with a check digit.
private func checkIdentifiers(_ cell: UnsafeBufferPointer<UInt8>) {
    _ = CPVCode.check(cell)
    _ = IBAN.check(cell)
    _ = OIN.check(cell)
    _ = RSIN.check(cell)
    _ = VATNumber.check(cell)
    _ = WorkPostcode.check(cell)
    _ = EstablishmentNumber.isValid(cell)
    require(
        ElevenTest.passesRSIN(cell) == isBSN(cell), "the eleven test is what its definition says")
}

/// The test of a citizen service number from its definition: nine digits weighed by 9 to 2 and -1, together divisible by eleven.
private func isBSN(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    guard digits.count == 9, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    return sum % 11 == 0 && sum != 0
}

/// A clean cell is clean: what nobody sees is gone, and the rest is the same when it is cleaned again.
private func checkClean(_ cell: UnsafeBufferPointer<UInt8>) {
    for isIdentifier in [false, true] {
        var (first, second) = (CleanCell(), CleanCell())
        first.with(cell, isIdentifier: isIdentifier) { clean, repairs in
            require(clean.count <= cell.count, "a clean cell is no longer")
            // A mark of text before a mark of text is text.
            guard !repairs.contains(.textMark), clean.first != 0x27, clean.first != 0x3D else { return }
            second.with(clean, isIdentifier: isIdentifier) { again, _ in
                require(again.elementsEqual(clean), "a clean cell is clean")
            }
        }
    }
}
