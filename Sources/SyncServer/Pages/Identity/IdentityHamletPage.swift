import FieldWork
import Pages
import SyncProtocol
import Web

/// The adults of one hamlet who still lack VNeID level 2, by name: on the screen and as a walking
/// list.
enum IdentityHamletPage {
  private static let pattern = "\(IdentityPages.path)/:place"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try names($0) },
    PageRoute(.get, "\(pattern)/walk", access: .coordinator, isNoted: true) { try walk($0) },
  ]

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
          reached.holds(place)
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
      element("a", ["href": IdentityPages.path]) { IdentityWords.back.text(in: language) }
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
