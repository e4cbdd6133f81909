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
    let (pair, address, before, answers) = try request.centre.inspect { records in
      let two = try Two(request, records, reached)
      return (
        SideBySide(
          caption: BilingualText(vi: "Hai bản ghi cạnh nhau", en: "The two records side by side"),
          codes: two.codes,
          facts: try two.rows.map { try side($0, two.kind, records.reader, language) },
          reasons: try reasons(two, records.reader),
          noReason: BilingualText(
            vi: "Tên và giấy tờ không giống nhau.", en: "Neither the names nor the ids agree.")),
        two.address,
        try DuplicateContradictions(
          of: two.rows[0], two.rows[1], two.kind, records.reader, reached
        ).html(language), try self.answers(two, records, request)
      )
    }
    return pair.page(
      request, at: address, back: PageFrame.Link(DuplicatePages.path, DuplicateWords.all),
      SideBySide.Notice(done: DuplicateWords.done, problem: problem, status: status),
      before: before, answers: answers)
  }

  private static func side(
    _ row: RowID, _ kind: DuplicateKind, _ reader: RecordReader, _ language: Language
  ) throws -> [SideBySide.Fact] {
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

  private static func reasons(_ two: Two, _ reader: RecordReader) throws -> [SideBySide.Reason]? {
    switch two.kind {
    case .resident:
      try reader.duplicateScore(two.rows[0], two.rows[1])?.reasons
        .map { ($0.isAgainst, $0.words) }
    case .household:
      try reader.householdScore(two.rows[0], two.rows[1])?.reasons
        .map { ($0.isAgainst, $0.words) }
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
            hidden("answer", choice.answer.rawValue)
            hidden("said", two.seen)
          }
      }
    }
  }
}
