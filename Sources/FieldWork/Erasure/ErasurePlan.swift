import Replica
import SyncProtocol

/// What an erasure reaches, in words, before anybody orders it.
package struct ErasurePlan: Sendable {
  /// A record with personal values that will be gone.
  package struct Line: Hashable, Sendable {
    /// What kind of record it is.
    package let kind: BilingualText
    /// Its code.
    package let code: String
    /// The stable names of the fields that are erased.
    package let fields: [String]
    /// Those of the fields that cannot be read here.
    package let unreadable: [String]
  }

  /// The code of the resident or household that was named.
  package let code: String
  /// Whose values are erased: the person, or the household and its residents, with every record that
  /// is linked as the same.
  package let subjects: [RowID]
  /// Every record that is reached, by table and row.
  package let lines: [Line]
  /// Households that carry the name of the person, which goes with them.
  package let names: [CarriedName]
  /// Residents who are erased with a household and whom somebody has put into another one.
  package let elsewhere: [(code: String, household: String)]
  /// True where all of it was erased before.
  package let isDone: Bool
  /// The laptops that hold some of it, by label; all others confirm as well.
  package let laptops: [Peer]

  static func subjects(of names: [CarriedName]) -> [RowID: RowID] {
    Dictionary(
      names.flatMap { name in name.subjects.map { ($0, name.household) } },
      uniquingKeysWith: { one, _ in one })
  }
}

extension FieldStore {
  /// What erasing a resident, or a household with its residents, reaches.
  ///
  /// - Parameter code: R-… or H-….
  /// - Throws: `FieldError.notFound`, `.badCode`, `.otherKind`, `.severalRecords`.
  package func erasurePlan(for code: String) throws -> ErasurePlan {
    let isHousehold = (try? RecordCode(parsing: code))?.kind == .household
    let id = try reader.resolveOne(code, as: isHousehold ? .household : .resident)
    let people = try reader.persons(.resident)
    var subjects = isHousehold ? [] : people.rows(of: id)
    if isHousehold {
      for household in try reader.persons(.household).rows(of: id) {
        subjects.append(household)
        subjects += try reader.residents(
          household: household, includingVoided: true, includingMoved: true, page: .all
        ).flatMap { people.rows(of: $0.id) }
      }
      subjects = Set(subjects).sorted()
    }
    let names = try carriedNames(
      of: subjects.filter { try store.row(ResidentTable.definition.id, $0) != nil }
    ).filter { !subjects.contains($0.household) }
    let coverage = try store.coverage(of: subjects, names: ErasurePlan.subjects(of: names))
    let lines = try coverage.rows.map { row in
      let table = store.schema[row.table]
      func names(_ fields: [FieldID]) -> [String] {
        fields.map { table?[$0]?.name ?? "#\($0.rawValue)" }
      }
      return ErasurePlan.Line(
        kind: TableWords.words(of: table?.name ?? "#\(row.table.rawValue)"),
        code: try table.map { try reader.codeText(of: row.row, in: $0) } ?? "#\(row.row.rawValue)",
        fields: names(row.fields), unreadable: names(row.unreadable))
    }
    return ErasurePlan(
      code: try reader.codeText(
        of: id, in: isHousehold ? HouseholdTable.definition : ResidentTable.definition),
      subjects: coverage.subjects.filter { coverage.names[$0] == nil }, lines: lines, names: names,
      elsewhere: isHousehold ? try elsewhere(coverage.subjects) : [],
      isDone: try lines.isEmpty && names.allSatisfy { $0.kind == .unknown }
        && coverage.subjects.allSatisfy(store.isErased),
      laptops: try store.holders(of: coverage.scopes))
  }

  /// Of the residents among subjects those whom a value puts into a household that is none of them.
  private func elsewhere(_ subjects: [RowID]) throws -> [(code: String, household: String)] {
    let table = ResidentTable.definition
    return try subjects.compactMap { resident in
      let heads = try store.row(table.id, resident)?.heads(of: ResidentTable.household.id) ?? []
      let other = heads.compactMap { $0.value.integer.flatMap(RowID.init(rawValue:)) }
        .first { !subjects.contains($0) }
      guard let other else { return nil }
      return (
        try reader.codeText(of: resident, in: table),
        try reader.codeText(of: other, in: HouseholdTable.definition)
      )
    }
  }

  /// Orders an erasure; it cannot be undone, and what was counted stays counted.
  package func erase(
    _ plan: ErasurePlan, reason: ErasureReason, requested: LocalDate, author: RowID?,
    clock: ClockReading
  ) throws {
    try store.erase(
      plan.subjects, reason: reason.rawValue, requested: Int64(requested.daysSince1970),
      names: ErasurePlan.subjects(of: plan.names), author: author, clock: clock
    ) { act in
      for name in plan.names { try settle(name, act) }
    }
    search.invalidate()
  }
}
