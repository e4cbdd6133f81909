import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// Assists that may be written down twice, and each two of them side by side, with what either answer
/// does to the counts.
enum AssistPairPages {
  static let path = "\(DuplicatePages.path)/assists"
  private static let pattern = "\(path)/:first/:second"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true, isLive: true, handler: list),
      PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try page($0) },
      // What was said is noted together with saying it, or neither is there.
      PageRoute(.post, pattern, access: .coordinator, isNoted: false, handler: answer),
    ]
    + ListFileFormat.routes(of: path, access: .coordinator) { request, format in
      let lines = try request.centre.read { reader in
        try all(request.http.query["said"], request.centre, reader, within: request.reached())
          .map { try $0.named(reader) }
      }
      return try ListFile(list(request.language), format, name: "ho-tro-trung").answer(
        request, rows: lines)
    }

  static func address(_ couple: AssistCouple) -> String {
    "\(path)/\(couple.one.rawValue)/\(couple.other.rawValue)"
  }

  /// The pairs within reach as they are now, however long it takes to find them.
  ///
  /// - Parameter said: that they are one or two; nil or open for those of which nothing was said.
  static func all(
    _ said: String?, _ centre: Centre, _ reader: RecordReader, within reached: ReachedWork
  ) throws -> [AssistPairLine] {
    let said = said.flatMap(AssistRuling.Kind.init(rawValue:))
    if let said, said != .open {
      return try AssistPairLine.ruled(said, reader, within: reached)
    }
    return try centre.assistPairShelf.all(reader, within: reached).map(AssistPairLine.init)
  }

  /// The same for a page, which waits for no search of many; nil while they are looked for.
  private static func found(
    _ said: String?, _ centre: Centre, _ reader: RecordReader, within reached: ReachedWork
  ) throws -> (lines: [AssistPairLine], asOf: Timestamp?)? {
    let said = said.flatMap(AssistRuling.Kind.init(rawValue:))
    if let said, said != .open {
      return (try AssistPairLine.ruled(said, reader, within: reached), nil)
    }
    return try centre.assistPairShelf.open(reader, of: centre, within: reached).map {
      ($0.pairs.map(AssistPairLine.init), $0.asOf)
    }
  }

  /// The pairs of another state, with the way to them.
  private static func leftOut(
    _ choice: ListChoice, _ request: PageRequest
  ) throws -> [(words: BilingualText, address: String)] {
    let reached = try request.reached()
    let shown = choice.filters["said"]
    var lines = try request.centre.read { reader in
      try [(AssistRuling.Kind.one, DuplicateSearch.Said.same), (.two, .notSame)]
        .filter { $0.0.rawValue != shown }
        .compactMap { kind, said -> (words: BilingualText, address: String)? in
          let count = try AssistPairLine.ruled(kind, reader, within: reached).count
          guard count > 0 else { return nil }
          return (
            DuplicateWords.leftOut(said, count),
            choice.address(path, setting: ["said": kind.rawValue])
          )
        }
    }
    if shown != nil {
      lines.append((DuplicateWords.openOnes, choice.address(path, setting: ["said": nil])))
    }
    return lines
  }

  private static func list(_ request: PageRequest) throws -> HTTPResponse {
    let language = request.language
    let reached = try request.reached()
    let list = list(language)
    let choice = list.choice(request.http.query)
    let shown = try request.centre.read { reader -> HTML? in
      let found = try found(choice.filters["said"], request.centre, reader, within: reached)
      guard let found else { return nil }
      let part = list.part(of: found.lines, choice)
      return list.html(
        PageList.Part(
          rows: try part.rows.map { try $0.named(reader) }, total: part.total,
          all: choice.filters.isEmpty ? part.all : max(part.all, 1)), choice,
        note: found.asOf.map(AssistPairWords.asOf), files: ListFileFormat.links(of: path),
        language)
    }
    let leftOut = try leftOut(choice, request)
    var frame = request.frame(AssistPairWords.title)
    frame.lead = reached.words
    var response = HTTPResponse.html(
      frame.page {
        panel(lead: AssistPairWords.lead.text(in: language)) {
          shown ?? list.html(unknown: AssistPairWords.looking, choice, language)
          LeftOut.html(leftOut, language)
        }
        element("p") {
          element("a", ["href": DuplicatePages.path]) { DuplicatePages.title.text(in: language) }
        }
      })
    // The page comes back by itself, also without a script.
    if shown == nil { response.headers.set("Refresh", "5") }
    return response
  }

  private static func list(_ language: Language) -> PageList<AssistPairLine> {
    typealias Column = PageList<AssistPairLine>.Column
    return PageList(
      path, AssistPairWords.title,
      columns: [
        Column(
          "codes", DuplicateWords.one,
          cell: { line in
            element("a", ["href": address(line.couple)]) {
              line.codes.joined(separator: " – ")
            }
          }, value: { .text($0.codes.joined(separator: " – ")) }),
        Column("days", AssistPairWords.days, orderedBy: { $0.days[0] ?? .earliest }) { line in
          .text(line.days.map { $0.map(Format.date) ?? "—" }.joined(separator: " – "))
        },
        Column("service", AssistPairWords.service) {
          .text($0.service?.text(in: language) ?? "—")
        },
        Column("resident", AssistPairWords.person) { .text($0.resident ?? "—") },
        Column("score", DuplicateWords.score, orderedBy: \.points) { .integer(Int64($0.points)) },
        Column("reasons", DuplicateWords.reasons) { line in
          .text(line.reasons.map { $0.words.text(in: language) }.joined(separator: "; "))
        },
      ],
      filters: [
        PageList.Filter(
          "said", LaptopWords.state,
          [("one", DuplicateWords.said(true)), ("two", DuplicateWords.said(false))],
          unset: DuplicateWords.undecided
        ) { _, _ in true },
        PageList.Filter(
          "points", DuplicateWords.atLeast,
          [90, 75, 60].map { ("\($0)", BilingualText(same: "\($0)")) }
        ) { line, value in line.ruling != nil || Int(value).map { line.points >= $0 } ?? true },
      ], empty: AssistPairWords.none)
  }

  // Two of them.

  /// The two assists of an address, with what was said of them.
  private struct Two {
    let couple: AssistCouple
    let assists: [Assist]
    let ruling: AssistRuling?

    /// - Throws: `FieldError.notFound`, also for what is beyond reach.
    init(_ request: PageRequest, _ records: FieldStore, _ reached: ReachedWork) throws {
      assists = try ["first", "second"].map { name in
        let typed = String(request.parameters[name].prefix(20))
        guard let row = Int64(typed).flatMap(RowID.init(rawValue:)),
          let assist = try records.reader.record(Assist.self, row),
          reached.holds(scope: assist.scope)
        else { throw FieldError.notFound(typed) }
        return assist
      }
      guard assists[0].id != assists[1].id else { throw FieldError.linkToItself }
      couple = AssistCouple(assists[0].id, assists[1].id)
      ruling = try AssistRulingBook(records.store.connection).standing()[couple]
    }

    /// What a form was made from: what was said, and which of them is void.
    var seen: String {
      "\(ruling?.kind.rawValue ?? "")"
        + assists.sorted { $0.id < $1.id }.map { $0.voidReason == nil ? "+" : "-" }.joined()
    }

    func code(_ row: RowID) -> String { assists.first { $0.id == row }?.codeText ?? "—" }

    /// What can be said now, with what stands on the button.
    var acts: [(name: String, act: AssistPairAct, words: BilingualText)] {
      guard ruling == nil else { return [("undo", .undo, AssistPairWords.undo)] }
      var acts: [(name: String, act: AssistPairAct, words: BilingualText)] = []
      if assists.allSatisfy({ $0.voidReason == nil }) {
        for (place, name) in ["one", "other"].enumerated() {
          let (kept, dropped) = (assists[place], assists[1 - place])
          acts.append(
            (
              name, .keep(kept.id),
              AssistPairWords.keep(kept.codeText, dropping: dropped.codeText)
            ))
        }
      }
      return acts + [("apart", .apart, AssistPairWords.apart)]
    }
  }

  private static func answer(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let member = request.account?.rights.member
    let asked = request.form["answer"]
    let address = try request.centre.change { records, clock -> String? in
      let two = try Two(request, records, reached)
      guard two.seen == request.form["seen"],
        let chosen = two.acts.first(where: { $0.name == asked })
      else { return nil }
      try chosen.act.perform(
        on: two.couple, records, in: request.language, member: member, actor, clock)
      return Self.address(two.couple)
    }
    guard let address else {
      return try page(request, problem: AssistPairWords.changed, status: 409)
    }
    return .seeOther(address + "?done=1")
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText? = nil, status: Int = 200
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let (pair, address, answers) = try request.centre.inspect { records in
      let two = try Two(request, records, reached)
      let reader = records.reader
      return (
        SideBySide(
          caption: BilingualText(
            vi: "Hai lượt hỗ trợ cạnh nhau", en: "The two assists side by side"),
          codes: two.assists.map(\.codeText),
          facts: try two.assists.map { try side($0, reader, language) },
          reasons: try reader.assistPair(two.couple.one, two.couple.other)?
            .map { ($0.isAgainst, $0.words) },
          noReason: AssistPairWords.noReason),
        Self.address(two.couple), try self.answers(two, records, request)
      )
    }
    return pair.page(
      request, at: address, back: PageFrame.Link(path, AssistPairWords.all),
      SideBySide.Notice(done: AssistPairWords.done, problem: problem, status: status),
      answers: answers)
  }

  private static func answers(
    _ two: Two, _ records: FieldStore, _ request: PageRequest
  ) throws -> HTML {
    let language = request.language
    let effects = try two.acts.map { choice in
      choice.act == .apart
        ? AssistPairWords.apartEffect
        : AssistPairWords.words(
          of: try choice.act.effect(
            on: two.couple, two.ruling, records, in: language, request.clock))
    }
    return HTML.group {
      if let ruling = two.ruling {
        element("p") {
          StateMark.neutral.html(
            AssistPairWords.said(ruling, kept: ruling.kept.map(two.code)).text(in: language))
        }
      }
      for (choice, effect) in zip(two.acts, effects) {
        element("p") { effect.text(in: language) }
        PageForm(
          action: address(two.couple), formToken: request.formToken, submit: choice.words
        ).html(language) {
          hidden("answer", choice.name)
          hidden("seen", two.seen)
        }
      }
    }
  }

  private static func side(
    _ assist: Assist, _ reader: RecordReader, _ language: Language
  ) throws -> [SideBySide.Fact] {
    let visit = try assist.visit.flatMap { try reader.record(Visit.self, $0) }
    let resident = try assist.resident.flatMap { try reader.record(Resident.self, $0) }
    let members = try reader.participants(of: assist).compactMap {
      try reader.record(Member.self, $0)?.fullName
    }
    let dossiers = try reader.submissions(assist: assist.id, page: .all)
    return [
      (AssistPairWords.person, resident?.fullName),
      (FieldLabel.words(of: "resident"), resident?.codeText),
      (
        AssistPairWords.service,
        try assist.service.map { try reader.serviceName(of: $0).text(in: language) }
      ),
      (FieldLabel.words(of: "date"), visit?.date.map(Format.date)),
      (AssistPairWords.visit, visit?.codeText),
      (FieldLabel.words(of: "mode"), assist.mode?.words.text(in: language)),
      (FieldLabel.words(of: "outcome"), assist.outcome?.words.text(in: language)),
      (FieldLabel.words(of: "evidence_kind"), assist.evidenceKind?.words.text(in: language)),
      (FieldLabel.words(of: "evidence"), assist.evidence),
      (
        AssistPairWords.dossier,
        dossiers.isEmpty
          ? nil : dossiers.map { $0.dossierCode ?? $0.codeText }.joined(separator: ", ")
      ),
      (
        FieldLabel.words(of: "team"),
        try visit?.team.flatMap { try reader.record(Team.self, $0)?.name }
      ),
      (
        FieldLabel.words(of: "participants"),
        members.isEmpty ? nil : members.joined(separator: ", ")
      ),
      (FieldLabel.words(of: "minutes"), assist.minutes.map(String.init)),
      (AssistPairWords.voidReason, assist.voidReason),
    ]
  }
}
