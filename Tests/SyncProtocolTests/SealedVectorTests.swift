import SyncProtocol
import Testing

/// SyncProtocol/Vectors/wire/sealed and keys, made by an implementation in another language.
@Suite struct SealedVectorTests {
  struct Sealed: Decodable {
    struct Expect: Decodable {
      var associatedData: String, clear: String, ciphertext: String, hex: String
    }
    var name: String, row: String, subject: String, key: String, nonce: String
    var table: UInt16, field: UInt16
    var value: VectorValue
    var expect: Expect
  }

  @Test func `sealed values`() throws {
    for vector in try VectorFile<Sealed>.load("wire/sealed.json") {
      let expect = vector.expect
      let (subject, key) = (try dot(vector.subject), try dot(vector.key))
      let associated = SealedValue.associatedData(
        table: TableID(rawValue: vector.table), row: try dot(vector.row),
        field: FieldID(rawValue: vector.field), subject: subject, key: key)
      #expect(Hexadecimal.encode(associated) == expect.associatedData, "\(vector.name)")
      #expect(try Hexadecimal.encode(vector.value.value().tagged) == expect.clear)
      let sealed = try SealedValue(
        subject: subject, key: key, nonce: bytes(vector.nonce),
        ciphertext: bytes(expect.ciphertext))
      let value = Value.sealed(try #require(sealed))
      #expect(Hexadecimal.encode(value.tagged) == expect.hex, "\(vector.name)")
      #expect(try Value(tagged: bytes(expect.hex)) == value, "\(vector.name)")
    }
  }

  struct Payload: Decodable {
    struct Expect: Decodable { var hex: String }
    struct Entry: Decodable {
      var id: String, subject: String, secret: String
      var retention: UInt8
      var year: UInt16
    }
    struct Position: Decodable { var scope: String, through: String }
    var name: String
    var kind: UInt8
    var scope: String?, through: String?
    var entries: [Entry]?
    var epoch: UInt8?
    var positions: [Position]?
    var missing: [String]?, subjects: [String]?
    var expect: Expect
  }

  @Test func `keys, what is wanted of them, and erasures confirmed`() throws {
    for vector in try VectorFile<Payload>.load("wire/keys.json") {
      switch FrameKind(rawValue: vector.kind) {
      case .keys: try check(parcel(vector), vector)
      case .keysWanted: try check(wanted(vector), vector)
      default:
        try check(ErasedConfirmation(subjects: #require(vector.subjects).map(dot)), vector)
      }
    }
  }

  private func check<Message: FrameMessage & Equatable>(
    _ message: Message, _ vector: Payload
  ) throws {
    var writer = ByteWriter()
    message.encode(into: &writer)
    #expect(Hexadecimal.encode(writer.bytes) == vector.expect.hex, "\(vector.name)")
    var reader = ByteReader(try bytes(vector.expect.hex))
    #expect(try Message(from: &reader) == message, "\(vector.name)")
    #expect(reader.remaining == 0)
  }

  private func parcel(_ vector: Payload) throws -> KeyParcel {
    KeyParcel(
      scope: ScopeID(openedBy: try dot(#require(vector.scope))),
      through: try number(#require(vector.through)),
      entries: try #require(vector.entries).map { entry in
        KeyEntry(
          id: try dot(entry.id), subject: try dot(entry.subject),
          retention: RetentionClass(rawValue: entry.retention), year: entry.year,
          secret: try bytes(entry.secret))
      })
  }

  private func wanted(_ vector: Payload) throws -> KeysWanted {
    KeysWanted(
      epoch: try #require(vector.epoch),
      positions: try #require(vector.positions).map { position in
        .init(
          scope: ScopeID(openedBy: try dot(position.scope)), through: try number(position.through))
      }, missing: try #require(vector.missing).map(dot))
  }
}
