import FieldWork
import Pages
import SyncProtocol
import Web

/// Fields that two people wrote without seeing each other: every value with who wrote it and when.
/// Whoever knows may decide here; otherwise the coordinator does.
struct ConflictFixes {
  static let routes = [
    LaptopRoute(.post, "\(FixPage.path)/conflicts") { request in
      guard let decision = ConflictDecision(formValue: request.form["decision"] ?? "") else {
        return .seeOther(FixPage.path)
      }
      if try !hasSeenAll(request) {
        request.memory.say(
          PageNotice(
            BilingualText(
              vi:
                "Chưa chọn gì: sau khi trang này được mở, đã có thêm giá trị khác cho ô đó. Hãy "
                + "xem lại rồi chọn.",
              en:
                "Nothing was chosen: since this page was opened other values came for that field. "
                + "Look at them, then choose."), isGood: false))
        return .seeOther(FixPage.path)
      }
      let settled = try request.laptop.writing { records, clock in
        try records.decide(
          records.locate("#" + (request.form["row"] ?? "")), field: request.form["field"],
          decision, author: request.member, clock: clock)
      }
      request.memory.say(
        PageNotice(
          BilingualText(
            vi: "Đã chọn cho \(settled.codeText), \(settled.fieldWords.vietnamese): “"
              + "\(settled.value.vietnamese)”. Đổi lại được trong lịch sử.",
            en: "Chosen for \(settled.codeText), \(settled.fieldWords.english): “"
              + "\(settled.value.english)”. Its history can take it back.")))
      return .seeOther(FixPage.path)
    }
  ]

  /// Whether the page showed every value that stands beside the chosen one: what came since was never
  /// weighed by whoever chose. What is decided already is told by the decision itself.
  private static func hasSeenAll(_ request: LaptopRequest) throws -> Bool {
    let record = try request.records.locate("#" + (request.form["row"] ?? ""))
    let field = request.form["field"]
    let conflict = try request.records.conflictPage(of: record.row, limit: .max).conflicts.first {
      $0.table == record.table.id
        && ($0.kind == .values ? $0.fieldName == field : field == nil)
    }
    return conflict.map { $0.fingerprint == request.form["seen"] } ?? true
  }

  private let request: LaptopRequest
  private let language: Language

  init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
  }

  /// The panel; nil where there is nothing.
  func html() throws -> HTML? {
    let page = try request.records.conflictPage(limit: FixPage.listLimit)
    guard !page.conflicts.isEmpty else { return nil }
    return try panel(
      id: "conflicts", language.text("Hai giá trị cho một chỗ", "Two values for one field"),
      lead: language.text(
        "Không mất giá trị nào. Nếu bạn biết giá trị đúng, hãy chọn; nếu không, điều phối viên sẽ "
          + "chọn.",
        "No value is lost. Choose where you know which is right; otherwise the coordinator will.")
    ) {
      for conflict in page.conflicts { try html(conflict) }
      FixPage.rest(page.total, language)
    }
  }

  private func html(_ conflict: RecordConflict) throws -> HTML {
    let subject = try request.reader.subject(of: conflict.row, conflict.table)
    return element("article", ["class": "conflict"]) {
      PageTable(
        BilingualText(same: subject.map { "\($0) · " } ?? "") + conflict.recordWords
          + BilingualText(same: " \(conflict.codeText): ") + conflict.fieldWords,
        columns: [
          .text(BilingualText(vi: "Giá trị", en: "Value")), .text(FieldLabel.words(of: "author")),
          .text(BilingualText(vi: "Lúc", en: "When")),
          .text(BilingualText(vi: "Hiện", en: "Shown")),
          .text(BilingualText(vi: "Chọn", en: "Choose")),
        ],
        rows: conflict.choices.map { row($0, of: conflict) },
        empty: BilingualText(vi: "", en: "")
      ).html(language)
      if let path = RecordPath.of(conflict.codeText) {
        element("p") { link(path, language.text("Mở bản ghi này", "Open this record")) }
      }
    }
  }

  private func row(_ choice: RecordConflict.Choice, of conflict: RecordConflict) -> PageTable.Row {
    PageTable.Row(
      [
        PageTable.cell(
          choice.words.text(in: language),
          detail: choice.fieldWords == conflict.fieldWords
            ? nil : choice.fieldWords.text(in: language)),
        .text(choice.writers.map { $0.words.text(in: language) }.joined(separator: "; ")),
        .text(
          choice.writers.map { writer in
            ([Format.dateTime(writer.time)]
              + [writer.doubt?.words.text(in: language)].compactMap(\.self))
              .joined(separator: " · ")
          }.joined(separator: "; ")),
        choice.isShown
          ? StateMark.good.html(language.text("đang hiện", "shown"))
          : StateMark.neutral.html(language.text("không hiện", "not shown")),
        actionForm(
          "\(FixPage.path)/conflicts", conflict.actWords(of: choice), request, isQuiet: true,
          fields: [
            ("row", String(conflict.row.rawValue)),
            ("decision", conflict.formValue(of: choice)),
            ("seen", conflict.fingerprint),
          ] + (conflict.kind == .values ? [("field", conflict.fieldName)] : [])),
      ], style: choice.isShown ? "value-shown" : nil)
  }
}
