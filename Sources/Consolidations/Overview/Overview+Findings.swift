import SocialReturnModel

extension Overview {
    /// Lays reports beside each other, and counts findings by rule.
    mutating func addFindings(_ reported: [ReportedContract], isWhole: Bool) {
        let inScope = isWhole ? Set(superseding.inEffect) : reportsInScope(reported)
        let counting = superseding.inEffect.filter(inScope.contains)
        let ordered = unordered(inScope) + overlaps(inScope)
        crossFindings = (invoices(counting) + claims(counting) + organisations(counting) + ordered).filter { finding in
            isWhole || finding.contracts.isEmpty || finding.contracts.contains { id in isInScope(id, reported) }
        }
        // The register is one for all parts: what is wrong with it stands once.
        if isWhole {
            crossFindings += registerIssues.map { CrossFinding(kind: .inRegister($0), reports: [], contracts: []) }
        }
        ruleLines = Self.ruleLines(counting.map { digests[$0] })
        let replacedBy = Dictionary(
            superseding.replaced + superseding.putRight, uniquingKeysWith: { first, _ in first })
        let rejected = Set(superseding.rejected)
        for index in digests.indices {
            let isShown = isWhole || inScope.contains(index) || replacedBy[index].map(inScope.contains) ?? false
            guard isShown else { continue }
            if let new = replacedBy[index] {
                results.append(ResultLine(digest: index, use: .replaced(by: digests[new].name)))
            } else {
                results.append(ResultLine(digest: index, use: rejected.contains(index) ? .rejected : .used))
            }
        }
    }

    private func isInScope(_ id: String, _ reported: [ReportedContract]) -> Bool {
        let key = id.lowercased()
        return reported.contains { $0.facts.id.lowercased() == key }
    }

    // MARK: - The same days

    /// Of two reports that say the same it does not matter which one counts.
    private func unordered(_ inScope: Set<Int>) -> [CrossFinding] {
        superseding.replacedByName.compactMap { old, new in
            let (earlier, later) = (digests[old], digests[new])
            guard inScope.contains(new), earlier.contracts != later.contracts || earlier.places != later.places else {
                return nil
            }
            return CrossFinding(
                kind: .orderUnknown(counts: later.name), reports: [old, new].sorted(),
                contracts: later.contracts.map(\.id).sorted())
        }
    }

    private func overlaps(_ inScope: Set<Int>) -> [CrossFinding] {
        superseding.overlapping.compactMap { first, second in
            guard inScope.contains(first), inScope.contains(second), let period = digests[first].period,
                let other = digests[second].period
            else { return nil }
            let shared = Set(digests[first].contracts.map { $0.id.lowercased() })
            return CrossFinding(
                kind: .periodsOverlap(period, other), reports: [first, second],
                contracts: digests[second].contracts.map(\.id).filter { shared.contains($0.lowercased()) }.sorted())
        }
    }

    // MARK: - The same invoice

    private struct Mark {
        let key: UInt64
        let report: Int32
        let contract: Int32
        let invoice: Int32
    }

    private func invoices(_ counting: [Int]) -> [CrossFinding] {
        var marks: [Mark] = []
        for report in counting {
            for (contract, content) in digests[report].contracts.enumerated() {
                for (position, invoice) in content.invoices.enumerated() {
                    marks.append(
                        Mark(
                            key: invoice.key, report: Int32(report), contract: Int32(contract),
                            invoice: Int32(position)))
                }
            }
        }
        return Self.doubles(&marks).compactMap { group in
            let reports = Set(group.map(\.report)).sorted().map(Int.init)
            guard reports.count > 1, let first = group.first else { return nil }
            let suppliers = Set(reports.map { digests[$0].supplier })
            let invoice = digests[Int(first.report)].contracts[Int(first.contract)].invoices[Int(first.invoice)]
            let kind: CrossFinding.Kind =
                suppliers.count > 1
                ? .invoiceClaimed(partner: invoice.partner, amount: invoice.amount, date: invoice.date)
                : .invoiceTwice(partner: invoice.partner, amount: invoice.amount, date: invoice.date)
            return CrossFinding(kind: kind, reports: reports, contracts: contractIDs(group))
        }.sorted {
            ($0.reports.first ?? 0, $0.contracts.first ?? "") < ($1.reports.first ?? 0, $1.contracts.first ?? "")
        }
    }

    // MARK: - The same placement

