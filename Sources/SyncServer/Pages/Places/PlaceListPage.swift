import Documents
import FieldWork
import Pages
import Web

/// The communes and wards of the centre on a day: on a map and in a list, with how their laptops
/// stand.
enum PlaceListPage {
  static let path = "/places"

  static let routes =
    [PageRoute(.get, path, access: .coordinator, isLive: true, handler: page)]
    + ListFileFormat.routes(of: path, access: .coordinator, handler: file)

  /// Where one unit is, on a day.
  static func path(of code: String, on day: LocalDate? = nil) -> String {
    "\(path)/\(code)" + (day.map { "?on=\($0.iso)" } ?? "")
  }

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let gathered = try Gathered(request)
    let language = request.language
    let list = list(gathered, request.today, language)
    let choice = list.choice(request.http.query)
    let units = list.chosen(gathered.units, choice)
    var frame = request.frame(PlaceWords.title)
    frame.lead = gathered.reached.words
    return .html(
      frame.page {
        if gathered.undecided > 0 {
          element("p", ["class": "message bad", "role": "status"]) {
            element("a", ["href": UnitChangePage.path]) {
              PlaceWords.undecided(gathered.undecided).text(in: language)
            }
          }
        }
        if !units.isEmpty {
          panel(id: "map") { map(units, gathered, request.today).html(language) }
        }
        panel {
          list.html(
            list.part(of: gathered.units, choice), choice, files: ListFileFormat.links(of: path),
            language)
          element("p", ["class": "actions"]) {
            element("a", ["href": ReformPages.path]) { ReformWords.title.text(in: language) }
            element("a", ["href": HouseholdMovePage.path]) {
              PlaceWords.moveHousehold.text(in: language)
            }
          }
        }
        RosterWords.ways([.hamlet, .team, .household, .lists], language)
      })
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let gathered = try Gathered(request)
    let list = list(gathered, request.today, request.language)
    return try ListFile(list, format, name: "dia-ban").answer(
      request, rows: gathered.units, lead: [(PlaceWords.on, .day(gathered.day.daysSince1970))])
  }

  /// What a request asks to see.
  private struct Gathered {
    let day: LocalDate
    let reached: ReachedWork
    let units: [UnitStanding]
    let undecided: Int

    init(_ request: PageRequest) throws {
      let reached = try request.reached()
      let laptops = try request.centre.inspect { try LaptopStanding.gather($0.store) }
        .filter { reached.holds($0.report) }
      let asked = request.http.query["on"].flatMap(PageList<UnitStanding>.Filter.day)
      let day = asked ?? request.today
      (units, undecided) = try request.centre.read { reader in
        try UnitStanding.gather(reader, laptops, within: reached, on: day)
      }
      self.day = day
      self.reached = reached
    }
  }

  private static func list(
    _ gathered: Gathered, _ today: LocalDate, _ language: Language
  ) -> PageList<UnitStanding> {
    let day = gathered.day == today ? nil : gathered.day
    func number(
      _ key: String, _ label: BilingualText, _ count: @escaping (UnitStanding) -> Int,
      to address: @escaping (UnitStanding) -> String?
    ) -> PageList<UnitStanding>.Column {
      .init(
        key, label, orderedBy: count,
        cell: { PageTable.number(count($0), to: address($0), language) },
        value: { .integer(Int64(count($0))) })
    }
    return PageList<UnitStanding>(
      path, PlaceWords.title,
      columns: [
        .init(
          "name", PlaceWords.unit, orderedBy: { SearchFold.base($0.name) },
          cell: { unit in
            element("a", ["href": path(of: unit.code, on: day)]) { unit.name }
          }, value: { .text($0.name) }),
        .init("code", PlaceWords.code, orderedBy: \.code) { .text($0.code) },
        number("hamlets", PlaceWords.hamlets, \.hamlets.count) {
          path(of: $0.code, on: day) + "#hamlets"
        },
        number("households", PlaceWords.households, \.households) {
          UnitHouseholdsPage.path(of: $0, on: day)
        },
        number("teams", PlaceWords.teams, \.teams.count) {
          day == nil ? RosterPage.path(ofUnit: $0.code) : nil
        },
        number("laptops", LaptopWords.title, \.laptops.count) {
          path(of: $0.code, on: day) + "#laptops"
        },
        number("silent", PlaceWords.silent, { $0.silent(on: today) }) {
          day == nil ? LaptopListPage.path(ofUnit: $0.code, .unheard) : nil
        },
        .init(
          "state", LaptopWords.state,
          cell: { unit in
            let state = unit.state(on: today)
            return state.mark.html(state.words.text(in: language))
          }, value: { .text($0.state(on: today).words.text(in: language)) }),
      ],
      filters: [
        .init("q", PlaceWords.nameOrCode) { unit, typed in
          let wanted = SearchFold.base(typed)
          return SearchFold.base(unit.name).contains(wanted) || unit.code.hasPrefix(wanted)
            || unit.hamlets.contains { SearchFold.base($0.place.name ?? "").contains(wanted) }
        },
        .init(
          "state", LaptopWords.state,
          UnitStanding.State.allCases.map { (value: $0.rawValue, words: $0.words) }
        ) { unit, value in
          UnitStanding.State(rawValue: value).map { unit.state(on: today) == $0 } ?? true
        },
        // Not a filter of rows: the borders of which day are shown.
        .init(day: "on", PlaceWords.on) { _, _ in true },
      ],
      empty: PlaceWords.none,
      style: { $0.state(on: today) == .silent ? "row-missing" : nil })
  }

  private static func map(
    _ units: [UnitStanding], _ gathered: Gathered, _ today: LocalDate
  ) -> PointMap {
    let points = units.compactMap { unit -> PointMap.Point? in
      guard let commune = unit.commune, let latitude = commune.latitude,
        let longitude = commune.longitude
      else { return nil }
      let state = unit.state(on: today)
      return PointMap.Point(
        // A name that a reform here gave stands in the place of the list's.
        commune.fullName == unit.name ? commune.name : unit.name, detail: state.words.vietnamese,
        latitude: latitude, longitude: longitude,
        size: unit.households, mark: state.mark, path: path(of: unit.code))
    }
    return PointMap(
      PlaceWords.map,
      sentence: PlaceWords.sentence(
        units.count, notOnMap: units.count - points.count,
        silent: units.count { $0.silent(on: today) > 0 }),
      points: points)
  }
}

