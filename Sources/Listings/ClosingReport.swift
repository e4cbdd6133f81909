import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// Closed months as people and programs read them.
package enum ClosingReport {
  /// Writes every closing.
  package static func write(_ closings: [MonthClosing], to console: Console) {
    if console.isJSON { return console.json(["closings": .array(closings.map(json))]) }
    let language = console.language
    console.table(
      [
        .text(BilingualText(vi: "Tháng", en: "Month")), .text(BilingualText(vi: "Xã", en: "Unit")),
        .text(BilingualText(vi: "Chốt lúc", en: "Closed")),
        .text(BilingualText(vi: "Người chốt", en: "By")),
        .text(BilingualText(vi: "Máy đã gửi", en: "Reported")),
        .text(BilingualText(vi: "Mở lại vì", en: "Opened again")),
      ],
      closings.map { closing in
        [
          closing.month.label(language), closing.unit ?? "–", closing.when ?? "–",
          closing.closedBy ?? "–", "\(closing.checklist.reported)/\(closing.checklist.laptops)",
          closing.reopenReason ?? "–",
        ]
      }, empty: BilingualText(vi: "Chưa chốt tháng nào.", en: "No month is closed."))
  }

  /// A closing with stable keys.
  package static func json(_ closing: MonthClosing) -> JSONValue {
    .object([
      .init("id", .text(String(closing.id.rawValue))),
      .init("month", .text(closing.month.description)), .init("unit", .text(orNull: closing.unit)),
      .init("closed_at", .text(orNull: closing.moment?.date.iso)),
      .init("closed_by", .text(orNull: closing.closedBy)),
      .init("checklist", json(closing.checklist)), .init("note", .text(orNull: closing.note)),
      .init("reopen_reason", .text(orNull: closing.reopenReason)),
      .init("reopened_by", .text(orNull: closing.reopenedBy)),
    ])
  }

  /// What stands open, with stable keys.
  package static func json(_ checklist: MonthClosing.Checklist) -> JSONValue {
    [
      "laptops": .integer(Int64(checklist.laptops)),
      "reported": .integer(Int64(checklist.reported)),
      "conflicts": .integer(Int64(checklist.conflicts)), "held": .integer(Int64(checklist.held)),
      "reviews": .integer(Int64(checklist.reviews)),
      "unseen": checklist.unseen.map { .integer(Int64($0)) } ?? .null,
      "doubles": checklist.doubles.map { .integer(Int64($0)) } ?? .null,
    ]
  }

  /// What stands open, one line each; one line where nothing does. Then what nobody has looked at.
  package static func words(_ checklist: MonthClosing.Checklist) -> [BilingualText] {
    let open = openWords(checklist)
    let mark = BilingualText(same: open.isEmpty ? "✓ " : "✗ ")
    return (open.isEmpty ? [clear] : open).map { mark + $0 }
      + unseenWords(checklist).map { BilingualText(same: "! ") + $0 }
  }

  /// That nothing stands open.
  package static let clear = BilingualText(
    vi: "mọi máy đã gửi; không còn mâu thuẫn, gói chờ hay điều chờ quyết định",
    en: "every laptop has reported; no conflict, held batch or ruling is open")

  private static func openWords(_ checklist: MonthClosing.Checklist) -> [BilingualText] {
    var words: [BilingualText] = []
    let silent = checklist.laptops - checklist.reported
    if checklist.laptops == 0 {
      words.append(
        BilingualText(vi: "chưa có máy nào được cấp", en: "no laptop has been enrolled yet"))
    } else if silent > 0 {
      words.append(
        BilingualText(
          vi: "\(silent) máy chưa gửi số liệu hết tháng",
          en: "\(counted(silent, "laptop has", "laptops have")) not reported the whole month"))
    }
    if checklist.conflicts > 0 {
      words.append(
        BilingualText(
          vi: "\(checklist.conflicts) mâu thuẫn chưa quyết",
          en: "undecided: \(counted(checklist.conflicts, "conflict", "conflicts"))"))
    }
    if checklist.held > 0 {
      words.append(
        BilingualText(
          vi: "\(checklist.held) gói còn thiếu mà gói khác đang chờ",
          en: "missing: \(counted(checklist.held, "batch", "batches"))"))
    }
    if checklist.reviews > 0 {
      words.append(
        BilingualText(
          vi: "\(checklist.reviews) điều chưa được nhận, chờ quyết định",
          en: "not ruled on: \(counted(checklist.reviews, "thing", "things")) not accepted"))
    }
    return words
  }

  /// What nobody had looked at when a month was closed, which keeps nobody from closing it.
  package static func unseenWords(_ checklist: MonthClosing.Checklist) -> [BilingualText] {
    var words: [BilingualText] = []
    if let unseen = checklist.unseen, unseen > 0 {
      words.append(
        BilingualText(
          vi: "\(unseen) lượt thăm chưa ai xem",
          en: "\(counted(unseen, "visit", "visits")) that nobody had looked at"))
    }
    if let doubles = checklist.doubles, doubles > 0 {
      words.append(
        BilingualText(
          vi: "\(doubles) cặp người, hộ, lượt hỗ trợ có thể trùng",
          en:
            "\(counted(doubles, "pair", "pairs")) of people, households and assists that may be one"
        ))
    }
    return words
  }

  /// What came late to a closed month as a whole; nil where nothing did.
  package static func totalWords(_ adjustment: MonthAdjustment) -> BilingualText? {
    guard !adjustment.changes.isEmpty else { return nil }
    let sum = adjustment.total.map { change in
      BilingualText(vi: text(change, .vietnamese), en: text(change, .english))
    }
    return sum.flatMap { $0.vietnamese.isEmpty ? nil : $0 }
      ?? BilingualText(vi: "tổng không đổi", en: "the total is the same")
  }

  private static func text(_ change: MonthAdjustment.Change, _ language: Language) -> String {
    changes(change).map { "\($0.name.text(in: language)) \($0.signed)" }.joined(separator: ", ")
  }

  /// What came late to a closed month: the month in one line, then its days.
  package static func words(_ adjustment: MonthAdjustment) -> [BilingualText] {
    guard let sum = totalWords(adjustment) else { return [] }
    var words: [BilingualText] = []
    let month = adjustment.closing.month
    words.append(
      BilingualText(
        vi: "Điều chỉnh \(month.label(.vietnamese)) (đã chốt): \(sum.vietnamese)",
        en: "Adjustment of \(month.label(.english)), which is closed: \(sum.english)"))
    for change in adjustment.days {
      guard case .integer(let number) = change.line.key else { continue }
      let day = Format.date(LocalDate(daysSince1970: Int(clamping: number)))
      words.append(
        BilingualText(
          vi: "  \(day): \(text(change, .vietnamese))", en: "  \(day): \(text(change, .english))"))
    }
    return words
  }

  /// An adjustment with stable keys.
  package static func json(_ adjustment: MonthAdjustment) -> JSONValue {
    [
      "month": .text(adjustment.closing.month.description),
      "unit": .text(orNull: adjustment.closing.unit),
      "changes": .array(
        adjustment.changes.map { change in
          .object(
            [
              .init("dimension", .text(change.line.dimension)),
              .init(
                "key",
                .text(
                  orNull: CountDimension(named: change.line.dimension)
                    .map { change.line.key.text(along: $0) } ?? nil)),
            ] + changes(change).map { .init($0.key, .integer(Int64($0.now - $0.reported))) })
        }),
    ]
  }

  private struct Difference {
    let key: String
    let name: BilingualText
    let reported: Int
    let now: Int

    var signed: String { now > reported ? "+\(now - reported)" : "\(now - reported)" }
  }

  /// The numbers that differ.
  private static func changes(_ change: MonthAdjustment.Change) -> [Difference] {
    let (old, new) = (change.reported, change.now)
    return [
      Difference(
        key: "visits", name: BilingualText(vi: "lượt thăm", en: "visits"),
        reported: old.visits ?? 0, now: new.visits ?? 0),
      Difference(
        key: "residents", name: BilingualText(vi: "người", en: "residents"),
        reported: old.residents, now: new.residents),
      Difference(
        key: "counted_assists", name: BilingualText(vi: "lượt được tính", en: "counted assists"),
        reported: old.countedAssists, now: new.countedAssists),
      Difference(
        key: "provisional_assists", name: BilingualText(vi: "tạm tính", en: "provisional"),
        reported: old.provisionalAssists, now: new.provisionalAssists),
      Difference(
        key: "other_assists", name: BilingualText(vi: "không tính", en: "not counted"),
        reported: old.otherAssists, now: new.otherAssists),
      Difference(
        key: "submissions", name: BilingualText(vi: "hồ sơ", en: "dossiers"),
        reported: old.submissions ?? 0, now: new.submissions ?? 0),
    ].filter { $0.reported != $0.now }
  }
}

extension MonthClosing {
  /// When it was closed; nil where the closing does not say.
  package var moment: LocalDateTime? { closedAt.map { LocalDateTime(milliseconds: $0.rawValue) } }
  /// The same for people.
  package var when: String? { moment.map(Format.dateTime) }
}
