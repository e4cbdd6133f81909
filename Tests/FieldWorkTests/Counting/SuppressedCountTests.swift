import Testing

@testable import FieldWork

@Suite struct SuppressedCountTests {
  private func count(_ residents: [Int]) -> Count {
    func numbers(_ residents: Int) -> CountNumbers {
      var numbers = CountNumbers()
      numbers.visits = residents
      numbers.countedAssists = residents * 3
      numbers.residents = residents
      numbers.involvedResidents = residents
      return numbers
    }
    return Count(
      query: CountQuery(month(), by: [.mode]), total: numbers(residents.reduce(0, +)),
      groups: residents.enumerated().map {
        Count.Group(keys: [.text("\($0.offset)")], numbers: numbers($0.element))
      }, reasons: [], undatedAssists: 0)
  }

  @Test func `groups of fewer than five residents are hidden, however many assists they have`() {
    let suppressed = SuppressedCount(count([4, 1, 5, 0, 20]))
    #expect(suppressed.groups.map(\.isHidden) == [true, true, false, false, false])
    #expect(suppressed.groups[0].standingAssists == .hidden)
    #expect(suppressed.groups[2].number(.residents) == .shown(5))
    #expect(suppressed.groups[2].number(.submissions) == .none)
    #expect(suppressed.groups[3].number(.visits) == .shown(0))
    #expect(suppressed.total.number(.residents) == .shown(30))
    #expect(suppressed.groups[0].number(.residents).text(in: .vietnamese) == "·")
    #expect(suppressed.groups[2].number(.submissions).text(in: .vietnamese) == "—")
  }

  @Test func `a single hidden group takes the smallest other with it`() {
    let suppressed = SuppressedCount(count([9, 3, 7]))
    #expect(suppressed.groups.map(\.isHidden) == [false, true, true])
    #expect(SuppressedCount(count([9, 7])).groups.allSatisfy { !$0.isHidden })
    #expect(SuppressedCount(count([3])).total.isHidden)
  }

  @Test func `hidden groups that are few people together take a larger one with them`() {
    let suppressed = SuppressedCount(count([1, 20, 2, 6]))
    #expect(suppressed.groups.map(\.isHidden) == [true, false, true, true])
  }

  @Test func `assists that name nobody are a group of people too, voided ones are not`() {
    var numbers = CountNumbers()
    numbers.otherAssists = 3
    numbers.unnamedAssists = 3
    let refused = Count.Group(keys: [], numbers: numbers)
    #expect(SuppressedCount(groups: [refused], total: numbers).groups[0].isHidden)
    numbers.otherAssists = 9
    numbers.unnamedAssists = 1
    numbers.voidedAssists = 8
    let voided = Count.Group(keys: [], numbers: numbers)
    #expect(SuppressedCount(groups: [voided], total: numbers).groups[0].isHidden)
  }
}
