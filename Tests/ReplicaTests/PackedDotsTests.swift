import SQLite
import SyncProtocol
import Testing

@testable import Replica

@Suite struct PackedDotsTests {
  private let table = EntityTable(HouseholdTable.definition)

  private func origins() throws -> OriginNumbers {
    let connection = try Connection(
      path: ":memory:", mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
    try connection.execute(
      "CREATE TABLE origin (number INTEGER PRIMARY KEY, origin INTEGER NOT NULL UNIQUE)")
    return OriginNumbers(connection: connection)
  }

  private func dot(_ replica: UInt32, _ session: UInt32, _ counter: UInt32) throws -> Dot {
    let replica = try #require(ReplicaID(rawValue: replica))
    return try #require(Dot(replica: replica, session: session, counter: counter))
  }

  private func decode(
    _ bytes: [UInt8], row: RowID, createdAt: Timestamp?, _ origins: OriginNumbers
  ) throws -> (entries: [PackedDots.Entry], hasExtraHeads: Bool) {
    var entries: [PackedDots.Entry] = []
    let hasExtraHeads = try bytes.withUnsafeBytes {
      try PackedDots.decode(
        $0, row: row, createdAt: createdAt, in: table, origins, into: &entries)
    }
    return (entries, hasExtraHeads)
  }

  @Test func `entries of every width come back, in any order of fields`() throws {
    let origins = try origins()
    let row = try dot(300, 1, 1)
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      // Enough origins that numbers outgrow the short form.
      let created = Timestamp(rawValue: Int64.random(in: .min ... .max, using: &random))
      let entries = try table.columns.indices.filter { _ in Bool.random(using: &random) }.map {
        PackedDots.Entry(
          position: $0,
          dot: try dot(
            UInt32.random(in: 256...300, using: &random), UInt32.random(in: 0...2, using: &random),
            UInt32.random(in: 1...Dot.maximumCounter, using: &random)),
          time: Timestamp(
            rawValue: created.rawValue
              &+ (Int64.random(in: .min ... .max, using: &random)
                >> Int64.random(in: 0...63, using: &random))))
      }
      let hasExtraHeads = Bool.random(using: &random)
      let bytes = try PackedDots.encode(
        entries, hasExtraHeads: hasExtraHeads, createdAt: created, origins)
      let decoded = try decode(
        bytes ?? [], row: row, createdAt: created, origins)
      #expect(decoded.hasExtraHeads == hasExtraHeads, "SEED=\(seed)")
      let back = decoded.entries.sorted { $0.position < $1.position }
      #expect(back.map(\.position) == entries.map(\.position), "SEED=\(seed)")
      #expect(back.map(\.dot) == entries.map(\.dot), "SEED=\(seed)")
      #expect(back.map(\.time) == entries.map(\.time), "SEED=\(seed)")
    }
  }

  @Test func `two fields of one operation take one byte more than one field`() throws {
    let origins = try origins()
    let created = Timestamp(rawValue: 1_790_000_000_000)
    let writer = try dot(301, 4, 90_000)
    func byteCount(_ positions: [Int]) throws -> Int? {
      try PackedDots.encode(
        positions.map {
          PackedDots.Entry(
            position: $0, dot: writer, time: Timestamp(rawValue: created.rawValue + 86_400_000))
        }, hasExtraHeads: false, createdAt: created, origins)?.count
    }
    #expect(try byteCount([]) == nil)
    #expect(try byteCount([2]) == 8)
    #expect(try byteCount([2, 5]) == 9)
  }

  @Test func `rows packed as stores did before are read`() throws {
    let origins = try origins()
    let row = try dot(300, 1, 1)
    let writer = try dot(301, 1, 7)
    let created = Timestamp(rawValue: 1_000)
    var old = ByteWriter([1])
    old.unsigned(UInt64(table.columns[1].field.rawValue))
    old.difference(writer.rawValue, from: row.rawValue)
    old.difference(1_500, from: created.rawValue)
    let decoded = try decode(old.bytes, row: row, createdAt: created, origins)
    #expect(decoded.hasExtraHeads)
    #expect(decoded.entries.map(\.position) == [1])
    #expect(decoded.entries.map(\.dot) == [writer])
    #expect(decoded.entries.map(\.time) == [Timestamp(rawValue: 1_500)])
  }

  @Test func `damaged entries throw`() throws {
    let origins = try origins()
    let row = try dot(300, 1, 1)
    for bytes: [UInt8] in [
      [0x80], [0x80, 1, 0, 8], [0xBF, 1, 0, 8, 0, 0, 0, 0], [0x02, 1, 2, 3],
    ] {
      #expect(throws: (any Error).self) {
        try decode(bytes, row: row, createdAt: nil, origins)
      }
    }
  }
}
