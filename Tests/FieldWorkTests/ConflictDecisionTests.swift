import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct ConflictDecisionTests {
  /// Two laptops that wrote kind and telephone of one household without seeing each other.
  private func disputed() throws -> (world: FieldWorld, row: RowID, code: String) {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Xóm 1"])
    let row = try world.household()
    for laptop in world.laptops { try world.sync(laptop) }
    for (laptop, (kind, phone)) in zip(
      world.laptops, [("shop", "0912000888"), ("organisation", "0912000999")])
    {
      _ = try laptop.editHousehold(
        row, HouseholdDraft(kind: kind, phone: phone), author: try world.member(),
        clock: world.clock())
    }
    try agree(world)
    let code = try world.laptop.reader.codeText(of: row, in: HouseholdTable.definition)
    return (world, row, code)
  }

  private func agree(_ world: FieldWorld) throws {
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
  }

  private func conflictError(_ body: () throws -> Void) -> ConflictError? {
    do {
      try body()
    } catch let error as ConflictError {
      return error
    } catch {
      Issue.record(error)
    }
    return nil
  }

  @Test func `nobody decides between values that are not shown since a restore`() throws {
    let (world, _, code) = try disputed()
    let laptop = world.laptops[1]
    try laptop.store.lockSealedValues()
    let record = try laptop.locate(code)
    for decision in [ConflictDecision.take("1"), .value("0912000777")] {
      for isDryRun in [true, false] {
        let error = conflictError {
          _ = try laptop.decide(
            record, field: "phone", decision, author: nil, clock: world.clock(),
            isDryRun: isDryRun)
        }
        #expect(error?.code == "not-readable-yet" && error?.category == .refusedForSafety)
      }
    }
    // What is in clear can be seen and decided.
    _ = try laptop.decide(
      record, field: "kind", .take("1"), author: nil, clock: world.clock())
  }

  @Test func `a decision takes a listed value or a typed one, and holds everywhere`() throws {
    let (world, row, code) = try disputed()
    let laptop = world.laptops[1]
    let record = try laptop.locate(code)
    let preview = try laptop.decide(
      record, field: "phone", .take("2"), author: nil, clock: world.clock(), isDryRun: true)
    #expect(preview.value.english == "0912000888")
    #expect(preview.replaced.map(\.english) == ["0912000999"])
    #expect(try laptop.conflicts().count == 2)
    _ = try laptop.decide(
      record, field: "Điện thoại", .take("2"), author: try world.member(), clock: world.clock())
    _ = try laptop.decide(
      record, field: nil, .value("hộ kinh doanh"), author: nil, clock: world.clock())
    try agree(world)
    for store in world.laptops + [world.centre] {
      #expect(try store.conflicts().isEmpty)
      let household = try store.reader.record(Household.self, row)
      #expect(household?.phone == "0912000888" && household?.kind == .householdBusiness)
    }
  }

  @Test func `what cannot be decided is refused in words, and nothing is written`() throws {
    let (world, _, code) = try disputed()
    let laptop = world.laptop
    let record = try laptop.locate(code)
    func refusal(_ field: String?, _ decision: ConflictDecision) -> String? {
      conflictError {
        _ = try laptop.decide(record, field: field, decision, author: nil, clock: world.clock())
      }?.code
    }
    #expect(refusal(nil, .take("1")) == "field-needed")
    #expect(refusal("phone", .take("3")) == "no-such-value")
    #expect(refusal("phone", .take("-1")) == "no-such-value")
    #expect(refusal("color", .take("1")) == "no-such-field")
    #expect(refusal("name", .take("1")) == "conflict-decided")
    #expect(refusal("phone", .keep) == "not-deleted-and-edited")
    #expect(refusal("deleted", .take("1")) == "not-deleted-and-edited")
    let before = laptop.store.lastIssued
    #expect(
      problems {
        _ = try laptop.decide(
          record, field: "phone", .value("12"), author: nil, clock: world.clock())
      }.map(\.field) == ["phone"])
    #expect(laptop.store.lastIssued == before)
    #expect(fieldError { _ = try laptop.locate("H-00000-1-0") }?.category == .userError)
    // Somebody else was faster.
    _ = try world.centre.decide(
      record, field: "phone", .take("1"), author: nil, clock: world.clock())
    try world.sync(laptop)
    let late = conflictError {
      _ = try laptop.decide(
        record, field: "phone", .take("2"), author: nil, clock: world.clock())
    }
    #expect(late?.code == "conflict-decided")
    #expect(late?.words.english.contains("0912000999") == true)
    #expect(late?.words.vietnamese.contains("trung tâm") == true)
  }

  @Test func `a place is the centre's to decide, also where a laptop shows it in conflict`() throws
  {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1"])
    // A laptop may learn of such a write from a neighbour, before the centre has judged it.
    world.centre.store.isJudging = false
    let row = try world.household()
    try world.laptop.store.commit(author: nil, clock: world.clock()) {
      try $0.add(HouseholdTable.definition, row, HouseholdTable.place, .integer(5))
    }
    try world.sync(world.laptop)
    let record = try world.laptop.locate("#\(row.rawValue)")
    #expect(
      conflictError {
        _ = try world.laptop.decide(
          record, field: "place", .take("1"), author: nil, clock: world.clock())
      }?.category == .notAllowed)
    _ = try world.centre.decide(
      record, field: "place", .take("2"), author: nil, clock: world.clock())
    #expect(try world.centre.conflicts().isEmpty)
  }

  @Test func `a record that was deleted and edited is kept, or deleted with the edit`() throws {
    for keeps in [true, false] {
      let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Xóm 1"])
      let row = try world.household()
      try agree(world)
      try world.laptops[0].store.commit(author: try world.member(), clock: world.clock()) {
        try $0.delete(HouseholdTable.definition, row)
      }
      _ = try world.laptops[1].editHousehold(
        row, HouseholdDraft(phone: "0912000888"), author: try world.member("Trần Thị Bình"),
        clock: world.clock())
      try agree(world)
      for store in world.laptops + [world.centre] {
        let conflict = try #require(try store.conflicts().first)
        #expect(conflict.kind == .deletedAndEdited && conflict.fieldName == "deleted")
        #expect(conflict.choices.map(\.isDelete) == [true, false])
        #expect(conflict.choices.map(\.writers[0].author) == ["Nguyễn Văn An", "Trần Thị Bình"])
        #expect(conflict.choices[1].fieldWords.english == "Telephone")
      }
      let record = try world.laptops[1].locate("#\(row.rawValue)")
      #expect(
        conflictError {
          _ = try world.laptops[1].decide(
            record, field: nil, .take("1"), author: nil, clock: world.clock())
        }?.code == "decision-needed")
      _ = try world.laptops[1].decide(
        record, field: nil, keeps ? .keep : .delete, author: nil, clock: world.clock())
      try agree(world)
      for store in world.laptops + [world.centre] {
        #expect(try store.conflicts().isEmpty)
        #expect(try (store.reader.record(Household.self, row) != nil) == keeps)
        let history = try store.history(of: record)
        #expect(history.isDeleted == !keeps)
        #expect(history.entries.map(\.kind).contains(keeps ? .undeleted : .deleted))
      }
    }
  }

  @Test func `equal values are one choice with both writers, and the decision names both`() throws {
    let world = try FieldWorld(laptopsOf: Array(repeating: "Tổ Xóm 1", count: 3))
    let row = try world.household()
    try agree(world)
    for (laptop, phone) in zip(world.laptops, ["0912000888", "0912000999", "0912000888"]) {
      _ = try laptop.editHousehold(
        row, HouseholdDraft(phone: phone), author: try world.member(), clock: world.clock())
    }
    try agree(world)
    let conflict = try #require(try world.centre.conflicts().first)
    #expect(conflict.choices.map(\.words.english) == ["0912000888", "0912000999"])
    #expect(conflict.choices.map(\.writers.count) == [2, 1])
    let labels = conflict.choices[0].writers.map(\.laptop.english)
    #expect(labels == ["laptop-3", "laptop-1"])
    let record = try world.centre.locate(conflict.codeText)
    _ = try world.centre.decide(
      record, field: nil, .take("#\(conflict.choices[0].writers[1].dot.rawValue)"), author: nil,
      clock: world.clock())
    try agree(world)
    #expect(
      try world.laptop.store.row(HouseholdTable.definition.id, row)?
        .heads(of: HouseholdTable.phone.id).count == 1)
  }

  @Test func `a history tells who wrote what in place of what, and any value can come back`() throws
  {
    let (world, row, code) = try disputed()
    let record = try world.centre.locate(code)
    _ = try world.centre.decide(
      record, field: "phone", .take("1"), author: nil, clock: world.clock())
    try agree(world)
    let laptop = world.laptop
    let history = try laptop.history(of: record, field: "phone")
    #expect(history.codeText == code && !history.isDeleted)
    #expect(history.entries.map(\.kind) == [.created, .changed, .changed, .decided])
    #expect(
      history.entries.map(\.new?.english) == [
        "0912000111", "0912000888", "0912000999", "0912000999",
      ])
    #expect(
      history.entries.map(\.old?.english) == [
        nil, "0912000111", "0912000111", "0912000999",
      ])
    #expect(history.entries.map(\.isShown) == [false, false, false, true])
    #expect(history.entries.last?.writer.laptop.english == "the centre")
    #expect(history.entries.contains { $0.isConcurrent })
    let earlier = "#\(history.entries[1].writer.dot.rawValue)"
    // One operation wrote telephone and kind: the first of its writes in the history is meant.
    let restored = try laptop.restore(
      earlier, of: record, author: nil, clock: world.clock(), isDryRun: true)
    #expect(["phone", "kind"].contains(restored.fieldName))
    let all = try laptop.history(of: record)
    let number = try #require(
      all.entries.first { $0.fieldName == "phone" && $0.new?.english == "0912000888" }?.number)
    _ = try laptop.restore(String(number), of: record, author: nil, clock: world.clock())
    try agree(world)
    for store in world.laptops + [world.centre] {
      #expect(try store.reader.record(Household.self, row)?.phone == "0912000888")
      #expect(try !store.conflicts().contains { $0.fieldName == "phone" })
    }
    #expect(
      conflictError {
        _ = try laptop.restore("99", of: record, author: nil, clock: world.clock())
      }?.code == "no-such-write")
    #expect(
      conflictError {
        _ = try laptop.restore("1", of: record, author: nil, clock: world.clock())
      } != nil)
  }

  @Test func `every decision and refusal is in both languages`() {
    let words = BilingualText(vi: "mục", en: "field")
    let errors: [ConflictError] = [
      .noSuchField("x", names: ["a"]), .fieldNeeded(names: ["a"]), .nothingToDecide,
      .decided(field: words, value: words, by: words, at: nil), .notDeletedAndEdited,
      .noSuchValue(typed: "9", count: 2), .noSuchWrite(typed: "9"),
      .decisionNeeded(deletedAndEdited: true), .decisionNeeded(deletedAndEdited: false),
      .decisionTwice, .centreOnly(field: words), .notRewritable(field: words),
      .notReadableYet(field: words, isLocked: true),
    ]
    #expect(Set(errors.map(\.code)).count == errors.count - 1)
    for error in errors {
      #expect(error.words.vietnamese != error.words.english)
      #expect(error.words.vietnamese.contains("hưa ghi gì"))
      #expect(error.words.english.lowercased().contains("nothing was written"))
    }
  }
}
