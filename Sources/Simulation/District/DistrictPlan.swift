import FieldWork

/// Everything that happens in an invented district, drawn from a seed before any of it is recorded:
/// who lives there, what each laptop writes on each day, and what goes wrong.
///
/// A plan is pure: it holds no store and no clock. `DistrictBuilder` carries it out with the programs
/// themselves, `DistrictExpectation` says what must be counted afterwards.
package struct DistrictPlan: Sendable {
  /// How often things go wrong, of a hundred.
  package struct Rates: Sendable, Hashable {
    /// Laptops whose clock is wrong for some days; the first three always are.
    package var wrongClocks = 15
    /// Visits on such days whose date is copied from the clock.
    package var copiedDates = 30
    /// Such dates that their author puts right later.
    package var correctedDates = 50
    /// Visits of laptops that share a hamlet which the other records as well.
    package var recordedTwice = 2
    /// Persons met by such laptops whom the other registers again.
    package var registeredTwice = 6
    /// Days on which two such laptops edit one household.
    package var conflicts = 8
    /// Assists that lack a proof at first.
    package var unproved = 12
    /// Of these, those that get one later.
    package var provedLater = 50
    /// Records that are taken back.
    package var voided = 1
  }

  /// What was ordered.
  package let order: DistrictOrder
  /// How often things go wrong.
  package let rates: Rates
  /// Hamlets, each with a team.
  package internal(set) var hamlets: [Hamlet] = []
  /// Members of the teams.
  package internal(set) var members: [Member] = []
  /// Laptops, those that take the place of others last.
  package internal(set) var laptops: [Laptop] = []
  /// Households, those of the commune's list first.
  package internal(set) var households: [Household] = []
  /// Records of persons.
  package internal(set) var people: [Person] = []
  /// Sessions.
  package internal(set) var sessions: [Session] = []
  /// Visits.
  package internal(set) var visits: [Visit] = []
  /// Assists, those of a visit together.
  package internal(set) var assists: [Assist] = []
  /// Dossiers.
  package internal(set) var submissions: [Submission] = []
  /// Campaigns.
  package internal(set) var campaigns: [Campaign] = []
  /// Everything that is recorded beside visits, assists and dossiers.
  package internal(set) var notes: [Note] = []
  /// Fields that two laptops edit.
  package internal(set) var editPairs: [EditPair] = []
  /// What the centre says of records of persons.
  package internal(set) var links: [Link] = []
  /// The reform in the middle.
  package internal(set) var reform: Reform
  /// When months are closed, by their first days.
  package internal(set) var closings: [Closing] = []
  /// When laptops sync.
  package internal(set) var schedule: DistrictSchedule

  /// The people of a household, second records left out.
  var peopleOf: [Int: [Int]] = [:]
  /// By hamlet, the households of the commune's list.
  var listed: [Range<Int>] = []
  /// The first assist that is a second record, behind those in order of visits.
  var firstCopy: Int?
  /// How many persons were registered again.
  var twinCount = 0

  /// A month that is closed.
  package struct Closing: Sendable, Hashable {
    /// The month.
    package let month: Period
    /// When.
    package let moment: Int
  }

  /// Draws a district.
  package init(_ order: DistrictOrder, rates: Rates = Rates()) {
    self.order = order
    self.rates = rates
    reform = Reform(
      day: 0, moment: 0, merged: nil, joined: [], joinedName: "", split: 0, parts: [])
    schedule = DistrictSchedule(syncs: [])
    makeDirectory()
    makeHouseholds()
    makeWork()
    makeDuplicates()
    makeConflicts()
    makeCorrections()
    makeCampaigns()
    makeNotes()
    makeReform()
    makeClosings()
    schedule = DistrictSchedule(self, seed: order.seed)
  }

  /// The same records, synced at other times and in another order.
  package func rescheduled(seed: UInt64) -> DistrictPlan {
    var plan = self
    plan.schedule = DistrictSchedule(self, seed: seed)
    return plan
  }

  /// When the coordinator has the last word: late on the last day.
  var settlement: Int { order.days * 1_440 - 20 }

  /// The second laptop of a hamlet on a day; nil where there is none.
  func neighbour(of laptop: Int, on day: Int) -> Int? {
    laptops.indices.first {
      $0 != laptop && laptops[$0].hamlet == laptops[laptop].hamlet
        && laptops[$0].first <= day && day < laptops[$0].end
    }
  }

  private mutating func makeReform() {
    let day = order.days / 2
    let communes = order.communes.count
    // The last hamlet of the first commune, of which a part goes to the third; and the first two of
    // the second.
    let second = communes > 1 ? hamlets.firstIndex { $0.commune == 1 } ?? 0 : 0
    let split = communes > 1 ? second - 1 : hamlets.count - 1
    var joined = [second, second + 1]
    if joined.contains(split) || joined[1] >= hamlets.count { joined = [] }
    reform = Reform(
      day: day, moment: (day - 1) * 1_440 + 9 * 60,
      merged: communes > 1 ? .init(from: 1, into: 0) : nil, joined: joined,
      joinedName: "Xóm mẫu Thống Nhất", split: split,
      parts: [
        .init(name: "\(hamlets[split].name) Đông", commune: hamlets[split].commune),
        .init(
          name: "\(hamlets[split].name) Tây",
          commune: communes > 2 ? 2 : hamlets[split].commune),
      ])
    for (turn, household) in households.indices.filter({
      households[$0].hamlet == split && households[$0].visit == nil
    }).enumerated() where turn % 3 != 2 {
      reform.settled[household] = turn % 3
    }
  }

  /// Months are closed on the second evening of the next one.
  private mutating func makeClosings() {
    var day = 0
    while let month = Period(.month, holding: order.date(day)) {
      let next = order.start.days(until: month.to) + 1
      guard next + 1 < order.days - 1 else { return }
      closings.append(Closing(month: month, moment: (next + 1) * 1_440 + 21 * 60))
      day = next
    }
  }
}
