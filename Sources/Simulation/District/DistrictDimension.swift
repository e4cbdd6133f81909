import FieldWork

/// What the records of a truth are grouped by: for each kind of record the groups in which it stands,
/// nil where such a record has no such property.
struct DistrictDimension {
  let name: String
  var visit: ((DistrictTruth.Visit) -> [String])?
  var assist: ((DistrictTruth.Assist) -> [String])?
  var submission: ((DistrictTruth.Submission) -> [String])?

  /// All dimensions that are asked about.
  ///
  /// - Parameters:
  ///   - day: the day whose hamlets and communes are meant.
  ///   - isSettled: whether the centre has said in which part households of a split hamlet live.
  static func all(
    _ plan: DistrictPlan, on day: LocalDate, isSettled: Bool
  ) -> [String: DistrictDimension] {
    let places = DistrictPlaces(plan, on: day, isSettled: isSettled)
    let visits: [(String, (DistrictPlan.Visit) -> [String])] = [
      ("unit", { [places.commune(of: $0.household)] }),
      ("hamlet", { [places.hamlet(of: $0.household)] }),
      ("team", { [plan.hamlets[plan.laptops[$0.laptop].hamlet].team] }),
      ("channel", { [$0.channel] }),
      ("campaign", { [$0.campaign.map { plan.campaigns[$0].name } ?? ""] }),
      ("session-kind", { [$0.session.map { plan.sessions[$0].kind.rawValue } ?? ""] }),
      ("household-kind", { [plan.households[$0.household].kind.name] }),
    ]
    var dimensions = visits.map { name, keys in
      DistrictDimension(
        name: name, visit: { keys($0.plan) }, assist: { keys($0.visit.plan) },
        submission: { keys($0.visit) })
    }
    let spans: [(String, (LocalDate) -> String)] = [
      ("day", \.iso), ("week", { $0.adding(days: 1 - $0.weekday).iso }),
      ("month", { $0.adding(days: 1 - $0.day).iso }),
    ]
    dimensions += spans.map { name, key in
      DistrictDimension(
        name: name, visit: { $0.date.map { [key($0)] } ?? [] },
        assist: { $0.visit.date.map { [key($0)] } ?? [] }, submission: { [key($0.date)] })
    }
    dimensions += [
      DistrictDimension(
        name: "member", visit: { plan.participants(of: $0.plan) },
        assist: { plan.participants(of: $0.visit.plan) }),
      DistrictDimension(
        name: "visit-outcome", visit: { [$0.plan.outcome.name] },
        assist: { [$0.visit.plan.outcome.name] }),
      DistrictDimension(
        name: "service", assist: { [$0.plan.service] }, submission: { [$0.assist.service] }),
      DistrictDimension(name: "mode", assist: { [$0.plan.mode.name] }),
      DistrictDimension(name: "language", assist: { [$0.plan.language ?? ""] }),
      DistrictDimension(name: "outcome", assist: { [$0.plan.outcome.name] }),
      DistrictDimension(
        name: "blocked-reason", assist: { [$0.plan.blockedReason?.rawValue ?? ""] }),
      DistrictDimension(name: "submission-channel", submission: { [$0.plan.channel.name] }),
    ]
    return Dictionary(dimensions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Where households lie on a day, as the reform of a plan says.
struct DistrictPlaces {
  private let plan: DistrictPlan
  private let isReformed: Bool
  private let isSettled: Bool

  init(_ plan: DistrictPlan, on day: LocalDate, isSettled: Bool) {
    self.plan = plan
    isReformed = day >= plan.order.date(plan.reform.day)
    self.isSettled = isSettled
  }

  /// The name of the hamlet; of a split one the old name, until somebody has said which part is
  /// meant.
  func hamlet(of household: Int) -> String {
    let hamlet = plan.households[household].hamlet
    guard isReformed else { return plan.hamlets[hamlet].name }
    if plan.reform.joined.contains(hamlet) { return plan.reform.joinedName }
    if isSettled, let part = plan.reform.settled[household] { return plan.reform.parts[part].name }
    return plan.hamlets[hamlet].name
  }

  /// The code of the commune; empty where a border runs through the hamlet and nobody has said on
  /// which side the household lives.
  func commune(of household: Int) -> String {
    let hamlet = plan.households[household].hamlet
    var commune = plan.hamlets[hamlet].commune
    if isReformed, hamlet == plan.reform.split, plan.reform.isBorderMoved {
      guard isSettled, let part = plan.reform.settled[household] else { return "" }
      commune = plan.reform.parts[part].commune
    }
    if isReformed, let merged = plan.reform.merged, merged.from == commune { commune = merged.into }
    return plan.order.communes[commune].code
  }
}

extension DistrictPlan {
  /// The names of those who took part in a visit.
  func participants(of visit: Visit) -> [String] {
    let laptop = laptops[visit.laptop]
    return [members[laptop.member].name]
      + (visit.isAccompanied ? [members[laptop.companion].name] : [])
  }
}

extension DistrictPlan.Visit {
  /// Where it took place, as `ChoiceList.visitChannel` names it.
  var channel: String { session == nil ? "home" : "support-point" }
}
