import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The standing households of one commune or ward, hamlet by hamlet: those behind its number.
struct UnitHouseholdsPage {
  private static let pattern = "\(PlaceListPage.path)/:unit/households"
  private static let hamletName = "hamlet"
  private static let searchName = "q"
  private static let nameName = "name"
  private static let addressName = "address"

  static let routes =
    [
      PageRoute(.get, pattern, access: .coordinator, isNoted: true) {
        try UnitHouseholdsPage($0).page()
      }
    ]
    + ListFileFormat.routes(of: pattern, access: .coordinator) { request, format in
      try UnitHouseholdsPage(request).file(format)
    }

  /// Where the households of a unit are, of one hamlet where it is given.
  ///
  /// - Parameter day: whose borders are meant; today's where nil.
  static func path(
    of unit: UnitStanding, _ hamlet: UnitStanding.Hamlet? = nil, on day: LocalDate?
  ) -> String {
    path(of: unit.code)
      + PageQuery.text(
        items(day).map { ($0.name, $0.value) }
          + (hamlet.map { [(hamletName, $0.place.codeText)] } ?? []))
  }

  private static func path(of code: String) -> String {
    "\(PlaceListPage.path)/\(code)/households"
  }

  private static func items(_ day: LocalDate?) -> [NamedValues.Item] {
    day.map { [NamedValues.Item(name: "on", value: $0.iso)] } ?? []
  }

  /// A household; what it says is read for those that are shown, and for all where something is
  /// searched or ordered by it.
  private struct Line: Sendable {
    let row: RowID
    let hamlet: UnitStanding.Hamlet
    var household: Household?
    /// Where it stands among the others by the column that they are ordered by.
    var key: [UInt8] = []
  }

  private let request: PageRequest
  private let language: Language
  private let unit: UnitStanding
  /// The day whose borders are meant; nil for today.
  private let day: LocalDate?
  private let lines: [Line]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let (unit, day) = try request.unitStanding()
    self.unit = unit
    self.day = day == request.today ? nil : day
    let found = try request.centre.read { reader in try unit.householdRows(reader, on: day) }
    lines = found.map { Line(row: $0.row, hamlet: $0.hamlet) }
  }

  /// All of them; with what they say where the list cannot be made without.
  private func lines(for choice: ListChoice) throws -> [Line] {
    guard choice.order != nil || choice.filters[Self.searchName] != nil else { return lines }
    return try request.centre.read { reader in
      try lines.map { line in
        var line = try told(line, reader)
        let household = line.household
        line.key =
          switch choice.order {
          case Self.addressName: VietnameseCollation.sortKey(household?.address ?? "")
          case Self.nameName: PersonNameOrder.sortKey(fullName: household?.name ?? "")
          default: VietnameseCollation.sortKey(household?.codeText ?? "")
          }
        return line
      }
    }
  }

  private func page() throws -> HTTPResponse {
    let list = list(withNames: true)
    let choice = list.choice(request.http.query)
    let part = list.part(of: try lines(for: choice), choice)
    let rows = try request.centre.read { reader in try part.rows.map { try told($0, reader) } }
    var frame = request.frame(UnitHouseholdsWords.title)
    frame.lead = BilingualText(same: unit.name)
    if let day {
      frame.lead =
        BilingualText(same: "\(unit.name) · ") + PlaceWords.on
        + BilingualText(same: " \(Format.date(day))")
    }
    return .html(
      frame.page {
        panel {
          list.html(
            PageList.Part(rows: rows, total: part.total, all: part.all), choice,
            files: ListFileFormat.links(of: Self.path(of: unit.code)), language)
        }
        element("p") {
          element("a", ["href": PlaceListPage.path(of: unit.code, on: day)]) {
            UnitHouseholdsWords.back.text(in: language)
          }
        }
      })
  }

  private func told(_ line: Line, _ reader: RecordReader) throws -> Line {
    guard line.household == nil else { return line }
    var line = line
    line.household = try reader.record(Household.self, line.row)
    return line
  }

  /// Without names, which leave the house by an export with its purpose alone.
  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let list = list(withNames: false)
    let choice = list.choice(request.http.query)
    let chosen = list.chosen(try lines(for: choice), choice)
    return try ListFile(list, format, name: "ho-\(unit.code)").answer(request) { add in
      try request.centre.read { reader in
        for line in chosen { try add(told(line, reader)) }
      }
      return [
        (PlaceWords.unit, .text(unit.name)),
        (PlaceWords.on, .day((day ?? request.today).daysSince1970)),
      ]
    }
  }

  private func list(withNames: Bool) -> PageList<Line> {
    typealias Column = PageList<Line>.Column
    let language = language
    func hamlet(_ line: Line) -> String { line.hamlet.place.name ?? line.hamlet.place.codeText }
    func comesFirst(_ left: Line, _ right: Line) -> Bool {
      left.key.lexicographicallyPrecedes(right.key)
    }
    let code = Column(
      "household", UnitHouseholdsWords.household, comesFirst: comesFirst,
      cell: { CentreForms.link($0.household?.codeText ?? "—") },
      value: { .optional($0.household?.codeText) })
    let person = [
      Column(Self.nameName, UnitHouseholdsWords.name, comesFirst: comesFirst) {
        .text($0.household?.name ?? "—")
      },
      Column(Self.addressName, CampaignWords.address, comesFirst: comesFirst) {
        .text($0.household?.address ?? "—")
      },
    ]
    return PageList(
      Self.path(of: unit.code), UnitHouseholdsWords.title,
      columns: [code] + (withNames ? person : []) + [
        Column(Self.hamletName, PlaceWords.hamlet) { .text(hamlet($0)) },
        Column("kind", UnitHouseholdsWords.kind) {
          .optional($0.household?.kind?.words.text(in: language))
        },
      ],
      filters: [
        .init(Self.searchName, UnitHouseholdsWords.search) { line, typed in
          let wanted = SearchFold.base(typed)
          return [line.household?.codeText, line.household?.name, line.household?.address]
            .contains { $0.map { SearchFold.base($0).contains(wanted) } ?? false }
        },
        .init(
          Self.hamletName, PlaceWords.hamlet,
          unit.hamlets.map {
            ($0.place.codeText, BilingualText(same: $0.place.name ?? $0.place.codeText))
          }
        ) { $0.hamlet.place.codeText == $1 },
      ], empty: UnitHouseholdsWords.none, subject: Self.items(day))
  }
}

/// The words of the households of a unit.
private enum UnitHouseholdsWords {
  static let title = BilingualText(vi: "Hộ của xã, phường", en: "Households of the unit")
  static let household = BilingualText(vi: "Hộ", en: "Household")
  static let name = BilingualText(vi: "Tên hộ", en: "Name")
  static let kind = BilingualText(vi: "Loại hộ", en: "Kind")
  static let search = BilingualText(
    vi: "Mã, tên hoặc địa chỉ", en: "Code, name or address")
  static let back = BilingualText(vi: "‹ Về xã, phường này", en: "‹ Back to the unit")
  static let none = BilingualText(
    vi: "Chưa ghi hộ nào ở đây.", en: "No household is on record here yet.")
}
