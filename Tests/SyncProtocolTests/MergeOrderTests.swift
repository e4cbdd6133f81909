import SyncProtocol
import Testing

/// Exhausts small histories, then tries larger random ones: whatever order causality allows, the
/// bytes are the same, and they are what the naive merge says.
@Suite struct MergeOrderTests {
  /// What one operation of a generated history does with the heads its author saw.
  private enum Act: CaseIterable {
    case replaceAll, replaceShown, addBlindly, withdrawShown
  }

  /// An operation and the places of those its author had applied.
  private struct Event {
    var operation: Operation
    var seen: Set<Int>
  }

  private func operation(
    _ index: Int, _ act: Act, field: FieldID, after seen: [Operation], time: Int64
  ) throws -> Operation {
    var known = RowState(table: sampleTable, row: try makeDot(300, 1, 1))
    for operation in seen { known.merge(operation) }
    let all = known.heads(of: field).map(\.dot)
    let shown = known.shown(field).map { [$0.dot] } ?? []
    let value = Value.integer(Int64(index % 3))
    let write =
      switch act {
      case .replaceAll: FieldWrite(field, value, replacing: all)
      case .replaceShown: FieldWrite(field, value, replacing: shown)
      case .addBlindly: FieldWrite(field, value)
      case .withdrawShown: FieldWrite(field, nil, replacing: shown)
      }
    return Operation(
      dot: try makeDot(300 + UInt32(index), 1, 1), table: sampleTable, row: try makeDot(300, 1, 1),
      author: nil, time: Timestamp(rawValue: time), writes: [write])
  }

  /// Every way in which `count` authors can have seen what came before: closed sets of earlier
  /// operations.
  private func histories(_ count: Int) -> [[Set<Int>]] {
    var all: [[Set<Int>]] = [[]]
    for index in 0..<count {
      all = all.flatMap { history in
        (0..<(1 << index)).compactMap { mask -> [Set<Int>]? in
          let seen = Set((0..<index).filter { mask >> $0 & 1 == 1 })
          guard seen.allSatisfy({ history[$0].isSubset(of: seen) }) else { return nil }
          return history + [seen]
        }
      }
    }
    return all
  }

  private func forEachOrder(
    _ seen: [Set<Int>], _ done: [Int] = [], _ body: ([Int]) -> Void
  ) {
    if done.count == seen.count { return body(done) }
    for next in seen.indices where !done.contains(next) && seen[next].isSubset(of: done) {
      forEachOrder(seen, done + [next], body)
    }
  }

  private func check(_ operations: [Operation], _ seen: [Set<Int>], _ comment: String) throws {
    var naive = NaiveMerge()
    for operation in operations { naive.apply(operation) }
    let heads = naive.heads
    var bytes: [UInt8]?
    let row = try makeDot(300, 1, 1)
    forEachOrder(seen) { order in
      var state = RowState(table: sampleTable, row: row)
      for index in order { state.merge(operations[index]) }
      let canonical = state.canonicalBytes
      if canonical != bytes ?? canonical || state.heads != heads {
        Issue.record("\(comment): order \(order) of \(seen) differs")
      }
      bytes = canonical
    }
  }

  @Test func `every history of four operations merges alike in every causal order`() throws {
    let histories = histories(4)
    #expect(histories.count == 40)
    let acts = Act.allCases
    for (number, seen) in histories.enumerated() {
      for choice in 0..<(acts.count * acts.count * acts.count) {
        var operations: [Operation] = []
        for index in seen.indices {
          let act = index == 0 ? .replaceAll : acts[choice >> (2 * (index - 1)) & 3]
          operations.append(
            try operation(
              index, act, field: registerField, after: seen[index].sorted().map { operations[$0] },
              time: Int64((index * 7 + number) % 4)))
        }
        try check(operations, seen, "acts \(choice)")
      }
    }
  }

  @Test func `every history of five operations merges alike in every causal order`() throws {
    let histories = histories(5)
    #expect(histories.count == 357)
    for (number, seen) in histories.enumerated() {
      var operations: [Operation] = []
      for index in seen.indices {
        operations.append(
          try operation(
            index, Act.allCases[(index + number) % 4], field: registerField,
            after: seen[index].sorted().map { operations[$0] }, time: Int64(9 - index)))
      }
      try check(operations, seen, "history \(number)")
    }
  }

  @Test func `random histories of every kind of field merge alike`() throws {
    for seed in seeds(150) {
      var generator = SeededGenerator(seed: seed)
      let events = try randomHistory(30, using: &generator)
      var naive = NaiveMerge()
      for event in events { naive.apply(event.operation) }
      var first: RowState?
      for _ in 0..<4 {
        let merged = try delivered(events, using: &generator)
        #expect(merged.heads == naive.heads, "SEED=\(seed)")
        #expect(merged.canonicalBytes == first?.canonicalBytes ?? merged.canonicalBytes)
        #expect(merged.shown(registerField)?.value == naive.shown(registerField), "SEED=\(seed)")
        #expect(merged.deletion == first?.deletion ?? merged.deletion, "SEED=\(seed)")
        #expect(
          merged.sum(of: tallyField) == first?.sum(of: tallyField) ?? merged.sum(of: tallyField))
        first = merged
      }
    }
  }

  /// Four replicas write, and now and then one learns all that another knows.
  private func randomHistory(
    _ count: Int, using generator: inout SeededGenerator
  ) throws -> [Event] {
    let row = try makeDot(300, 1, 1)
    var states = Array(repeating: RowState(table: sampleTable, row: row), count: 4)
    var known = Array(repeating: Set<Int>(), count: 4)
    var counters: [UInt32] = [0, 0, 0, 0]
    var events: [Event] = []
    let fields = [
      FieldID.deletes, registerField, setField, tallyField, FieldID(4, .centreRegister),
    ]
    while events.count < count {
      let author = Int.random(in: 0..<4, using: &generator)
      if generator.chance(1, in: 3) {
        let other = Int.random(in: 0..<4, using: &generator)
        for index in known[other].subtracting(known[author]).sorted() {
          states[author].merge(events[index].operation)
        }
        known[author].formUnion(known[other])
        continue
      }
      counters[author] += 1
      var writes: [FieldWrite] = []
      for field in fields where generator.chance(2, in: 5) {
        let heads = states[author].heads(of: field).map(\.dot)
        let previous = heads.filter { _ in generator.chance(3, in: 4) }
        let value: Value? =
          generator.chance(1, in: 6)
          ? nil
          : field == .deletes
            ? DotList.encode(states[author].heads.map(\.dot))
            : .integer(Int64.random(in: 0..<4, using: &generator))
        writes.append(FieldWrite(field, value, replacing: previous))
      }
      let operation = Operation(
        dot: try makeDot(300 + UInt32(author), 1, counters[author]), table: sampleTable, row: row,
        author: nil, time: Timestamp(rawValue: Int64.random(in: 0..<20, using: &generator)),
        writes: writes)
      states[author].merge(operation)
      events.append(Event(operation: operation, seen: known[author]))
      known[author].insert(events.count - 1)
    }
    return events
  }

  private func delivered(
    _ events: [Event], using generator: inout SeededGenerator
  ) throws -> RowState {
    var state = RowState(table: sampleTable, row: try makeDot(300, 1, 1))
    var done: Set<Int> = []
    while done.count < events.count {
      let ready = events.indices.filter {
        !done.contains($0) && events[$0].seen.isSubset(of: done)
      }
      let next = try #require(ready.randomElement(using: &generator))
      state.merge(events[next].operation)
      done.insert(next)
    }
    return state
  }
}
