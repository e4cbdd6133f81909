import SyncProtocol

/// What the rules of flags look at in one visit.
package struct FlagFacts: Sendable {
  /// The visit.
  package var visit: RowID
  /// The day under which it counts.
  package var day: Int
  /// The day on which it was written; nil where that is not known.
  package var writtenDay: Int?
  /// Minutes since midnight when it began.
  package var startMinute: Int?
  /// Minutes it took.
  package var minutes: Int?
  /// What came of it.
  package var outcome: VisitOutcome?
  /// Who took part.
  package var members: [RowID]
  /// Its note, folded; empty for none.
  package var note: String
  /// How many assists it has.
  package var assists: Int
  /// The folded dossier codes and receipt numbers that prove its assists.
  package var evidence: [String]

  /// Gathers the facts.
  package init(
    visit: RowID, day: Int, writtenDay: Int? = nil, startMinute: Int? = nil, minutes: Int? = nil,
    outcome: VisitOutcome? = nil, members: [RowID] = [], note: String = "", assists: Int = 0,
    evidence: [String] = []
  ) {
    self.visit = visit
    self.day = day
    self.writtenDay = writtenDay
    self.startMinute = startMinute
    self.minutes = minutes
    self.outcome = outcome
    self.members = members
    self.note = note
    self.assists = assists
    self.evidence = evidence
  }
}

/// The rules of flags, each a function, with their thresholds.
package enum FlagRules {
  /// Minutes below which an assist is too fast.
  package static let minutesPerAssist = 3
  /// Visits of a member in a day above which they are too many.
  package static let visitsPerDay = 30
  /// The hour from which it is night.
  package static let nightFromHour = 22
  /// The hour before which it is night.
  package static let nightToHour = 5
  /// Visits with one note from which it is copied.
  package static let copies = 5
  /// Characters below which a note says too little to be copied.
  package static let noteCharacters = 20
  /// Visits of a member in a day below which nobody at home says nothing.
  package static let emptyVisits = 10
  /// Percent of them from which nobody was met too often.
  package static let emptyPercent = 70

  /// Every flag of some visits, in their order and by kind.
  package static func flags(_ visits: [FlagFacts]) -> [Flag] {
    let byMemberDay = byMemberDay(visits)
    return visits.compactMap(tooFast) + tooMany(byMemberDay) + sameEvidence(visits)
      + visits.compactMap(oddHours) + visits.compactMap(futureDate) + copiedText(visits)
      + nobodyHome(byMemberDay)
  }

  /// Fewer minutes than its assists can have taken.
  package static func tooFast(_ facts: FlagFacts) -> Flag? {
    guard let minutes = facts.minutes, facts.assists > 0,
      minutes < facts.assists * minutesPerAssist
    else { return nil }
    return Flag(.tooFast, facts.visit, minutes)
  }

  /// Begun in the night.
  package static func oddHours(_ facts: FlagFacts) -> Flag? {
    guard let start = facts.startMinute,
      start >= nightFromHour * 60 || start < nightToHour * 60
    else { return nil }
    return Flag(.oddHours, facts.visit)
  }

  /// Dated after the day on which it was written.
  package static func futureDate(_ facts: FlagFacts) -> Flag? {
    guard let written = facts.writtenDay, facts.day > written else { return nil }
    return Flag(.futureDate, facts.visit, facts.day - written)
  }

  /// More visits of one member in a day than one can make.
  package static func tooMany(_ byMemberDay: [[FlagFacts]]) -> [Flag] {
    each(byMemberDay.filter { $0.count > visitsPerDay }) { group, facts in
      Flag(.tooMany, facts.visit, group.count)
    }
  }

  /// Nobody was met at most of a member's many visits of a day.
  package static func nobodyHome(_ byMemberDay: [[FlagFacts]]) -> [Flag] {
    func percent(_ group: [FlagFacts]) -> Int { group.count(where: isEmpty) * 100 / group.count }
    let often = byMemberDay.filter { $0.count >= emptyVisits && percent($0) >= emptyPercent }
    return each(often) { group, facts in
      isEmpty(facts) ? Flag(.nobodyHome, facts.visit, percent(group)) : nil
    }
  }

  /// One dossier code or receipt number proves assists of several visits.
  package static func sameEvidence(_ visits: [FlagFacts]) -> [Flag] {
    let groups = groups(visits) { $0.evidence }
    return each(groups.filter { $0.count > 1 }) { group, facts in
      Flag(.sameEvidence, facts.visit, group.count)
    }
  }

  /// One member wrote the same words in several visits.
  package static func copiedText(_ visits: [FlagFacts]) -> [Flag] {
    let noted = visits.filter { $0.note.count >= noteCharacters }
    let groups = groups(noted) { facts in
      facts.members.map { MemberNote(member: $0, note: facts.note) }
    }
    return each(groups.filter { $0.count >= copies }) { group, facts in
      Flag(.copiedText, facts.visit, group.count)
    }
  }

  /// Visits of each member and day, for the rules that look at both.
  package static func byMemberDay(_ visits: [FlagFacts]) -> [[FlagFacts]] {
    groups(visits) { facts in
      facts.members.map { MemberDay(member: $0, day: facts.day) }
    }
  }

  private struct MemberDay: Hashable {
    let member: RowID
    let day: Int
  }

  private struct MemberNote: Hashable {
    let member: RowID
    let note: String
  }

  private static func isEmpty(_ facts: FlagFacts) -> Bool { facts.outcome == .nobodyHome }

  /// Visits that have something in common; one visit stands once in each group.
  private static func groups<Key: Hashable>(
    _ visits: [FlagFacts], by keys: (FlagFacts) -> [Key]
  ) -> [[FlagFacts]] {
    var places: [Key: [Int]] = [:]
    for (place, facts) in visits.enumerated() {
      for key in Set(keys(facts)) { places[key, default: []].append(place) }
    }
    return places.values.filter { !$0.isEmpty }.map { $0.map { visits[$0] } }
  }

  /// One flag a visit, by visit: of several groups the one that says most.
  private static func each(
    _ groups: [[FlagFacts]], _ flag: ([FlagFacts], FlagFacts) -> Flag?
  ) -> [Flag] {
    var flags: [RowID: Flag] = [:]
    for group in groups {
      for facts in group {
        guard let found = flag(group, facts) else { continue }
        if let known = flags[facts.visit], (known.number ?? 0) >= (found.number ?? 0) { continue }
        flags[facts.visit] = found
      }
    }
    return flags.values.sorted { $0.visit < $1.visit }
  }
}
