import FieldWork
import Pages
import Web

/// The laptops on the overview: how many there are, and those that need somebody first.
struct LaptopPanel {
  /// Laptops listed; the list has them all.
  static let limit = 8

  private let laptops: [LaptopStanding]
  private let today: LocalDate

  init(_ laptops: [LaptopStanding], today: LocalDate) {
    self.laptops = laptops
    self.today = today
  }

  func html(_ language: Language) -> HTML {
    let needing = laptops.filter { $0.needsSomebody(on: today) }
    return HTML.group {
      if laptops.isEmpty || !needing.isEmpty {
        PageTable(
          CoordinatorWords.laptops,
          columns: [
            .text(LaptopWords.laptop), .text(LaptopWords.team), .text(LaptopWords.reportedThrough),
            .text(LaptopWords.missing), .text(LaptopWords.clock),
          ],
          rows: needing.prefix(Self.limit).map { row($0, language) }, empty: LaptopWords.none,
          note: needing.count > Self.limit ? LaptopWords.further(needing.count - Self.limit) : nil
        ).html(language)
      } else {
        element("h2") { CoordinatorWords.laptops.text(in: language) }
        element("p") { StateMark.good.html(LaptopWords.allWell.text(in: language)) }
      }
      if !laptops.isEmpty {
        element("p") {
          LaptopWords.counts(laptops.count, needing: needing.count).text(in: language) + " "
          element("a", ["href": LaptopListPage.path]) { LaptopWords.all.text(in: language) }
        }
      }
    }
  }

  private func row(_ laptop: LaptopStanding, _ language: Language) -> PageTable.Row {
    let cells = LaptopCells(standing: laptop, today: today, language: language)
    return PageTable.Row(
      [cells.name, cells.team, cells.reported, cells.missing, cells.clock], style: cells.style)
  }
}
