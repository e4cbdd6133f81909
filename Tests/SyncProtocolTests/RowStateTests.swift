import SyncProtocol
import Testing

@Suite struct RowStateTests {
  private let row: Dot
  private let create: Operation

  init() throws {
    row = try makeDot(300, 1, 1)
    create = Operation(
      dot: row, table: sampleTable, row: row, author: nil, time: Timestamp(rawValue: 10),
      writes: [FieldWrite(registerField, .text("a"))])
  }

  private func edit(
    _ number: UInt32, counter: UInt32 = 1, time: Int64 = 20, _ writes: [FieldWrite]
  ) throws -> Operation {
    Operation(
      dot: try makeDot(number, 1, counter), table: sampleTable, row: row, author: nil,
      time: Timestamp(rawValue: time), writes: writes)
  }

  private func state(_ operations: [Operation]) -> RowState {
    var state = RowState(table: sampleTable, row: row)
    for operation in operations { state.merge(operation) }
    return state
  }

  @Test func `a write replaces the heads its author saw`() throws {
    let later = try edit(301, [FieldWrite(registerField, .text("b"), replacing: [row])])
    let merged = state([create, later])
    #expect(merged.heads(of: registerField).map(\.value) == [.text("b")])
    #expect(merged.createdAt == create.time)
    #expect(!merged.isInConflict(registerField))
  }

  @Test func `concurrent writes stay, and the later time is shown`() throws {
    let early = try edit(302, time: 30, [FieldWrite(registerField, .text("b"), replacing: [row])])
    let late = try edit(301, time: 40, [FieldWrite(registerField, .text("c"), replacing: [row])])
    let merged = state([create, late, early])
    #expect(merged.heads(of: registerField).count == 2)
    #expect(merged.shown(registerField)?.value == .text("c"))
    #expect(merged.isInConflict(registerField))
    #expect(merged == state([create, early, late]))
  }

  @Test func `at equal times the greater dot is shown`() throws {
    let low = try edit(301, [FieldWrite(registerField, .text("low"), replacing: [row])])
    let high = try edit(302, [FieldWrite(registerField, .text("high"), replacing: [row])])
    #expect(state([create, high, low]).shown(registerField)?.value == .text("high"))
  }

  @Test func `equal values stay heads and are no conflict`() throws {
    let one = try edit(301, [FieldWrite(registerField, .text("b"), replacing: [row])])
    let two = try edit(302, [FieldWrite(registerField, .text("b"), replacing: [row])])
    let three = try edit(303, [FieldWrite(registerField, .text("c"), replacing: [one.dot])])
    let merged = state([create, one, two])
    #expect(merged.heads(of: registerField).count == 2)
    #expect(!merged.isInConflict(registerField))
    // Replacing one of them leaves the other, which now differs.
    #expect(state([create, one, two, three]).isInConflict(registerField))
  }

  @Test func `a write that saw nothing is concurrent to all`() throws {
    let blind = try edit(301, time: 5, [FieldWrite(registerField, .text("b"))])
    let merged = state([create, blind])
    #expect(merged.heads(of: registerField).count == 2)
    #expect(merged.shown(registerField)?.value == .text("a"))
  }

  @Test func `a withdrawal takes heads away and puts nothing in their place`() throws {
    let withdrawal = try edit(301, [FieldWrite(registerField, nil, replacing: [row])])
    let merged = state([create, withdrawal])
    #expect(merged.heads.isEmpty)
    #expect(merged.shown(registerField) == nil)
    let emptied = try edit(301, [FieldWrite(registerField, .unset, replacing: [row])])
    #expect(state([create, emptied]).shown(registerField)?.value == .unset)
  }

  @Test func `what is replaced is replaced in its own field only`() throws {
    let other = FieldID(7, .centreRegister)
    var both = create
    both.writes = [FieldWrite(registerField, .text("a")), FieldWrite(other, .integer(1))]
    let later = try edit(301, [FieldWrite(other, .integer(2), replacing: [row])])
    let merged = state([both, later])
    #expect(merged.shown(registerField)?.dot == row)
    #expect(merged.heads(of: other).map(\.value) == [.integer(2)])
  }

  @Test func `an add wins over a remove that did not see it`() throws {
    let add = try edit(301, [FieldWrite(setField, .integer(7))])
    let remove = try edit(302, [FieldWrite(setField, nil, replacing: [add.dot])])
    let again = try edit(303, [FieldWrite(setField, .integer(7))])
    #expect(state([create, add, remove, again]).heads(of: setField).map(\.value) == [.integer(7)])
    #expect(state([create, add, again, remove]) == state([create, again, add, remove]))
    #expect(state([create, add, remove]).heads(of: setField).isEmpty)
  }

  @Test func `a tally sums the latest head of every replica`() throws {
    let operations = try [
      edit(301, counter: 1, time: 20, [FieldWrite(tallyField, .integer(5))]),
      edit(301, counter: 2, time: 30, [FieldWrite(tallyField, .integer(6))]),
      edit(302, counter: 1, time: 10, [FieldWrite(tallyField, .integer(-2))]),
      edit(303, counter: 1, time: 10, [FieldWrite(tallyField, .text("not a number"))]),
      edit(304, counter: 1, time: 10, [FieldWrite(tallyField, .unset)]),
    ]
    #expect(state(operations).sum(of: tallyField) == 4)
    #expect(state([create]).sum(of: tallyField) == 0)
  }

