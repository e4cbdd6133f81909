import FieldWork
import Testing
import Web

@testable import Pages

/// The ways through a long list, the same on laptop and centre.
@Suite struct PagerTests {
  private func text(_ pager: Pager) -> String {
    pager.html(.english) { $0 > 1 ? "/list?page=\($0)" : "/list" }.text
  }

  @Test func `a part tells its lines and leads to the parts beside it`() {
    let middle = Pager(number: 2, length: 60, total: 130)
    #expect(middle.range == 60..<120)
    #expect(text(middle).contains("Page 2 of 3 · 61–120 of 130"))
    #expect(text(middle).contains("href=\"/list\"") && text(middle).contains("page=3"))
    let last = Pager(number: 3, length: 60, total: 130)
    #expect(last.range == 120..<130 && !text(last).contains("page=4"))
  }

  @Test func `one part needs no ways, and full parts have none behind them`() {
    for total in [0, 1, 60] { #expect(text(Pager(number: 1, length: 60, total: total)).isEmpty) }
    #expect(!text(Pager(number: 2, length: 60, total: 120)).contains("page=3"))
  }

  @Test func `behind the last part there are no lines, and the way back leads to the last`() {
    let behind = Pager(number: 99, length: 60, total: 130)
    #expect(behind.range.isEmpty && text(behind).contains("href=\"/list?page=3\""))
    #expect(behind.withinList.number == 3 && behind.withinList.range == 120..<130)
  }

  @Test func `a list that nobody counted tells its part and whether it goes on`() {
    let first = text(Pager(number: 1, length: 50, hasNext: true))
    #expect(first.contains("Page 1<") && first.contains("page=2"))
    #expect(!text(Pager(number: 2, length: 50, hasNext: false)).contains("page=3"))
    #expect(text(Pager(number: 1, length: 50, hasNext: false)).isEmpty)
  }

  @Test(arguments: [("x", 1), ("0", 1), ("-5", 1), ("99999999999999999999", 1), ("7", 7)])
  func `an address asks for a part, whatever stands in it`(typed: String, number: Int) {
    let query = NamedValues([NamedValues.Item(name: "page", value: typed)])
    #expect(Pager.number(in: query) == number)
  }
}
