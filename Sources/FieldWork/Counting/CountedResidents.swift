import SyncProtocol

/// The distinct residents of a count, in total and by group.
///
/// Persons get small numbers, and a presence in a cell is one integer: a province's month has a
/// million of them, which are sorted once at the end.
struct CountedResidents {
  /// How many persons a cell has.
  struct Size: Hashable {
    /// With at least one counted assist.
    var counted = 0
    /// The same at most, where it is disputed who is the same person.
    var countedAtMost = 0
    /// With any assist that stands.
    var involved = 0

    /// Adds a person; who they may be apart is added by itself.
    fileprivate mutating func add(isCounted: Bool, isDisputed: Bool) {
      involved += 1
      guard isCounted else { return }
      counted += 1
      if !isDisputed { countedAtMost += 1 }
    }
  }

  private let persons: Persons
  /// The person of a resident's row.
  private var personByRow = RowNumbers()
  private var numberByPerson = RowNumbers()
  /// Persons of whom somebody says that they are several.
  private var disputedPersons: Set<UInt32> = []
  /// Who a row is for certain, where its person is disputed.
  private var apartByRow: [Int64: UInt32] = [:]
  /// By person, what they are in the total: 1 for involved, 3 for counted.
  private var inTotal: [UInt8] = []
  /// Cell, person, and whether the assist counts, from the highest bits to the lowest.
  private var presences: [UInt64] = []
  /// Cell and who may be a person of their own, for disputed ones.
  private var disputed: [UInt64] = []

  init(_ persons: Persons) { self.persons = persons }

  /// A resident of a count: the person, and who they may be in truth where that is disputed.
  struct Person {
    fileprivate var number: UInt32
    fileprivate var apart: UInt32?
  }

  /// Whom a row stands for.
  mutating func person(of row: Int64) -> Person {
    // Where nobody is linked to anybody, every row is a person.
    if persons.isEmpty { return Person(number: number(of: row), apart: nil) }
    if let number = personByRow[row] {
      return Person(number: UInt32(number), apart: apartByRow[row])
    }
    let number: UInt32
    if let id = RowID(rawValue: row) {
      let name = persons.canonical(id)
      number = self.number(of: name.rawValue)
      if persons.isContradicted(name) {
        disputedPersons.insert(number)
        apartByRow[row] = self.number(of: persons.certain(id).rawValue)
      }
    } else {
      number = self.number(of: row)
    }
    personByRow.set(row, Int32(number))
    return Person(number: number, apart: apartByRow[row])
  }

  private mutating func number(of row: Int64) -> UInt32 {
    if let number = numberByPerson[row] { return UInt32(number) }
    let number = UInt32(numberByPerson.count)
    numberByPerson.set(row, Int32(number))
    return number
  }

  /// Notes that somebody is in a cell.
  mutating func add(_ person: Person, isCounted: Bool, to cell: Int) {
    let place = UInt64(cell) << 32
    if cell == 0 {
      while inTotal.count <= person.number { inTotal.append(0) }
      inTotal[Int(person.number)] |= isCounted ? 3 : 1
    } else {
      presences.append(place | UInt64(person.number) << 1 | (isCounted ? 1 : 0))
    }
    if isCounted, let apart = person.apart { disputed.append(place | UInt64(apart)) }
  }

  /// The sizes of all cells.
  func sizes(cells: Int) -> [Size] {
    var sizes = Array(repeating: Size(), count: cells)
    for (person, flags) in inTotal.enumerated() where flags > 0 {
      sizes[0].add(
        isCounted: flags == 3, isDisputed: disputedPersons.contains(UInt32(person)))
    }
    var previous: UInt64?
    // Of a person's presences in a cell those that count come last.
    for presence in presences.sorted().reversed() {
      if let previous, previous >> 1 == presence >> 1 { continue }
      previous = presence
      let person = UInt32(truncatingIfNeeded: presence) >> 1
      sizes[Int(presence >> 32)].add(
        isCounted: presence & 1 == 1, isDisputed: disputedPersons.contains(person))
    }
    for presence in Set(disputed) { sizes[Int(presence >> 32)].countedAtMost += 1 }
    return sizes
  }
}
