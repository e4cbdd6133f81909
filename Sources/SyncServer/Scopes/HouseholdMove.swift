import FieldWork
import Replica
import SyncProtocol

/// A household that moves to another hamlet, in words: for the command and the page.
struct HouseholdMove: Sendable {
  /// A record that moves with it.
  struct Line: Sendable {
    let kind: BilingualText
    /// Its code where it was.
    let old: String
    /// Its code where it is; nil while nothing has moved.
    let new: String?
  }

  /// The new hamlet.
  let place: String
  let lines: [Line]
  /// Whether a laptop that is still heard of holds the new hamlet: else nobody visits it there.
  let isHeld: Bool

  /// Moves it, or shows what would move.
  ///
  /// - Parameters:
  ///   - code: of the household; one of before an earlier move means it where it lives now.
  ///   - place: a hamlet's code or name.
  ///   - check: looks at the scopes of before and after, and throws where they may not be touched.
  /// - Throws: `FieldError`, `RecordCodeError`, what `check` throws.
  init(
    code typed: String, to place: String, author: RowID?, _ records: FieldStore, isReal: Bool,
    clock: ClockReading, check: (ScopeID) throws -> Void = { _ in }
  ) throws {
    let reader = records.reader
    let id = try reader.present(try reader.resolveOne(typed, as: .household), .household)
    let hamlet = try reader.findPlace(place)
    if let scope = try reader.record(Household.self, id)?.header.scope { try check(scope) }
    if let scope = hamlet.householdScope { try check(scope) }
    let copies = try records.moveHousehold(
      id, to: hamlet, author: author, clock: clock, isDryRun: !isReal)
    func code(_ row: RowID, _ table: TableID) throws -> String {
      guard let table = records.store.schema[table] else { return "#\(row.rawValue)" }
      return try reader.codeText(of: row, in: table)
    }
    let moved = try copies.map { copy in
      Line(
        kind: TableWords.words(of: records.store.schema[copy.table]?.name ?? ""),
        old: try code(copy.original, copy.table),
        new: isReal ? try code(copy.copy, copy.table) : nil)
    }
    let table = HouseholdTable.definition
    let own = try code(id, table.id)
    self.place = hamlet.name ?? hamlet.codeText
    let held = try reader.heldScopes()
    isHeld = try LaptopReport.gather(records.store).contains { laptop in
      laptop.fate == nil
        && hamlet.householdScope.map { held[laptop.replica]?.contains($0) ?? false } ?? false
    }
    lines =
      moved.isEmpty
      ? [Line(kind: TableWords.words(of: table.name), old: own, new: isReal ? own : nil)] : moved
  }

  /// What does not move with it.
  static let visitsStay = BilingualText(
    vi: "Lượt thăm và lượt hỗ trợ ở lại nơi đã diễn ra. Máy còn ghi vào mã cũ thì thông tin "
      + "vẫn tới mã mới.",
    en: "Visits and assists stay where they happened. What a laptop still writes to the old "
      + "code reaches the new one.")

  /// What to see to beside the move; nil for nothing.
  var warning: BilingualText? {
    isHeld
      ? nil
      : BilingualText(
        vi:
          "Chưa máy nào giữ \(place): chuyển tới đó thì không ai thấy hộ này trên máy để đi thăm, "
          + "cho tới khi một tổ được giao thôn ấy.",
        en: "No laptop holds \(place): once moved there, nobody has the household on a laptop to "
          + "visit it, until a team is given that hamlet.")
  }

  /// That it was moved.
  static func moved(to place: String) -> BilingualText {
    BilingualText(
      vi: "Đã chuyển tới \(place). Các máy biết ở lần gửi nhận tới.",
      en: "Moved to \(place). Laptops learn it in their next round.")
  }
}
