import SyncProtocol
import Testing

/// SyncProtocol/Vectors/wire and time, made by an implementation in another language.
@Suite struct WireVectorTests {
  struct Hex: Decodable { var hex: String }

  struct Number: Decodable {
    var name: String, type: String, value: String
    var expect: Hex
  }

  @Test func `numbers, texts and dots`() throws {
    for vector in try VectorFile<Number>.load("wire/numbers.json") {
      let expected = try bytes(vector.expect.hex)
      var writer = ByteWriter()
      var reader = ByteReader(expected)
      switch vector.type {
      case "unsigned":
        writer.unsigned(try number(vector.value))
        #expect(try reader.unsigned() == number(vector.value), "\(vector.name)")
      case "signed":
        writer.signed(try number(vector.value))
        #expect(try reader.signed() == number(vector.value), "\(vector.name)")
      case "text":
        writer.text(vector.value)
        #expect(try Array(reader.text(atMost: 99).utf8) == Array(vector.value.utf8))
      default:
        writer.dot(try dot(vector.value))
        #expect(try reader.dot() == dot(vector.value), "\(vector.name)")
      }
      #expect(writer.bytes == expected, "\(vector.name)")
    }
  }

  struct Refusal: Decodable {
    struct Expect: Decodable { var error: String }
    var name: String, type: String, hex: String
    var expect: Expect
  }

  @Test func `what a decoder refuses`() throws {
    for vector in try VectorFile<Refusal>.load("wire/refusals.json") {
      let bytes = try bytes(vector.hex)
      let origin = try dot("300.77.0").origin
      let error = #expect(throws: ProtocolError.self, "\(vector.name)") {
        var reader = ByteReader(bytes)
        switch vector.type {
        case "unsigned": _ = try reader.unsigned()
        case "text": _ = try reader.text(atMost: 99)
        case "dot": _ = try reader.dot()
        default: _ = try BatchBody.decode(bytes, origin: origin)
        }
      }
      #expect(error?.code == vector.expect.error, "\(vector.name)")
    }
  }

  struct Checksum: Decodable {
    struct Expect: Decodable { var checksum: String }
    var name: String, hex: String
    var expect: Expect
  }

  @Test func `checksums`() throws {
    for vector in try VectorFile<Checksum>.load("wire/crc32c.json") {
      #expect(
        CRC32C.checksum(try bytes(vector.hex)) == UInt32(vector.expect.checksum, radix: 16),
        "\(vector.name)")
    }
  }

  struct Body: Decodable {
    var name: String
    var operations: [VectorOperation]
    var expect: Hex
  }

  @Test func `bodies of batches`() throws {
    for vector in try VectorFile<Body>.load("wire/bodies.json") {
      let operations = try vector.operations.map { try $0.operation() }
      let origin = try #require(operations.first).dot.origin
      #expect(
        Hexadecimal.encode(BatchBody.encode(operations, origin: origin)) == vector.expect.hex,
        "\(vector.name)")
      #expect(
        try BatchBody.decode(bytes(vector.expect.hex), origin: origin) == operations,
        "\(vector.name)")
    }
  }

  struct Running: Decodable {
    struct Expect: Decodable { var after: String }
    var name: String, arrival: String, before: String, batch: String
    var expect: Expect
  }

  @Test func `running hashes`() throws {
    for vector in try VectorFile<Running>.load("wire/cursors.json") {
      let before = Cursor(
        scope: .everyone, epoch: 1, arrival: try number(vector.arrival) - 1,
        runningHash: try #require(ContentHash(try bytes(vector.before))))
      let batch = try #require(ContentHash(try bytes(vector.batch)))
      let after = before.advanced(by: batch, primitives: .test)
      #expect(after.runningHash.hexadecimal == vector.expect.after, "\(vector.name)")
    }
  }

  struct WriteTime: Decodable {
    struct Expect: Decodable { var time: String }
    var name: String, now: String, seen: [String]
    var expect: Expect
  }

  @Test func `times of writes`() throws {
    for vector in try VectorFile<WriteTime>.load("time/writes.json") {
      let seen = try vector.seen.map { Timestamp(rawValue: try number($0)).next }
      let time = ([Timestamp(rawValue: try number(vector.now))] + seen).max()
      #expect(time?.rawValue == Int64(vector.expect.time), "\(vector.name)")
    }
  }
}
