import FieldWork
import Randomness

/// What goes wrong in a district, beside wrong clocks and silence: two laptops of one hamlet record
/// the same, or change the same, and what was written is mended or taken back.
extension DistrictPlan {
  /// Visits and persons that the neighbour records as well.
  mutating func makeDuplicates() {
    var random = order.random(.duplicates)
    var decision = 0
    for number in visits.indices where visits[number].session == nil {
      let visit = visits[number]
      guard households[visit.household].visit == nil, visit.shift == 0,
        let other = neighbour(of: visit.laptop, on: visit.day),
        let assist = assists(of: number).first,
        assists[assist].evidence != nil, let person = assists[assist].person
      else { continue }
      if decision < 3 || random.chance(rates.recordedTwice) {
        recordTwice(number, assist, on: other, decision: decision % 3)
        decision += 1
      } else if people[person].visit == number,
        twinCount < 3 || random.chance(rates.registeredTwice)
      {
        registerTwice(person, on: other, like: number, assist, &random)
      }
    }
  }

  /// Assists of a visit, by place; they lie together.
  func assists(of visit: Int) -> [Int] {
    var low = 0
    var high = firstCopy ?? assists.count
    while low < high {
      let middle = (low + high) / 2
      if assists[middle].visit < visit { low = middle + 1 } else { high = middle }
    }
    return (low..<assists.count).prefix { assists[$0].visit == visit }.map { $0 }
  }

  /// The same sitting on the neighbour's laptop. Its author takes the second visit back, or the
  /// assist alone, or nobody has noticed yet.
  private mutating func recordTwice(
    _ number: Int, _ assist: Int, on laptop: Int, decision: Int
  ) {
    var copy = assists[assist]
    let person = assists[assist].person.map { original in
      people[original].visit == nil ? original : twin(of: original, at: visits.count)
    }
    var visit = copied(number, to: laptop, moment: visits[number].moment + 3)
    visit.duplicateOf = number
    let day = visit.day + 2
    let takesBack = day < laptops[laptop].end ? day * 1_440 + 15 * 60 + 50 : nil
    if decision == 0 { visit.voidedAt = takesBack }
    visits.append(visit)
    copy = Assist(
      visit: visits.count - 1, person: person, service: copy.service, mode: copy.mode,
      outcome: copy.outcome, blockedReason: nil, evidence: copy.evidence,
      evidenceText: copy.evidenceText)
    if decision == 2 { copy.voidedAt = takesBack }
    append(copy)
  }

  /// The neighbour meets somebody next day whom this laptop has registered, and registers them anew.
  /// The centre says that they are one; or nothing; or, of three records, what cannot all be true.
  private mutating func registerTwice(
    _ person: Int, on laptop: Int, like number: Int, _ assist: Int,
    _ random: inout SeededGenerator
  ) {
    let day = visits[number].day + 1
    guard day < laptops[laptop].end, laptops[laptop].first <= day else { return }
    let twin = meetAgain(person, on: laptop, day: day, like: number, assist)
    twinCount += 1
    switch twinCount % 3 {
    case 1: links.append(Link(one: person, other: twin, isSame: true))
    case 2: break
    default:
      guard day + 1 < laptops[laptop].end else { return }
      let third = meetAgain(person, on: laptop, day: day + 1, like: number, assist)
      links.append(Link(one: person, other: twin, isSame: true))
      links.append(Link(one: twin, other: third, isSame: true))
      links.append(Link(one: person, other: third, isSame: false))
    }
  }

  private mutating func meetAgain(
    _ person: Int, on laptop: Int, day: Int, like number: Int, _ assist: Int
  ) -> Int {
    let twin = twin(of: person, at: visits.count)
    visits.append(
      copied(number, to: laptop, moment: day * 1_440 + 15 * 60 + 55 + visits.count % 5))
    append(
      Assist(
        visit: visits.count - 1, person: twin, service: assists[assist].service, mode: .guided,
        outcome: .completed, blockedReason: nil, evidence: .spokenConfirmation,
        evidenceText: members[laptops[laptop].member].name))
    return twin
  }

  private mutating func append(_ assist: Assist) {
    firstCopy = firstCopy ?? assists.count
    assists.append(assist)
  }

  private func copied(_ number: Int, to laptop: Int, moment: Int) -> Visit {
    Visit(
      laptop: laptop, household: visits[number].household, moment: moment, outcome: .met,
      session: nil)
  }

  private mutating func twin(of person: Int, at visit: Int) -> Int {
    let original = people[person]
    people.append(
      Person(
        household: original.household, name: original.name, birthYear: original.birthYear,
        visit: visit, sameAs: person))
    return people.count - 1
  }

  /// Telephones that two laptops change, an hour apart. Nobody else changes those.
  mutating func makeConflicts() {
    var random = order.random(.conflicts)
    var taken: Set<Int> = []
    for laptop in laptops.indices {
      for day in laptops[laptop].first + 1..<max(laptops[laptop].first + 1, laptops[laptop].end) {
        guard let other = neighbour(of: laptop, on: day), other > laptop,
          laptops[other].first < day, taken.count < 2 || random.chance(rates.conflicts)
        else { continue }
        let homes = listed[laptops[laptop].hamlet]
        let household = homes.lowerBound + random.below(homes.count)
        guard taken.insert(household).inserted else { continue }
        var draw = Draw(seed: random.next())
        let moment = day * 1_440 + 10 * 60 + 2
        editPairs.append(
          EditPair(
            first: PhoneEdit(
              laptop: laptop, household: household, moment: moment, phone: draw.phone()),
            second: PhoneEdit(
              laptop: other, household: household, moment: moment + 61, phone: draw.phone())))
      }
    }
  }

  /// Dates put right, proofs added, results recorded, and records taken back, in later afternoons.
  mutating func makeCorrections() {
    var random = order.random(.corrections)
    func later(_ visit: Visit, _ days: ClosedRange<Int>, _ random: inout SeededGenerator) -> Int? {
      let day = visit.day + Int.random(in: days, using: &random)
      return day < laptops[visit.laptop].end ? day * 1_440 + 15 * 60 + 40 : nil
    }
    for number in visits.indices where visits[number].duplicateOf == nil {
      let visit = visits[number]
      if visit.shift != 0 {
        guard random.chance(rates.correctedDates) else { continue }
        visits[number].correctedAt = later(visit, 9...12, &random)
      } else if random.chance(rates.voided) {
        visits[number].voidedAt = later(visit, 1...10, &random)
      }
    }
    for number in assists.indices where assists[number].voidedAt == nil {
      let visit = visits[assists[number].visit]
      guard visit.voidedAt == nil else { continue }
      let lacksProof =
        [.submitted, .completed].contains(assists[number].outcome)
        && assists[number].evidence == nil
      if lacksProof {
        guard random.chance(rates.provedLater) else { continue }
        assists[number].provedAt = later(visit, 1...20, &random)
      } else if random.chance(rates.voided) {
        assists[number].voidedAt = later(visit, 1...10, &random)
      }
    }
    for number in submissions.indices {
      let assist = assists[submissions[number].assist]
      let visit = visits[assist.visit]
      guard visit.voidedAt == nil, assist.voidedAt == nil else { continue }
      if random.chance(rates.voided) {
        submissions[number].voidedAt = later(visit, 3...9, &random)
      } else {
        // As many results are late as they are in the commune.
        let isLate = random.chance(volume(of: laptops[visit.laptop].hamlet).overduePercent)
        submissions[number].finishedAt = later(visit, isLate ? 20...45 : 1...12, &random)
      }
    }
  }
}
