import Documents
import FieldWork
import SyncProtocol

/// The rows of a list with names, one by one; who may not be named has none.
struct NamedRows {
  let kind: ExportKind
  let area: ExportArea
  let reached: ReachedWork
  let now: LocalDateTime
  let language: Language

  /// Hands over each row; returns how many were withheld.
  func forEach(
    _ reader: RecordReader, _ add: ([SpreadsheetValue]) throws -> Void
  ) throws -> Int {
    let withheld = try WithheldNames(reader)
    switch kind {
    case .households: return try households(reader, withheld, add)
    case .residents, .identity, .dossiers: return try residents(reader, withheld, add)
    case .feedback: return try feedback(reader, add)
    }
  }

  private func households(
    _ reader: RecordReader, _ withheld: WithheldNames, _ add: ([SpreadsheetValue]) throws -> Void
  ) throws -> Int {
    var hidden = 0
    let (same, persons) = (try reader.persons(.household), try reader.persons(.resident))
    var seen: Set<RowID> = []
    try area.forEach(reader) { household, place in
      // One letter to a house, however many rows say that they are it.
      guard seen.insert(same.canonical(household.id)).inserted else { return }
      guard try !withheld.withholds(nameOf: household) else {
        hidden += 1
        return
      }
      let rows = same.isAlone(household.id) ? [household.id] : same.rows(of: household.id)
      let residents = Set(
        try rows.flatMap { try reader.residents(household: $0, page: .all) }.map {
          persons.canonical($0.id)
        }
      ).count
      try add(
        [
          .text(household.codeText), text(household.name),
          text(household.kind?.words.text(in: language)), text(household.phone),
          .integer(Int64(residents)),
          try reader.lastVisit(to: household.id, asOf: now.date)
            .map { .day($0.daysSince1970) } ?? .empty,
        ] + place)
    }
    return hidden
  }

  private func residents(
    _ reader: RecordReader, _ withheld: WithheldNames, _ add: ([SpreadsheetValue]) throws -> Void
  ) throws -> Int {
    var hidden = 0
    var levels: [RowID: IdentityStanding]?
    if kind == .identity {
      let query = try reached.query(Period(from: .earliest, to: now.date), by: [])
      levels = Dictionary(
        try reader.identityStandings(query, by: now.date).filter(\.isMissing).map { ($0.row, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    let persons = try reader.persons(.resident)
    var seen: Set<RowID> = []
    try area.forEach(reader) { household, place in
      // Relatives are named, and not whoever is withheld and gave the household its name.
      let head = try withheld.withholds(nameOf: household) ? nil : household.name
      for resident in try reader.residents(household: household.id, page: .all) {
        let standing = levels?[resident.id]
        if levels != nil, standing == nil { continue }
        // One person once, but for dossiers, of which each row has its own.
        if kind != .dossiers, !seen.insert(persons.canonical(resident.id)).inserted { continue }
        guard try !withheld.withholds(resident: resident.id, of: household.id) else {
          // As many lines as the file lacks.
          hidden +=
            kind == .dossiers ? try reader.submissions(resident: resident.id, page: .all).count : 1
          continue
        }
        if kind == .dossiers {
          try dossiers(of: resident, place, reader, add)
        } else {
          try add(person(resident, household, head: head, standing) + place)
        }
      }
    }
    return hidden
  }

  private func person(
    _ resident: Resident, _ household: Household, head: String?, _ standing: IdentityStanding?
  ) -> [SpreadsheetValue] {
    [
      .text(resident.codeText), text(resident.fullName), text(resident.birthText),
      kind == .identity
        ? .text(IdentityWords.words(ofLevel: standing?.level).text(in: language))
        : text(resident.sex?.words.text(in: language)),
      text(resident.phone ?? household.phone), .text(household.codeText), text(head),
    ]
  }

  private func dossiers(
    of resident: Resident, _ place: [SpreadsheetValue], _ reader: RecordReader,
    _ add: ([SpreadsheetValue]) throws -> Void
  ) throws {
    for dossier in try reader.submissions(resident: resident.id, page: .all) {
      let procedure = try dossier.procedure.map {
        try reader.serviceName(of: $0).text(in: language)
      }
      try add(
        [
          .text(dossier.codeText), text(dossier.dossierCode), text(procedure),
          text(resident.fullName), text(resident.phone),
          dossier.date.map { .day($0.daysSince1970) } ?? .empty,
          dossier.appointment.map { .minute($0.minutesSince1970) } ?? .empty,
        ] + place)
    }
  }

  private func feedback(
    _ reader: RecordReader, _ add: ([SpreadsheetValue]) throws -> Void
  ) throws -> Int {
    let query = try reached.query(Period(from: .earliest, to: .latest), by: [])
    let hamlets = try reader.scopeLabels()
    var hidden = 0
    for line in try reader.feedback(query, asOf: now) where area.holds(line.scope) {
      guard let record = try reader.formRecord(RecordForms.feedback, line.row) else { continue }
      let fields = [FeedbackTable.comment, FeedbackTable.answer]
      guard fields.allSatisfy({ record[$0] == nil || record[$0]?.value != nil }) else {
        hidden += 1
        continue
      }
      func day(_ date: LocalDate?) -> SpreadsheetValue {
        date.map { .day($0.daysSince1970) } ?? .empty
      }
      try add([
        .text(line.codeText), day(line.received), line.rating.map { .integer($0) } ?? .empty,
        text(record[FeedbackTable.comment]?.value?.text), line.wantsAnswer ? day(line.due) : .empty,
        .text(FeedbackWords.words(of: line.state).text(in: language)), day(line.answered),
        text(record[FeedbackTable.answer]?.value?.text), text(line.scope.flatMap { hamlets[$0] }),
      ])
    }
    return hidden
  }

  private func text(_ value: String?) -> SpreadsheetValue { ExportArea.text(value) }
}
