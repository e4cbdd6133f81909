import SQLite
import SyncProtocol

/// All of a procedure that bears on a rate: its level in the catalogue, and the dossiers of the
/// period.
struct ProcedureFacts: MeasuredFacts {
  let code: String
  /// How much of it is offered online as of the day; nil where it is in no catalogue of that day.
  let level: StoredServiceLevel?
  /// Whether a dossier of it was filed online.
  var isFiledOnline = false
  /// Whether a dossier of it had a fee; nil where it is not known of all, and of none that it had.
  var hasFee: Bool? = false
  /// Whether a fee was paid online; nil where nobody recorded it.
  var isPaidOnline: Bool? = false

  var identity: MeasuredIdentity { .procedure(code) }
  var note: BilingualText? { level?.words }

  init(_ code: String, _ level: StoredServiceLevel?) {
    self.code = code
    self.level = level
  }

  /// Adds a dossier: one that is surely so decides, one that is not known leaves it open.
  mutating func add(_ dossier: DossierFacts) {
    if dossier.channel == .online { isFiledOnline = true }
    hasFee = Self.either(hasFee, dossier.hasFee)
    guard dossier.hasFee != false else { return }
    isPaidOnline = Self.either(isPaidOnline, dossier.isPaidOnline)
  }

  private static func either(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == true || right == true { return true }
    return left == nil || right == nil ? nil : false
  }
}

/// Which procedures are offered, and how much of each online, as of a day.
package struct ServiceCatalogue: Sendable {
  /// The level of each procedure, by code.
  package let levels: [String: StoredServiceLevel]

  /// How many have a level.
  package func count(_ level: StoredServiceLevel) -> Int { levels.values.count { $0 == level } }
}

extension RecordReader {
  /// The catalogue of a day: what the directory says, over what the national portal showed. The
  /// portal's state is taken from the day on which it was gathered, never before it.
  ///
  /// - Parameter unit: the commune or province that is asked about; what the directory says of it,
  ///   of its province and of the whole country holds, the nearest first. Nil takes all there is.
  package func catalogue(on day: LocalDate, of unit: String? = nil) throws -> ServiceCatalogue {
    var levels: [String: StoredServiceLevel] = [:]
    for procedure in Procedures.all where procedure.asOf <= day {
      levels[procedure.code] = StoredServiceLevel(procedure.serviceLevel)
    }
    let reach = UnitReach(of: unit)
    let versions = try connection.rows(
      """
      SELECT code, unit, service_level FROM procedure_version
      WHERE hidden IS NULL AND void_reason IS NULL AND code IS NOT NULL
        AND coalesce(valid_from, ?1) <= ?1 AND coalesce(valid_to, ?1) >= ?1
      ORDER BY valid_from, rid
      """, .integer(Int64(day.daysSince1970))
    ) {
      (
        code: try $0.text(at: 0), unit: try $0.optionalText(at: 1),
        level: StoredServiceLevel(stored: try $0.optionalInteger(at: 2))
      )
    }
    var nearness: [String: UnitReach.Nearness] = [:]
    for version in versions {
      let near = unit == nil ? .country : reach.nearness(of: version.unit)
      guard let near, near >= nearness[version.code] ?? .country, let level = version.level else {
        continue
      }
      nearness[version.code] = near
      levels[version.code] = level
    }
    return ServiceCatalogue(levels: levels)
  }

  /// The procedures of a catalogue and of dossiers, by code.
  func procedureFacts(
    _ query: CountQuery, _ catalogue: ServiceCatalogue, _ dossiers: [DossierFacts]
  ) throws -> [ProcedureFacts] {
    let levels = catalogue.levels
    var kept = Set(levels.keys)
    for dimension in [CountDimension.service, .procedure, .sector] {
      guard let filter = query.filters[dimension] else { continue }
      let resolve = try dimension.meaning.resolver(self, query.frame)
      kept = kept.filter { filter.contains(resolve?(.text($0)) ?? .text($0)) }
    }
    var procedures: [String: ProcedureFacts] = [:]
    for code in kept { procedures[code] = ProcedureFacts(code, levels[code]) }
    for dossier in dossiers {
      guard let code = dossier.procedure else { continue }
      procedures[code, default: ProcedureFacts(code, levels[code])].add(dossier)
    }
    return procedures.values.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
  }
}
