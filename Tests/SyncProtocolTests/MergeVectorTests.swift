import SyncProtocol
import Testing

/// SyncProtocol/Vectors/merge, made by an implementation in another language.
@Suite struct MergeVectorTests {
  struct MergedRow: Decodable {
    struct Expect: Decodable {
      var canonical: String, deletion: String, digest: String
      var heads: [String]
      var leaf: UInt8
      var conflicts: [UInt16]
      var shown: [String: VectorValue]
      var sums: [String: String]
    }
    var name: String, row: String
    var table: UInt16
    var operations: [VectorOperation]
    var erased: [String]?
    var expect: Expect
  }

  @Test func `merged rows`() throws {
    for vector in try VectorFile<MergedRow>.load("merge/rows.json") {
      var state = RowState(table: TableID(rawValue: vector.table), row: try dot(vector.row))
      let erased = Set(try (vector.erased ?? []).map(dot))
      var early = state
      for operation in vector.operations {
        state.merge(try operation.operation())
        early.merge(try operation.operation())
        early.erase(erased)
      }
      state.erase(erased)
      #expect(early == state, "\(vector.name): an erasure before the values")
      let expect = vector.expect
      #expect(Hexadecimal.encode(state.canonicalBytes) == expect.canonical, "\(vector.name)")
      let heads = state.heads.map { head in
        "\(head.dot.replica.rawValue).\(head.dot.session).\(head.dot.counter):\(head.field.rawValue)"
      }
      #expect(heads == expect.heads, "\(vector.name)")
      for (field, value) in expect.shown {
        let shown = state.shown(FieldID(rawValue: try number(field)))
        #expect(try shown?.value == value.value(), "\(vector.name), field \(field)")
      }
      for (field, sum) in expect.sums {
        #expect(try state.sum(of: FieldID(rawValue: number(field))) == number(sum))
      }
      for field in Set(state.heads.map(\.field)) where field.kind?.hasColumn == true {
        #expect(
          state.isInConflict(field) == expect.conflicts.contains(field.rawValue), "\(vector.name)")
      }
      #expect("\(state.deletion)" == expect.deletion, "\(vector.name)")
      var digest = StateDigest()
      digest.add(state, primitives: .test)
      #expect(digest.root(primitives: .test).hexadecimal == expect.digest, "\(vector.name)")
      #expect(digest.leaf(expect.leaf) != Array(repeating: 0, count: 32), "\(vector.name)")
    }
  }
}
