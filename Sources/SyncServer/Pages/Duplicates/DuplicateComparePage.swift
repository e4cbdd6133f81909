import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// Two records side by side: what speaks for and against their being one, what each answer does to the
/// counts, and the buttons that say it or take it back.
enum DuplicateComparePage {
  private static let pattern = "\(DuplicatePages.path)/:kind/:one/:other"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try page($0) },
    // What was said is noted together with saying it, or neither is there.
    PageRoute(.post, pattern, access: .coordinator, isNoted: false, handler: answer),
  ]

  /// What a person says of the two.
  private enum Answer: String {
    case same
    case notSame = "not-same"
    /// Takes back what was said.
    case undo
  }

  /// The two records of an address, with what was said of them so far.
  private struct Two {
    let kind: DuplicateKind
    let rows: [RowID]
    let codes: [String]
    let said: RowLink.Kind?

    /// - Throws: `FieldError.notFound`, also for what is outside somebody's reach.
    init(_ request: PageRequest, _ records: FieldStore, _ reached: ReachedWork) throws {
      let typed = String(request.parameters["kind"].prefix(20))
      guard let kind = DuplicateKind(rawValue: typed) else { throw FieldError.notFound(typed) }
      self.kind = kind
      rows = try ["one", "other"].map { name in
        let typed = String(request.parameters[name].prefix(20))
        guard let row = Int64(typed).flatMap(RowID.init(rawValue:)),
          let scope = try records.reader.scope(of: row, in: kind.record.table),
          reached.holds(scope: scope),
          try records.reader.exists(kind.record.table, row)
        else { throw FieldError.notFound(typed) }
        return row
      }
      guard rows[0] != rows[1] else { throw FieldError.linkToItself }
      codes = try rows.map { try records.reader.codeText(of: $0, in: kind.record.table) }
      let other = rows[1]
      said = try records.reader.links(of: rows[0], kind.record).first { $0.other == other }?.kind
    }

    var address: String { DuplicatePages.path(kind, rows[0], rows[1]) }
    /// What a form was made from.
    var seen: String { said?.name ?? "" }
  }

  private static func answer(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    guard let answer = request.form["answer"].flatMap(Answer.init(rawValue:)) else {
      return try page(request, problem: ReviewPageWords.notChosen, status: 422)
    }
    let member = request.account?.rights.member
    let address = try request.centre.change { records, clock -> String? in
      let two = try Two(request, records, reached)
      guard two.seen == request.form["said"] else { return nil }
      let kind = two.kind.record
      switch answer {
      case .same, .notSame:
        try records.link(
          kind, two.rows[0], two.rows[1], isSame: answer == .same, author: member, clock: clock)
      case .undo:
        try records.unlink(kind, two.rows[0], two.rows[1], author: member, clock: clock)
      }
      try AuditLog(records.store.connection).note(
        AuditEvent(
          .recordsLinked, two.codes.joined(separator: " "), detail: "answer=\(answer.rawValue)"),
        by: actor, at: clock.wall)
      return two.address
    }
    guard let address else {
      return try page(request, problem: DuplicateWords.changed, status: 409)
    }
    return .seeOther(address + "?done=1")
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText? = nil, status: Int = 200
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let (title, address, body) = try request.centre.inspect { records in
      let two = try Two(request, records, reached)
      let sides = try sides(two, records, language).html(language)
      let reasons = try reasons(two, records.reader, language)
      let answers = try answers(two, records, request)
      let contradictions = try DuplicateContradictions(
        of: two.rows[0], two.rows[1], two.kind, records.reader, reached
      ).html(language)
      return (
        BilingualText(
          vi: "So \(two.codes[0]) với \(two.codes[1])",
          en: "Compare \(two.codes[0]) with \(two.codes[1])"), two.address,
        HTML.group {
          if request.http.query["done"] != nil {
            element("p", ["class": "message good", "role": "status"]) {
              DuplicateWords.done.text(in: language)
            }
          }
          if let problem {
            element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
          }
          contradictions
          panel { sides }
          panel(DuplicateWords.reasons.text(in: language)) { reasons }
          panel { answers }
        }
      )
    }
    var frame = request.frame(title)
    frame.path = address
    return .html(
      frame.page {
        body
        element("p") {
          element("a", ["href": DuplicatePages.path]) { DuplicateWords.all.text(in: language) }
        }
      }, status: status)
  }

  private static func sides(
    _ two: Two, _ records: FieldStore, _ language: Language
  ) throws -> PageTable {
    let lines = try two.rows.map { try side($0, two.kind, records.reader, language) }
    let labels = lines[0].map(\.label)
    return PageTable(
      BilingualText(vi: "Hai bản ghi cạnh nhau", en: "The two records side by side"),
      columns: [
        .text(ConflictWords.field), .text(BilingualText(same: two.codes[0])),
        .text(BilingualText(same: two.codes[1])), .text(BilingualText(vi: "So", en: "Compared")),
      ],
      rows: labels.indices.compactMap { place in
        let (left, right) = (lines[0][place].value, lines[1][place].value)
        guard left != nil || right != nil else { return nil }
        return PageTable.Row([
          .text(labels[place].text(in: language)), .text(left ?? "—"), .text(right ?? "—"),
          verdict(left, right, language),
        ])
      }, empty: BilingualText(same: ""))
  }

  private typealias Fact = (label: BilingualText, value: String?)

  private static func side(
    _ row: RowID, _ kind: DuplicateKind, _ reader: RecordReader, _ language: Language
  ) throws -> [Fact] {
    switch kind {
    case .resident:
      let resident = try reader.existing(Resident.self, row)
      let candidate = try reader.candidate(row)
      return [
        (FieldLabel.words(of: "full_name"), resident.fullName),
        (BilingualText(vi: "Sinh", en: "Born"), resident.birthText),
        (FieldLabel.words(of: "sex"), resident.sex?.words.text(in: language)),
        (FieldLabel.words(of: "phone"), resident.phone),
        (FieldLabel.words(of: "id_last4"), resident.idLast4.map { "…\($0)" }),
        (FieldLabel.words(of: "household"), candidate?.householdName),
        (FieldLabel.words(of: "place"), candidate?.hamlet),
        (
          BilingualText(vi: "Thăm gần nhất", en: "Last visit"),
          candidate?.lastVisit.map(Format.date)
        ),
        (
          BilingualText(vi: "Lượt hỗ trợ", en: "Assists"),
          String(try reader.assists(resident: row).count)
        ),
      ]
    case .household:
      let household = try reader.existing(Household.self, row)
      return [
        (FieldLabel.words(of: "name"), household.name),
        (FieldLabel.words(of: "kind"), household.kind?.words.text(in: language)),
        (FieldLabel.words(of: "address"), household.address),
        (FieldLabel.words(of: "phone"), household.phone),
        (
          FieldLabel.words(of: "place"),
          try household.place.flatMap { try reader.record(Place.self, $0)?.name }
        ),
        (
          BilingualText(vi: "Thăm gần nhất", en: "Last visit"),
          try reader.lastVisit(to: row).map(Format.date)
        ),
      ]
    }
  }

  /// Whether two values say the same.
  static func verdict(_ left: String?, _ right: String?, _ language: Language) -> HTML {
    guard let left, let right else {
      return StateMark.missing.html(language.text("thiếu một bên", "one is missing"))
    }
    return left == right
      ? StateMark.good.html(language.text("giống", "same"))
      : StateMark.attention.html(language.text("khác", "different"))
  }

  private static func reasons(
    _ two: Two, _ reader: RecordReader, _ language: Language
  ) throws -> HTML {
    let score =
      switch two.kind {
      case .resident: try reader.duplicateScore(two.rows[0], two.rows[1])
      case .household: try reader.householdScore(two.rows[0], two.rows[1])
      }
    guard let score else {
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

  private static func answers(
    _ two: Two, _ records: FieldStore, _ request: PageRequest
  ) throws -> HTML {
    let language = request.language
    if two.said?.isMove == true {
      return element("p") { DuplicateWords.moved.text(in: language) }
    }
    let choices: [(answer: Answer, words: BilingualText, isSame: Bool?)] =
      two.said == nil
      ? [(.same, DuplicateWords.same, true), (.notSame, DuplicateWords.notSame, false)]
      : [(.undo, DuplicateWords.undo, nil)]
    let effects = try choices.map { choice in
      try records.linkEffect(two.kind.record, two.rows[0], two.rows[1], isSame: choice.isSame)?
        .words ?? BilingualText(vi: "Không số liệu nào đổi.", en: "No count changes.")
    }
    return HTML.group {
      if let said = two.said {
        element("p") {
          StateMark.neutral.html(DuplicateWords.said(said == .same).text(in: language))
        }
      }
      for (choice, effect) in zip(choices, effects) {
        element("p") { effect.text(in: language) + " " + DuplicateWords.stay.text(in: language) }
        PageForm(action: two.address, formToken: request.formToken, submit: choice.words)
          .html(language) {
            element(
              "input", ["type": "hidden", "name": "answer", "value": choice.answer.rawValue])
            element("input", ["type": "hidden", "name": "said", "value": two.seen])
          }
      }
    }
  }
}
