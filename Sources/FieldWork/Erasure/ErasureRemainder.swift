import Replica
import SQLite
import SyncProtocol

/// Somebody whom an erasure touches and whom it did not, or not visibly, reach.
package struct ErasureRemainder: Equatable, Sendable {
  /// How an erasure touches them.
  package enum Kind: String, Sendable {
    /// Not erased: one value of the household names one that is erased, and so does not every.
    case ofErasedHousehold = "of-erased-household"
    /// Not erased: somebody says since that it is the same person as one who is.
    case linkedToErased = "linked-to-erased"
    /// Erased with a household, and shown in another one.
    case movedAway = "erased-and-moved"
  }

  /// How an erasure touches them.
  package let kind: Kind
  /// The resident.
  package let resident: RowID
  /// The code of the resident.
  package let code: String
  /// The code of the household or resident that was erased; of one who moved, where they are now.
  package let other: String

  /// Whether their values can still be read, so that a person has to decide.
  package var needsDecision: Bool { kind != .movedAway }

  /// What is so, and what to do.
  package var words: BilingualText {
    switch kind {
    case .ofErasedHousehold:
      BilingualText(
        vi: "\(code) chưa bị xóa: có người ghi thuộc hộ đã xóa \(other), mà không phải chỉ hộ ấy. "
          + "Xóa: camtay-server erase \(code); giữ: ghi hộ đang ở với "
          + "“camtay resident edit \(code) --household H-…” (hay “conflicts resolve \(code)”).",
        en: "\(code) is not erased: somebody put this person into \(other), which is, but they "
          + "were "
          + "not recorded there or not only there. To erase: camtay-server erase \(code); to keep: "
          + "“camtay resident edit \(code) --household H-…” (or “conflicts resolve \(code)”).")
    case .linkedToErased:
      BilingualText(
        vi: "\(code) chưa bị xóa: sau khi xóa mới có người nối với \(other) là cùng một người. "
          + "Xóa: camtay-server erase \(code); nếu không phải: resident unlink \(code) \(other)",
        en: "\(code) is not erased: after the erasure somebody said that this is the same person "
          + "as "
          + "\(other). To erase: camtay-server erase \(code); if it is not so: "
          + "resident unlink \(code) \(other)")
    case .movedAway:
      BilingualText(
        vi: "\(code) đã bị xóa cùng một hộ, mà nay được ghi ở hộ \(other). Nếu còn phục vụ người "
          + "này, hãy ghi mới ở hộ đó.",
        en: "\(code) was erased with a household, and is recorded in \(other). Who is still "
          + "served there is recorded anew.")
    }
  }
}

extension RecordReader {
  /// Everybody whom erasures touch and did not visibly reach, by row and then kind.
  package func erasureRemainders() throws -> [ErasureRemainder] {
    let erased = Set(
      try connection.rows("SELECT DISTINCT subject FROM erased_subject") {
        try $0.integer(at: 0)
      }.compactMap(RowID.init(rawValue:)))
    guard !erased.isEmpty else { return [] }
    func code(_ row: RowID, _ table: TableDefinition) throws -> String {
      try codeText(of: row, in: table)
    }
    var found: [ErasureRemainder] = []
    for (resident, household) in try residentsByHousehold(ofErased: true)
    where !erased.contains(resident) {
      found.append(
        ErasureRemainder(
          kind: .ofErasedHousehold, resident: resident,
          code: try code(resident, ResidentTable.definition),
          other: try code(household, HouseholdTable.definition)))
    }
    for (resident, household) in try residentsByHousehold(ofErased: false) {
      found.append(
        ErasureRemainder(
          kind: .movedAway, resident: resident,
          code: try code(resident, ResidentTable.definition),
          other: try code(household, HouseholdTable.definition)))
    }
    let people = try persons(.resident)
    for row in people.isEmpty ? [] : erased.sorted() {
      for other in people.rows(of: row)
      where !erased.contains(other) && !found.contains(where: { $0.resident == other }) {
        guard try exists(ResidentTable.definition, other) else { continue }
        found.append(
          ErasureRemainder(
            kind: .linkedToErased, resident: other,
            code: try code(other, ResidentTable.definition),
            other: try code(row, ResidentTable.definition)))
      }
    }
    return found.sorted { ($0.resident, $0.kind.rawValue) < ($1.resident, $1.kind.rawValue) }
  }

  /// Residents with the erased household that a value of theirs names; or residents who were erased
  /// with a household, in one act or because it had been, with the living one they are shown in.
  private func residentsByHousehold(
    ofErased isErased: Bool
  ) throws -> [(resident: RowID, household: RowID)] {
    let sql =
      isErased
      ? """
      SELECT rid, household FROM resident
        WHERE household IN (SELECT subject FROM erased_subject)
      UNION SELECT row, value FROM head
        WHERE field & 7 < 3 AND table_id = ?1 AND field = ?2
          AND value IN (SELECT subject FROM erased_subject)
      ORDER BY 1, 2
      """
      : """
      SELECT rid, household FROM resident
      WHERE household NOT IN (SELECT subject FROM erased_subject)
        AND rid IN (
          SELECT one.subject FROM erasure AS one LEFT JOIN erasure AS other
            ON other.time = one.time AND other.subject IN (SELECT rid FROM household)
          WHERE other.rid IS NOT NULL OR one.reason = 'household-erased')
        AND ?1 = ?1 AND ?2 = ?2 ORDER BY 1, 2
      """
    return try connection.rows(
      sql, .integer(Int64(ResidentTable.definition.id.rawValue)),
      .integer(Int64(ResidentTable.household.id.rawValue))
    ) { (RowID(rawValue: try $0.integer(at: 0)), RowID(rawValue: try $0.integer(at: 1))) }
    .compactMap { pair in
      guard let resident = pair.0, let household = pair.1 else { return nil }
      return (resident, household)
    }
  }
}
