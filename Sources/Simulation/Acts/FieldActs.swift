import Randomness
import Replica
import SyncProtocol

/// What people record and decide, drawn at random.
enum FieldAct: String, CaseIterable {
  case household = "adds a household"
  case visit = "adds a visit with an assist"
  case headCount = "adds a head count"
  case edit = "edits a household"
  case editVisit = "edits a visit"
  case tally = "counts heads"
  case participants = "changes the participants"
  case topics = "changes the topics"
  case delete = "deletes"
  case undelete = "undoes a delete"
  case void = "voids an assist"
  case rule = "rules on a conflict"
  case several = "edits several rows in several scopes"
  case large = "writes long notes"
  case place = "adds or renames a place"
  case later = "writes what only later versions know"
  case meeting = "holds a meeting"

  /// How often it is done at a laptop, and at the centre by a coordinator.
  private var weights: (laptop: Int, centre: Int) {
    switch self {
    case .household: (12, 12)
    case .visit: (10, 10)
    case .edit: (16, 16)
    case .editVisit, .participants: (8, 8)
    case .delete, .later: (6, 6)
    case .tally: (5, 5)
    case .headCount, .topics, .undelete, .void: (4, 4)
    case .rule: (3, 20)
    case .several, .meeting: (3, 3)
    case .large: (1, 1)
    case .place: (0, 8)
    }
  }

  /// What people of one world do: some of all, so that some do little else than edit and delete.
  static func draw(_ random: inout SeededGenerator) -> [FieldAct] {
    allCases.filter { $0 == .household || $0 == .edit || random.chance(70) }
  }

  /// What somebody at a laptop, or a coordinator at the centre, does next.
  static func next(
    atCentre: Bool, _ acts: [FieldAct], _ random: inout SeededGenerator
  ) -> FieldAct {
    random.pick(acts.map { (atCentre ? $0.weights.centre : $0.weights.laptop, $0) })
  }
}

extension World {
  private static let words = ["Mai", "Lò", "Vàng", "", "Giàng A Sùng", "Hồ", "e\u{301}", "é"]

  /// Does one act at a machine.
  func perform(_ kind: FieldAct, at machine: Machine) throws {
    guard !machine.disk.isDead else { return }
    let held = machine === centre ? scopes : try machine.store.grantedScopes()
    guard let scope = random.pick(held) else { return }
    try commit(at: machine, kind.rawValue) { act in
      switch kind {
      case .household: _ = try addHousehold(act, scope)
      case .visit: try addVisit(act, scope, machine)
      case .headCount: try addHeadCount(act, scope, machine)
      case .edit: try editHousehold(act, machine)
      case .editVisit: try editVisit(act, machine)
      case .tally: try countHeads(act, machine)
      case .participants: try change(VisitTable.definition, VisitTable.participants, act, machine)
      case .topics: try change(HeadCountTable.first, HeadCountTable.topics, act, machine)
      case .delete: try delete(act, machine, undo: false)
      case .undelete: try delete(act, machine, undo: true)
      case .void:
        guard let assist = try row(of: AssistTable.definition, at: machine) else { return }
        try act.write(
          AssistTable.definition, assist,
          [(AssistTable.voidReason, random.chance(70) ? .text("twice") : .unset)])
      case .rule: try rule(act, machine)
      case .several:
        for scope in held { _ = try addHousehold(act, scope) }
        for _ in 0..<3 { try editHousehold(act, machine) }
      // Long values make everything slow; a few in many worlds are enough.
      case .large: if random.chance(25) { try writeLongNotes(act, machine) }
      case .place: try changePlaces(act, machine)
      case .later: try writeLaterFields(act, machine)
      case .meeting: try holdMeeting(act, scope, machine)
      }
    }
  }

  private func word() -> Value { .text(random.pick(Self.words) ?? "") }

  /// Adds a household with some values.
  func addHousehold(_ act: Act, _ scope: ScopeID) throws -> RowID {
    try act.create(
      HouseholdTable.definition, in: scope,
      [
        (HouseholdTable.number, .integer(try act.nextNumber(HouseholdTable.definition))),
        (HouseholdTable.name, word()), (HouseholdTable.kind, .integer(Int64(random.below(4)))),
        (HouseholdTable.phone, random.chance(50) ? word() : .unset),
      ])
  }

  private func addVisit(_ act: Act, _ scope: ScopeID, _ machine: Machine) throws {
    let household = try row(of: HouseholdTable.definition, at: machine)
    let visit = try act.create(
      VisitTable.definition, in: scope,
      [
        (VisitTable.number, .integer(try act.nextNumber(VisitTable.definition))),
        (VisitTable.household, household.map { .integer($0.rawValue) } ?? .unset),
        (VisitTable.date, .integer(20_000 + Int64(random.below(5)))),
        (VisitTable.outcome, .integer(1)),
        (VisitTable.participants, .integer(1)), (VisitTable.participants, .integer(2)),
      ])
    for _ in 0..<random.below(3) {
      _ = try act.create(
        AssistTable.definition, in: scope,
        [
          (AssistTable.number, .integer(try act.nextNumber(AssistTable.definition))),
          (AssistTable.visit, .integer(visit.rawValue)),
          (AssistTable.mode, .integer(Int64(1 + random.below(3)))),
          (AssistTable.service, .text("1.001193")),
        ])
    }
  }

  private func addHeadCount(_ act: Act, _ scope: ScopeID, _ machine: Machine) throws {
    guard let table = machine.schema[HeadCountTable.definition.id] else { return }
    let values: [(FieldDefinition, Value)] = [
      (HeadCountTable.label, word()), (HeadCountTable.topics, .text("phone")),
      (HeadCountTable.photograph, .bytes([UInt8(random.below(256)), 0])),
      (HeadCountTable.attendance, .integer(Int64(random.below(30)))),
    ]
    _ = try act.create(table, in: scope, values.filter { table[$0.0.id] != nil })
  }