extension UnitStanding.State {
  /// How it stands, in words.
  var words: BilingualText {
    switch self {
    case .noLaptop: BilingualText(vi: "chưa có máy", en: "has no laptop")
    case .reports:
      BilingualText(vi: "các máy đều gửi trong 7 ngày", en: "all have reported this week")
    case .partlySilent: BilingualText(vi: "có máy im lặng", en: "some laptops are silent")
    case .silent: BilingualText(vi: "mọi máy đều im lặng", en: "all laptops are silent")
    }
  }

  /// The same as a shape.
  var mark: StateMark {
    switch self {
    case .noLaptop: .neutral
    case .reports: .good
    case .partlySilent: .attention
    case .silent: .missing
    }
  }
}

/// The words of places.
enum PlaceWords {
  static let title = BilingualText(vi: "Địa bàn và tổ", en: "Places and teams")
  static let unit = BilingualText(vi: "Xã, phường", en: "Commune or ward")
  static let code = BilingualText(vi: "Mã", en: "Code")
  static let hamlet = BilingualText(vi: "Thôn", en: "Hamlet")
  static let hamlets = BilingualText(vi: "Số thôn", en: "Hamlets")
  static let households = BilingualText(vi: "Số hộ", en: "Households")
  static let teams = BilingualText(vi: "Số tổ", en: "Teams")
  static let team = BilingualText(vi: "Tổ", en: "Team")
  static let silent = BilingualText(vi: "Máy im lặng", en: "Silent laptops")
  static let nameOrCode = BilingualText(vi: "Tên hoặc mã", en: "Name or code")
  static let on = BilingualText(vi: "Địa giới ngày", en: "Borders of")
  static let map = BilingualText(vi: "Bản đồ xã, phường", en: "Map of communes and wards")
  static let moveHousehold = BilingualText(
    vi: "Chuyển một hộ sang thôn khác", en: "Move a household to another hamlet")
  static let all = BilingualText(vi: "Mọi xã, phường", en: "All communes and wards")
  static let none = BilingualText(
    vi: "Chưa có thôn nào. Hãy thêm một thôn, hoặc nhập danh sách thôn và thành viên.",
    en: "There is no hamlet yet. Add one, or take in the lists of hamlets and members.")

  /// What the map shows, in a sentence.
  static func sentence(_ units: Int, notOnMap: Int, silent: Int) -> BilingualText {
    let shown = BilingualText(
      vi: "\(units) xã, phường; vòng càng lớn thì càng nhiều hộ. ",
      en: "\(units) communes and wards; a larger point has more households. ")
    let silence =
      silent == 0
      ? BilingualText(vi: "Không nơi nào có máy im lặng.", en: "None has a silent laptop.")
      : BilingualText(vi: "\(silent) nơi có máy im lặng.", en: "\(silent) with silent laptops.")
    return shown + silence
      + (notOnMap == 0
        ? BilingualText(same: "")
        : BilingualText(
          vi: " \(notOnMap) nơi không có tọa độ, chỉ ở bảng dưới.",
          en: " \(notOnMap) without coordinates stand in the table alone."))
  }

  /// That parts of split units lie in none.
  static func undecided(_ count: Int) -> BilingualText {
    BilingualText(
      vi:
        "\(count) thôn của xã bị chia tách chưa rõ thuộc xã nào. Hãy xếp ở trang Đổi một xã, phường.",
      en:
        "Of \(count) hamlets of split units nobody has said where they went. Put them under a unit "
        + "on the page Change a unit.")
  }
}
