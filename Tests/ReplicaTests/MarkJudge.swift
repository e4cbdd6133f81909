import SyncProtocol

@testable import Replica

/// A judge that tests can steer: a text that begins with `!` and an integer below zero break a rule
/// of their field, a text that begins with `#` condemns the whole operation, and a removal by a
/// member whose row is 13 is not accepted.
struct MarkJudge: Judge {
  static let badAuthor = RowID(rawValue: 13)

  func objections(to judged: JudgedOperation) -> [Objection] {
    judged.operation.writes.compactMap { write in
      switch write.value {
      case .text(let text) where text.hasPrefix("!"): Objection(write.field, .ruleBroken, "mark")
      case .text(let text) where text.hasPrefix("#"): Objection(nil, .ruleBroken, "mark")
      case .integer(let number) where number < 0: Objection(write.field, .ruleBroken, "negative")
      case nil where judged.operation.author == Self.badAuthor:
        Objection(write.field, .ruleBroken, "author")
      case .bytes where judged.operation.author == Self.badAuthor:
        Objection(write.field, .ruleBroken, "author")
      default: nil
      }
    }
  }
}

extension World {
  /// A world whose centre judges by marks.
  static func judging(laptops count: Int, seed: UInt64 = 1) throws -> World {
    let world = try World(laptops: count, seed: seed)
    world.centre.judge = MarkJudge()
    return world
  }

  /// Everybody's rounds until everybody has everything.
  func syncAll() throws {
    for laptop in laptops + laptops { try sync(laptop) }
  }

  /// Writes one text field of a household.
  func write(
    _ text: String, to field: FieldDefinition, of household: RowID, at store: Store,
    author: RowID? = nil
  ) throws {
    try store.commit(author: author, clock: clock()) {
      try $0.write(HouseholdTable.definition, household, [(field, .text(text))])
    }
  }

  /// The shown text of a field.
  func text(_ field: FieldDefinition, of row: RowID, at store: Store) throws -> String? {
    try store.openedRow(HouseholdTable.definition.id, row)?.shown(field.id)?.value.text
  }

  func rule(_ ruling: Ruling, _ number: Int64) throws {
    guard let review = try centre.reviews(numbered: number).first else {
      throw ReplicaError.reviewOfRow
    }
    _ = try centre.rule(on: review.id, ruling, by: "An", note: nil, clock: clock())
  }
}
