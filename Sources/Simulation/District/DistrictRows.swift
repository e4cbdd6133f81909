import SyncProtocol

/// The rows that a plan's things have become.
struct DistrictRows {
  var places: [RowID] = []
  var members: [RowID] = []
  var households: [RowID?]
  var people: [RowID?]
  var sessions: [RowID?]
  var visits: [RowID?]
  var assists: [RowID?]
  var submissions: [RowID?]
  var campaigns: [RowID] = []
  var notes: [RowID?]

  init(_ plan: DistrictPlan) {
    households = Array(repeating: nil, count: plan.households.count)
    people = Array(repeating: nil, count: plan.people.count)
    sessions = Array(repeating: nil, count: plan.sessions.count)
    visits = Array(repeating: nil, count: plan.visits.count)
    assists = Array(repeating: nil, count: plan.assists.count)
    notes = Array(repeating: nil, count: plan.notes.count)
    submissions = Array(repeating: nil, count: plan.submissions.count)
  }
}
