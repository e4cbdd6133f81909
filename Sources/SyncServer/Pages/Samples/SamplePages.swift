import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// Random samples of counted assists: drawing one by a seed that everybody may see and choose, saying
/// of each line whether it is right, and the rate that follows with its interval.
enum SamplePages {
  static let path = "/samples"
  private static let pattern = "\(path)/:sample"
  private static let periodName = "period"
  private static let seedName = "seed"
  private static let perMemberName = "per-member"
  /// Seeds have at most six digits: they are read out and written down.
  private static let seeds = 1...999_999

  static let routes =
    [
      PageRoute(.get, path, access: .trainer) { try list($0) },
      // What was drawn and found is noted together with keeping it, or neither is there.
      PageRoute(.post, path, access: .trainer, isNoted: false, handler: draw),
      PageRoute(.get, pattern, access: .trainer) { try SamplePage($0).page() },
      PageRoute(.post, pattern, access: .trainer, isNoted: false) { try SamplePage($0).find() },
    ]
    + ListFileFormat.routes(of: path, access: .trainer) { request, format in
      try ListFile(table(request), format, name: "mau-kiem-tra").answer(
        request, rows: try lines(request))
    }
    + ListFileFormat.allCases.map { format in
      PageRoute(.get, "\(path)/:sample/lines.\(format.rawValue)", access: .trainer) {
        try SamplePage($0).file(format)
      }
    }

  /// The address of a sample.
  static func address(_ sample: Int64) -> String { "\(path)/\(sample)" }

  private struct Drawing {
    let period: Period
    let seed: Int64
    let perMember: Int
  }

  /// Whole months, quarters and the year.
  private static func periods(_ today: LocalDate) -> [Period] {
    func last(_ kind: Period.Kind, _ count: Int) -> [Period] {
      guard let present = Period(kind, holding: today) else { return [] }
      return (1..<count).reduce(into: [present]) { spans, _ in
        spans.append(spans[spans.count - 1].previous)
      }
    }
    return last(.month, 6) + last(.quarter, 2) + last(.year, 1)
  }

  private static func drawing(_ request: PageRequest) throws -> Drawing {
    guard
      let period = periods(request.today).first(where: {
        $0.description == request.form[periodName]
      })
    else { throw InputProblem.periodUnreadable }
    let typed = request.typed(seedName)
    var random = request.centre.surroundings.generator()
    let seed = typed.isEmpty ? Int64(Int.random(in: seeds, using: &random)) : Int64(typed)
    guard let seed, seeds.contains(Int(clamping: seed)) else { throw InputProblem.numberUnreadable }
    guard let perMember = Int(request.form[perMemberName] ?? ""),
      AssistSample.perMember.contains(perMember)
    else { throw InputProblem.numberUnreadable }
    return Drawing(period: period, seed: seed, perMember: perMember)
  }

  private static func draw(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let drawing: Drawing
    do {
      drawing = try Self.drawing(request)
    } catch is InputProblem {
      return try list(request, problem: SampleWords.unreadable)
    }
    // Drawn before anything is written: a year of a province takes a while, and laptops go on.
    let drawn = try request.centre.read { reader in
      try reader.drawSample(
        reached.query(drawing.period, by: []), seed: UInt64(drawing.seed),
        perMember: drawing.perMember)
    }
    guard !drawn.lines.isEmpty else {
      return try list(request, problem: SampleWords.nothingToDraw)
    }
    let id = try request.centre.change { records, clock in
      let connection = records.store.connection
      let id = try SampleBook(connection).add(
        drawn, seed: drawing.seed, perMember: drawing.perMember, period: drawing.period,
        unit: reached.unit, by: request.account?.name.text ?? "", at: clock.wall)
      try AuditLog(connection).note(
        AuditEvent(
          .sampleDrawn, "\(id)",
          detail: "seed=\(drawing.seed) period=\(drawing.period) lines=\(drawn.lines.count)"),
        by: actor, at: clock.wall)
      return id
    }
    return .seeOther(address(id))
  }

  /// A sample in the list, with what was found so far.
  struct Line: Sendable {
    let sample: Sample
    let result: SampleResult
  }

  private static func lines(_ request: PageRequest) throws -> [Line] {
    let reached = try request.reached()
    return try request.centre.read { reader in
      let book = SampleBook(reader.connection)
      return try book.samples().filter { reached.holds($0) }.map { sample in
        Line(
          sample: sample,
          result: SampleResult(try book.findings(of: sample.id), of: sample.lines))
      }
    }
  }

