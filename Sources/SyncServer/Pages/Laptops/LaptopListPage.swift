import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// Every laptop within somebody's reach: where it is, when it last came, what is missing of it.
enum LaptopListPage {
  static let path = "/laptops"

  static let routes =
    [PageRoute(.get, path, access: .overview, isNoted: true, isLive: true, handler: page)]
    + ListFileFormat.routes(of: path, access: .overview, handler: file)

  /// Where one laptop is.
  static func path(of replica: ReplicaID) -> String { "\(path)/\(replica.rawValue)" }

  private static let unitName = "unit"
  private static let stateName = "state"
  private static let behindName = "behind"
  private static let wayName = "way"

  /// Where the laptops of a unit's teams are that stand in a certain way.
  static func path(ofUnit code: String, _ state: LaptopState) -> String {
    path + PageQuery.text([(unitName, code), (stateName, state.rawValue)])
  }

  /// Where the laptops are that have not reported through a day.
  static func path(behind day: LocalDate) -> String {
    path + PageQuery.text([(behindName, Format.date(day))])
  }

  /// Where the laptops are whose work is carried by hand.
  static func carriedPath(_ coverage: Coverage) -> String {
    let way: CarriedWay =
      coverage.laptops.contains { $0.onItsWay != nil }
      ? .onItsWay : coverage.laptops(heardBy: .stick).isEmpty ? .courier : .stick
    return path + PageQuery.text([(wayName, way.rawValue)])
  }

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let (laptops, reached) = try laptops(request)
    let list = try list(laptops, reached, request)
    let choice = list.choice(request.http.query)
    var frame = request.frame(LaptopWords.title)
    frame.lead = reached.words
    return .html(
      frame.page {
        if Access.coordinator.allows(request.account?.rights) {
          element("p", ["class": "actions"]) {
            element("a", ["class": "button", "href": LaptopEnrolPages.path]) {
              LaptopEnrolPages.title.text(in: request.language)
            }
          }
        }
        panel {
          list.html(
            list.part(of: laptops, choice), choice, files: ListFileFormat.links(of: path),
            request.language)
        }
      })
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let (laptops, reached) = try laptops(request)
    let list = try list(laptops, reached, request)
    return try ListFile(list, format, name: "cac-may").answer(
      request, rows: laptops,
      lead: reached.words.map {
        [(ReachWords.reach, .text($0.text(in: request.language)))]
      } ?? [])
  }

  /// The laptops within reach: those that need somebody first, then by label.
  private static func laptops(
    _ request: PageRequest
  ) throws -> (laptops: [LaptopStanding], reached: ReachedWork) {
    let reached = try request.reached()
    let laptops = try request.laptops(within: reached)
    let needing = laptops.filter { $0.needsSomebody(on: request.today) }
    let others = laptops.filter { !$0.needsSomebody(on: request.today) }
    return (needing + others, reached)
  }

  private static func list(
    _ laptops: [LaptopStanding], _ reached: ReachedWork, _ request: PageRequest
  ) throws -> PageList<LaptopStanding> {
    let (today, language) = (request.today, request.language)
    func cells(_ laptop: LaptopStanding) -> LaptopCells {
      LaptopCells(standing: laptop, today: today, language: language)
    }
    let units = try request.centre.read { try TeamUnits($0, laptops, on: today) }
    return PageList<LaptopStanding>(
      path, LaptopWords.title, columns: LaptopColumns(today, language).all(cells),
      filters: filters(laptops, units, today),
      empty: reached.isEverything ? LaptopWords.none : LaptopWords.noneInReach,
      style: { cells($0).style })
  }

  private static func filters(
    _ laptops: [LaptopStanding], _ units: TeamUnits, _ today: LocalDate
  ) -> [PageList<LaptopStanding>.Filter] {
    return [
      .init("q", LaptopWords.text) { laptop, typed in
        let wanted = SearchFold.base(typed)
        return [
          laptop.report.label, laptop.report.holder ?? "", "\(laptop.report.replica.rawValue)",
        ]
        .contains { SearchFold.base($0).contains(wanted) }
      },
      .init(
        "team", LaptopWords.team, LaptopReport.teamChoices(laptops.map(\.report))
      ) { laptop, value in
        laptop.report.team.map { "\($0.rawValue)" == value } ?? false
      },
      .init(unitName, PeopleWords.unit, FilterChoices.sorted(units.names)) { laptop, value in
        laptop.report.team.flatMap { units.codes[$0] } == value
      },
      .init(
        stateName, LaptopWords.state,
        LaptopState.allCases.map { (value: $0.rawValue, words: LaptopWords.state($0)) }
      ) { laptop, value in
        LaptopState(rawValue: value).map(laptop.states(on: today).contains) ?? true
      },
      .init(
        wayName, LaptopWords.way,
        CarriedWay.allCases.map { (value: $0.rawValue, words: $0.words) }
      ) { laptop, value in CarriedWay(rawValue: value).map { $0.holds(laptop.report) } ?? true },
      .init(day: behindName, LaptopWords.behind) { laptop, day in
        // As the strip above numbers counts them: of a day to come, through today.
        guard let period = Period(.day, holding: min(day, today)) else { return true }
        let covered = laptop.report.covered
        let isExpected = !(laptop.report.fate?.isSettled ?? false)
        return isExpected
          && !Coverage(of: period, today: today, laptops: [covered]).hasReported(covered)
      },
    ]
  }
}

/// The units of the teams whose laptops are listed.
private struct TeamUnits: Sendable {
  /// The national codes, by team.
  let codes: [RowID: String]
  /// What they are called, by code.
  let names: [String: String]

