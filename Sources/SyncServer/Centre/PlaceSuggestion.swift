import FieldWork

/// A place that somebody may have meant.
package struct PlaceSuggestion: Sendable, Equatable {
  /// The code to type.
  package let code: String
  /// Its name with that of its province.
  package let name: String

  private init(_ commune: Commune) {
    code = commune.code
    let province = Provinces.province(code: commune.provinceCode)?.name
    name = [commune.fullName, province].compactMap(\.self).joined(separator: ", ")
  }

  private init(_ province: Province) {
    code = province.code
    name = province.name
  }

  /// Up to five places for a code or name of today or of before July 2025.
  package static func find(_ text: String) -> [PlaceSuggestion] {
    var found: [PlaceSuggestion] = []
    if let former = Provinces.formerProvince(code: text),
      let province = Provinces.province(code: former.successorCode)
    {
      found.append(PlaceSuggestion(province))
    }
    let wanted = SearchFold.base(String(text.prefix(100)))
    if !wanted.isEmpty {
      for province in Provinces.all where SearchFold.base(province.name).hasSuffix(wanted) {
        found.append(PlaceSuggestion(province))
      }
    }
    for hit in PlaceSearch.find(String(text.prefix(100)), limit: 5) {
      switch hit.match {
      case .current(let commune): found.append(PlaceSuggestion(commune))
      case .former(_, let became), .earlier(_, let became):
        found += became.map(PlaceSuggestion.init)
      }
    }
    var seen: Set<String> = []
    return Array(found.filter { seen.insert($0.code).inserted }.prefix(5))
  }
}
