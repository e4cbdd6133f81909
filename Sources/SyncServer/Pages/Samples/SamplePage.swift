import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// One sample: its lines without names, what was found of each, and the rate.
struct SamplePage {
  /// A line as it is shown.
  struct Line: Sendable {
    /// From 1 on.
    let place: Int
    /// Which of the sample's members, from 1 on: not who.
    let member: Int
    /// The assist; nil where it is not here any more.
    let assist: PseudonymousRecord?
    let service: BilingualText
    let flags: [Flag]
    let finding: SampleBook.Finding?
    /// What the list of all records of the period tells of it; nil where nothing is.
    let entry: MaskedRecords.Entry?
  }

  private let request: PageRequest
  private let language: Language
  private let sample: Sample
  private let lines: [Line]

  /// - Throws: `FieldError.notFound` for a sample that there is not, or that is not within reach.
  init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    let typed = request.parameters["sample"]
    (sample, lines) = try request.centre.read { reader in
      let book = SampleBook(reader.connection)
      guard let id = Int64(typed),
        let sample = try book.samples().first(where: { $0.id == id }), reached.holds(sample)
      else { throw FieldError.notFound(String(typed.prefix(20))) }
      let flags = try request.centre.flagShelf.finding(
        sample.period, reader, of: request.centre)
      let findings = try book.findings(of: id)
      let told = try Self.told(of: sample, request, reader, within: reached)
      var members: [RowID: Int] = [:]
      let lines = try book.lines(of: id).enumerated().map { offset, line in
        members[line.member] = members[line.member] ?? members.count + 1
        let assist = try reader.pseudonymousRecord(line.assist, .assist)
        return Line(
          place: offset + 1, member: members[line.member] ?? 0, assist: assist,
          service: try assist?.service.map {
            try reader.label(of: .text($0), along: .service)
          } ?? BilingualText(same: "—"),
          flags: assist?.visit.map(flags.flags(of:)) ?? [], finding: findings[offset + 1],
          entry: told[line.assist])
      }
      return (sample, lines)
    }
  }

  /// What the records of a sample's period tell in their list: a sample tells no more of any of them.
  private static func told(
    of sample: Sample, _ request: PageRequest, _ reader: RecordReader, within reached: ReachedWork
  ) throws -> [RowID: MaskedRecords.Entry] {
    let records = try request.centre.recordShelf.masked(
      .recorded, in: reached.query(sample.period, by: []), reader)
    return Dictionary(
      records.entries.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is told of a line; coordinators, who see the records themselves, are told everything.
  private func told(
    _ line: Line, _ aspect: MaskedRecords.Aspect, _ words: (PseudonymousRecord) -> String?
  ) -> String? {
    guard let assist = line.assist else { return nil }
    guard
      line.entry?.tells(aspect) ?? false || Access.coordinator.allows(request.account?.rights)
    else { return TrainerWords.hidden.text(in: language) }
    return words(assist)
  }

  /// The week or the month in which a line's help was given: the day is for those who see the record.
  private func when(_ line: Line) -> String? {
    told(line, .week) { assist in
      assist.date.flatMap { Period(TrainerLine.span(of: sample.period), holding: $0) }?
        .label(language)
    }
  }

  private var result: SampleResult {
    let findings = Dictionary(
      lines.compactMap { line in line.finding.map { (line.place, $0) } },
      uniquingKeysWith: { first, _ in first })
    return SampleResult(findings, of: lines.count)
  }

  private static func verdictName(_ place: Int) -> String { "verdict-\(place)" }
  private static func noteName(_ place: Int) -> String { "note-\(place)" }

  /// Keeps what was found; a form that is sent twice says nothing new the second time.
  func find() throws -> HTTPResponse {
    let actor = try request.actor
    let account = request.account?.name.text ?? ""
    var found: [(place: Int, verdict: SampleVerdict, note: String)] = []
    for line in lines {
      let note = request.typed(Self.noteName(line.place))
      let verdict = request.form[Self.verdictName(line.place)].flatMap(
        SampleVerdict.init(rawValue:))
      guard let verdict else {
        guard note.isEmpty || note == line.finding?.note else {
          return try page(problem: SampleWords.noteWithoutVerdict(line.place))
        }
        continue
      }
      guard note.count <= SampleBook.noteLimit else {
        return try page(problem: SampleWords.noteTooLong(line.place, SampleBook.noteLimit))
      }
      do {
        try FieldStore.checkComment(note)
      } catch let error as FieldError {
        guard let words = PageRequest.words(ofInput: error) else { throw error }
        return try page(problem: SampleWords.line(line.place) + words)
      }
      found.append((line.place, verdict, note))
    }
    try request.centre.change { records, clock in
      let connection = records.store.connection
      let book = SampleBook(connection)
      var count = 0
      for (place, verdict, note) in found {
        let isNew = try book.find(
          verdict, note: note, at: place, of: sample.id, by: account, at: clock.wall)
        count += isNew ? 1 : 0
      }
      guard count > 0 else { return }
      try AuditLog(connection).note(
        AuditEvent(.sampleJudged, "\(sample.id)", detail: "lines=\(count)"), by: actor,
        at: clock.wall)
    }
    return .seeOther(SamplePages.address(sample.id) + "?done=1")
  }

  func page(problem: BilingualText? = nil) throws -> HTTPResponse {
    var frame = request.frame(SampleWords.title(sample.id))
    frame.lead = SampleWords.noNames
    frame.path = SamplePages.address(sample.id)
    let result = result
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            SampleWords.kept.text(in: language)
          }
        }
        facts(
          [
            (ReportWords.period, sample.period.label(language)),
            (SampleWords.seed, "\(sample.seed)"),
            (SampleWords.perMember, "\(sample.perMember)"),
            (SampleWords.by, request.shownAccount(sample.account)),
            (
              SampleWords.when,
              Format.dateTime(LocalDateTime(milliseconds: sample.at.rawValue))
            ),
          ], language)
        panel(SampleWords.result.text(in: language)) {
          element("p") { SampleWords.cell(result, language) }
          element("p") { SampleWords.told(result).text(in: language) }
        }
        panel { form(problem) }
        element("p", ["class": "actions"]) {
          for format in ListFileFormat.allCases {
            element(
              "a", ["href": "\(SamplePages.address(sample.id))/lines.\(format.rawValue)"]
            ) { SampleWords.download(format.rawValue).text(in: language) }
          }
        }
        element("p") {
          element("a", ["href": SamplePages.path]) { SampleWords.all.text(in: language) }
        }
      }, status: problem == nil ? 200 : 422)
  }

  /// As wide as the page: a form of its usual width has no room for the table.
  private func form(_ problem: BilingualText?) -> HTML {
    element("form", ["method": "post", "action": SamplePages.address(sample.id)]) {
      if let problem {
        element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
      }
      PageFrame.tokenField(request.formToken)
      PageTable(
        SampleWords.linesToCheck,
        columns: [
          .text(SampleWords.line), .text(CoordinatorWords.service), .text(TrainerWords.outcome),
          .text(SampleWords.evidence), .text(SampleWords.flags), .text(SampleWords.verdict),
        ],
        rows: lines.map(row), empty: SampleWords.none
      ).html(language)
      element("div", ["class": "actions"]) {
        element("button", ["type": "submit"]) { SampleWords.keep.text(in: language) }
      }
    }
  }

  private func row(_ line: Line) -> PageTable.Row {
    guard let assist = line.assist else {
      return PageTable.Row(
        [.text("\(line.place)"), .text(SampleWords.gone.text(in: language))]
          + Array(repeating: .text("—"), count: 3) + [verdict(line)], style: "row-missing")
    }
    let minutes = assist.minutes.map { SampleWords.minutes($0).text(in: language) }
    return PageTable.Row([
      PageTable.cell(
        "\(line.place). \(assist.codeText)",
        detail: [when(line), SampleWords.member(line.member).text(in: language)].compactMap(\.self)
          .joined(separator: " · ")),
      .text(told(line, .service) { _ in line.service.text(in: language) } ?? "—"),
      PageTable.cell(
        told(line, .outcome) { $0.outcome?.words.text(in: language) } ?? "—",
        detail: [told(line, .mode) { $0.mode?.words.text(in: language) }, minutes].compactMap(
          \.self
        )
        .joined(separator: " · ")),
      PageTable.cell(
        assist.evidenceKind?.words.text(in: language) ?? "—",
        detail: assist.isCounted ? nil : SampleWords.notCountedNow.text(in: language)),
      HTML.group {
        FlagPages.marks(line.flags, language)
        element("a", ["class": "detail", "href": CommentPages.address(saying: assist.codeText)]) {
          CommentWords.new.text(in: language)
        }
      }, verdict(line),
    ])
  }

  private func verdict(_ line: Line) -> HTML {
    let typed = request.form[Self.verdictName(line.place)] ?? line.finding?.verdict.rawValue ?? ""
    let note = request.form[Self.noteName(line.place)] ?? line.finding?.note ?? ""
    return HTML.group {
      PageField(
        Self.verdictName(line.place), SampleWords.verdict(line.place),
        .choice(
          [(value: "", words: SampleWords.open)]
            + SampleVerdict.allCases.map { (value: $0.rawValue, words: $0.words) }),
        value: typed
      ).html(language)
      PageField(Self.noteName(line.place), SampleWords.note(line.place), value: note)
        .html(language)
    }
  }

  /// The lines with what was found, to keep.
  func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let result = result
    func text(_ words: BilingualText?) -> SpreadsheetValue {
      words.map { .text($0.text(in: language)) } ?? .empty
    }
    typealias Column = PageList<Line>.Column
    let list = PageList<Line>(
      SamplePages.address(sample.id), SampleWords.linesToCheck,
      columns: [
        Column("line", SampleWords.line) { .text("\($0.place)") },
        Column("code", ReportWords.code) { $0.assist.map { .text($0.codeText) } ?? .empty },
        Column("member", SampleWords.memberNumber) { .text("\($0.member)") },
        Column("when", TrainerLine.words(of: TrainerLine.span(of: sample.period))) {
          when($0).map { .text($0) } ?? .empty
        },
        Column("service", CoordinatorWords.service) { line in
          told(line, .service) { _ in line.service.text(in: language) }.map { .text($0) } ?? .empty
        },
        Column("mode", TrainerWords.mode) { line in
          told(line, .mode) { $0.mode?.words.text(in: language) }.map { .text($0) } ?? .empty
        },
        Column("outcome", TrainerWords.outcome) { line in
          told(line, .outcome) { $0.outcome?.words.text(in: language) }.map { .text($0) } ?? .empty
        },
        Column("evidence", SampleWords.evidence) { text($0.assist?.evidenceKind?.words) },
        Column("minutes", SampleWords.minutesName) {
          ($0.assist?.minutes).map { .integer($0) } ?? .empty
        },
        Column("flags", SampleWords.flags) { line in
          .text(
            line.flags.map { FlagPages.words($0).text(in: language) }.joined(separator: "; "))
        },
        Column("verdict", SampleWords.verdict) { text($0.finding?.verdict.words) },
        Column("note", RatePageWords.note) { .text($0.finding?.note ?? "") },
      ], empty: SampleWords.none)
    return try ListFile(list, format, name: "mau-\(sample.id)").answer(
      request, rows: lines,
      lead: [
        (ReportWords.period, .text(sample.period.label(language))),
        (SampleWords.seed, .text("\(sample.seed)")),
        (SampleWords.perMember, .integer(Int64(sample.perMember))),
        (SampleWords.result, text(SampleWords.told(result))),
        (SampleWords.rightRate, .text(SampleWords.rate(result, language))),
      ])
  }
}
