/// Finds communes by the names of today and of before, with or without marks.
package enum PlaceSearch {
  /// A found commune of today, or a former one with what it became.
  package enum Match: Hashable, Sendable {
    case current(Commune)
    /// `became` are the communes of today; several when it was split.
    case former(FormerCommune, became: [Commune])
    /// A unit from before the last list, whose code was used again.
    case earlier(PlaceUnit, became: [Commune])
  }

  /// One result of a search.
  package struct Hit: Hashable, Sendable {
    /// The place itself.
    package let match: Match
    /// How the weakest word of the query was met.
    package let level: SearchIndex.Level
  }

  /// The best places for a name, a name with province or district, or a code.
  ///
  /// Communes of today come before former ones that match as well. Papers still carry the old
  /// names, therefore both are searched.
  package static func find(_ query: String, limit: Int = 20) -> [Hit] {
    index.search(query, limit: limit).compactMap { hit in
      match(hit.id).map { Hit(match: $0, level: hit.level) }
    }
  }

  /// The communes of today that a former commune's territory went to, the default part first.
  package static func became(_ former: FormerCommune) -> [Commune] {
    let ordered = former.successors.filter(\.isDefault) + former.successors.filter { !$0.isDefault }
    return ordered.compactMap { Communes.commune(code: $0.code) }
  }

  private static let formerStart = 100_000
  private static let earlierStart = 200_000

  private static func match(_ id: Int64) -> Match? {
    let number = Int(id)
    if number >= earlierStart {
      let unit = PlaceLineage.recorded[number - earlierStart]
      let next = Communes.formerCommune(code: unit.nextCode)
      return .earlier(unit, became: next.map(became) ?? [])
    }
    if number >= formerStart {
      let former = Communes.former[number - formerStart]
      return .former(former, became: became(former))
    }
    return .current(Communes.all[number])
  }

  private static let index: SearchIndex = {
    var index = SearchIndex()
    for (number, commune) in Communes.all.enumerated() {
      let province = Provinces.province(code: commune.provinceCode)?.name ?? ""
      index.add(
        id: Int64(number), fields: [commune.name, "\(commune.fullName), \(province)", commune.code])
    }
    for (number, former) in Communes.former.enumerated() {
      let province = Provinces.formerProvince(code: former.provinceCode)?.name ?? ""
      index.add(
        id: Int64(formerStart + number),
        fields: [former.name, "\(former.fullName), \(former.district), \(province)", former.code],
        precedence: 1)
    }
    for (number, unit) in PlaceLineage.recorded.enumerated() where !unit.nextCode.isEmpty {
      index.add(
        id: Int64(earlierStart + number),
        fields: ["\(unit.fullName), \(unit.district), \(unit.province)", unit.code],
        precedence: 2)
    }
    return index
  }()
}
