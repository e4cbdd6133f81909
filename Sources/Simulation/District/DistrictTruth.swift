import FieldWork

/// What the centre has of a plan at a moment: every record as its last word stands by then.
///
/// It is worked out from the plan alone, record by record. No store and no counting code has a part
/// in it.
struct DistrictTruth {
  /// A visit that stands.
  struct Visit {
    var plan: DistrictPlan.Visit
    /// The day it counts under; nil where the centre does not believe the date.
    var date: LocalDate?
    var isVoided: Bool
  }

  /// What an assist counts as.
  enum Verdict: Hashable {
    case counted
    case provisional(String)
    case other(String)
  }

  /// An assist that has come.
  struct Assist {
    var plan: DistrictPlan.Assist
    var visit: Visit
    var verdict: Verdict
    var isVoided: Bool
  }

  /// A dossier that stands.
  struct Submission {
    var plan: DistrictPlan.Submission
    var assist: DistrictPlan.Assist
    var visit: DistrictPlan.Visit
    var date: LocalDate
  }

  private(set) var visits: [Visit] = []
  private(set) var assists: [Assist] = []
  private(set) var submissions: [Submission] = []
  /// What stands of everything else.
  private(set) var notes: [DistrictPlan.Note] = []
  /// Sessions.
  private(set) var sessions: [DistrictPlan.Session] = []
  /// What the centre has said of records of persons that it has.
  private(set) var links: [DistrictPlan.Link] = []
  private let plan: DistrictPlan
  private let moment: Int

  /// Looks at the centre at a moment.
  init(_ plan: DistrictPlan, at moment: Int) {
    self.plan = plan
    self.moment = moment
    let visits = plan.visits.map { visit in
      Visit(
        plan: visit, date: date(of: visit),
        isVoided: hasCome(visit.voidedAt, from: visit.laptop))
    }
    self.visits = visits.filter { hasCome($0.plan.moment, from: $0.plan.laptop) && !$0.isVoided }
    for assist in plan.assists {
      let visit = visits[assist.visit]
      guard hasCome(visit.plan.moment, from: visit.plan.laptop) else { continue }
      let isVoided = hasCome(assist.voidedAt, from: visit.plan.laptop)
      assists.append(
        Assist(
          plan: assist, visit: visit, verdict: verdict(of: assist, at: visit, isVoided: isVoided),
          isVoided: isVoided || visit.isVoided))
    }
    for submission in plan.submissions {
      let assist = plan.assists[submission.assist]
      let visit = plan.visits[assist.visit]
      guard hasCome(visit.moment, from: visit.laptop),
        !hasCome(submission.voidedAt, from: visit.laptop)
      else { continue }
      submissions.append(
        Submission(
          plan: submission, assist: assist, visit: visit, date: plan.order.date(visit.day)))
    }
    notes = plan.notes.filter {
      hasCome($0.moment, from: $0.laptop) && !hasCome($0.voidedAt, from: $0.laptop)
    }
    sessions = plan.sessions.filter { hasCome($0.moment, from: $0.laptop) }
    if moment >= plan.settlement {
      links = plan.links.filter { hasCome(person: $0.one) && hasCome(person: $0.other) }
    }
  }

  /// Whether the centre has a record of a person.
  func hasCome(person: Int) -> Bool {
    guard let number = plan.people[person].visit else { return true }
    return hasCome(plan.visits[number].moment, from: plan.visits[number].laptop)
  }

  private func hasCome(_ written: Int?, from laptop: Int) -> Bool {
    guard let written, let arrival = plan.schedule.arrival(of: written, from: laptop) else {
      return false
    }
    return arrival <= moment
  }

  /// A date that was copied from a wrong clock counts as it was written, until it is put right; one
  /// that lies years off is asked back, and is none until then.
  private func date(of visit: DistrictPlan.Visit) -> LocalDate? {
    let day = plan.order.date(visit.day)
    guard visit.shift != 0, !hasCome(visit.correctedAt, from: visit.laptop) else { return day }
    return abs(visit.shift) > 365 ? nil : day.adding(days: visit.shift)
  }

  /// Counted is what was completed or submitted, with a proof, and not taken back.
  private func verdict(
    of assist: DistrictPlan.Assist, at visit: Visit, isVoided: Bool
  ) -> Verdict {
    if isVoided { return .other("voided") }
    if visit.isVoided { return .other("visit-voided") }
    switch assist.outcome {
    case .blocked: return .other("blocked")
    case .advised: return .other("advised")
    case .refused: return .other("refused")
    case .completed, .submitted: break
    }
    if visit.date == nil { return .provisional("date-missing") }
    let isProved =
      assist.evidence != nil || hasCome(assist.provedAt, from: visit.plan.laptop)
    return isProved ? .counted : .provisional("evidence-missing")
  }

  /// Conflicts that nobody has settled: fields that two laptops wrote, neither knowing of the other,
  /// and both of which have come.
  var conflicts: Int {
    plan.editPairs.count { pair in
      let schedule = plan.schedule
      return hasCome(pair.first.moment, from: pair.first.laptop)
        && hasCome(pair.second.moment, from: pair.second.laptop)
        && !schedule.knew(
          pair.second.laptop, at: pair.second.moment, of: pair.first.moment,
          by: pair.first.laptop)
    }
  }

  /// Second records of persons of whom nobody has said anything, beside their first ones.
  var openTwins: [(one: Int, other: Int)] {
    plan.people.indices.compactMap { number in
      guard let first = plan.people[number].sameAs, hasCome(person: number),
        hasCome(person: first),
        !links.contains(where: { $0.one == number || $0.other == number })
      else { return nil }
      return (first, number)
    }
  }
}
