import SyncProtocol

/// A procedure as it holds on a day at a unit: what the directory says there, over what the program
/// brings.
///
/// Each thing is taken from the nearest unit that says it, the commune before its province and that
/// before the country; of one unit's versions from the one that began last.
package struct ProcedureInForce: Sendable {
  /// Its national code.
  package let code: String
  /// The versions that hold, the nearest first.
  package let versions: [ProcedureVersion]
  /// Why it does not hold on the day, where the directory says so; nil where it does.
  package let lapse: Lapse?
  private let shipped: Procedure?
  private let latestName: String?

  /// Why a procedure does not hold on a day.
  package enum Lapse: Hashable, Sendable {
    /// It ended with this day.
    case ended(LocalDate)
    /// It holds from this day on.
    case notBefore(LocalDate)
    /// It holds at other units only.
    case elsewhere
  }

  /// What holds; nil for a code that neither the program nor the directory knows.
  package init?(
    code: String, _ versions: [ProcedureVersion], of unit: String?, on day: LocalDate
  ) {
    let shipped = Procedures.procedure(code: code)
    guard shipped != nil || !versions.isEmpty else { return nil }
    self.code = shipped?.code ?? code
    self.shipped = shipped
    latestName = versions.last { $0.name != nil }?.name
    let reach = UnitReach(of: unit)
    let near = versions.compactMap { version in
      reach.nearness(of: version.unit).map { (version: version, nearness: $0) }
    }
    // Versions come by their first day: the last of a unit that has begun is the one that speaks.
    let begun = near.filter { $0.version.validFrom.map { $0 <= day } ?? true }
    let valid = begun.enumerated().filter { $0.element.version.isValid(on: day) }
    self.versions =
      valid.sorted {
        ($0.element.nearness, $0.offset) > ($1.element.nearness, $1.offset)
      }.map(\.element.version)
    // What was abolished in the whole country is gone, whatever a commune still promises for it.
    let national = begun.filter { $0.nearness == .country }.map(\.version)
    let isAbolished = !national.isEmpty && !national.contains { $0.isValid(on: day) }
    if isAbolished, let ended = national.compactMap(\.validTo).max() {
      lapse = .ended(ended)
    } else if shipped == nil, self.versions.isEmpty {
      lapse =
        begun.compactMap(\.version.validTo).max().map(Lapse.ended)
        ?? near.compactMap(\.version.validFrom).min().map(Lapse.notBefore) ?? .elsewhere
    } else {
      lapse = nil
    }
  }

  /// The nearest version that holds; nil where the program's own catalogue alone does.
  package var version: ProcedureVersion? { versions.first }

  /// Whether another version of the same unit began on the same day as the nearest, so that which of them
  /// is meant nobody can tell from the data.
  package var isDisputed: Bool {
    versions.dropFirst().contains {
      $0.unit == version?.unit && $0.validFrom == version?.validFrom
    }
  }

  /// Its name, that of another day where none holds; the code where nobody wrote one.
  package var name: BilingualText {
    let written = versions.lazy.compactMap(\.name).first ?? latestName
    return BilingualText(
      vi: written ?? shipped?.name ?? code,
      en: shipped?.nameEnglish ?? written ?? shipped?.name ?? code)
  }

  /// How much of it is offered online.
  package var serviceLevel: StoredServiceLevel? {
    versions.lazy.compactMap(\.serviceLevel).first
      ?? shipped.map { StoredServiceLevel($0.serviceLevel) }
  }

  /// The fee in đồng by a channel, where it is a plain amount.
  package func fee(by channel: ProcedureChannel) -> Int64? {
    versions.lazy.compactMap(\.fee).first
      ?? shipped.flatMap { SubmissionTerms.fee(of: $0, by: channel) }
  }

  /// The law's limit with the decision that says so.
  package var statutoryLimit: ProcessingLimits.Entry? {
    let own = versions.lazy.compactMap { version in
      version.limit.map {
        ProcessingLimits.Entry($0, .statutory, from: .earliest, source: version.source ?? "")
      }
    }.first
    return own
      ?? shipped?.term.map {
        ProcessingLimits.Entry($0, .statutory, from: .earliest, source: Procedure.source)
      }
  }

  /// The unit's own limit with the decision that says so.
  package var localLimit: ProcessingLimits.Entry? {
    versions.lazy.compactMap { version in
      version.localLimit.map {
        ProcessingLimits.Entry($0, .local, from: .earliest, source: version.source ?? "")
      }
    }.first
  }

  /// The limit that people are told: the unit's own where it has one, else the law's.
  package var limit: ProcessingLimits.Entry? { localLimit ?? statutoryLimit }
}

extension RecordReader {
  /// A procedure as it holds on a day at a unit; nil for an unknown code.
  package func procedure(
    _ code: String, of unit: String?, on day: LocalDate
  ) throws -> ProcedureInForce? {
    guard code.utf8.count <= ServiceNames.maximumCodeBytes else { return nil }
    let code = code.filter { !$0.isWhitespace }
    return ProcedureInForce(code: code, try procedureVersions(code), of: unit, on: day)
  }

  /// Why what an assist is about does not hold on a day at a unit; nil where it does.
  ///
  /// A service is in force on the days that the directory gives it, where it gives any.
  package func lapse(
    ofService code: String, of unit: String?, on day: LocalDate
  ) throws -> ProcedureInForce.Lapse? {
    let spans = try connection.rows(
      """
      SELECT valid_from, valid_to FROM service
      WHERE code = ? AND hidden IS NULL AND void_reason IS NULL
      """, .text(code)
    ) { statement in
      var row = ColumnReader(statement)
      return (from: try row.date(), to: try row.date())
    }
    let isValid = spans.contains {
      $0.from.map { $0 <= day } ?? true && $0.to.map { day <= $0 } ?? true
    }
    guard !spans.isEmpty else {
      return FieldService(rawValue: code) == nil
        ? try procedure(code, of: unit, on: day)?.lapse : nil
    }
    guard !isValid else { return nil }
    if let ended = spans.compactMap(\.to).filter({ $0 < day }).max() { return .ended(ended) }
    return spans.compactMap(\.from).min().map(ProcedureInForce.Lapse.notBefore)
  }
}
