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

  /// What a code names on a day.
  package enum Naming: Hashable, Sendable {
    /// A unit, with its name and first day.
    case unit(name: String, since: LocalDate?)
    /// None; the unit nearest in time that had the code, and what stands there on the day.
    case notThen(UnitPeriod, instead: [String])
    /// Nobody has heard of the code.
    case never
  }

  /// What a code names on a day, by the list of communes and by the reforms carried out here.
  package func naming(of code: String, on day: LocalDate) -> Naming {
    let periods = history(ofUnit: code)
    if let period = periods.last(where: { covers($0, day) }) {
      let isListed = PlaceLineage.units(code: code).contains { $0.isValid(on: day) }
      if isListed || hasUnit(code, on: day) {
        return .unit(name: name(of: code, on: day) ?? period.name, since: period.validFrom)
      }
    } else if hasUnit(code, on: day) {
      return .unit(name: name(of: code, on: day) ?? code, since: nil)
    }
    let nearest = periods.last { $0.validTo.map { $0 < day } ?? false } ?? periods.first
    guard let nearest else { return .never }
    return .notThen(nearest, instead: successors(of: nearest, on: day))
  }

  /// What stands on a day where a unit lay that ended before, through all changes since; of one that
  /// began later, what it was made of.
  private func successors(of period: UnitPeriod, on day: LocalDate) -> [String] {
    guard let ended = period.validTo, ended < day else {
      return relatives(of: period.code, on: day)
    }
    var found: [String] = []
    var seen: Set<String> = []
    var rest = period.successors
    while !rest.isEmpty {
      let next = rest.removeFirst()
      guard seen.insert(next.code + next.on.iso).inserted else { continue }
      let then = history(ofUnit: next.code).last { covers($0, next.on) }
      if let then, let last = then.validTo, last < day, !then.successors.isEmpty {
        rest += then.successors
      } else {
        let line = "\(next.code) \(name(of: next.code, on: day) ?? next.name)"
        if !found.contains(line) { found.append(line) }
      }
    }
    return found
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
    // A code may name one unit after the other.
    let named = Set(held.map(\.unit) + [place.communeCode].compactMap(\.self))
      .flatMap(PlaceLineage.units)
    let days = Set(
      (held.flatMap { [$0.validFrom, $0.validTo?.adding(days: 1)] }
        + named.flatMap { [$0.validFrom, $0.validTo?.adding(days: 1)] }).compactMap(\.self))
    let changes = days.filter { first < $0 && $0 <= last }.sorted()
    let starts: [LocalDate?] = [place.validFrom] + changes
    let spans = starts.enumerated().map { index, start in
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let end = next?.adding(days: -1) ?? place.validTo
      let day = start ?? end ?? .latest
      return (start: start, end: end, within: within(place, on: day))
    }
    // An area that is shared or assigned again changes nothing for the hamlet.
    var kept: [(start: LocalDate?, end: LocalDate?, within: String)] = []
    for span in spans {
      if let previous = kept.last, previous.within == span.within {
        kept[kept.count - 1].end = span.end
      } else if kept.isEmpty, span.within.isEmpty, place.validFrom == nil, span.end != place.validTo
      {
        // Nobody has said where it lay then: it is told from the first day that is known.
        continue
      } else {
        kept.append(span)
      }
    }
    return kept.enumerated().map { index, span in
      UnitPeriod(
        code: place.codeText, validFrom: span.start, validTo: span.end,
        name: place.name ?? place.codeText,
        within: span.within, basis: "",
        predecessors: index == 0 ? neighbours(of: place, after: false) : [],
        successors: index == kept.count - 1 ? neighbours(of: place, after: true) : [])
    }
  }

  /// The name of the unit that a hamlet lay in on a day; empty where nobody has said. Before the first
  /// day that is known it lay in what its unit was made of, where that was one.
  private func within(_ place: Place, on day: LocalDate) -> String {
    let held = place.householdScope.map { entries(of: $0) } ?? []
    if !held.isEmpty, let unit = unit(of: place, on: day) { return name(of: unit, on: day) ?? unit }
    let first = held.min { $0.validFrom ?? .earliest < $1.validFrom ?? .earliest }
    guard let code = first?.unit ?? place.communeCode else { return "" }
    let known = first.map(\.validFrom) ?? PlaceLineage.units(code: code).last?.validFrom
    guard let known, day < known else {
      return held.isEmpty ? name(of: code, on: day) ?? code : ""
    }
    let made = history(ofUnit: code).last { covers($0, known) }?.predecessors ?? []
    guard let only = made.first, made.count == 1,
      case .unit(let name, _) = naming(of: only.code, on: day)
    else { return "" }
    return name
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
