import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// Two residents side by side: what speaks for and against their being one person, what each answer
/// does to the counts, and the buttons that say it or take it back.
struct ComparePage {
  private static let pattern = "\(DuplicatePages.path)/:one/:other"

  static let routes = [
    LaptopRoute(.get, pattern) { request in
      let page = try ComparePage(request)
      return try request.page(page.title) { try page.content() }
    },
    LaptopRoute(.post, pattern) { try ComparePage($0).answer() },
  ]

  /// What a person says of the two.
  private enum Answer: String {
    case same
    case notSame = "not-same"
    case later
    /// Takes back what was said.
    case undo
  }

  private let request: LaptopRequest
  private let language: Language
  private let one: Resident
  private let other: Resident
  /// What was said of the two so far; nil for nothing.
  private let said: RowLink.Kind?

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    func resident(_ name: String) throws -> Resident {
      let code = request.parameters[name]
      return try request.reader.existing(
        Resident.self, try request.reader.resolveOne(code, as: .resident))
    }
    one = try resident("one")
    other = try resident("other")
    if one.id == other.id { throw FieldError.linkToItself }
    let row = other.id
    said = try request.reader.links(of: one.id, .resident).first { $0.other == row }?.kind
  }

  private var title: BilingualText {
    BilingualText(
      vi: "So \(one.codeText) với \(other.codeText)",
      en: "Compare \(one.codeText) with \(other.codeText)")
  }
  private var path: String { DuplicatePages.path(one.codeText, other.codeText) }

  private func content() throws -> HTML {
    try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      try panel(id: "sides") { try sides() }
      try panel(id: "reasons", language.text("Vì sao", "Reasons")) { try reasons() }
      try panel(id: "answer", question) { try answers() }
      element("p") {
        link(DuplicatePages.path, language.text("Các cặp khác", "Other pairs"))
      }
    }
  }

  private var question: String {
    guard let said else {
      return language.text("Hai bản ghi này là một người?", "Are these two records one person?")
    }
    return language.text("Đã nói: ", "It was said: ") + one.codeText + " "
      + said.words.text(in: language) + " " + other.codeText
  }

  // The two.

  private func sides() throws -> HTML {
    let candidates = try [one, other].map { try request.reader.candidate($0.id) }
    func row(
      _ label: BilingualText, _ values: [String?], isCompared: Bool = true
    ) -> PageTable.Row? {
      guard values.contains(where: { $0 != nil }) else { return nil }
      return PageTable.Row(
        [.text(label.text(in: language))] + values.map { .text($0 ?? "—") }
          + [isCompared ? verdict(values) : .empty])
    }
    let lines = [
      row(FieldLabel.words(of: "full_name"), [one.fullName, other.fullName]),
      row(BilingualText(vi: "Sinh", en: "Born"), [one.birthText, other.birthText]),
      row(FieldLabel.words(of: "sex"), [one, other].map { $0.sex?.words.text(in: language) }),
      row(FieldLabel.words(of: "phone"), [one.phone, other.phone]),
      row(FieldLabel.words(of: "id_last4"), [one, other].map { $0.idLast4.map { "…\($0)" } }),
      row(FieldLabel.words(of: "household"), candidates.map { $0?.householdName }),
      row(FieldLabel.words(of: "place"), candidates.map { $0?.hamlet }),
      row(
        BilingualText(vi: "Thăm gần nhất", en: "Last visit"),
        candidates.map { $0?.lastVisit.map(Format.date) }, isCompared: false),
      row(
        BilingualText(vi: "Lượt hỗ trợ", en: "Assists"),
        try [one, other].map { String(try request.reader.assists(resident: $0.id).count) },
        isCompared: false),
      row(FieldLabel.words(of: "note"), [one.note, other.note], isCompared: false),
      row(
        FieldLabel.words(of: "void_reason"), [one.voidReason, other.voidReason], isCompared: false),
    ]
    return PageTable(
      BilingualText(vi: "Hai bản ghi cạnh nhau", en: "The two records side by side"),
      columns: [
        .text(BilingualText(vi: "Nội dung", en: "What")), .text(BilingualText(same: one.codeText)),
        .text(BilingualText(same: other.codeText)), .text(BilingualText(vi: "So", en: "Compared")),
      ], rows: lines.compactMap(\.self), empty: BilingualText(same: "")
    ).html(language)
  }

  private func verdict(_ values: [String?]) -> HTML {
    guard let left = values.first ?? nil, let right = values.last ?? nil else {
      return StateMark.missing.html(language.text("thiếu một bên", "one is missing"))
    }
    // A year alone is a part of the day of birth.
    if left != right, left.hasSuffix("/" + right) || right.hasSuffix("/" + left) {
      return StateMark.missing.html(
        language.text("một bên ghi đủ hơn", "one is more exact"))
    }
    return left == right
      ? StateMark.good.html(language.text("giống", "same"))
      : StateMark.attention.html(language.text("khác", "different"))
  }

  private func reasons() throws -> HTML {
    guard let score = try request.reader.duplicateScore(one.id, other.id) else {
      return element("p") {
        language.text(
          "Tên và giấy tờ không giống nhau.", "Neither the names nor the ids agree.")
      }
    }
    return element("ul", ["class": "plain"]) {
      for reason in score.reasons {
        element("li") {
          (reason.isAgainst ? StateMark.attention : .good).html(reason.words.text(in: language))
        }
      }
    }
  }

  // What can be said.

  private func answers() throws -> HTML {
    if said?.isMove == true {
      return element("p") {
        language.text(
          "Trung tâm đã chuyển bản ghi này; việc đó chỉ trung tâm đổi được.",
          "The centre moved this record; only the centre can change that.")
      }
    }
    if said != nil {
      return try element("ul", ["class": "plain answers"]) {
        try answer(.undo, BilingualText(vi: "Thôi điều đã nói", en: "Take it back"), isSame: nil)
      }
    }
    return try element("ul", ["class": "plain answers"]) {
      try answer(.same, BilingualText(vi: "Cùng một người", en: "The same person"), isSame: true)
      try answer(
        .notSame, BilingualText(vi: "Hai người khác nhau", en: "Two different people"),
        isSame: false)
      element("li") {
        button(.later, BilingualText(vi: "Để sau", en: "Decide later"))
        element("span", ["class": "detail"]) {
          language.text(
            "Không ghi gì; cặp này vẫn ở trong danh sách.",
            "Nothing is recorded; the pair stays in the list.")
        }
      }
    }
  }

  private func button(_ answer: Answer, _ words: BilingualText) -> HTML {
    actionForm(
      path, words, request, isQuiet: answer != .same,
      fields: [("answer", answer.rawValue), ("said", said.map(Self.name) ?? "")])
  }

  /// The name by which a page says what had been said when it was made.
  private static func name(_ said: RowLink.Kind) -> String {
    switch said {
    case .same: "same"
    case .notSame: "not-same"
    default: "moved"
    }
  }

  private func answer(
    _ answer: Answer, _ words: BilingualText, isSame: Bool?
  ) throws -> HTML {
    let effect = try request.records.linkEffect(.resident, one.id, other.id, isSame: isSame)
    return element("li") {
      button(answer, words)
      element("span", ["class": "detail"]) {
        (effect?.words.text(in: language) ?? "") + " "
          + language.text(
            "Hai bản ghi vẫn còn nguyên; lượt hỗ trợ giữ nguyên.",
            "Both records stay, and so do the assists.")
      }
    }
  }

  /// Does what a button says; the store writes nothing where that was said already. Where something
  /// else was said since the page was made, nobody has decided against it: they are told and asked.
  private func answer() throws -> HTTPResponse {
    let answer = request.form["answer"].flatMap(Answer.init(rawValue:))
    let isSaid =
      switch answer {
      case .same: said == .same
      case .notSame: said == .notSame
      case .undo: said == nil
      case .later, nil: true
      }
    if !isSaid, (request.form["said"] ?? "") != (said.map(Self.name) ?? "") {
      request.memory.say(
        PageNotice(
          BilingualText(
            vi:
              "Chưa ghi gì: sau khi trang này được mở, có người đã nói khác về hai bản ghi. Hãy xem "
              + "rồi trả lời lại.",
            en: "Nothing was recorded: since this page was opened somebody said something else "
              + "about these two records. Look at it, then answer again."), isGood: false))
      return .seeOther(path)
    }
    switch answer {
    case .same: try say(isSame: true)
    case .notSame: try say(isSame: false)
    case .undo:
      if said != nil {
        try request.laptop.writing { records, clock in
          try records.unlink(.resident, one.id, other.id, author: request.member, clock: clock)
        }
      }
      request.memory.say(
        PageNotice(
          BilingualText(
            vi: "Không còn nói gì về hai bản ghi này.",
            en: "Nothing is said of these two records any more.")))
    case .later, nil:
      request.memory.say(
        PageNotice(
          BilingualText(vi: "Để sau: chưa ghi gì.", en: "Later: nothing was recorded.")))
      return .seeOther(DuplicatePages.path)
    }
    return .seeOther(path)
  }

  private func say(isSame: Bool) throws {
    let kind: RowLink.Kind = isSame ? .same : .notSame
    try request.laptop.writing { records, clock in
      try records.link(
        .resident, one.id, other.id, isSame: isSame, author: request.member, clock: clock)
    }
    request.memory.say(
      PageNotice(
        BilingualText(vi: "Đã ghi: \(one.codeText) ", en: "Recorded: \(one.codeText) is ")
          + kind.words + BilingualText(same: " \(other.codeText). ")
          + BilingualText(
            vi: "Có thể thôi ở ngay trang này.", en: "It can be taken back on this page.")))
  }
}
