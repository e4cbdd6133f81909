import FieldWork
import SyncProtocol

extension Laptop {
  /// A part of what a query found, for pages and commands.
  struct Found {
    /// The lines, the best first.
    let lines: [RecordSearch.Line]
    /// How many there are in all.
    let total: Int
    /// What to know of them where the query named a hamlet besides; nil otherwise.
    var note: BilingualText?
  }

  /// Finds households and residents. A hamlet is in no name: whoever was told "Lan, Xóm 1" is to find
  /// her before recording her anew.
  func find(_ query: String, limit: Int, offset: Int = 0) throws -> Found {
    let found = try records.search.find(query, limit: limit, offset: offset)
    guard found.total == 0,
      let (rest, hamlets) = SearchedWords.withoutHamlet(of: query, try hamlets())
    else { return Found(lines: found.lines, total: found.total) }
    let near = try records.search.find(
      rest, livingIn: hamlets, limit: limit, offset: offset)
    return Found(
      lines: near.lines, total: near.total,
      note: Self.elsewhere(query, rest, there: near.there, of: near.total))
  }

  /// The hamlets whose households are held here.
  func hamlets() throws -> [Place] {
    let held = try store.grantedScopes()
    return try records.reader.places().filter { place in
      place.validTo == nil && place.householdScope.map(held.contains) ?? false
    }
  }

  /// What to know of those who are called so and live in another hamlet; nil where there are none.
  private static func elsewhere(
    _ query: String, _ rest: String, there: Int, of total: Int
  ) -> BilingualText? {
    guard there < total else { return nil }
    guard there > 0 else {
      return BilingualText(
        vi: "Không ai khớp cả “\(query)”. Dưới đây là những ai khớp “\(rest)”: hãy xem cột Thôn.",
        en: "Nobody matches all of “\(query)”. These match “\(rest)”: look at their hamlet.")
    }
    return BilingualText(
      vi: "Trước hết là những ai khớp cả “\(query)” (\(there)); sau đó là những ai khớp “\(rest)” "
        + "ở thôn khác.",
      en: "First come those who match all of “\(query)” (\(there)), then those who match "
        + "“\(rest)” in other hamlets.")
  }
}
