import FieldWork
import Pages
import SyncProtocol
import Web

/// One record as a trainer sees it: what was done, what is flagged, what was said of it, and the form
/// to say more, to whoever recorded it or to the coordinator. Nobody is named.
struct TrainerRecordPage {
  private static let pattern = "\(TrainerRecordsPage.path)/:work"

  static let routes = [
    PageRoute(.get, pattern, access: .trainer, isNoted: true) { request in
      try opened(request) ?? TrainerRecordPage(request).page()
    }
  ]

  /// Before what stands for a record in one list alone.
  private static let mark: Character = "~"

  /// Where a line of a list leads.
  static func address(of entry: MaskedRecords.Entry, from question: TrainerQuestion) -> String {
    address("\(mark)\(String(entry.token, radix: 16))", from: question)
  }

  /// The way on from a line of a list to its record, whose code the log then has; nil for an address
  /// that names a record.
  ///
  /// - Throws: `FieldError.notFound` for what is not behind the number, or where the number is not told.
  private static func opened(_ request: PageRequest) throws -> HTTPResponse? {
    let typed = String(request.parameters["work"].prefix(64))
    guard typed.first == mark else { return nil }
    let reached = try request.reached()
    let question = try TrainerQuestion(request.http.query, beside: [], today: request.today)
    let code = try request.trainerGrids(within: reached) { grids -> String? in
      guard let token = UInt64(typed.dropFirst(), radix: 16), question.number != .residents,
        try question.told(grids).isShown
      else { return nil }
      let entry = try question.entries(
        request.centre.recordShelf, grids.reader, within: reached
      ).first { $0.token == token }
      return try entry.flatMap {
        try grids.reader.codeText(of: $0.row, in: question.number.kind.table)
      }
    }
    guard let code else { throw FieldError.notFound(typed) }
    return .seeOther(address(code, from: question))
  }

  /// Where a record is.
  ///
  /// - Parameter question: the number that it was opened from.
  static func address(_ code: String, from question: TrainerQuestion? = nil) -> String {
    "\(TrainerRecordsPage.path)/\(code.replacing("#", with: "%23"))"
      + (question.map { "?\(NamedValues($0.items).encoded)" } ?? "")
  }

  private let request: PageRequest
  private let language: Language
  private let line: TrainerLine
  private let flagNote: BilingualText?
  private let visit: String?
  private let assist: String?

  /// - Throws: `FieldError.notFound` for what is no visit, assist or dossier, or not within reach.
  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    let typed = String(request.parameters["work"].prefix(64))
    let kinds: [CountedKind] = [.visit, .assist, .submission]
    (line, flagNote, visit, assist) = try request.centre.inspect { records in
      let found = try records.locate(typed)
      let reader = records.reader
      guard reached.holds(scope: found.scope),
        let kind = kinds.first(where: { $0.table.id == found.table.id }),
        let record = try reader.pseudonymousRecord(found.row, kind)
      else { throw FieldError.notFound(typed) }
      let day = record.date ?? request.today
      let flags = try request.centre.flagShelf.finding(
        try Period(from: day, to: day), reader, of: request.centre)
      return (
        try TrainerLines(reader, flags).line(of: record), flags.note,
        try record.visit.map { try reader.codeText(of: $0, in: VisitTable.definition) },
        try record.assist.map { try reader.codeText(of: $0, in: AssistTable.definition) }
      )
    }
  }

  private var record: PseudonymousRecord { line.record }

  private func page() throws -> HTTPResponse {
    let said = try request.centre.read { reader in
      try CommentPages.said(of: [record.codeText], reader, request)
    }
    var frame = request.frame(
      TrainerRecordWords.record + BilingualText(same: " \(record.codeText)"))
    frame.lead = SampleWords.noNames
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            CommentWords.sent.text(in: language)
          }
        }
        panel { factList(recordFacts, language) }
        if line.flags.isEmpty, flagNote == nil {
          panel(FlagPages.title.text(in: language)) {
            element("p", ["class": "empty"]) { TrainerRecordWords.noFlags.text(in: language) }
          }
        } else {
          FlagPages.advice(line.flags, note: flagNote, language)
        }
        said
        if record.kind == .submission {
          element("p") { TrainerRecordWords.dossierComment.text(in: language) }
        } else {
          panel(CommentWords.new.text(in: language), lead: CommentWords.lead.text(in: language)) {
            CommentPages.form(request, about: record.codeText)
          }
        }
        back
      })
  }

  private var recordFacts: [(label: BilingualText, value: HTML?)] {
    func text(_ words: BilingualText?) -> HTML? { words.map { .text($0.text(in: language)) } }
    func way(_ code: String?) -> HTML? {
      code.flatMap { code in
        code == record.codeText
          ? nil : element("a", ["href": Self.address(code)]) { code }
      }
    }
    return [
      (TrainerRecordWords.week, line.when(.week, language).map { .text($0) }),
      (CoordinatorWords.team, text(line.team)),
      (
        TrainerRecordWords.member,
        line.members.isEmpty ? nil : .text(line.members.joined(separator: ", "))
      ),
      (CoordinatorWords.service, text(line.service)),
      (TrainerWords.mode, text(record.mode?.words)), (TrainerWords.outcome, text(line.outcome)),
      (TrainerWords.blockedReason, text(line.reason)),
      (SampleWords.evidence, text(record.evidenceKind?.words)),
      (SampleWords.minutesName, record.minutes.map { .text(Format.integer($0, language)) }),
      (ReportWords.why, text(record.verdict?.words)),
      (TrainerRecordWords.ofVisit, way(visit)), (TrainerRecordWords.ofAssist, way(assist)),
    ]
  }

  /// Back to the number it was opened from; what its address does not say is not guessed.
  private var back: HTML {
    let question = try? TrainerQuestion(
      request.http.query, beside: ["done"], today: request.today)
    guard let question, request.http.query[TrainerQuestion.numberName] != nil else {
      return TrainerCells.back(language)
    }
    return element("p", ["class": "not-printed"]) {
      element(
        "a", ["href": "\(TrainerRecordsPage.path)?\(NamedValues(question.items).encoded)"]
      ) { TrainerRecordWords.recordsBack.text(in: language) }
    }
  }
}