  @Test func `a tally saturates instead of overflowing`() throws {
    func sum(_ values: [Int64]) throws -> Int64 {
      let operations = try values.enumerated().map { index, value in
        try edit(301 + UInt32(index), [FieldWrite(tallyField, .integer(value))])
      }
      let sum = state(operations).sum(of: tallyField)
      #expect(state(operations.reversed()).sum(of: tallyField) == sum)
      return sum
    }
    #expect(try sum([.max, 1]) == .max)
    #expect(try sum([.min, -1]) == .min)
    #expect(try sum([.min, .max]) == -1)
    // Partial sums saturate in the order of replicas, which every replica shares.
    #expect(try sum([.max, 1, -1]) == .max - 1)
  }

  @Test func `a delete hides a row whose every head it lists`() throws {
    let delete = try edit(301, [FieldWrite(.deletes, DotList.encode([row]))])
    #expect(state([create]).deletion == .none)
    #expect(state([create, delete]).deletion == .deleted)
  }

  @Test func `a write that no delete saw keeps the row and contests it`() throws {
    let delete = try edit(301, [FieldWrite(.deletes, DotList.encode([row]))])
    let unseen = try edit(302, [FieldWrite(registerField, .text("b"), replacing: [row])])
    #expect(state([create, delete, unseen]).deletion == .contested)
    #expect(state([create, unseen, delete]).deletion == .contested)
    let second = try edit(303, [FieldWrite(.deletes, DotList.encode([unseen.dot]))])
    #expect(state([create, delete, unseen, second]).deletion == .deleted)
  }

  @Test func `a delete is undone by removing it`() throws {
    let delete = try edit(301, [FieldWrite(.deletes, DotList.encode([row]))])
    let undo = try edit(302, [FieldWrite(.deletes, nil, replacing: [delete.dot])])
    #expect(state([create, delete, undo]).deletion == .none)
    #expect(state([create, delete, undo]).shown(registerField)?.value == .text("a"))
  }

  @Test func `one operation can write and delete at once`() throws {
    let own = try edit(
      301,
      [
        FieldWrite(.deletes, DotList.encode([row, try makeDot(301, 1, 1)])),
        FieldWrite(registerField, .text("last"), replacing: [row]),
      ])
    #expect(state([create, own]).deletion == .deleted)
  }

  @Test func `a list of dots ascends, holds each once and ignores what is no dot`() throws {
    let low = try makeDot(1, 2, 3)
    let high = try makeDot(9, 0, 1)
    let bytes = try #require(DotList.encode([high, low, high]).bytes)
    #expect(bytes.count == 16)
    #expect(DotList.decode(.bytes(bytes)) == [low, high])
    #expect(DotList.decode(.bytes(bytes + [1, 2])) == [low, high])
    #expect(DotList.decode(.bytes(Array(repeating: 0xFF, count: 8))) == [])
    #expect(DotList.decode(.text("12345678")) == [])
  }

  @Test func `a stored row is the merged row whatever the order of its heads`() throws {
    let merged = state([
      create, try edit(301, [FieldWrite(registerField, .text("b"))]),
      try edit(302, [FieldWrite(setField, .integer(1)), FieldWrite(tallyField, .integer(2))]),
    ])
    for seed in seeds(20) {
      var generator = SeededGenerator(seed: seed)
      let stored = RowState(
        table: merged.table, row: merged.row, createdAt: merged.createdAt,
        heads: merged.heads.shuffled(using: &generator))
      #expect(stored == merged, "SEED=\(seed)")
      #expect(stored.canonicalBytes == merged.canonicalBytes, "SEED=\(seed)")
    }
  }
}

@Suite struct RowStateManyHeadsTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `many heads merge in one pass as few do one by one`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let row = try makeDot(300, 1, 1)
    // So many that every operation takes the way of many heads.
    var naive = try (1...70).map { counter in
      Head(
        field: FieldID(rawValue: 3 << 3 | 3), dot: try makeDot(299, 1, counter),
        time: Timestamp(rawValue: 0), value: .integer(0))
    }
    var onePass = RowState(table: sampleTable, row: row, createdAt: nil, heads: naive)
    for counter in UInt32(1)...120 {
      let dot = try makeDot(300 + counter % 3, 1, counter)
      let fields = Set((0..<3).map { _ in UInt16.random(in: 1...4, using: &random) }).sorted()
      let writes = fields.map { field in
        let field = FieldID(rawValue: field << 3 | 3)
        let seen = naive.filter { $0.field == field }.map(\.dot).shuffled(using: &random)
        return FieldWrite(
          field, Bool.random(using: &random) ? .integer(Int64(counter)) : nil,
          replacing: Array(seen.prefix(Int.random(in: 0...2, using: &random))))
      }
      let operation = Operation(
        dot: dot, table: sampleTable, row: row, author: nil,
        time: Timestamp(rawValue: Int64(counter)),
        writes: writes)
      onePass.merge(operation)
      for write in writes {
        naive.removeAll { $0.field == write.field && write.previous.contains($0.dot) }
        guard let value = write.value else { continue }
        naive.append(Head(field: write.field, dot: dot, time: operation.time, value: value))
      }
      naive.sort { ($0.field.rawValue, $0.dot.rawValue) < ($1.field.rawValue, $1.dot.rawValue) }
      #expect(onePass.heads == naive, "seed \(seed)")
    }
  }
}