  init(_ reader: RecordReader, _ laptops: [LaptopStanding], on day: LocalDate) throws {
    let map = try PlaceMap(reader)
    let wanted = Set(laptops.compactMap(\.report.team))
    codes = Dictionary(
      try reader.teams().filter { wanted.contains($0.id) }.compactMap { team in
        team.place.flatMap(map.place).flatMap { map.unit(of: $0, on: day) }.map { (team.id, $0) }
      }, uniquingKeysWith: { one, _ in one })
    names = Dictionary(
      Set(codes.values).map { ($0, map.name(of: $0, on: day) ?? $0) },
      uniquingKeysWith: { one, _ in one })
  }
}

/// The words of what is left out because nobody may see more.
private enum ReachWords {
  static let reach = BilingualText(vi: "Phạm vi", en: "Reach")
}

/// What the list says of a laptop.
private struct LaptopColumns {
  private typealias Column = PageList<LaptopStanding>.Column

  private let today: LocalDate
  private let language: Language

  init(_ today: LocalDate, _ language: Language) {
    self.today = today
    self.language = language
  }

  /// The columns, each with how it looks on the page.
  func all(
    _ cells: @escaping (LaptopStanding) -> LaptopCells
  ) -> [PageList<LaptopStanding>.Column] {
    [
      Column(
        "label", LaptopWords.laptop, orderedBy: { SearchFold.base($0.report.label) },
        cell: { cells($0).name }, value: { .text($0.report.label) }),
      Column(
        "number", LaptopWords.number, isOnlyInFiles: true,
        value: { .text("\($0.report.replica.rawValue)") }),
      Column(
        "team", LaptopWords.team, orderedBy: { SearchFold.base($0.report.teamName ?? "") },
        cell: { cells($0).team }, value: { text($0.report.teamName) }),
      Column(
        "holder", LaptopWords.holder, isOnlyInFiles: true,
        orderedBy: { SearchFold.base($0.report.holder ?? "") }, value: { text($0.report.holder) }),
      Column("state", LaptopWords.state, isOnlyInFiles: true, value: states),
      Column(
        "reported", LaptopWords.reportedThrough, orderedBy: { minute($0.report.reportedThrough) },
        cell: { cells($0).reported }, value: { time($0.report.reportedThrough) }),
      Column(
        "round", LaptopWords.lastRound, isOnlyInFiles: true,
        orderedBy: { minute($0.report.lastRound) }, value: { time($0.report.lastRound) }),
      Column(
        "way", LaptopWords.way, isOnlyInFiles: true,
        value: { text($0.report.way?.words.text(in: language)) }),
      Column("brought", LaptopWords.broughtBy, isOnlyInFiles: true) { text($0.report.broughtBy) },
      Column("carried", LaptopWords.onItsWay, isOnlyInFiles: true) { laptop in
        text(LaptopWords.onItsWay(laptop.report)?.text(in: language))
      },
      Column(
        "silent", LaptopWords.silentDays,
        // Who never came has been silent longest.
        orderedBy: { $0.daysSilent(on: today) ?? .max },
        value: { number($0.daysSilent(on: today).map(Int64.init)) }),
      Column(
        "unsent", LaptopWords.unsent, orderedBy: { $0.report.unsent ?? -1 },
        value: { number($0.report.unsent) }),
      Column(
        "missing", LaptopWords.missing,
        orderedBy: { $0.missing.count + $0.awaited.count }, cell: { cells($0).missing },
        value: { text(LaptopWords.missing($0)?.text(in: language)) }),
      Column(
        "missing-count", LaptopWords.missingCount, isOnlyInFiles: true,
        value: { .integer(Int64($0.missing.count)) }),
      Column(
        "clock", LaptopWords.clock,
        orderedBy: { $0.report.clockOffsetMilliseconds?.magnitude ?? 0 },
        cell: { cells($0).clock },
        value: { text(LaptopWords.clock($0)?.text(in: language)) }),
      Column(
        "clock-seconds", LaptopWords.clockSeconds, isOnlyInFiles: true,
        value: { number($0.report.clockOffsetMilliseconds.map { $0 / 1_000 }) }),
      Column(
        "version", LaptopWords.version, orderedBy: { $0.report.software ?? "" },
        cell: { cells($0).version }, value: { text($0.report.software) }),
      Column(
        "disk", LaptopWords.diskMegabytes, isOnlyInFiles: true,
        orderedBy: { $0.freeDiskBytes ?? -1 },
        value: { number($0.freeDiskBytes.map { $0 / 1_000_000 }) }),
      Column(
        "enrolled", LaptopWords.enrolled, isOnlyInFiles: true,
        orderedBy: { $0.enrolled.minutesSince1970 },
        value: { .minute($0.enrolled.minutesSince1970) }),
    ]
  }

  private func text(_ text: String?) -> SpreadsheetValue { text.map { .text($0) } ?? .empty }
  private func number(_ number: Int64?) -> SpreadsheetValue {
    number.map { .integer($0) } ?? .empty
  }
  private func time(_ time: LocalDateTime?) -> SpreadsheetValue {
    time.map { .minute($0.minutesSince1970) } ?? .empty
  }
  private func minute(_ time: LocalDateTime?) -> Int { time?.minutesSince1970 ?? .min }

  /// What became of it and what else can be said, in words.
  private func states(_ laptop: LaptopStanding) -> SpreadsheetValue {
    let states = laptop.states(on: today)
    var words = LaptopState.allCases.filter {
      states.contains($0) && ![.lost, .replaced, .unheard].contains($0)
    }
    .map(LaptopWords.state)
    if let fate = laptop.report.fate { words.insert(fate.words, at: 0) }
    return text(
      words.isEmpty ? nil : words.map { $0.text(in: language) }.joined(separator: "; "))
  }
}
