import FieldWork

/// A made-up register of residents in which it is known who was recorded twice.
///
/// One seed gives the same register for ever. Sizes of households, names, ages, shared telephones
/// and what papers leave open are as in a commune; the second record of a person has the slips that
/// people make at a kitchen table.
package struct GeneratedRegister: Sendable {
  /// A household.
  package struct Household: Sendable {
    /// The hamlet, from 0.
    package var hamlet: Int
    /// The head.
    package var head: String
    /// Address within the hamlet.
    package var address: String
  }

  /// A record of a person, as somebody typed it.
  package struct Person: Sendable {
    /// The household, by its place in `households`.
    package var household: Int
    /// Full name.
    package var fullName: String
    /// Year of birth.
    package var birthYear: Int
    /// Month of birth.
    package var birthMonth: Int?
    /// Day of birth; never without the month.
    package var birthDay: Int?
    /// Sex; nil where nobody wrote it down.
    package var sex: Sex?
    /// Telephone of 10 digits.
    package var phone: String?
    /// Made-up personal id of 12 digits.
    package var personalID: String?

    /// The date as people type it.
    package var birth: String {
      let parts = [birthDay, birthMonth].compactMap { $0 } + [birthYear]
      return parts.map(String.init).joined(separator: "/")
    }
  }

  /// Two records of one person.
  package struct Twin: Sendable {
    /// The first record, by its place in `people`.
    package let original: Int
    /// The second one; all second records come last.
    package let copy: Int
    /// How the second differs.
    package let slips: [RegisterSlip]
  }

  /// Hamlets.
  package let hamlets: Int
  /// Households, hamlet by hamlet.
  package private(set) var households: [Household] = []
  /// Records, those of a household together, then the second records.
  package private(set) var people: [Person] = []
  /// Who was recorded twice.
  package private(set) var twins: [Twin] = []

  /// Makes a register of `residents` records, of which the last `duplicates` are second ones.
  package init(residents: Int, duplicates: Int, seed: UInt64) {
    var random = Draw(seed: seed)
    hamlets = max(residents / 600, 2)
    let first = max(residents - duplicates, 0)
    while people.count < first { addHousehold(&random, limit: first) }
    let originals = random.sample(duplicates, of: people.count)
    for original in originals {
      var copy = people[original]
      let slips = RegisterSlip.draw(for: copy, &random)
      for slip in slips { apply(slip, to: &copy, &random) }
      twins.append(Twin(original: original, copy: people.count, slips: slips))
      people.append(copy)
    }
  }

  private mutating func apply(_ slip: RegisterSlip, to copy: inout Person, _ random: inout Draw) {
    if slip == .movedAway {
      copy.household = Int.random(in: households.indices, using: &random)
    } else {
      slip.apply(to: &copy, &random)
    }
  }

  private mutating func addHousehold(_ random: inout Draw, limit: Int) {
    let hamlet = min(people.count * hamlets / max(limit, 1), hamlets - 1)
    let place = households.count
    let father = InventedNames.family(&random)
    let mother = InventedNames.family(&random)
    let familyPhone = random.phone()
    let oldest = 2026 - Int.random(in: 28...82, using: &random)
    let wanted = 1 + Int.random(in: 0...3, using: &random) + Int.random(in: 0...3, using: &random)
    let size = min(wanted, limit - people.count)
    let start = people.count
    for member in 0..<size {
      let isParent = member < 2
      let isWoman = isParent ? member == 1 : random.chance(50)
      let family = member == 1 ? mother : father
      let year =
        isParent
        ? oldest + (member == 1 ? Int.random(in: 0...6, using: &random) : 0)
        : Int.random(in: min(oldest + 20, 2015)...min(oldest + 38, 2025), using: &random)
      // Nobody gives two children one name.
      var name: String
      repeat {
        name = "\(family) \(InventedNames.own(isWoman: isWoman, &random))"
      } while people
        .dropFirst(start).contains { $0.fullName == name }
      var person = Person(
        household: place, fullName: name, birthYear: year,
        sex: random.chance(92) ? (isWoman ? .female : .male) : nil)
      random.birthDay(of: &person)
      let isAdult = year <= 2008
      if isAdult, random.chance(55) {
        person.phone = random.phone()
      } else if random.chance(isAdult ? 50 : 20) {
        person.phone = familyPhone
      }
      if random.chance(isAdult ? 30 : 10) { person.personalID = random.personalID(of: person) }
      people.append(person)
    }
    households.append(
      Household(
        hamlet: hamlet, head: people[start].fullName, address: "số \(1 + place % 400)"))
  }
}
