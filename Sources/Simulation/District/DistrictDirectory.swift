import FieldWork

// Who and what there is in a district before anything happens. A number that names another thing is
// its place in the plan's list of such things.

extension DistrictPlan {
  /// A hamlet with its team.
  package struct Hamlet: Sendable, Hashable {
    /// The commune, by its place among the order's.
    package let commune: Int
    /// A made-up name that no other hamlet of the plan has.
    package let name: String
    /// Its team.
    package var team: String { "Tổ công nghệ số \(name)" }
  }

  /// A member of a team.
  package struct Member: Sendable, Hashable {
    /// The hamlet of the team.
    package let hamlet: Int
    /// A made-up name that no other member of the plan has.
    package let name: String
  }

  /// A laptop.
  package struct Laptop: Sendable, Hashable {
    /// A time in which its clock is wrong.
    package struct ClockError: Sendable, Hashable {
      /// The days.
      package let days: Range<Int>
      /// By how many minutes the clock is fast.
      package let minutes: Int

      /// By how many days a date that is copied from it is off.
      var shift: Int { Int((Double(minutes) / 1_440).rounded(.toNearestOrAwayFromZero)) }
    }

    /// What it is called; also the name of its home.
    package let label: String
    /// The hamlet of its team.
    package let hamlet: Int
    /// Who records on it.
    package let member: Int
    /// Who goes along at times.
    package let companion: Int
    /// The first day.
    package let first: Int
    /// The day on which it works no more.
    package internal(set) var end: Int
    /// The laptop whose place it takes.
    package let replaces: Int?
    /// Whether it breaks on its last day, with work on it that nobody has.
    package internal(set) var breaks = false
    /// Whether it is started anew after every sync, so that its clock is unchecked mostly.
    package let restarts: Bool
    /// When its clock is wrong, in order of days.
    package internal(set) var clockErrors: [ClockError] = []

    /// By how many minutes its clock is fast on a day.
    func clockError(on day: Int) -> Int {
      clockErrors.first { $0.days.contains(day) }?.minutes ?? 0
    }
  }

  /// A household.
  package struct Household: Sendable, Hashable {
    /// The hamlet.
    package let hamlet: Int
    /// The head, marked as made up.
    package let name: String
    /// An address that no other household of the hamlet has.
    package let address: String
    /// What it is.
    package let kind: HouseholdKind
    /// The visit at which it was met; nil for one of the commune's list.
    package let visit: Int?
  }

  /// A record of a person.
  package struct Person: Sendable, Hashable {
    /// The household.
    package let household: Int
    /// A name, marked as made up, that nobody else of the household has.
    package let name: String
    /// Year of birth.
    package let birthYear: Int
    /// The visit at which it was written; nil for one of the commune's list.
    package let visit: Int?
    /// The first record of the same person, where this is a second or third one.
    package internal(set) var sameAs: Int?
  }

  /// Makes hamlets, teams and laptops; every third laptop is the second one of its hamlet.
  mutating func makeDirectory() {
    let communes = order.communes
    let hamletCount = max(2 * communes.count, order.laptops * 2 / 3)
    for number in 0..<hamletCount {
      hamlets.append(
        Hamlet(commune: number * communes.count / hamletCount, name: "Xóm mẫu \(number + 1)"))
    }
    let equipped = min(hamletCount, order.laptops - max(1, order.laptops / 3))
    for number in 0..<order.laptops {
      addLaptop(in: number % equipped, from: 0, replaces: nil)
    }
    replaceLaptop()
    setClocksWrong()
  }

  private mutating func addLaptop(in hamlet: Int, from day: Int, replaces: Int?) {
    let number = laptops.count
    let member: Int
    if let replaces {
      member = laptops[replaces].member
    } else {
      member = members.count
      members.append(Member(hamlet: hamlet, name: "Tình nguyện viên mẫu \(number + 1)"))
      members.append(Member(hamlet: hamlet, name: "Cộng tác viên mẫu \(number + 1)"))
    }
    laptops.append(
      Laptop(
        label: "may-mau-\(number + 1)", hamlet: hamlet, member: member, companion: member + 1,
        first: day, end: order.days, replaces: replaces, restarts: number % 2 == 1))
  }

  /// One laptop of forty breaks, the last first, and another takes its place three days later.
  private mutating func replaceLaptop() {
    for turn in 0..<max(1, order.laptops / 40) {
      let broken = order.laptops - 1 - turn
      let day = order.days * (4 + turn % 3) / 10
      laptops[broken].end = day
      laptops[broken].breaks = true
      addLaptop(in: laptops[broken].hamlet, from: min(day + 3, order.days - 1), replaces: broken)
    }
  }

  /// Days, years and hours: the first three laptops have one each, and some others any.
  private mutating func setClocksWrong() {
    var random = order.random(.clocks)
    let errors = [2 * 1_440, 5 * 365 * 1_440, -7 * 60, -3 * 1_440, -20 * 365 * 1_440, 11 * 60]
    for number in laptops.indices {
      let first = laptops[number].first + 1 + random.below(max(1, order.days / 3))
      let length = 5 + random.below(8)
      let kind = number < 3 ? number : random.below(errors.count)
      guard number < 3 || random.chance(rates.wrongClocks) else { continue }
      laptops[number].clockErrors = [
        Laptop.ClockError(days: first..<first + length, minutes: errors[kind])
      ]
    }
  }

  /// Makes the commune's list of households; how many a laptop has follows the volumes of communes.
  mutating func makeHouseholds() {
    var random = order.random(.households)
    let teams = Dictionary(grouping: laptops.filter { $0.replaces == nil }, by: \.hamlet)
    for hamlet in hamlets.indices {
      let first = households.count
      let perLaptop = min(max(order.days * 2, 30), 190)
      for number in 0..<perLaptop * max(1, teams[hamlet]?.count ?? 0) {
        let family = InventedNames.family(&random)
        let isShop = random.chance(7)
        let head = "\(family) \(InventedNames.own(isWoman: false, &random)) \(InventedNames.mark)"
        households.append(
          Household(
            hamlet: hamlet, name: head, address: "số \(number + 1)",
            kind: isShop ? .shop : .family, visit: nil))
        addPerson(to: households.count - 1, named: head, at: nil, &random)
        guard random.chance(50) else { continue }
        let wife =
          "\(InventedNames.family(&random)) \(InventedNames.own(isWoman: true, &random))"
          + " \(InventedNames.mark)"
        if wife != head { addPerson(to: households.count - 1, named: wife, at: nil, &random) }
      }
      listed.append(first..<households.count)
    }
  }

  mutating func addPerson(
    to household: Int, named name: String, at visit: Int?,
    _ random: inout some RandomNumberGenerator
  ) {
    peopleOf[household, default: []].append(people.count)
    people.append(
      Person(
        household: household, name: name,
        birthYear: Int.random(in: 1_938...2_006, using: &random), visit: visit))
  }
}
