/// One thing that somebody types into a laptop of a district.
struct DistrictAct {
  /// What is typed; the numbers name things of the plan.
  enum Kind {
    case session(Int)
    /// A visit with whom it meets, its assists and their dossiers.
    case visit(Int)
    case correctDate(visit: Int)
    case voidVisit(Int)
    case prove(assist: Int)
    case voidAssist(Int)
    case finish(submission: Int)
    case voidSubmission(Int)
    case note(Int)
    case voidNote(Int)
    case phone(DistrictPlan.PhoneEdit)
  }

  let moment: Int
  let kind: Kind
}

extension DistrictPlan {
  /// By laptop, everything that is typed, in the order in which that happens.
  var acts: [[DistrictAct]] {
    var acts = Array(repeating: [DistrictAct](), count: laptops.count)
    func add(_ kind: DistrictAct.Kind, at moment: Int?, on laptop: Int) {
      if let moment { acts[laptop].append(DistrictAct(moment: moment, kind: kind)) }
    }
    for (number, session) in sessions.enumerated() {
      add(.session(number), at: session.moment, on: session.laptop)
    }
    for (number, visit) in visits.enumerated() {
      add(.visit(number), at: visit.moment, on: visit.laptop)
      add(.correctDate(visit: number), at: visit.correctedAt, on: visit.laptop)
      add(.voidVisit(number), at: visit.voidedAt, on: visit.laptop)
    }
    for (number, assist) in assists.enumerated() {
      let laptop = visits[assist.visit].laptop
      add(.prove(assist: number), at: assist.provedAt, on: laptop)
      add(.voidAssist(number), at: assist.voidedAt, on: laptop)
    }
    for (number, submission) in submissions.enumerated() {
      let laptop = visits[assists[submission.assist].visit].laptop
      add(.finish(submission: number), at: submission.finishedAt, on: laptop)
      add(.voidSubmission(number), at: submission.voidedAt, on: laptop)
    }
    for (number, note) in notes.enumerated() {
      add(.note(number), at: note.moment, on: note.laptop)
      add(.voidNote(number), at: note.voidedAt, on: note.laptop)
    }
    for edit in editPairs.flatMap({ [$0.first, $0.second] }) {
      add(.phone(edit), at: edit.moment, on: edit.laptop)
    }
    for laptop in acts.indices {
      // What has one minute keeps the order in which it was added.
      let ordered = acts[laptop].enumerated().sorted {
        ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset)
      }
      acts[laptop] = ordered.map(\.element)
    }
    return acts
  }
}
