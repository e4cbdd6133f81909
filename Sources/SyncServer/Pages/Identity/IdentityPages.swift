import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Adults who still lack VNeID level 2: how many in each hamlet, and by name for coordinators, on the
/// screen and as a walking list.
struct IdentityPages {
  static let path = "/vneid"
  private static let pattern = "\(path)/:place"
  /// Households of the whole centre above which one commune is asked for.
  private static let maximumHouseholds = 30_000

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator) { try IdentityPages($0).page() },
      PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try names($0) },
      PageRoute(.get, "\(pattern)/walk", access: .coordinator, isNoted: true) { try walk($0) },
    ]
    + ListFileFormat.routes(of: path, access: .coordinator) { request, format in
      let page = try IdentityPages(request)
      return try ListFile(page.list, format, name: "vneid-con-thieu").answer(
        request, rows: page.gaps,
        lead: [(ReportWords.source, .text(ReportWords.sourceText.text(in: request.language)))])
    }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let unit: String
  private let isTooMany: Bool
  private let problem: BilingualText?
  private let gaps: [IdentityGap]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    self.reached = reached
    let unit = String((request.http.query["unit"] ?? "").filter(\.isNumber).prefix(10))
    self.unit = unit
    var problem: BilingualText?
    var found: [IdentityGap]? = []
    do {
      found = try request.centre.read {
        try Self.gaps(ofUnit: unit, $0, on: request.today, within: reached)
      }
    } catch let error as FieldError {
      guard let words = PageRequest.words(ofInput: error) else { throw error }
      problem = words
    }
    self.problem = problem
    isTooMany = found == nil
    gaps = found ?? []
  }

  /// The hamlets of a unit, or of all within reach where it is empty; nil where those are too many.
  /// - Throws: `FieldError.unknownUnit`, `.unitNotThen`.
  static func gaps(
    ofUnit unit: String, _ reader: RecordReader, on today: LocalDate, within reached: ReachedWork
  ) throws -> [IdentityGap]? {
    let households = try reader.householdCount()
    // A centre of one commune has no smaller part to ask for.
    guard
      try !reached.isEverything || !unit.isEmpty || households <= maximumHouseholds
        || Set(PlaceMap(reader).entries.filter { $0.isValid(on: today) }.map(\.unit)).count <= 1
    else { return nil }
    return try IdentityGap.gather(query(reached, unit, reader, today), reader, on: today)
  }

  private static func query(
    _ reached: ReachedWork, _ unit: String, _ reader: RecordReader, _ today: LocalDate
  ) throws -> CountQuery {
    try reached.query(
      Period(from: .earliest, to: today), ofUnit: unit.isEmpty ? nil : unit, on: today, reader)
  }

  private func page() throws -> HTTPResponse {
    let list = list
    let choice = list.choice(request.http.query)
    let strip = try request.strip(within: reached)
    var frame = request.frame(IdentityWords.title)
    frame.lead = reached.words
    return .html(
      frame.page {
        strip
        if reached.isEverything { unitForm }
        if isTooMany {
          element("p", ["class": "message warn", "role": "status"]) {
            IdentityWords.chooseUnit.text(in: language)
          }
        } else if problem == nil {
          if !gaps.isEmpty { figures }
          panel(lead: IdentityWords.lead.text(in: language)) {
            list.html(
              list.part(of: gaps, choice), choice, note: ReportWords.sourceText,
              files: ListFileFormat.links(of: Self.path), language)
          }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private var unitForm: HTML {
    element("form", ["class": "filters", "method": "get", "action": Self.path]) {
      PageField(
        "unit", IdentityWords.unit, .digits, value: unit, hint: IdentityWords.unitHint,
        error: problem
      ).html(language)
      element("button", ["type": "submit", "class": "quiet"]) {
        IdentityWords.show.text(in: language)
      }
    }
  }

  private var figures: HTML {
    func sum(_ part: KeyPath<IdentityGap, Int>) -> Int { gaps.reduce(0) { $0 + $1[keyPath: part] } }
    func shown(_ number: Int) -> String { Format.integer(Int64(number), language) }
    let share = Ratio(Int64(sum(\.level2)), of: Int64(sum(\.adults)))?.hundredthsOfPercent
    return PageFigure.row(
      [
        PageFigure(IdentityWords.adults, shown(sum(\.adults))),
        PageFigure(
          IdentityWords.level2, "\(shown(sum(\.level2)))/\(shown(sum(\.adults)))",
          details: [
            BilingualText(
              vi: TrainerCells.text(share: share, .vietnamese),
              en: TrainerCells.text(share: share, .english))
          ]),
        PageFigure(IdentityWords.missing, shown(sum(\.missing))),
        PageFigure(IdentityWords.ageUnknown, shown(sum(\.ageUnknown))),
      ], language)
  }

  private var list: PageList<IdentityGap> {
    typealias Column = PageList<IdentityGap>.Column
    func number(
      _ key: String, _ label: BilingualText, _ part: KeyPath<IdentityGap, Int> & Sendable
    ) -> Column {
      Column(key, label, orderedBy: { $0[keyPath: part] }) { .integer(Int64($0[keyPath: part])) }
    }
    func name(_ gap: IdentityGap) -> String {
      gap.place?.name ?? IdentityWords.noHamlet.text(in: language)
    }
    return PageList(
      Self.path, IdentityWords.byHamlet,
      columns: [
        Column(
          "hamlet", IdentityWords.hamlet,
          cell: { gap in
            guard let place = gap.place, gap.missing > 0 else { return .text(name(gap)) }
            return element("a", ["href": "\(Self.path)/\(place.codeText)"]) { name(gap) }
          }, value: { .text(name($0)) }),
        Column("commune", IdentityWords.commune) { .text($0.commune) },
        number("adults", IdentityWords.adults, \.adults),
        number("level2", IdentityWords.level2, \.level2),
        Column(
          "share", IdentityWords.share,
          orderedBy: { Double($0.level2) / Double(max(1, $0.adults)) },
          cell: { gap in
            .text(
              TrainerCells.text(
                share: Ratio(Int64(gap.level2), of: Int64(gap.adults))?.hundredthsOfPercent,
                language))
          },
          value: { $0.adults == 0 ? .empty : .ratio(Double($0.level2) / Double($0.adults)) }),
        number("missing", IdentityWords.missing, \.missing),
        number("level1", IdentityWords.level1, \.level1),
        number("without", IdentityWords.without, \.without),
        number("not-asked", IdentityWords.notAsked, \.notAsked),
        number("age", IdentityWords.ageUnknown, \.ageUnknown),
      ],
      filters: [
        PageList.Filter("q", IdentityWords.hamlet) { gap, typed in
          SearchFold.base(name(gap)).contains(SearchFold.base(typed))
        },
        PageList.Filter("commune", IdentityWords.commune) { gap, typed in
          SearchFold.base(gap.commune).contains(SearchFold.base(typed))
        },
      ], empty: IdentityWords.none,
      subject: unit.isEmpty ? [] : [NamedValues.Item(name: "unit", value: unit)])
  }

  // By name.

  /// A hamlet within reach with those who are missing there.
  private struct Hamlet: Sendable {
    let place: Place
    let named: [IdentityMissing]
    let withheld: Int

    /// - Throws: `FieldError.notFound`, also for what is beyond reach.
    init(_ request: PageRequest) throws {
      let reached = try request.reached()
      let typed = String(request.parameters["place"].prefix(40))
      let today = request.today
      (place, named, withheld) = try request.centre.read { reader in
        guard let code = try? RecordCode(parsing: typed), code.kind == .place,
          let row = try reader.rows(of: code).first,
          let place = try reader.record(Place.self, row),
          place.householdScope.map(reached.holds(scope:)) ?? false
        else { throw FieldError.notFound(typed) }
        var query = CountQuery(try Period(from: .earliest, to: today))
        query.territory = try reader.territory(ofHamlet: row, on: today)
        let found = try IdentityMissing.gather(in: place, query, reader, on: today)
        return (place, found.named, found.withheld)
      }
    }

    var name: String { place.name ?? place.codeText }
    var address: String { "\(IdentityPages.path)/\(place.codeText)" }
  }

  private static func names(_ request: PageRequest) throws -> HTTPResponse {
    typealias Column = PageList<IdentityMissing>.Column
    let hamlet = try Hamlet(request)
    let language = request.language
    let list = PageList<IdentityMissing>(
      hamlet.address, IdentityWords.missing,
      columns: [
        Column("name", IdentityWords.name) { .text($0.resident.fullName ?? "—") },
        Column("born", IdentityWords.born, orderedBy: { $0.resident.birthYear ?? 0 }) {
          .text($0.resident.birthText ?? "—")
        },
        Column(
          "household", IdentityWords.household,
          cell: { line in
            PageTable.cell(line.household?.name ?? "—", detail: line.household?.codeText)
          }, value: { .text($0.household?.name ?? "—") }),
        Column("address", IdentityWords.address) { .text($0.household?.address ?? "—") },
        Column("level", IdentityWords.level, orderedBy: { $0.level ?? -1 }) {
          .text(IdentityWords.words(ofLevel: $0.level).text(in: language))
        },
      ],
      filters: [
        PageList.Filter(
          "level", IdentityWords.level,
          [
            (value: "unknown", words: IdentityWords.notAsked),
            (value: "0", words: IdentityWords.without),
            (value: "1", words: IdentityWords.level1),
          ]
        ) { line, asked in (line.level.map(String.init) ?? "unknown") == asked },
        PageList.Filter("q", IdentityWords.name) { line, typed in
          SearchFold.base(line.resident.fullName ?? "").contains(SearchFold.base(typed))
        },
      ], empty: IdentityWords.nobody)
    let choice = list.choice(request.http.query)
    return request.page(IdentityWords.title(of: hamlet.name)) {
      panel {
        list.html(list.part(of: hamlet.named, choice), choice, language)
        note(hamlet, language)
        if !hamlet.named.isEmpty {
          element("p", ["class": "actions"]) {
            element("a", ["href": "\(hamlet.address)/walk"]) {
              IdentityWords.print.text(in: language)
            }
            element("a", ["href": ExportPages.address(of: .identity, in: hamlet.place.codeText)]) {
              ExportWords.title.text(in: language)
            }
          }
        }
      }
      back(language)
    }
  }

  private static func note(_ hamlet: Hamlet, _ language: Language) -> HTML {
    guard hamlet.withheld > 0 else { return .empty }
    return element("p", ["class": "table-note"]) {
      IdentityWords.withheld(hamlet.withheld).text(in: language)
    }
  }

  private static func back(_ language: Language) -> HTML {
    element("p", ["class": "not-printed"]) {
      element("a", ["href": path]) { IdentityWords.back.text(in: language) }
    }
  }

  /// On paper, in walking order, with what is filled in at the door.
  private static func walk(_ request: PageRequest) throws -> HTTPResponse {
    let hamlet = try Hamlet(request)
    let language = request.language
    let title = IdentityWords.title(of: hamlet.name).text(in: language)
    let columns = [
      IdentityWords.number, IdentityWords.address, IdentityWords.household, IdentityWords.name,
      IdentityWords.born, IdentityWords.level, IdentityWords.done, IdentityWords.note,
    ]
    let details = [
      request.centre.settings.place.name, request.account?.name.text ?? "",
      Format.dateTime(request.now), "\(CentreCommands.program) \(CentreCommands.version)",
    ]
    return request.page(IdentityWords.title(of: hamlet.name)) {
      element("p", ["class": "not-printed"]) { IdentityWords.keep.text(in: language) }
      element(
        "div", ["class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": title]
      ) {
        element("table", ["class": "paper names", "aria-label": title]) {
          element("thead") {
            element("tr") {
              element(
                "th",
                ["scope": "colgroup", "colspan": "\(columns.count)", "class": "paper-head"]
              ) {
                element("strong") { title }
                element("span") { details.joined(separator: " · ") }
              }
            }
            element("tr") {
              for column in columns {
                element("th", ["scope": "col"]) { column.text(in: language) }
              }
            }
          }
          element("tbody") {
            for (index, line) in hamlet.named.enumerated() {
              element("tr") {
                element("td", ["class": "number"]) { String(index + 1) }
                element("td") { line.household?.address ?? "—" }
                element("td") { line.household?.name ?? "" }
                element("td") { line.resident.fullName ?? "—" }
                element("td") { line.resident.birthText ?? "" }
                element("td") { IdentityWords.words(ofLevel: line.level).text(in: language) }
                element("td")
                element("td")
              }
            }
          }
        }
      }
      note(hamlet, language)
      back(language)
    }
  }
}
