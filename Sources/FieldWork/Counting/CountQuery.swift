import SyncProtocol

/// What a count is divided by.
package enum CountDimension: String, CaseIterable, Hashable, Sendable {
  /// The team of the visit.
  case team
  /// Members who took part; two at one sitting are both credited, so members' numbers may add up
  /// to more than the total.
  case member
  /// Procedure or service.
  case service
  /// How residents were helped.
  case mode
  /// What came of it.
  case outcome
  /// Why it was blocked.
  case blockedReason = "blocked-reason"
  /// The day of the visit.
  case day
  /// The ISO week of the visit.
  case week
  /// The month of the visit.
  case month

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .team: BilingualText(vi: "tổ", en: "team")
    case .member: BilingualText(vi: "thành viên", en: "member")
    case .service: BilingualText(vi: "thủ tục, dịch vụ", en: "service")
    case .mode: BilingualText(vi: "cách hỗ trợ", en: "mode")
    case .outcome: BilingualText(vi: "kết quả", en: "outcome")
    case .blockedReason: BilingualText(vi: "lý do vướng", en: "blocked reason")
    case .day: BilingualText(vi: "ngày", en: "day")
    case .week: BilingualText(vi: "tuần", en: "week")
    case .month: BilingualText(vi: "tháng", en: "month")
    }
  }

  /// Reads `team,service`; nil when a name is unknown or stands twice.
  package static func parse(list text: String) -> [CountDimension]? {
    guard text.utf8.count <= 200 else { return nil }
    var dimensions: [CountDimension] = []
    for name in text.split(separator: ",") {
      let trimmed = String(name.filter { !$0.isWhitespace })
      guard let dimension = CountDimension(rawValue: trimmed), !dimensions.contains(dimension)
      else { return nil }
      dimensions.append(dimension)
    }
    return dimensions
  }

  /// Whether a visit has a value for it without looking at its assists.
  var dividesVisits: Bool {
    switch self {
    case .team, .member, .day, .week, .month: true
    case .service, .mode, .outcome, .blockedReason: false
    }
  }

  /// Whether a submission has a value for it.
  var dividesSubmissions: Bool {
    switch self {
    case .team, .service, .day, .week, .month: true
    case .member, .mode, .outcome, .blockedReason: false
    }
  }
}

/// A question to the counting function.
package struct CountQuery: Hashable, Sendable {
  /// The period, by the local date of the visit, never by arrival.
  package var period: Period
  /// What the numbers are divided by, outermost first.
  package var dimensions: [CountDimension]
  /// Only this team.
  package var team: RowID?
  /// Only what this member took part in.
  package var member: RowID?
  /// Only what happened on this territory, whatever it was called then; nil for all.
  package var territory: Territory?

  /// Asks for a period.
  package init(
    _ period: Period, by dimensions: [CountDimension] = [], team: RowID? = nil,
    member: RowID? = nil, territory: Territory? = nil
  ) {
    self.period = period
    self.dimensions = dimensions
    self.team = team
    self.member = member
    self.territory = territory
  }

  /// The territory as a condition on rows with a scope and a household; no condition without one.
  func inTerritory(scope: String, household: String) -> String {
    territory?.condition(scope: scope, household: household) ?? "TRUE"
  }
}

/// Where a group stands along one dimension.
package enum CountKey: Hashable, Sendable {
  /// A team or member; nil where none is recorded.
  case row(RowID?)
  /// A code of a service or blocked reason; nil where none is recorded.
  case code(String?)
  /// A mode; nil where none is recorded or this version does not know it.
  case mode(AssistMode?)
  /// An outcome; nil where none is recorded or this version does not know it.
  case outcome(AssistOutcome?)
  /// The first day of a day, week or month.
  case date(LocalDate)

  /// Text for `--json` and exports: a row id, a code, a stable name or an ISO date; nil for "none
  /// recorded".
  package var text: String? {
    switch self {
    case .row(let id): id.map { String($0.rawValue) }
    case .code(let code): code
    case .mode(let mode): mode?.name
    case .outcome(let outcome): outcome?.name
    case .date(let date): date.iso
    }
  }

  /// An order that is the same on every machine; groups without a value come last.
  var order: (Int, Int64, String) {
    switch self {
    case .row(let id): (id == nil ? 1 : 0, id?.rawValue ?? 0, "")
    case .code(let code): (code == nil ? 1 : 0, 0, code ?? "")
    case .mode(let mode): (mode == nil ? 1 : 0, mode?.rawValue ?? 0, "")
    case .outcome(let outcome): (outcome == nil ? 1 : 0, outcome?.rawValue ?? 0, "")
    case .date(let date): (0, Int64(date.daysSince1970), "")
    }
  }
}

/// The numbers of a period or group: four kinds that are never mixed.
package struct CountNumbers: Hashable, Sendable {
  /// Attempts at households; nil where a visit has no such property, which is not 0.
  package var visits: Int?
  /// Assists that count.
  package var countedAssists = 0
  /// Assists that are saved and would count once something is mended.
  package var provisionalAssists = 0
  /// Assists that do not count.
  package var otherAssists = 0
  /// Distinct residents with at least one counted assist: persons, however many rows they have.
  package var residents = 0
  /// The same at most: more than `residents` where it is disputed who is the same person.
  package var residentsAtMost = 0
  /// Counted assists of residents who wished no record of themselves; in no resident's number.
  package var anonymousAssists = 0
  /// Dossiers filed; nil where a dossier has no such property, which is not 0.
  package var submissions: Int?
  /// Assists that a person voided, or whose visit was; among the others above.
  package var voidedAssists = 0
  /// Assists that stand and name no resident, whatever they count as.
  package var unnamedAssists = 0
  /// Distinct residents with any assist that stands: how big the group is, for suppression.
  package var involvedResidents = 0

  /// Nothing counted yet.
  package init() {}

  /// All assists, whatever they count as.
  package var assists: Int { countedAssists + provisionalAssists + otherAssists }
  /// All assists that nobody voided, whatever came of them.
  package var standingAssists: Int { assists - voidedAssists }
}
