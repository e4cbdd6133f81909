import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The visits that coordinators look at: a list of many, and the ones without a flag approved at once.
enum ReviewPages {
  static let path = "/review"
  /// Visits that one press approves.
  static let bulkLimit = 1_000

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true) { try list($0, problem: nil) },
      PageRoute(.post, path + "/approve", access: .coordinator, isNoted: false, handler: approve),
      PageRoute(.post, path + "/undo", access: .coordinator, isNoted: false, handler: undo),
    ] + ListFileFormat.routes(of: path, access: .coordinator, handler: file)
    + VisitReviewPage.routes

  /// What a list and its forms are made from.
  private struct Found {
    let query: ReviewQuery
    let standings: ReviewStandings
    let sheet: FlagSheet
  }

  private static func find(
    _ request: PageRequest, _ filters: [String: String], _ records: FieldStore,
    _ reached: ReachedWork
  ) throws -> Found {
    let period = try ReviewQuery.period(filters, today: request.today)
    let standings = try ReviewStandings(records)
    let sheet = try request.centre.flagShelf.sheet(period, records.reader)
    return Found(
      query: try ReviewQuery(
        period, filters, within: reached, standings, sheet, today: request.today
      ) { try request.centre.changedShelf.visits(period, standings, records) },
      standings: standings, sheet: sheet)
  }

  private static func list(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let values = request.http.method.changesState ? request.form : request.http.query
    let language = request.language
    let body = try request.centre.inspect { records in
      let choices = try ReviewChoices(records.reader, reached, request.today)
      let list = list(choices, language)
      let choice = list.choice(values)
      let found = try find(request, choice.filters, records, reached)
      let part = try lines(
        found, records, limit: ListChoice.rowsPerPage, offset: choice.offset)
      let unflagged = try found.query.unflagged(records.store.connection, limit: bulkLimit)
      return HTML.group {
        if let problem {
          element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
        }
        done(request)
        panel(lead: ReviewPageWords.lead(found.query.period).text(in: language)) {
          list.html(part, choice, files: ListFileFormat.links(of: path), language)
          if found.sheet.visitCount == nil {
            element("p", ["class": "table-note"]) {
              ReviewPageWords.tooMany.text(in: language)
            }
          }
        }
        if part.total > 0 { bulk(unflagged, found.query.filters, request) }
        element("p") {
          element("a", ["href": FlagPages.path]) { FlagPages.title.text(in: language) }
          " · "
          element("a", ["href": RulingPages.path]) { RulingPages.title.text(in: language) }
        }
      }
    }
    var frame = request.frame(ReviewPageWords.title)
    frame.lead = reached.words
    if request.http.method.changesState { frame.path = path }
    return .html(frame.page { body }, status: problem == nil ? 200 : 409)
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let (visits, choices, period) = try request.centre.inspect { records in
      let choices = try ReviewChoices(records.reader, reached, request.today)
      let filters = Self.list(choices, request.language).choice(request.http.query).filters
      let found = try find(request, filters, records, reached)
      let page = try found.query.page(records.store.connection, limit: .max, offset: 0)
      return (page.visits, choices, found.query.period)
    }
    let list = Self.list(choices, request.language)
    let filters = list.choice(request.http.query).filters
    let days = "\(Format.date(period.from))–\(Format.date(period.to))"
    return try ListFile(list, format, name: "xem-xet").answer(request) {
      add in
      // In parts, so that nobody has to wait for a file of many.
      for start in stride(from: 0, to: visits.count, by: portion) {
        let lines = try request.centre.inspect { records in
          let found = try find(request, filters, records, reached)
          return try Self.lines(visits[start..<min(start + portion, visits.count)], found, records)
        }
        for line in lines { try add(line) }
      }
      return [(ReviewPageWords.days, .text(days))]
    }
  }

  /// Lines of a file that are read at a time.
  private static let portion = 500

  private static func lines(
    _ found: Found, _ records: FieldStore, limit: Int, offset: Int
  ) throws -> PageList<ReviewLine>.Part {
    let page = try found.query.page(records.store.connection, limit: limit, offset: offset)
    return PageList<ReviewLine>.Part(
      rows: try lines(page.visits[...], found, records), total: page.total, all: page.all)
  }

  private static func lines(
    _ visits: ArraySlice<RowID>, _ found: Found, _ records: FieldStore
  ) throws -> [ReviewLine] {
    var places: [ScopeID: String] = [:]
    return try visits.map {
      try ReviewLine(
        $0, records, found.standings, found.sheet, &places, on: found.query.today)
    }
  }

  // What many presses would do, done by one.

  private static func bulk(
    _ unflagged: ReviewQuery.Unflagged, _ filters: [String: String],
    _ request: PageRequest
  ) -> HTML {
    let language = request.language
    return panel(ReviewPageWords.bulk.text(in: language)) {
      element("p") {
        ReviewPageWords.bulkEffect(unflagged.visits.count, of: unflagged.total).text(in: language)
      }
      if !unflagged.visits.isEmpty {
        PageForm(
          action: path + "/approve", formToken: request.formToken,
          submit: ReviewPageWords.approveAll(unflagged.visits.count)
        ).html(language) {
          for (name, value) in filters.sorted(by: { $0.key < $1.key }) {
            element("input", ["type": "hidden", "name": name, "value": value])
          }
          element(
            "input", ["type": "hidden", "name": "seen", "value": unflagged.seen])
        }
      }
    }
  }

  private static func approve(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let account = request.account?.name.text ?? ""
    let act = try request.centre.change { records, clock -> Int64? in
      // The form carries what its page had settled.
      let filters = emptyList(request).choice(request.form).filters
      let found = try find(request, filters, records, reached)
      let unflagged = try found.query.unflagged(records.store.connection, limit: bulkLimit)
      let visits = unflagged.visits
      guard !visits.isEmpty, unflagged.seen == request.form["seen"] else { return nil }
      let approvals = VisitApprovals(records.store.connection)
      let act = try approvals.nextAct()
      for visit in visits {
        try approvals.note(
          visit,
          VisitApprovals.Approval(
            state: try records.sittingState(visit), account: account, at: clock.wall, act: act))
      }
      try AuditLog(records.store.connection).note(
        AuditEvent(.visitApproved, "#\(act)", detail: "visits=\(visits.count)"), by: actor,
        at: clock.wall)
      return act
    }
    guard let act else { return try list(request, problem: ReviewPageWords.bulkChanged) }
    return .seeOther("\(path)?done=\(act)")
  }

  private static func undo(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let act = request.form["act"].flatMap { Int64($0) } ?? 0
    let isUndone = try request.centre.change { records, clock in
      let approvals = VisitApprovals(records.store.connection)
      let visits = try approvals.visits(of: act).filter { visit in
        try records.store.rowWithScope(VisitTable.definition.id, visit)
          .map { reached.holds(scope: $0.1) } ?? false
      }
      guard !visits.isEmpty else { return false }
      for visit in visits { try approvals.forget(visit) }
      try AuditLog(records.store.connection).note(
        AuditEvent(.rulingUndone, "#\(act)", detail: "visits=\(visits.count)"), by: actor,
        at: clock.wall)
      return true
    }
    // Somebody took it back before, or it never was.
    guard isUndone else { return try list(request, problem: ReviewPageWords.nothingToUndo) }
    return .seeOther("\(path)?undone=1")
  }

  /// What was just done, with the way back.
  private static func done(_ request: PageRequest) -> HTML {
    let language = request.language
    if request.http.query["undone"] != nil {
      return element("p", ["class": "message good", "role": "status"]) {
        ReviewPageWords.undone.text(in: language)
      }
    }
    guard let act = request.http.query["done"].flatMap({ Int64($0) }) else { return .empty }
    return HTML.group {
      element("p", ["class": "message good", "role": "status"]) {
        ReviewPageWords.allApproved.text(in: language)
      }
      PageForm(
        action: path + "/undo", formToken: request.formToken, submit: ReviewPageWords.undoAll
      ).html(language) {
        element("input", ["type": "hidden", "name": "act", "value": "\(act)"])
      }
    }
  }

  // The list.

  private static func emptyList(_ request: PageRequest) -> PageList<ReviewLine> {
    PageList(
      path, ReviewPageWords.title, columns: [], filters: filters(ReviewChoices()),
      empty: ReviewPageWords.none)
  }

  private static func list(
    _ choices: ReviewChoices, _ language: Language
  ) -> PageList<ReviewLine> {
    PageList(
      path, ReviewPageWords.title, columns: columns(language), filters: filters(choices),
      empty: ReviewPageWords.none,
      style: { line in
        line.standing.state == .mended || !line.flags.isEmpty ? "row-attention" : nil
      })
  }

  private static func filters(_ choices: ReviewChoices) -> [PageList<ReviewLine>.Filter] {
    // The store leaves out what does not pass: there may be hundreds of thousands.
    func passes(_: ReviewLine, _: String) -> Bool { true }
    return [
      .init(day: "from", ReviewPageWords.from) { _, _ in true },
      .init(day: "to", ReviewPageWords.to) { _, _ in true },
      .init("place", ConflictWords.place, choices.places, keeps: passes),
      .init("team", LaptopWords.team, choices.teams, keeps: passes),
      .init("member", ReviewPageWords.member, choices.members, keeps: passes),
      .init("service", ReviewPageWords.service, keeps: passes),
      .init(
        "state", LaptopWords.state,
        ReviewState.allCases.map { ($0.rawValue, $0.words) },
        keeps: passes),
      .init(
        "flag", FlagPages.flag,
        [
          (ReviewQuery.anyFlagName, ReviewPageWords.anyFlag),
          (ReviewQuery.unflaggedName, ReviewPageWords.noFlag),
        ] + FlagKind.allCases.map { ($0.rawValue, $0.words) }, keeps: passes),
    ]
  }

  private static func columns(_ language: Language) -> [PageList<ReviewLine>.Column] {
    typealias Column = PageList<ReviewLine>.Column
    return [
      Column(
        "visit", ReviewPageWords.visit,
        cell: { line in
          HTML.group {
            element("a", ["href": line.address]) { line.code }
            element("span", ["class": "detail"]) { line.household ?? "—" }
          }
        }, value: { .text($0.code) }),
      Column(
        "date", FieldLabel.words(of: "date"),
        value: { $0.date.map { .day($0.daysSince1970) } ?? .empty }),
      Column("place", ConflictWords.place, value: { .text($0.hamlet) }),
      Column(
        "members", ReviewPageWords.member,
        value: { $0.members.isEmpty ? .empty : .text($0.members.joined(separator: ", ")) }),
      Column(
        "outcome", FieldLabel.words(of: "outcome"),
        value: { $0.outcome.map { .text($0.text(in: language)) } ?? .empty }),
      Column(
        "assists", ReviewPageWords.assists,
        cell: { line in .text("\(line.counted)/\(line.assists)") },
        value: { .integer(Int64($0.counted)) }),
      Column(
        "all-assists", ReviewPageWords.allAssists, isOnlyInFiles: true,
        value: { .integer(Int64($0.assists)) }),
      Column(
        "flags", FlagPages.title, cell: { FlagPages.marks($0.flags, language) },
        value: { line in
          line.flags.isEmpty
            ? .empty
            : .text(line.flags.map { $0.kind.words.text(in: language) }.joined(separator: "; "))
        }),
      Column(
        "state", LaptopWords.state, cell: { ReviewPageWords.mark($0.standing, language) },
        value: { .text($0.standing.state.words.text(in: language)) }),
    ]
  }
}

