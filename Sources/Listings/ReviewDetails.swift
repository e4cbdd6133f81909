import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// One review with all that a coordinator needs to rule, or its author to answer: whose record, who
/// wrote it and where, what is shown, what was written, and what can be done.
package struct ReviewDetails: Sendable {
  /// Who reads it.
  package enum Reader: Sendable {
    /// Can rule.
    case coordinator
    /// Sits at the laptop that wrote it, or that holds the record.
    case team
  }

  private let review: RecordReview
  private let household: Household?
  private let laptop: BilingualText
  private let shown: BilingualText?
  private let isWholeRecord: Bool
  private let isWholeEdit: Bool
  private let reader: Reader

  /// Gathers them from a store; values whose key is not here say so.
  package init(_ review: RecordReview, _ records: FieldStore, for reader: Reader) throws {
    self.review = review
    self.reader = reader
    household = try Self.household(of: review, records.reader)
    laptop =
      try records.store.certificate(of: review.replica).map {
        BilingualText(same: $0.label.isEmpty ? "#\(review.replica.rawValue)" : $0.label)
      } ?? BilingualText(same: "#\(review.replica.rawValue)")
    shown = try Self.shown(review, records)
    isWholeRecord = review.fieldName == nil && review.concernsRecord
    isWholeEdit = review.fieldName == nil && !review.concernsRecord
  }

  /// Whether somebody has to rule.
  package var isOpen: Bool { review.state == .neutralised }

  /// Needs attention while a ruling is open, and at its author's while a rejection was not read.
  package var exitCode: ExitCode { isOpen || review.isUnread ? .needsAttention : .done }

  /// Writes it.
  package func write(to console: Console) {
    guard !console.isJSON else { return console.json(json(console.language)) }
    let language = console.language
    for (label, value) in lines where value != nil {
      console.write("\(label.text(in: language)): \(value?.text(in: language) ?? "")\n")
    }
    switch reader {
    case .coordinator:
      guard isOpen else { return }
      console.say(onAdmit)
      console.say(onReject)
    case .team:
      if let next = nextStep { console.say(next) }
    }
  }

  /// What the team can do; nil where nothing is left to do.
  private var nextStep: BilingualText? {
    if isOpen {
      return BilingualText(
        vi: "Không mất gì: điều đã ghi vẫn được giữ. Hãy ghi lại cho đúng, hoặc hỏi điều phối "
          + "viên.",
        en: "Nothing is lost: what was written is kept. Write it anew as it should be, or ask the "
          + "coordinator.")
    }
    return review.isUnread ? Self.rejected(number: BilingualText(same: String(review.number))) : nil
  }

  /// What an author is told of a rejection.
  package static func rejected(number: BilingualText) -> BilingualText {
    BilingualText(
      vi: "Chính điều bị bác bỏ vẫn được giữ nhưng không hiện, không tính; những gì khác của bản "
        + "ghi giữ nguyên. Nếu cần, hãy ghi lại cho đúng; nếu đã rõ: camtay review acknowledge "
        + "\(number.vietnamese)",
      en: "What was rejected is kept, and is neither shown nor counted; the rest of the record "
        + "stays as it is. Write it anew if it should be otherwise; if you have read it: camtay "
        + "review acknowledge \(number.english)")
  }

  private var lines: [(BilingualText, BilingualText?)] {
    [
      (BilingualText(vi: "Số", en: "No."), BilingualText(same: String(review.number))),
      (
        BilingualText(vi: "Bản ghi", en: "Record"),
        review.recordWords + BilingualText(same: " \(review.codeText)")
      ),
      (
        BilingualText(vi: "Hộ", en: "Household"),
        household.map { BilingualText(same: "\($0.name ?? "–") (\($0.codeText))") }
      ),
      (BilingualText(vi: "Người ghi", en: "Written by"), review.author.map { .init(same: $0) }),
      (BilingualText(vi: "Máy", en: "Laptop"), laptop),
      (BilingualText(vi: "Mục", en: "Field"), review.fieldWords),
      (
        BilingualText(vi: "Đang hiện", en: "Shown"),
        isWholeRecord || isWholeEdit ? nil : shown ?? Self.nothing
      ),
      (
        BilingualText(vi: "Đã ghi", en: "Written"),
        isWholeRecord ? nil : review.valueWords ?? Self.nothing
      ),
      (BilingualText(vi: "Vì sao", en: "Why"), review.reasonWords),
      (BilingualText(vi: "Tình trạng", en: "State"), review.stateWords),
      (
        BilingualText(vi: "Người quyết định", en: "Ruled by"),
        review.ruledBy.map { .init(same: $0) }
      ),
      (
        BilingualText(vi: "Lúc", en: "When"),
        review.ruledAt.map { .init(same: Format.dateTime($0)) }
      ),
      (BilingualText(vi: "Giải thích", en: "Note"), review.note.map { .init(same: $0) }),
    ]
  }

  private static let nothing = BilingualText(vi: "(không có)", en: "(nothing)")

  private var onAdmit: BilingualText {
    let what =
      isWholeRecord
      ? BilingualText(
        vi: "cả bản ghi được hiện và được tính", en: "the record is shown and counted")
      : isWholeEdit
        ? BilingualText(
          vi: "những gì lần sửa ấy đã ghi được hiện và được tính",
          en: "what the edit wrote is shown and counted")
        : BilingualText(
          vi: "giá trị đã ghi được hiện và được tính thay cho giá trị đang hiện",
          en: "what was written is shown and counted in place of what is shown now")
    return BilingualText(
      vi: "Chấp nhận (review admit \(review.number) --by TÊN): ",
      en: "Admit (review admit \(review.number) --by NAME): ") + what
      + BilingualText(vi: "; mọi máy nhận ở lần gửi nhận tới.", en: "; every laptop hears it.")
  }

  private var onReject: BilingualText {
    let what =
      isWholeRecord
      ? BilingualText(vi: "bản ghi vẫn không được tính", en: "the record stays uncounted")
      : isWholeEdit
        ? BilingualText(
          vi: "bản ghi giữ nguyên như trước lần sửa",
          en: "the record stays as it was before the edit")
        : BilingualText(vi: "giữ nguyên giá trị đang hiện", en: "what is shown stays")
    return BilingualText(
      vi: "Bác bỏ (review reject \(review.number) --by TÊN): ",
      en: "Reject (review reject \(review.number) --by NAME): ") + what
      + BilingualText(
        vi: "; người ghi thấy lời giải thích của --note. Không xóa gì.",
        en: "; the author reads your --note. Nothing is deleted.")
  }

  private func json(_ language: Language) -> JSONValue {
    .object(
      (ReviewListing.json(review, language).objectValue ?? []) + [
        .init("household", .text(orNull: household?.codeText)),
        .init("household_name", .text(orNull: household?.name)),
        .init("laptop_label", .text(laptop.text(in: language))),
        .init("shown", .text(orNull: shown?.text(in: language))),
      ]
        + (reader == .team
          ? [.init("next_step", .text(orNull: nextStep?.text(in: language)))]
          : [
            .init("on_admit", .text(onAdmit.text(in: language))),
            .init("on_reject", .text(onReject.text(in: language))),
          ]))
  }

  /// What stands in the judged field now; nil where nothing does or its history is gone.
  package static func shown(
    _ review: RecordReview, _ records: FieldStore
  ) throws -> BilingualText? {
    guard let name = review.fieldName, review.table != nil else { return nil }
    let record = try records.locate("#\(review.row.rawValue)")
    guard record.table.fields.contains(where: { $0.name == name }) else { return nil }
    let values = try records.history(of: record, field: name).entries
      .filter(\.isShown).compactMap(\.new)
    return values.dropFirst().reduce(values.first) { all, next in
      all.map { $0 + BilingualText(same: "; ") + next }
    }
  }

  private static func household(
    of review: RecordReview, _ reader: RecordReader
  ) throws -> Household? {
    func household(ofResident row: RowID?) throws -> RowID? {
      try row.flatMap { try reader.record(Resident.self, $0)?.household }
    }
    func household(ofVisit row: RowID?) throws -> RowID? {
      try row.flatMap { try reader.record(Visit.self, $0)?.household }
    }
    let row: RowID? =
      switch review.table {
      case HouseholdTable.definition.name: review.row
      case ResidentTable.definition.name: try household(ofResident: review.row)
      case VisitTable.definition.name: try household(ofVisit: review.row)
      case AssistTable.definition.name:
        try household(ofVisit: try reader.record(Assist.self, review.row)?.visit)
      case SubmissionTable.definition.name:
        try household(ofResident: try reader.record(Submission.self, review.row)?.resident)
      default: nil
      }
    return try row.flatMap { try reader.record(Household.self, $0) }
  }
}
