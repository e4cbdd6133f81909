/// What became of a unit or hamlet, or what it was made of, at one change.
package struct UnitRelation: Hashable, Sendable {
  /// The code of the other unit; the record code of a hamlet.
  package let code: String
  /// Its name with its kind.
  package let name: String
  /// The first day of the new state.
  package let on: LocalDate
  /// Whether only a part of the older one's territory is meant.
  package let isPart: Bool
}

/// One unit in time, by its key: the code and the day from which it is valid.
package struct UnitPeriod: Hashable, Sendable {
  /// Five digits, or the record code of a hamlet.
  package let code: String
  /// The first day; nil when it is not known.
  package let validFrom: LocalDate?
  /// The last day; nil while it is valid.
  package let validTo: LocalDate?
  /// The name with its kind.
  package let name: String
  /// What it lay in: district and province, or the unit of a hamlet.
  package let within: String
  /// Where the dates come from; empty for the list of communes itself.
  package let basis: String
  /// What it was made of, by code.
  package var predecessors: [UnitRelation]
  /// What it became, by code.
  package var successors: [UnitRelation]
}

extension PlaceLineage {
  /// Every unit that the code is known to have named, oldest first, with what each was made of and
  /// what it became.
  package static func history(code: String) -> [UnitPeriod] {
    units(code: code).map { unit in
      UnitPeriod(
        code: unit.code, validFrom: unit.validFrom, validTo: unit.validTo, name: unit.fullName,
        within: [unit.district, unit.province].filter { !$0.isEmpty }.joined(separator: ", "),
        basis: unit.basis, predecessors: predecessors(of: unit), successors: successors(of: unit))
    }
  }

  private static func successors(of unit: PlaceUnit) -> [UnitRelation] {
    guard let next = unit.validTo?.adding(days: 1) else { return [] }
    if next == Commune.validFrom, let former = Communes.formerCommune(code: unit.code) {
      return former.successors.compactMap { successor in
        Communes.commune(code: successor.code).map {
          UnitRelation(code: $0.code, name: $0.fullName, on: next, isPart: successor.isPart)
        }
      }
    }
    return units(code: unit.nextCode).filter { $0.isValid(on: next) }.map {
      UnitRelation(code: $0.code, name: $0.fullName, on: next, isPart: false)
    }
  }

  private static func predecessors(of unit: PlaceUnit) -> [UnitRelation] {
    guard let from = unit.validFrom else { return [] }
    if from == Commune.validFrom {
      return Communes.predecessors(ofCommune: unit.code).map { former in
        let extent = former.successors.first { $0.code == unit.code }
        return UnitRelation(
          code: former.code, name: "\(former.fullName), \(former.district)", on: from,
          isPart: extent?.isPart ?? false)
      }
    }
    return recorded.filter {
      $0.nextCode == unit.code && $0.validTo?.adding(days: 1) == from
    }.map { UnitRelation(code: $0.code, name: $0.fullName, on: from, isPart: false) }
  }
}