/// What the filters of the review can be set to, within reach.
struct ReviewChoices: Sendable {
  typealias Choice = (value: String, words: BilingualText)

  private(set) var places: [Choice] = []
  private(set) var teams: [Choice] = []
  private(set) var members: [Choice] = []

  /// None: for reading an address.
  init() {}

  init(_ reader: RecordReader, _ reached: ReachedWork, _ today: LocalDate) throws {
    func sorted(_ choices: [Choice]) -> [Choice] {
      choices.map { (key: SearchFold.base($0.words.vietnamese), choice: $0) }
        .sorted { ($0.key, $0.choice.value) < ($1.key, $1.choice.value) }.map(\.choice)
    }
    var seen: Set<ScopeID> = []
    let map = try PlaceMap(reader)
    let reachedPlaces = map.places.filter { place in
      guard let scope = place.householdScope else { return false }
      return reached.holds(scope: scope) && place.isValid(on: today) && seen.insert(scope).inserted
    }
    let names = Self.names(of: reachedPlaces, map, today)
    places = sorted(
      zip(reachedPlaces, names).map { place, name in
        ("\(place.householdScope?.rawValue ?? 0)", BilingualText(same: name))
      })
    teams = sorted(
      try reader.teams().filter { reached.holds(team: $0.id) }.map {
        ("\($0.id.rawValue)", BilingualText(same: $0.name ?? $0.codeText))
      })
    members = sorted(
      try reader.members().filter { reached.holds(team: $0.team) }.map {
        ("\($0.id.rawValue)", BilingualText(same: $0.fullName ?? $0.codeText))
      })
  }

  /// What hamlets are called beside each other: names repeat, so one that does has its unit, and where
  /// that is not enough its code.
  private static func names(
    of places: [Place], _ map: PlaceMap, _ today: LocalDate
  ) -> [String] {
    func counts(_ names: [String]) -> [String: Int] {
      Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    }
    let short = places.map { $0.name ?? $0.codeText }
    let long = zip(places, short).map { place, name in
      let unit = map.unit(of: place, on: today)
      return [name, unit.map { map.name(of: $0, on: today) ?? $0 }].compactMap(\.self)
        .joined(separator: ", ")
    }
    let (shortCounts, longCounts) = (counts(short), counts(long))
    return places.indices.map { index in
      if shortCounts[short[index]] == 1 { return short[index] }
      return longCounts[long[index]] == 1
        ? long[index] : "\(long[index]) (\(places[index].codeText))"
    }
  }
}
