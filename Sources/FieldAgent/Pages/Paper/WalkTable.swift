import FieldWork
import Pages
import SyncProtocol
import Web

/// Doors to walk to, on the screen: each line is the way to begin its visit.
struct WalkTable {
  private let caption: BilingualText
  private let stops: [WalkingList.Stop]
  private let today: LocalDate
  private let showsHamlet: Bool
  private let campaign: String?

  /// - Parameter campaign: the code of the campaign for which visits are begun here.
  init(
    _ caption: BilingualText, _ stops: [WalkingList.Stop], today: LocalDate, showsHamlet: Bool,
    campaign: String? = nil
  ) {
    self.campaign = campaign
    self.caption = caption
    self.stops = stops
    self.today = today
    self.showsHamlet = showsHamlet
  }

  func html(_ request: LaptopRequest) -> HTML {
    let language = request.language
    var columns: [PageTable.Column] = [
      .text(BilingualText(vi: "Hộ", en: "Household")),
      .text(BilingualText(vi: "Địa chỉ", en: "Address")),
      .text(BilingualText(vi: "Việc cần làm", en: "To do")),
      .text(BilingualText(vi: "Thăm gần nhất", en: "Last visit")),
      .text(BilingualText(vi: "Bắt đầu", en: "Begin")),
    ]
    if showsHamlet { columns.insert(.text(BilingualText(vi: "Thôn", en: "Hamlet")), at: 1) }
    return PageTable(
      caption, columns: columns,
      rows: stops.map { stop in
        let household = stop.household
        var cells: [HTML] = [
          link("/households/\(household.codeText)", household.name ?? household.codeText),
          .text(household.address ?? "—"), state(stop, language),
          .text(stop.lastVisit.map(Format.date) ?? language.text("chưa thăm", "never")),
          actionForm(
            "/households/\(household.codeText)/visits",
            BilingualText(vi: "Ghi thăm", en: "Record"), request, isQuiet: true,
            fields: campaign.map { [("campaign", $0)] } ?? []),
        ]
        if showsHamlet { cells.insert(.text(stop.hamlet ?? "—"), at: 1) }
        return PageTable.Row(cells)
      },
      empty: BilingualText(
        vi: "Không có hộ nào trong danh sách này trên máy này.",
        en: "No household of this list is on this laptop.")
    ).html(language)
  }

  private func state(_ stop: WalkingList.Stop, _ language: Language) -> HTML {
    guard let day = stop.returnDate else {
      return stop.isVisited
        ? StateMark.good.html(language.text("đã thăm trong đợt này", "visited for this campaign"))
        : .text("")
    }
    let words = Self.due(day, language)
    return day < today
      ? StateMark.attention.html(language.text("\(words), quá ngày", "\(words), overdue"))
      : StateMark.neutral.html(words)
  }

  static func due(_ day: LocalDate, _ language: Language) -> String {
    language.text("hẹn \(Format.date(day))", "come back \(Format.date(day))")
  }

  /// Says when there are more doors than a list shows.
  static func cutNote(_ list: WalkingList, _ language: Language) -> HTML {
    guard list.total > list.stops.count else { return .empty }
    return element("p", ["class": "message warn"]) {
      language.text(
        "Có \(list.total) hộ; chỉ hiện \(list.stops.count) hộ đầu theo đường đi.",
        "There are \(list.total) households; the first \(list.stops.count) on the way are shown.")
    }
  }
}
