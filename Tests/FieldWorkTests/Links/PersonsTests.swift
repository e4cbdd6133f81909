import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct PersonsTests {
  private func row(_ number: Int64) -> RowID {
    guard let row = RowID(rawValue: number) else { preconditionFailure("a row is not negative") }
    return row
  }

  /// The smallest row that edges lead to, by walking them all again and again.
  private func naive(_ start: RowID, _ edges: [Persons.Edge]) -> Set<RowID> {
    var found: Set<RowID> = [start]
    var grew = true
    while grew {
      grew = false
      for edge in edges where edge.kind.joins {
        if found.contains(edge.row) != found.contains(edge.other) {
          found.formUnion([edge.row, edge.other])
          grew = true
        }
      }
    }
    return found
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `persons are the connected components, whatever the order of edges`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let kinds: [RowLink.Kind] = [.same, .same, .notSame, .movedTo, .movedFrom]
    var edges = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      Persons.Edge(
        row(Int64.random(in: 1...30, using: &random)), kinds.randomElement(using: &random) ?? .same,
        row(Int64.random(in: 1...30, using: &random)))
    }
    let first = Persons(edges)
    edges += edges.map { Persons.Edge($0.other, $0.kind.mirrored, $0.row) }
    edges.shuffle(using: &random)
    let second = Persons(edges)
    for number in 1...30 as ClosedRange<Int64> {
      let expected = naive(row(number), edges)
      #expect(first.canonical(row(number)) == expected.min(), "seed \(seed)")
      #expect(second.canonical(row(number)) == expected.min(), "seed \(seed)")
      #expect(second.rows(of: row(number)) == expected.sorted(), "seed \(seed)")
      let isContradicted = edges.contains {
        !$0.kind.joins && expected.contains($0.row) && expected.contains($0.other)
      }
      let name = first.canonical(row(number))
      #expect(first.isContradicted(name) == isContradicted, "seed \(seed)")
      #expect(second.isContradicted(name) == isContradicted, "seed \(seed)")
    }
  }

  @Test func `a move is certain, and a person's word is not`() {
    let persons = Persons([
      Persons.Edge(row(1), .same, row(2)), Persons.Edge(row(2), .movedTo, row(3)),
    ])
    #expect(persons.canonical(row(3)) == row(1))
    #expect(persons.certain(row(3)) == row(2) && persons.certain(row(1)) == row(1))
  }
}
