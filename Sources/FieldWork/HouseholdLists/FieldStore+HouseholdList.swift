import Replica
import SyncProtocol

/// What an import wrote.
package struct HouseholdListResult: Hashable, Sendable {
  /// New households.
  package var households = 0
  /// New residents.
  package var residents = 0
  /// The code of the first record: by it the whole import can be taken back.
  package var code: String?
}

/// The import of lists of households.
extension FieldStore {
  /// Says what an import would do, without writing anything.
  ///
  /// - Throws: `FieldError.list` with what is wrong with the file as a whole.
  package func previewHouseholdList(
    _ bytes: [UInt8], _ options: HouseholdListOptions, clock: ClockReading
  ) throws -> HouseholdListPlan {
    let table: ListTable
    do {
      table = try ListTable(bytes, choices: options.columns)
    } catch {
      throw FieldError.list(error.problems)
    }
    var lines = HouseholdListReader(
      table, options, today: try knowledge(of: clock).today, reader, hash: hash)
    try lines.read()
    if let refusal = options.placeRefusal {
      guard !lines.problems.isEmpty else { throw refusal }
      throw FieldError.list([ListProblem(1, .place(refusal))] + lines.problems)
    }
    try Self.refuse(lines.problems)
    var plan = HouseholdListPlan(
      encoding: table.text.name, font: table.text.font,
      separator: Character(Unicode.Scalar(table.separator)), headers: table.headers)
    plan.file = ImportRun.name(of: bytes)
    plan.households = lines.households
    plan.problems = lines.problems
    var matcher = HouseholdListMatcher(plan, reader, options)
    try matcher.match()
    try Self.refuse(matcher.plan.problems)
    return matcher.plan
  }

  private static func refuse(_ problems: [ListProblem]) throws {
    let grave = problems.filter(\.concernsAll)
    if !grave.isEmpty { throw FieldError.list(grave) }
  }

  /// Records of one act: each is one operation, of whose texts the act can hold so many bytes.
  private static let recordsPerAct = 200
  private static let bytesPerAct = 96 << 10

  /// A record to write: a household, or a person of it.
  private struct Step {
    var household: Int
    var person: Int?
    var bytes: Int
  }

  /// Writes what is new and without doubt or problem.
  ///
  /// An act is bounded, so a long list takes several, all at one time of the clock: by that the
  /// import is known again. When the machine dies between two, the same import does the rest, and
  /// nothing twice, and its records say when the import began.
  /// - Parameter progress: hears how many records are on disk.
  package func applyHouseholdList(
    _ plan: HouseholdListPlan, author: RowID?, clock: ClockReading, progress: (Int) -> Void
  ) throws -> HouseholdListResult {
    let today = try knowledge(of: clock).today
    let beginning = try reader.beginning(of: plan.file, by: store.identity.replica)
    var result = HouseholdListResult()
    var rows: [Int: RowID] = [:]
    var steps = Self.steps(plan)[...]
    while !steps.isEmpty {
      var bytes = 0
      let chunk = steps.prefix(Self.recordsPerAct).prefix { step in
        defer { bytes += step.bytes }
        return bytes == 0 || bytes + step.bytes <= Self.bytesPerAct
      }
      steps = steps.dropFirst(chunk.count)
      let saved = try commit(author: author, clock: clock) { act in
        var new: [(step: Step, saved: SavedRecord)] = []
        try ImportRun.note(plan.file, by: store.identity.replica, act)
        for step in chunk {
          let household = plan.households[step.household]
          if let place = step.person {
            var draft = household.people[place].draft
            if case .keep(let row) = household.action { draft.household = row }
            draft.household = draft.household ?? rows[step.household]
            new.append((step, try createResident(draft, today: today, importTime: beginning, act)))
          } else {
            let record = try createHousehold(household.draft, importTime: beginning, act)
            rows[step.household] = record.id
            new.append((step, record))
          }
        }
        return new
      }
      for (step, record) in saved {
        if result.code == nil { result.code = record.codeText }
        if step.person == nil { result.households += 1 } else { result.residents += 1 }
      }
      progress(result.households + result.residents)
    }
    search.invalidate()
    return result
  }

  private static func steps(_ plan: HouseholdListPlan) -> [Step] {
    var steps: [Step] = []
    for (index, household) in plan.households.enumerated() where !household.holdsPeopleBack {
      if case .add = household.action {
        let draft = household.draft
        let texts = [draft.name, draft.address, draft.phone, draft.language, draft.note]
        steps.append(Step(household: index, person: nil, bytes: size(texts)))
      }
      for (place, person) in household.people.enumerated() {
        guard case .add = person.action else { continue }
        let texts = [person.draft.fullName, person.draft.phone, person.draft.note]
        steps.append(Step(household: index, person: place, bytes: size(texts)))
      }
    }
    return steps
  }

  private static func size(_ texts: [String?]) -> Int {
    texts.reduce(200) { $0 + ($1?.utf8.count ?? 0) }
  }
}
