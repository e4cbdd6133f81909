import FieldWork
import Pages
import SyncProtocol
import Web

/// Whose numbers of which period a page of numbers is about, as its address says: codes and choices,
/// never names.
struct NumbersQuestion {
  /// Whose work.
  enum Whose: String {
    /// That of the person at the laptop.
    case own
    /// That of everybody whose records are on the laptop.
    case all
  }

  let choice: PeriodChoice
  let whose: Whose
  private let member: RowID

  init(_ request: LaptopRequest) throws {
    choice = PeriodChoice(
      request.http.query, today: try request.knowledge().today, allowed: .anyOrAll)
    whose = request.http.query["whose"].flatMap(Whose.init(rawValue:)) ?? .own
    member = request.member
  }

  /// Of whom only; nil for everybody.
  var onlyMember: RowID? { whose == .own ? member : nil }

  /// The question to the counting function.
  func count(by dimensions: [CountDimension]) -> CountQuery {
    CountQuery(
      choice.period, by: dimensions,
      where: onlyMember.map { [.member: [.row($0)]] } ?? [:])
  }

  /// The items of a query that say whose work is meant.
  func query(of whose: Whose) -> NamedValues {
    NamedValues([NamedValues.Item(name: "whose", value: whose.rawValue)])
  }

  /// The address of a page that asks the same, with more items.
  ///
  /// - Parameter whose: whose work instead; as here when nil.
  func address(
    _ path: String, of whose: Whose? = nil, _ items: [(name: String, value: String)] = []
  ) -> String {
    let query =
      [choice.item]
      + query(of: whose ?? self.whose).items
      + items.map { NamedValues.Item(name: $0.name, value: $0.value) }
    return "\(path)?\(NamedValues(query).encoded)"
  }
}
