/// A unit in the history of a code that was used again.
package struct PlaceUnit: Hashable, Sendable {
  /// Five digits; another unit may have borne the same ones at another time.
  package let code: String
  /// Nil when the start is not known; units of long ago.
  package let validFrom: LocalDate?
  /// The last day; nil while valid.
  package let validTo: LocalDate?
  /// The name with its kind: Thị trấn Dùng.
  package let fullName: String
  /// The district with its kind; empty since July 2025, when districts ended.
  package let district: String
  /// The name of the province of that time, with its kind; empty when not on file.
  package let province: String
  /// The names or codes of the units it was made of, parted by semicolons; empty when not on file.
  package let formedFrom: String
  /// Where the dates come from; says so where one is uncertain.
  package let basis: String
  /// The code of the unit before July 2025 that it went into; empty for units that lasted till then.
  package let nextCode: String

  /// Whether the unit existed on the day.
  package func isValid(on date: LocalDate) -> Bool {
    validFrom.map { $0 <= date } ?? true && validTo.map { date <= $0 } ?? true
  }
}

/// What a code named, and when: 17713 was Thanh Chương town, then Dùng, and is Đại Đồng now.
package enum PlaceLineage {
  /// The units whose history is recorded, by code and time.
  package static let recorded: [PlaceUnit] = {
    var units: [PlaceUnit] = []
    ReferenceLines.forEach(LineageData.text) { fields in
      let kind = CommuneKind(letter: fields.letter(3))
      units.append(
        PlaceUnit(
          code: fields[0], validFrom: fields.date(1), validTo: fields.date(2),
          fullName: "\(kind.label()) \(fields[4])", district: fields[5], province: fields[6],
          formedFrom: fields[7], basis: fields[8], nextCode: fields[9]))
    }
    return units
  }()

  /// All units that the code is known to have named, oldest first.
  package static func units(code: String) -> [PlaceUnit] {
    var units = recorded.filter { $0.code == code }
    let lastFormerDay = Commune.validFrom.adding(days: -1)
    if !units.contains(where: { $0.validTo == lastFormerDay }),
      let former = Communes.formerCommune(code: code)
    {
      let province = Provinces.formerProvince(code: former.provinceCode)?.name ?? ""
      units.append(
        PlaceUnit(
          code: code, validFrom: nil, validTo: lastFormerDay, fullName: former.fullName,
          district: former.district, province: province, formedFrom: "", basis: "",
          nextCode: ""))
    }
    if !units.contains(where: { $0.validTo == nil }), let commune = Communes.commune(code: code) {
      let province = Provinces.province(code: commune.provinceCode)?.name ?? ""
      let names = Communes.predecessors(ofCommune: code).map(\.fullName)
      units.append(
        PlaceUnit(
          code: code, validFrom: Commune.validFrom, validTo: nil, fullName: commune.fullName,
          district: "", province: province, formedFrom: names.joined(separator: "; "), basis: "",
          nextCode: ""))
    }
    return units.sorted { ($0.validTo ?? .latest) < ($1.validTo ?? .latest) }
  }
}
