import SyncProtocol
import Testing

@Suite struct SchemaTests {
  @Test func `table numbers and names stand for one table each`() {
    let tables = Schema.current.tables
    #expect(tables.count == 33)
    #expect(Set(tables.map(\.id)).count == tables.count)
    #expect(Set(tables.map(\.name)).count == tables.count)
    #expect(tables.map(\.id) == tables.map(\.id).sorted())
  }

  @Test func `field numbers, indices and names stand for one field each`() {
    for table in Schema.current.tables {
      let fields = table.fields
      #expect(Set(fields.map(\.id)).count == fields.count, "\(table.name)")
      // One index with two kinds would be one field retyped.
      #expect(Set(fields.map { $0.id.rawValue >> 3 }).count == fields.count, "\(table.name)")
      #expect(Set(fields.map(\.name)).count == fields.count, "\(table.name)")
      #expect(fields.map(\.id) == fields.map(\.id).sorted(), "\(table.name)")
      #expect(fields.allSatisfy { $0.id.kind != nil && $0.id != .deletes }, "\(table.name)")
    }
  }

  @Test func `the centre alone writes tables below 16 and from 64 to 127`() {
    let own = Schema.current.tables.filter(\.id.isOfCentre).map(\.id.rawValue)
    #expect(own == Array(1...8) + Array(10...15) + Array(64...68))
    for number in [UInt16(9), 15, 70, 127] { #expect(TableID(rawValue: number).isOfCentre) }
    for number in [UInt16(16), 63, 128, 4_000] {
      #expect(!TableID(rawValue: number).isOfCentre)
    }
  }

  @Test func `names suit SQL and JSON`() {
    for table in Schema.current.tables {
      for name in [table.name] + table.fields.map(\.name) {
        let isPlain = name.utf8.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        #expect(isPlain && !name.isEmpty, "\(table.name).\(name)")
      }
    }
  }

  @Test func `a number finds its definition and a later one finds nothing`() {
    let household = Schema.current[TableID(rawValue: 16)]
    #expect(household?.name == "household")
    #expect(household?[FieldID(4, .register)]?.name == "name")
    #expect(household?[FieldID(4, .set)] == nil)
    #expect(Schema.current[TableID(rawValue: 999)] == nil)
  }

  @Test func `sets have no column of their own`() {
    let visit = VisitTable.definition
    #expect(!visit.columns.contains { $0.name == "participants" })
    #expect(visit.columns.count == visit.fields.count - 1)
  }
}