  private static func list(
    _ request: PageRequest, problem: BilingualText? = nil
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let lines = try lines(request)
    let table = table(request)
    let choice = table.choice(request.http.query)
    var frame = request.frame(SampleWords.title)
    frame.lead = TrainerPage.lead(reached)
    if request.http.method.changesState { frame.path = path }
    return .html(
      frame.page {
        panel(SampleWords.new.text(in: language), lead: SampleWords.lead.text(in: language)) {
          form(request, problem)
        }
        panel {
          table.html(
            table.part(of: lines, choice), choice, files: ListFileFormat.links(of: path), language)
        }
        TrainerCells.back(language)
      }, status: problem == nil ? 200 : 422)
  }

  private static func form(_ request: PageRequest, _ problem: BilingualText?) -> HTML {
    let language = request.language
    let periods = periods(request.today)
    return PageForm(
      action: path, formToken: request.formToken, submit: SampleWords.draw, problem: problem
    ).html(language) {
      PageField(
        periodName, ReportWords.period,
        .choice(
          periods.map { period in
            (
              value: period.description,
              words: BilingualText(vi: period.label(.vietnamese), en: period.label(.english))
            )
          }), value: request.form[periodName] ?? periods.first?.description ?? ""
      ).html(language)
      PageField(
        perMemberName, SampleWords.perMember,
        .choice(
          AssistSample.perMember.map { (value: "\($0)", words: BilingualText(same: "\($0)")) }),
        value: request.form[perMemberName] ?? "2"
      ).html(language)
      PageField(
        seedName, SampleWords.seed, .digits, value: request.form[seedName] ?? "",
        hint: SampleWords.seedHint
      ).html(language)
    }
  }

  private static func table(_ request: PageRequest) -> PageList<Line> {
    let language = request.language
    typealias Column = PageList<Line>.Column
    return PageList(
      path, SampleWords.drawn,
      columns: [
        Column(
          "number", SampleWords.number, orderedBy: \.sample.id,
          cell: { line in
            element("a", ["href": address(line.sample.id)]) { "\(line.sample.id)" }
          }, value: { .text("\($0.sample.id)") }),
        Column("period", ReportWords.period, orderedBy: \.sample.period.from) {
          .text($0.sample.period.label(language))
        },
        Column("seed", SampleWords.seed) { .text("\($0.sample.seed)") },
        Column("per", SampleWords.perMember) { .integer(Int64($0.sample.perMember)) },
        Column("lines", SampleWords.lines) { .integer(Int64($0.sample.lines)) },
        Column("judged", SampleWords.judged, orderedBy: \.result.judged) {
          .integer(Int64($0.result.judged))
        },
        Column(
          "rate", SampleWords.rightRate, orderedBy: { $0.result.interval?.share ?? -1 },
          cell: { SampleWords.cell($0.result, language) },
          value: { line in
            line.result.interval.map { .ratio(Double($0.share) / 10_000) } ?? .empty
          }),
        Column("who", SampleWords.by) { .text(request.shownAccount($0.sample.account)) },
        Column("when", SampleWords.when) {
          .minute(LocalDateTime(milliseconds: $0.sample.at.rawValue).minutesSince1970)
        },
      ], empty: SampleWords.none)
  }
}

/// What was found of a sample so far.
struct SampleResult: Sendable, Equatable {
  let right: Int
  let wrong: Int
  let unclear: Int
  /// Lines of which nobody has said anything.
  let open: Int

  init(_ findings: [Int: SampleBook.Finding], of lines: Int) {
    func count(_ verdict: SampleVerdict) -> Int {
      findings.count { $0.value.verdict == verdict && (1...max(1, lines)).contains($0.key) }
    }
    (right, wrong, unclear) = (count(.right), count(.wrong), count(.unclear))
    open = max(0, lines - right - wrong - unclear)
  }

  /// Lines of which somebody said something.
  var judged: Int { right + wrong + unclear }

  /// The share of right ones among those that could be told, with its interval; nil for none.
  var interval: ShareInterval? { ShareInterval(right, of: right + wrong) }
}

extension ReachedWork {
  /// Whether a sample was drawn from what somebody may see.
  func holds(_ sample: Sample) -> Bool { isEverything || sample.unit != nil && sample.unit == unit }
}
