import SyncProtocol

/// What the centre's own rows say about units and hamlets, beside the list of communes.
extension PlaceMap {
  /// Every unit that a code named, oldest first: by the list of communes, and by the reforms that
  /// the centre has carried out.
  package func history(ofUnit code: String) -> [UnitPeriod] {
    var periods = PlaceLineage.history(code: code)
    let begins = Set(entries.filter { $0.unit == code }.compactMap(\.validFrom)).sorted()
    for day in begins {
      let made = origins(of: code, on: day)
      guard !made.isEmpty else { continue }
      if let index = periods.firstIndex(where: { $0.validFrom == day }) {
        periods[index].predecessors.addMissing(made)
      } else if !periods.contains(where: { $0.code == code && covers($0, day) }) {
        periods.append(
          UnitPeriod(
            code: code, validFrom: day, validTo: nil, name: name(of: code, on: day) ?? code,
            within: "", basis: "", predecessors: made, successors: []))
      }
    }
    let ends = Set(entries.filter { $0.unit == code }.compactMap(\.validTo)).sorted()
    for last in ends {
      let became = outcomes(of: code, after: last)
      guard !became.isEmpty, let index = periods.lastIndex(where: { covers($0, last) }) else {
        continue
      }
      periods[index].successors.addMissing(became)
    }
    return periods
  }

  private func covers(_ period: UnitPeriod, _ day: LocalDate) -> Bool {
    period.validFrom.map { $0 <= day } ?? true && period.validTo.map { day <= $0 } ?? true
  }

  /// The units whose scopes came under a unit on a day.
  private func origins(of code: String, on day: LocalDate) -> [UnitRelation] {
    let before = day.adding(days: -1)
    let gained = Set(scopes(of: code, on: day)).subtracting(scopes(of: code, on: before))
    let codes = Set(gained.flatMap { units(of: $0, on: before) }).subtracting([code])
    return codes.sorted().map { other in
      UnitRelation(
        code: other, name: name(of: other, on: before) ?? other, on: day,
        isPart: !goesWholly(other, to: code, on: day))
    }
  }

  /// The units under which the scopes of a unit came after its last day there.
  private func outcomes(of code: String, after last: LocalDate) -> [UnitRelation] {
    let next = last.adding(days: 1)
    let lost = Set(scopes(of: code, on: last)).subtracting(scopes(of: code, on: next))
    let codes = Set(lost.flatMap { units(of: $0, on: next) }).subtracting([code])
    return codes.sorted().map { other in
      UnitRelation(
        code: other, name: name(of: other, on: next) ?? other, on: next,
        isPart: !goesWholly(code, to: other, on: next))
    }
  }

  /// Whether all that lay under one unit the day before lies under the other alone.
  private func goesWholly(_ old: String, to new: String, on day: LocalDate) -> Bool {
    scopes(of: old, on: day.adding(days: -1)).allSatisfy { units(of: $0, on: day) == [new] }
  }

  /// The codes of all units that the unit of a day was made of, as far as anybody knows.
  func precursors(of code: String, on day: LocalDate) -> Set<String> {
    Set(
      history(ofUnit: code).filter { covers($0, day) }.flatMap(\.predecessors).map(\.code))
  }

  /// The units that lay where a code lies, on a day on which it named none.
  func relatives(of code: String, on day: LocalDate) -> [String] {
    let periods = history(ofUnit: code)
    let isBefore = periods.first.flatMap(\.validFrom).map { day < $0 } ?? false
    let related = isBefore ? periods.first?.predecessors : periods.last?.successors
    return (related ?? []).map { "\($0.code) \($0.name)" }
  }

  /// A hamlet through time: all that its scopes held, oldest first.
  package func history(ofHamlet id: RowID) -> [UnitPeriod] {
    guard let place = place(id) else { return [] }
    var found: [Place] = []
    var rest = [place]
    while let next = rest.popLast() {
      guard !found.contains(where: { $0.id == next.id }), !next.isWithdrawn else { continue }
      found.append(next)
      let twins = places.filter { $0.isSameHamlet(as: next) }
      rest += twins
      if let scope = next.householdScope { rest += hamlets(of: scope) }
    }
    let ordered = found.sorted {
      ($0.validTo ?? .latest, $0.id) < ($1.validTo ?? .latest, $1.id)
    }
    return ordered.flatMap(periods)
  }

  /// A hamlet by the units it lay in: a unit may change under it.
  private func periods(of place: Place) -> [UnitPeriod] {
    let last = place.validTo ?? .latest
    let first = place.validFrom ?? .earliest
    let held = place.householdScope.map { entries(of: $0) } ?? []
    let days = Set(
      held.flatMap { [$0.validFrom, $0.validTo?.adding(days: 1)] }.compactMap(\.self))
    let changes = days.filter { first < $0 && $0 <= last }.sorted()
    let starts: [LocalDate?] = [place.validFrom] + changes
    let spans = starts.enumerated().map { index, start in
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let end = next?.adding(days: -1) ?? place.validTo
      let day = start ?? end ?? .latest
      return (start: start, end: end, unit: unit(of: place, on: day) ?? place.communeCode, day: day)
    }
    // An area that is shared or assigned again changes nothing for the hamlet.
    var kept: [(start: LocalDate?, end: LocalDate?, unit: String?, day: LocalDate)] = []
    for span in spans {
      if let previous = kept.last, previous.unit == span.unit {
        kept[kept.count - 1].end = span.end
      } else {
        kept.append(span)
      }
    }
    return kept.enumerated().map { index, span in
      UnitPeriod(
        code: place.codeText, validFrom: span.start, validTo: span.end,
        name: place.name ?? place.codeText,
        within: span.unit.map { name(of: $0, on: span.day) ?? $0 } ?? "", basis: "",
        predecessors: index == 0 ? neighbours(of: place, after: false) : [],
        successors: index == kept.count - 1 ? neighbours(of: place, after: true) : [])
    }
  }

  /// The hamlets that followed one in its scope, or that it followed.
  private func neighbours(of place: Place, after: Bool) -> [UnitRelation] {
    guard let scope = place.householdScope,
      let day = after ? place.validTo?.adding(days: 1) : place.validFrom
    else { return [] }
    let all = hamlets(of: scope).filter { !$0.isWithdrawn }
    let old = all.filter { $0.validTo == day.adding(days: -1) }
    let new = all.filter { $0.validFrom == day }
    return (after ? new : old).map { other in
      UnitRelation(
        code: other.codeText, name: other.name ?? other.codeText, on: day,
        isPart: after ? new.count > 1 : new.count > 1 && old.contains { $0.id == other.id })
    }
  }
}

extension [UnitRelation] {
  /// Adds those of which the code and the day are not there yet.
  fileprivate mutating func addMissing(_ others: [UnitRelation]) {
    for other in others
    where !contains(where: { $0.code == other.code && $0.on == other.on }) {
      append(other)
    }
  }
}