    /// Placements that reports of different suppliers claim, one finding for each pair of reports. One supplier may report a placement
    /// in period after period.
    private func claims(_ counting: [Int]) -> [CrossFinding] {
        var marks: [Mark] = []
        for report in counting {
            for (contract, content) in digests[report].contracts.enumerated() {
                for key in content.claims.keys {
                    marks.append(Mark(key: key, report: Int32(report), contract: Int32(contract), invoice: 0))
                }
            }
        }
        var pairs: [[Int]: (count: Int, contracts: Set<String>)] = [:]
        for group in Self.doubles(&marks) {
            var lastOfSupplier: [KvKNumber?: Int] = [:]
            for mark in group { lastOfSupplier[digests[Int(mark.report)].supplier] = Int(mark.report) }
            guard lastOfSupplier.count > 1 else { continue }
            let reports = lastOfSupplier.values.sorted()
            pairs[reports, default: (0, [])].count += 1
            pairs[reports]?.contracts.formUnion(contractIDs(group))
        }
        return pairs.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { reports in
            let pair = pairs[reports] ?? (0, [])
            return CrossFinding(
                kind: .placementClaimed(count: pair.count), reports: reports, contracts: pair.contracts.sorted())
        }
    }

    /// The marks with the same key, more than one, each group in the order of the reports.
    private static func doubles(_ marks: inout [Mark]) -> [ArraySlice<Mark>] {
        marks.sort { ($0.key, $0.report, $0.contract, $0.invoice) < ($1.key, $1.report, $1.contract, $1.invoice) }
        var groups: [ArraySlice<Mark>] = []
        var start = 0
        while start < marks.count {
            var end = start + 1
            while end < marks.count, marks[end].key == marks[start].key { end += 1 }
            if end - start > 1 { groups.append(marks[start..<end]) }
            start = end
        }
        return groups
    }

    private func contractIDs(_ group: ArraySlice<Mark>) -> [String] {
        Set(group.map { digests[Int($0.report)].contracts[Int($0.contract)].id }).sorted()
    }

    // MARK: - The same organisation

    private func organisations(_ counting: [Int]) -> [CrossFinding] {
        var spellings: [KvKNumber: (names: [String], folded: Set<String>, reports: Set<Int>)] = [:]
        func note(_ kvk: KvKNumber?, _ name: String, _ report: Int) {
            guard let kvk, !name.isEmpty else { return }
            var known = spellings[kvk] ?? ([], [], [])
            if known.folded.insert(FoldedName.fold(name)).inserted { known.names.append(name) }
            known.reports.insert(report)
            spellings[kvk] = known
        }
        for report in counting {
            note(digests[report].supplier, digests[report].supplierName, report)
            for content in digests[report].contracts {
                for partner in content.partners { note(partner.kvk, partner.name, report) }
            }
        }
        return spellings.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { kvk in
            guard var known = spellings[kvk] else { return nil }
            if let name = names[kvk], known.folded.insert(FoldedName.fold(name)).inserted { known.names.append(name) }
            guard known.names.count > 1 else { return nil }
            return CrossFinding(
                kind: .severalNames(kvk, known.names.sorted()), reports: known.reports.sorted(), contracts: [])
        }
    }

    // MARK: - By rule

    private static func ruleLines(_ digests: [SubmissionAggregate]) -> [RuleCountLine] {
        struct Key: Hashable {
            let rule: String
            let severity: String
        }
        var counts: [Key: (count: Int, reports: Int, suppliers: Set<KvKNumber?>)] = [:]
        var notTested: [String: Int] = [:]
        for digest in digests {
            for finding in digest.findings {
                let key = Key(rule: finding.rule, severity: finding.severity)
                counts[key, default: (0, 0, [])].count += finding.count
                counts[key]?.reports += 1
                counts[key]?.suppliers.insert(digest.supplier)
            }
            for rule in digest.notEvaluated { notTested[rule, default: 0] += 1 }
        }
        let found = Set(counts.keys.map(\.rule))
        let lines =
            counts.map { key, count in
                RuleCountLine(
                    rule: key.rule, severity: key.severity, count: count.count, reports: count.reports,
                    suppliers: count.suppliers.count, notTested: notTested[key.rule] ?? 0)
            }
            + notTested.filter { !found.contains($0.key) }.map {
                RuleCountLine(rule: $0.key, severity: "", count: 0, reports: 0, suppliers: 0, notTested: $0.value)
            }
        return lines.sorted(by: RuleCountLine.comesFirst)
    }
}

extension RuleCountLine {
    /// Errors first, and of one severity what was found most often.
    static func comesFirst(_ one: RuleCountLine, _ other: RuleCountLine) -> Bool {
        let order = ["fout": 0, "waarschuwing": 1, "signaal": 2]
        return (order[one.severity] ?? 3, other.count, one.rule) < (order[other.severity] ?? 3, one.count, other.rule)
    }
}
