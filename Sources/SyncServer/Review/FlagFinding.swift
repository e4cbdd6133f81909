import FieldWork
import Pages
import SyncProtocol

/// What is known of flags while a page is made.
struct FlagFinding: Sendable {
  /// The flags; nil while they are looked for the first time.
  let sheet: FlagSheet?
  /// When they were looked for beside the pages; nil where they were while somebody waited.
  let foundAt: Timestamp?
  /// Whether nothing came since.
  let isCurrent: Bool
  /// The scopes to which something came since: of their visits nobody knows whether the flags are
  /// all.
  let moved: [ScopeID]

  init(
    of sheet: FlagSheet?, at foundAt: Timestamp? = nil, isCurrent: Bool = true,
    moved: [ScopeID] = []
  ) {
    self.sheet = sheet
    self.foundAt = foundAt
    self.isCurrent = isCurrent
    self.moved = moved
  }

  /// None yet.
  static let looking = FlagFinding(of: nil)

  /// Whether they are being looked for, for the first time.
  var isLooking: Bool { sheet == nil }

  /// Those of one visit.
  func flags(of visit: RowID) -> [Flag] { sheet?.flags[visit] ?? [] }

  /// Visits with a flag of a kind, or with any.
  func visits(_ kind: FlagKind?) -> [RowID] { sheet?.visits(kind) ?? [] }

  /// What a page says below them; nil where they are those of every visit and of now.
  var note: BilingualText? {
    guard let sheet else { return Self.lookingWords }
    let parts = [
      sheet.isPart ? Self.part(since: sheet.period.from) : nil,
      isCurrent ? nil : foundAt.map(Self.words(asOf:)),
    ].compactMap(\.self)
    return parts.isEmpty
      ? nil : parts.dropFirst().reduce(parts[0]) { $0 + BilingualText(same: " ") + $1 }
  }

  private static let lookingWords = BilingualText(
    vi: "Đang tìm cờ ở tất cả lượt thăm, mất chừng nửa phút; danh sách đã đủ, chỉ chưa có cờ. Chưa "
      + "tìm xong thì chưa duyệt cùng một lúc được.",
    en:
      "All visits are being looked through for flags, which takes some half a minute; the list is "
      + "whole, only the flags are not there yet. Until then nothing is approved at once.")

  private static func part(since day: LocalDate) -> BilingualText {
    let count = FlagSheet.maximumVisits
    return BilingualText(
      vi:
        "Cờ được tìm ở \(Format.integer(Int64(count), .vietnamese)) lượt thăm gần đây nhất, từ ngày "
        + "\(Format.date(day)); hãy chọn ngày để tìm ở những lượt trước đó.",
      en:
        "The latest \(Format.integer(Int64(count), .english)) visits were looked through for flags, "
        + "since \(Format.date(day)); choose days to look through earlier ones.")
  }

  private static func words(asOf time: Timestamp) -> BilingualText {
    let moment = Format.dateTime(LocalDateTime(time: time))
    return BilingualText(
      vi: "Cờ được tìm lúc \(moment). Lượt thăm về sau lúc ấy sẽ được xem ở lần tìm tới, chừng một "
        + "phút một lần; đến lúc ấy chúng chưa được duyệt cùng một lúc.",
      en:
        "Flags were looked for on \(moment). Visits that came since are looked through in the next "
        + "search, about every minute; until then they are not approved at once.")
  }
}
