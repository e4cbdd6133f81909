import SyncProtocol
import Testing

@Suite struct ByteReaderTests {
  @Test func `what a writer wrote is read back`() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let unsigned = generator.next() >> UInt64.random(in: 0...63, using: &generator)
      let signed =
        Int64(bitPattern: generator.next()) >> Int64.random(in: 0...63, using: &generator)
      let base = Int64(bitPattern: generator.next())
      let fixed = UInt32.random(in: 0 ... .max, using: &generator)
      let dot = try #require(Dot(rawValue: Int64(unsigned >> 1)))
      var writer = ByteWriter()
      writer.unsigned(unsigned)
      writer.signed(signed)
      writer.difference(signed, from: base)
      writer.fixed32(fixed)
      writer.text("Thôn \(fixed)")
      writer.dot(dot)
      writer.scope(ScopeID(openedBy: dot))
      writer.replica(dot.replica)
      writer.hash(.zero)
      var reader = ByteReader(writer.bytes)
      #expect(try reader.unsigned() == unsigned)
      #expect(try reader.signed() == signed)
      #expect(try reader.difference(from: base) == signed)
      #expect(try reader.fixed32() == fixed)
      #expect(try reader.text(atMost: 40) == "Thôn \(fixed)")
      #expect(try reader.dot() == dot)
      #expect(try reader.scope() == ScopeID(openedBy: dot))
      #expect(try reader.replica() == dot.replica)
      #expect(try reader.hash() == .zero)
      #expect(reader.position == writer.bytes.count)
      try reader.end()
    }
  }

  @Test func `every truncation is an error`() {
    var writer = ByteWriter()
    writer.unsigned(.max)
    writer.fixed32(7)
    writer.text("Đồng")
    writer.hash(.zero)
    let bytes = writer.bytes
    for length in bytes.indices {
      #expect(throws: ProtocolError.malformed(.truncated)) {
        var reader = ByteReader(bytes[..<length])
        _ = try reader.unsigned()
        _ = try reader.fixed32()
        _ = try reader.text(atMost: 10)
        _ = try reader.hash()
      }
    }
  }

  @Test func `a number has one encoding`() {
    let longer: [[UInt8]] = [[0x80, 0], [0xFF, 0], [0x81, 0x80, 0], [0x80, 0x80, 0x80, 0]]
    for bytes in longer {
      var reader = ByteReader(bytes)
      #expect(throws: ProtocolError.malformed(.numberNotShortest)) { try reader.unsigned() }
    }
  }

  @Test func `a number of more than 64 bits is out of range`() {
    let nine = [UInt8](repeating: 0xFF, count: 9)
    for bytes in [nine + [0x02], nine + [0x7F], nine + [0x81, 0], nine + [0xFF, 0xFF]] {
      var reader = ByteReader(bytes)
      #expect(throws: ProtocolError.malformed(.numberOutOfRange)) { try reader.unsigned() }
    }
  }

  @Test func `limits hold before anything is read or allocated`() {
    var number = ByteReader([11])
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) { try number.unsigned(atMost: 10) }
    var block = ByteReader([0xFF, 0xFF, 0xFF, 0xFF, 0x0F])
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) { try block.block(atMost: 100) }
    var short = ByteReader([100, 1])
    #expect(throws: ProtocolError.malformed(.truncated)) { try short.block(atMost: 100) }
    var dot = ByteReader([UInt8](repeating: 0xFF, count: 9) + [1])
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) { try dot.dot() }
    var scope = ByteReader([UInt8](repeating: 0xFF, count: 9) + [1])
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) { try scope.scope() }
    var replica = ByteReader([0x80, 0x80, 0x80, 0x08])
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) { try replica.replica() }
  }

  @Test func `text is valid UTF-8 without U+0000`() {
    let wrong: [[UInt8]] = [
      [0], [0x61, 0, 0x62], [0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xFF],
    ]
    for bytes in wrong {
      var reader = ByteReader([UInt8(bytes.count)] + bytes)
      #expect(throws: ProtocolError.malformed(.textNotUTF8)) { try reader.text(atMost: 10) }
    }
  }

  @Test func `bytes behind the grammar's end are an error`() throws {
    var reader = ByteReader([1, 2])
    _ = try reader.byte()
    #expect(throws: ProtocolError.malformed(.trailingBytes)) { try reader.end() }
  }

  @Test func `a reader of a slice stays inside it`() throws {
    let bytes: [UInt8] = [9, 9, 1, 2, 9]
    var reader = ByteReader(bytes[2..<4])
    #expect(try Array(reader.raw(2)) == [1, 2])
    #expect(reader.position == 2 && reader.remaining == 0)
    #expect(throws: ProtocolError.malformed(.truncated)) { try reader.byte() }
  }
}
