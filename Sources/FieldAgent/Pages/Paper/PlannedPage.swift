import FieldWork
import Pages
import SyncProtocol
import Web

/// Every household that expects the team, by hamlet; whoever waits longest comes first.
struct PlannedPage {
  static let path = "/planned"
  static let title = BilingualText(vi: "Hẹn quay lại", en: "Planned visits")

  static let routes = [
    LaptopRoute(.get, path) { request in
      let page = PlannedPage(request)
      return try request.page(title) { try page.content() }
    }
  ]

  /// Households of one page: what somebody looks through, and a browser draws at once.
  private static let pageLength = 60

  private let request: LaptopRequest
  private let language: Language
  private let number: Int

  private init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
    number = Pager.number(in: request.http.query)
  }

  private func content() throws -> HTML {
    let team = try request.reader.existing(Member.self, request.member).team
    let today = try request.knowledge().today
    let list = try request.reader.walkingList(.planned(team: team), asOf: today)
    let all = Self.byHamlet(list.stops).flatMap(\.stops)
    let pager = Pager(number: number, length: Self.pageLength, total: all.count)
      .withinList
    // A hamlet that goes on is headed again.
    let hamlets = Self.byHamlet(Array(all[pager.range]))
    return HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      if hamlets.isEmpty {
        element("p", ["class": "empty"]) {
          language.text(
            "Chưa hẹn quay lại hộ nào. Khi ghi lượt thăm, điền “ngày quay lại” để hộ hiện ở đây.",
            "No household expects you. A visit with a day to come back on puts one here.")
        }
      } else {
        element("p") {
          link(
            "\(WalkPage.path)/planned",
            language.text("Danh sách theo đường đi, để in", "In walking order, to print"))
        }
      }
      for hamlet in hamlets {
        panel {
          WalkTable(
            BilingualText(
              vi: hamlet.name.isEmpty ? "Chưa ghi thôn" : hamlet.name,
              en: hamlet.name.isEmpty ? "Without a hamlet" : hamlet.name),
            hamlet.stops, today: today, showsHamlet: false
          ).html(request)
        }
      }
      pager.html(language) { $0 > 1 ? "\(Self.path)?\(Pager.name)=\($0)" : Self.path }
      WalkTable.cutNote(list, language)
    }
  }

  /// Each hamlet with whoever waits longest first, and that of whoever waits longest before the others.
  private static func byHamlet(
    _ stops: [WalkingList.Stop]
  ) -> [(name: String, stops: [WalkingList.Stop])] {
    Dictionary(grouping: stops) { $0.hamlet ?? "" }.map { name, stops in
      (name: name, stops: stops.sorted { day($0) < day($1) })
    }.sorted {
      (day($0.stops.first), NaturalOrder($0.name)) < (day($1.stops.first), NaturalOrder($1.name))
    }
  }

  private static func day(_ stop: WalkingList.Stop?) -> LocalDate { stop?.returnDate ?? .latest }
}
