import FieldWork
import SyncProtocol

/// The records that make up the numbers of a period: found by the same conditions and judged by the
/// same rule as the count.
struct NumberRecords {
  /// How many assists are read at a time.
  private static let portion = 500

  private let reader: RecordReader
  private let period: Period
  private let member: RowID?
  /// The code of a service; empty for assists without one, nil for all.
  private let service: String?

  init(_ reader: RecordReader, period: Period, member: RowID?, service: String?) {
    self.reader = reader
    self.period = period
    self.member = member
    self.service = service
  }

  /// Visits, latest first.
  func visits(limit: Int) throws -> [Visit] {
    try reader.visits(member: member, in: period, page: RecordPage(limit: limit))
  }

  /// Assists with a verdict that matches, latest first.
  func assists(
    limit: Int, _ matches: (CountVerdict) -> Bool
  ) throws -> [(assist: Assist, verdict: CountVerdict)] {
    var found: [(assist: Assist, verdict: CountVerdict)] = []
    var offset = 0
    while found.count < limit {
      let page = RecordPage(limit: Self.portion, offset: offset)
      let portion = try reader.assists(in: period, includingVoided: true, page: page)
      for assist in portion where found.count < limit {
        if let service, (assist.service ?? "") != service { continue }
        guard let verdict = try AssistFacts.read(assist.id, in: reader)?.verdict,
          matches(verdict), try isOfMember(assist)
        else { continue }
        found.append((assist, verdict))
      }
      guard portion.count == Self.portion else { break }
      offset += portion.count
    }
    return found
  }

  /// The persons with a counted assist, each by one of their rows, in the order of their names.
  func residents() throws -> [Resident] {
    let persons = try reader.persons(.resident)
    var known: Set<RowID> = []
    var residents: [Resident] = []
    for (assist, _) in try assists(limit: .max, { $0 == .counted }) {
      guard let row = assist.resident, known.insert(persons.canonical(row)).inserted,
        let resident = try reader.record(Resident.self, row)
      else { continue }
      residents.append(resident)
    }
    return residents.map { resident in
      (
        resident,
        PersonNameOrder.sortKey(fullName: resident.fullName ?? "", sortName: resident.sortName)
      )
    }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
  }

  private func isOfMember(_ assist: Assist) throws -> Bool {
    guard let member else { return true }
    return try reader.participants(of: assist).contains(member)
  }
}
