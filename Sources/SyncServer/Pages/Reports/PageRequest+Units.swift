import FieldWork
import Pages

extension PageRequest {
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
