import Documents
import FieldWork
import Testing
import Web

@testable import Pages

@Suite struct PageListTests {
  private struct Line { let name: String; let size: Int }

  private let lines = (1...120).map { Line(name: "máy \($0)", size: $0 % 7) }

  private var list: PageList<Line> {
    PageList(
      "/lines", BilingualText(vi: "Các máy", en: "Lines"),
      columns: [
        .init("name", BilingualText(vi: "Tên", en: "Name")) { .text($0.name) },
        .init("size", BilingualText(vi: "Cỡ", en: "Size"), orderedBy: \.size) {
          .integer(Int64($0.size))
        },
      ],
      filters: [
        .init("q", BilingualText(vi: "Tên", en: "Name")) { $0.name.contains($1) },
        .init(
          "size", BilingualText(vi: "Cỡ", en: "Size"),
          [
            (value: "3", words: BilingualText(same: "3"))
          ]
        ) { String($0.size) == $1 },
      ], empty: BilingualText(vi: "Chưa có máy nào.", en: "There is no line yet."))
  }

  private func query(_ text: String) throws -> NamedValues {
    NamedValues(
      text.split(separator: "&").map { item in
        let parts = item.split(separator: "=", maxSplits: 1).map(String.init)
        return NamedValues.Item(name: parts[0], value: parts.count > 1 ? parts[1] : "")
      })
  }

  @Test func `rows are filtered, ordered and paged as the address says, and it is kept`() throws {
    let choice = list.choice(try query("size=3&order=-size&page=1&other=x"))
    let part = list.part(of: lines, choice)
    #expect(part.all == 120 && part.total == lines.count { $0.size == 3 })
    let html = list.html(
      part, choice, files: [PageFrame.Link("/lines.csv", BilingualText(same: "CSV"))], .english
    ).text
    #expect(html.contains("\(part.total) of 120 lines; the filters leave out \(120 - part.total)."))
    #expect(html.contains("href=\"/lines.csv?size=3&amp;order=-size\""))
    #expect(html.contains("value=\"-size\" selected"))
    let plain = list.choice(try query("order=size&page=3"))
    let third = list.part(of: lines, plain)
    #expect(third.rows.count == 20 && third.rows.last?.size == 6)
    let pages = list.html(third, plain, .english).text
    #expect(pages.contains("Page 3 of 3") && pages.contains("/lines?order=size&amp;page=2"))
    // Rows that are alike keep their order, also turned around.
    let turned = list.chosen(lines, list.choice(try query("order=-size")))
    #expect(turned.first?.name == "máy 6" && turned.first?.size == 6)
  }

  @Test func `nothing at all, nothing that passes, and a page behind the last are told apart`()
    throws
  {
    let all = list.choice(try query(""))
    #expect(list.html(list.part(of: [], all), all, .english).text.contains("There is no line yet."))
    let none = list.choice(try query("q=zzz"))
    let empty = list.html(list.part(of: lines, none), none, .english).text
    #expect(empty.contains("No line passes the filters") && empty.contains("href=\"/lines\""))
    for page in ["0", "-1", "99", "99999999999999999999", "x"] {
      let choice = list.choice(try query("page=\(page)"))
      let part = list.part(of: lines, choice)
      let text = list.html(part, choice, .english).text
      #expect(text.contains("All 120 lines"), "\(page)")
      // No filter is set that could be left out.
      #expect(!text.contains("No line passes"), "\(page)")
      #expect(text.contains("does not reach this page") == part.rows.isEmpty, "\(page)")
    }
    let unknown = list.choice(try query("order=secret&q=\(String(repeating: "a", count: 300))"))
    #expect(unknown.order == nil && unknown.filters.isEmpty)
  }
}
