/// Which records are one person, as the centre has said: the plainest way to find out, one record
/// after the other.
struct DistrictPersons {
  private var personByRecord: [Int: Int] = [:]
  private var disputed: Set<Int> = []

  init(_ links: [DistrictPlan.Link]) {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for link in links where link.isSame {
        let person = min(self.person(link.one), self.person(link.other))
        for record in [link.one, link.other] where self.person(record) != person {
          personByRecord[record] = person
          hasChanged = true
        }
      }
    }
    for link in links where !link.isSame && person(link.one) == person(link.other) {
      disputed.insert(person(link.one))
    }
  }

  private func person(_ record: Int) -> Int { personByRecord[record] ?? record }

  /// How many persons some records are, at least and at most.
  func count(_ records: Set<Int>) -> (atLeast: Int, atMost: Int) {
    let persons = Set(records.map(person))
    let doubtful = records.filter { disputed.contains(person($0)) }
    let apart = doubtful.count - Set(doubtful.map(person)).count
    return (persons.count, persons.count + apart)
  }
}
