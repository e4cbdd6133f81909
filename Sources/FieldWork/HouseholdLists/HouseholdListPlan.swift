import SyncProtocol

/// What an import of a list of households would do: shown first, then applied.
package struct HouseholdListPlan: Sendable {
  /// Who may be meant by a line, which a person has to decide.
  package enum Candidate: Sendable {
    /// A household on record.
    case household(HouseholdCandidate)
    /// A resident on record.
    case resident(DuplicateCandidate, DuplicateScore)
    /// Another line of the file, further up.
    case line(Int, DuplicateScore)
  }

  /// What happens to a record of the list.
  package enum Action: Sendable {
    /// It is new.
    case add
    /// It is on record.
    case keep(RowID)
    /// It may be on record: nothing is written before somebody decides.
    case doubt([Candidate])
    /// It has problems.
    case leaveOut
  }

  /// A person of the list.
  package struct Person: Sendable {
    /// The line in the file.
    package let line: Int
    /// As written there; the household comes when it is applied.
    package var draft: ResidentDraft
    /// What happens to it.
    package var action: Action
    var profile: PersonProfile
  }

  /// A household of the list.
  package struct Household: Sendable {
    /// The line on which it begins.
    package let line: Int
    /// The hamlet's name.
    package var hamlet: String?
    /// As written there.
    package var draft: HouseholdDraft
    /// What happens to it.
    package var action: Action
    /// Its people, in the order of the file.
    package var people: [Person] = []

    /// Whether its people wait for a decision, or are left out with it.
    package var holdsPeopleBack: Bool {
      switch action {
      case .add, .keep: false
      case .doubt, .leaveOut: true
      }
    }
  }

  /// How many households or people there are of each kind.
  package struct Numbers: Hashable, Sendable {
    /// New ones.
    package var added = 0
    /// Those on record.
    package var kept = 0
    /// Those of which somebody has to decide, and people of such households.
    package var waiting = 0
    /// Those with problems, and people of such households.
    package var leftOut = 0

    mutating func count(_ action: Action) {
      switch action {
      case .add: added += 1
      case .keep: kept += 1
      case .doubt: waiting += 1
      case .leaveOut: leftOut += 1
      }
    }
  }

  /// How the file was written, such as "UTF-8".
  package let encoding: String
  /// The font before Unicode that its letters were converted from; nil where they were not.
  package let font: LegacyFont?
  /// Comma, semicolon or tab.
  package let separator: Character
  /// The header's cells and what stands below them; nil for columns that are left out.
  package let headers: [(header: String, column: ListColumn?)]
  /// Households, in the order of the file.
  package internal(set) var households: [Household] = []
  /// By what the file is known again when an import that was cut off is finished.
  var file: [UInt8] = []
  /// What cannot be taken, by line.
  package internal(set) var problems: [ListProblem] = []

  /// Lines of which nothing at all is taken, because they could not be put into a household.
  package var unplacedLines: Int {
    var placed: Set<Int> = []
    for household in households {
      placed.insert(household.line)
      placed.formUnion(household.people.map(\.line))
    }
    return Set(problems.map(\.line)).subtracting(placed).count
  }

  /// How many households happen to what.
  package var householdNumbers: Numbers {
    var numbers = Numbers()
    for household in households { numbers.count(household.action) }
    return numbers
  }

  /// How many people happen to what.
  package var peopleNumbers: Numbers {
    var numbers = Numbers()
    for household in households {
      for person in household.people {
        numbers.count(household.holdsPeopleBack ? household.action : person.action)
      }
    }
    return numbers
  }

  /// Whether applying it would write anything.
  package var isEmpty: Bool { householdNumbers.added + peopleNumbers.added == 0 }

  /// Whether somebody has to look at a line.
  package var needsAttention: Bool {
    !problems.isEmpty || householdNumbers.waiting + peopleNumbers.waiting > 0
  }
}

/// What a person says of a list of households.
package struct HouseholdListOptions: Sendable {
  /// The hamlet of lines that name none.
  package var place: RowID?
  /// Why the hamlet that was given for all lines cannot be it; told beside what else is wrong.
  package var placeRefusal: FieldError?
  /// What columns hold.
  package var columns: [ListColumnChoice] = []
  /// Lines whose household and person are new, though others look like them.
  package var newLines: Set<Int> = []
  /// Everybody in doubt is new.
  package var isAllNew = false
  /// Lines and the codes of the records that they mean.
  package var same: [(line: Int, code: String)] = []
  /// Only hamlets whose households these scopes hold; nil for all.
  package var heldScopes: [ScopeID]?

  /// Nothing said.
  package init() {}
}
