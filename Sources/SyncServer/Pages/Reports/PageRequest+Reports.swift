import FieldWork
import Pages
import Web

extension PageRequest {
  /// Which laptops within reach a period's numbers cover.
  func coverage(of period: Period, within reached: ReachedWork) throws -> Coverage {
    try centre.inspect { records in
      try Coverage(
        of: period, today: today, LaptopReport.gather(records.store).filter(reached.covers),
        CentreShortfall(records.store)
      ).awaiting(
        records.awaitedRulings(in: period, where: reached.holds(scope:)),
        isTold: reached.clearsRecords)
    }
  }

  /// The strip of a coverage, in words for whoever looks: coordinators alone can enrol a laptop.
  func strip(_ coverage: Coverage) -> HTML {
    CoverageStrip(
      coverage, today: today, enrols: Access.coordinator.allows(account?.rights),
      carriedPath: carriedPath(coverage)
    ).html(language)
  }

  /// Where the laptops are whose work is carried by hand, for whoever may open their list.
  func carriedPath(_ coverage: Coverage) -> String? {
    guard Access.overview.allows(account?.rights) else { return nil }
    return LaptopListPage.carriedPath(coverage)
  }

  /// The strip of a period; of what has been going on until today where none is given.
  func strip(of period: Period? = nil, within reached: ReachedWork) throws -> HTML {
    guard let period = period ?? Period(.day, holding: today) else { return .empty }
    return strip(try coverage(of: period, within: reached))
  }

  /// The code of a record, as the way to its page for whoever may open it.
  func recordCell(_ code: String) -> HTML {
    Access.coordinator.allows(account?.rights) ? CentreForms.link(code) : .text(code)
  }

  /// The unit that the address names, for whoever sees the whole centre; nil for none.
  func askedUnit(_ name: String, within reached: ReachedWork) -> String? {
    guard reached.isEverything, let typed = http.query[name], Self.isUnitCode(typed) else {
      return nil
    }
    return typed
  }

  /// Whether a text is written like the national code of a unit.
  static func isUnitCode(_ text: String) -> Bool {
    text.utf8.count == 5 && text.utf8.allSatisfy { 48...57 ~= $0 }
  }

  /// The units of a day by name, for whoever may choose among all of them.
  func units(on day: LocalDate) throws -> [(value: String, words: BilingualText)] {
    let named = try centre.read { reader in
      let map = try PlaceMap(reader)
      return Set(map.entries.filter { $0.isValid(on: day) }.map(\.unit)).map { code in
        (code: code, name: map.name(of: code, on: day) ?? code)
      }
    }
    return named.map { (VietnameseCollation.sortKey($0.name), $0) }.sorted {
      $0.0 == $1.0 ? $0.1.code < $1.1.code : $0.0.lexicographicallyPrecedes($1.0)
    }.map { (value: $0.1.code, words: BilingualText(same: $0.1.name)) }
  }
}