  /// Fields of a known table that older programs do not know.
  private func writeLaterFields(_ act: Act, _ machine: Machine) throws {
    guard let table = machine.schema[HouseholdTable.definition.id],
      table[LaterHousehold.colour.id] != nil, let household = try row(of: table, at: machine)
    else { return }
    switch random.below(4) {
    case 0: try act.write(table, household, [(LaterHousehold.colour, word())])
    case 1:
      try act.write(table, household, [(LaterHousehold.animals, .integer(Int64(random.below(9))))])
    case 2: try change(table, LaterHousehold.crops, act, machine)
    default:
      try act.write(
        table, household,
        [
          (LaterHousehold.colour, random.chance(30) ? .unset : word()),
          (HouseholdTable.phone, word()),
        ])
    }
  }

  /// Rows of a table that older programs do not know.
  private func holdMeeting(_ act: Act, _ scope: ScopeID, _ machine: Machine) throws {
    let table = MeetingTable.definition
    guard machine.schema[table.id] != nil else { return }
    guard random.chance(60), let meeting = try row(of: table, at: machine) else {
      _ = try act.create(
        table, in: scope,
        [
          (MeetingTable.title, word()), (MeetingTable.note, word()),
          (MeetingTable.attendees, .integer(1)),
        ])
      return
    }
    switch random.below(3) {
    case 0: try change(table, MeetingTable.attendees, act, machine)
    case 1: try act.delete(table, meeting)
    default: try act.write(table, meeting, [(MeetingTable.note, word())])
    }
  }

  private func editHousehold(_ act: Act, _ machine: Machine) throws {
    guard let household = try row(of: HouseholdTable.definition, at: machine) else { return }
    var values: [(FieldDefinition, Value)] = []
    for field in [HouseholdTable.phone, HouseholdTable.name, HouseholdTable.note] {
      guard values.isEmpty || random.chance(30) else { continue }
      values.append((field, random.chance(15) ? .unset : word()))
    }
    // A later version's type: kept, and shown by nobody.
    if random.chance(10) { values.append((HouseholdTable.kind, word())) }
    if random.chance(20) {
      values.append((HouseholdTable.place, .integer(Int64(random.below(3)))))
    }
    try act.write(HouseholdTable.definition, household, values)
  }

  private func editVisit(_ act: Act, _ machine: Machine) throws {
    guard let visit = try row(of: VisitTable.definition, at: machine) else { return }
    try act.write(
      VisitTable.definition, visit,
      [
        (VisitTable.date, .integer(20_000 + Int64(random.below(5)))),
        (VisitTable.minutes, random.chance(20) ? .unset : .integer(Int64(random.below(90)))),
      ])
  }

  private func countHeads(_ act: Act, _ machine: Machine) throws {
    guard let sheet = try row(of: HeadCountTable.first, at: machine) else { return }
    let field = HeadCountTable.attendance
    func parts() throws -> [Head] {
      let state = try machine.store.row(HeadCountTable.first.id, sheet)
      return state?.heads(of: field.id).filter { $0.dot.replica != machine.replica } ?? []
    }
    let before = try parts()
    try act.write(
      HeadCountTable.first, sheet, [(field, .integer(Int64(random.below(30))))])
    try Violation.unless(
      try parts() == before, .heads, "\(machine.label) counted over another's part of a tally")
  }

  private func change(
    _ table: TableDefinition, _ set: FieldDefinition, _ act: Act, _ machine: Machine
  ) throws {
    guard let row = try row(of: table, at: machine) else { return }
    let element: Value =
      set.type == .integer ? .integer(Int64(random.below(4))) : .text("\(random.below(3))")
    if random.chance(50) {
      try act.add(table, row, set, element)
    } else {
      try act.remove(table, row, set, element)
    }
  }

  private func delete(_ act: Act, _ machine: Machine, undo: Bool) throws {
    let table =
      random.pick([
        HouseholdTable.definition, VisitTable.definition, AssistTable.definition,
        HeadCountTable.first,
      ]) ?? VisitTable.definition
    guard let row = try row(of: table, at: machine) else { return }
    if undo { try act.undelete(table, row) } else { try act.delete(table, row) }
  }

  /// A conflict when there is one, otherwise any field: a ruling names every head.
  private func rule(_ act: Act, _ machine: Machine) throws {
    if let conflict = random.pick(try machine.store.conflicts()),
      let table = machine.schema[conflict.table], let field = table[conflict.field],
      let value = random.pick(conflict.values)
    {
      try act.resolve(table, conflict.row, field, value.value)
    } else if let household = try row(of: HouseholdTable.definition, at: machine) {
      try act.resolve(HouseholdTable.definition, household, HouseholdTable.phone, word())
    }
  }

  /// Sometimes more than a batch holds.
  private func writeLongNotes(_ act: Act, _ machine: Machine) throws {
    let length = random.chance(50) ? Limits.valueBytes : Limits.valueBytes / 8
    for index in 0..<(1 + random.below(8)) {
      guard let household = try row(of: HouseholdTable.definition, at: machine) else { return }
      let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))
      try act.write(
        HouseholdTable.definition, household,
        [(HouseholdTable.note, .text(String(repeating: letter, count: length)))])
    }
  }

  private func changePlaces(_ act: Act, _ machine: Machine) throws {
    if random.chance(50), let place = try row(of: PlaceTable.definition, at: machine) {
      try act.write(PlaceTable.definition, place, [(PlaceTable.name, word())])
    } else {
      _ = try act.create(PlaceTable.definition, in: .everyone, [(PlaceTable.name, word())])
    }
  }
}
