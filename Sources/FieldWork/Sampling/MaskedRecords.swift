import Replica
import SyncProtocol

/// The records behind a number for somebody who is told no small group: each says only what enough
/// people share, so that nothing that a table hides can be counted in a list.
///
/// The records are told apart by one thing after another. What fewer people than the threshold share
/// is not told of them; by the rule of `SuppressedCount` the smallest of those that would be told go
/// along with it, so that nobody finds it by leaving out what is told. Their order tells nothing but
/// what they say themselves, and none of them has a name that another list has too.
package struct MaskedRecords: Sendable {
  /// What a line may say, in the order in which records are told apart.
  package enum Aspect: Int, CaseIterable, Sendable {
    case team, outcome, mode, service, reason, verdict, week, member
  }

  /// A record, by what opens it and by what is told of it.
  package struct Entry: Sendable {
    /// The row.
    package let row: RowID
    /// Stands for the record in this list, and in no other one.
    package let token: UInt64
    fileprivate let told: UInt16

    /// Whether a line says it.
    package func tells(_ aspect: Aspect) -> Bool { told & (1 << aspect.rawValue) != 0 }
  }

  /// In an order that tells nothing more: by what is told of the week, then by chance.
  package let entries: [Entry]

  /// What one record says, each thing as the number of its value, and whom it is about.
  fileprivate struct Facts {
    let row: RowID
    let token: UInt64
    /// By aspect.
    let values: SIMD8<Int32>
    /// Nil where nobody is named.
    let person: RowID?
  }

  fileprivate init(_ facts: [Facts], threshold: Int) {
    var told = [UInt16](repeating: 0, count: facts.count)
    Self.tell(Array(facts.indices), from: 0, facts, threshold, &told)
    let week = Aspect.week.rawValue
    func weekTold(_ place: Int) -> Int32 {
      told[place] & (1 << week) == 0 ? .max : facts[place].values[week]
    }
    entries = facts.indices.map { (weekTold($0), facts[$0].token, $0) }.sorted { $0 < $1 }
      .map { Entry(row: facts[$0.2].row, token: facts[$0.2].token, told: told[$0.2]) }
  }

  /// Tells some records apart by one aspect and those after it.
  private static func tell(
    _ places: [Int], from aspect: Int, _ facts: [Facts], _ threshold: Int, _ told: inout [UInt16]
  ) {
    guard aspect < Aspect.allCases.count, !places.isEmpty else { return }
    let groups = Dictionary(grouping: places) { facts[$0].values[aspect] }
      .sorted { $0.key < $1.key }.map(\.value)
    let hidden = SuppressedCount.hidden(groups.map { size(of: $0, facts) }, threshold: threshold)
    var rest: [Int] = []
    for (number, group) in groups.enumerated() {
      if hidden.contains(number) {
        rest += group
        continue
      }
      for place in group { told[place] |= 1 << aspect }
      tell(group, from: aspect + 1, facts, threshold, &told)
    }
    tell(rest, from: aspect + 1, facts, threshold, &told)
  }

  /// How many people some records are about; of those without a name each is somebody.
  private static func size(of places: [Int], _ facts: [Facts]) -> Int {
    let named = Set(places.compactMap { facts[$0].person })
    return named.count + places.count { facts[$0].person == nil }
  }
}

extension RecordReader {
  /// What may be told of some records of one kind together.
  ///
  /// - Parameters:
  ///   - span: whether a line says the week or the month: lists of several months would tell of the days of
  ///     a week in one of them.
  ///   - threshold: of fewer people nothing is told that they alone share.
  ///   - token: what stands for a record; nobody may find the record by it.
  package func maskedRecords(
    _ rows: [RowID], _ kind: CountedKind, by span: Period.Kind = .week,
    threshold: Int = SuppressedCount.standardThreshold,
    token: (RowID) -> UInt64
  ) throws -> MaskedRecords {
    var numbers = MaskedValues(span: span)
    var facts: [MaskedRecords.Facts] = []
    facts.reserveCapacity(rows.count)
    let persons = try persons(.resident)
    try forEachPseudonymousRecord(rows, kind) { record, resident in
      facts.append(
        MaskedRecords.Facts(
          row: record.id, token: token(record.id), values: numbers.values(of: record),
          person: resident.map(persons.canonical)))
    }
    return MaskedRecords(facts, threshold: threshold)
  }
}

/// Gives every value of every aspect a number.
private struct MaskedValues {
  private enum Value: Hashable {
    case none
    case number(Int64)
    case text(String)
    case rows([RowID])
  }

  private let span: Period.Kind
  private var numbers: [[Value: Int32]] = MaskedRecords.Aspect.allCases.map { _ in [:] }

  init(span: Period.Kind) { self.span = span }

  mutating func values(of record: PseudonymousRecord) -> SIMD8<Int32> {
    var values = SIMD8<Int32>(repeating: 0)
    for aspect in MaskedRecords.Aspect.allCases {
      values[aspect.rawValue] = number(of: value(aspect, of: record), aspect)
    }
    return values
  }

  private mutating func number(of value: Value, _ aspect: MaskedRecords.Aspect) -> Int32 {
    // Weeks stand in their order.
    if aspect == .week, case .number(let day) = value { return Int32(clamping: day) }
    let next = Int32(clamping: numbers[aspect.rawValue].count)
    if let known = numbers[aspect.rawValue][value] { return known }
    numbers[aspect.rawValue][value] = next
    return next
  }

  private func value(
    _ aspect: MaskedRecords.Aspect, of record: PseudonymousRecord
  ) -> Value {
    switch aspect {
    case .team: return record.team.map { .number($0.rawValue) } ?? .none
    case .outcome:
      let outcome = record.outcome?.rawValue ?? record.visitOutcome?.rawValue
      return outcome.map { .number($0) } ?? .none
    case .mode: return record.mode.map { .number($0.rawValue) } ?? .none
    case .service: return record.service.map { .text($0) } ?? .none
    case .reason: return record.blockedReason.map { .text($0) } ?? .none
    case .verdict: return record.verdict.map { .text($0.words.vietnamese) } ?? .none
    case .week:
      let week = record.date.flatMap { Period(span, holding: $0) }
      // What has no week stands before all that have one.
      return .number(week.map { Int64($0.from.daysSince1970) } ?? Int64(Int32.min))
    case .member: return .rows(record.members.sorted())
    }
  }
}
