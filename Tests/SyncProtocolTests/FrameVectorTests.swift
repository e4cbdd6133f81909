import SyncProtocol
import Testing

/// SyncProtocol/Vectors/wire: the payload of every frame, rows, and what is no payload; made by an
/// implementation in another language.
@Suite struct FrameVectorTests {
  struct RowFrame: Decodable {
    struct HeadEntry: Decodable {
      var field: UInt16
      var dot: String, time: String
      var value: VectorValue
    }
    struct RowEntry: Decodable {
      var row: String
      var created: String?
      var heads: [HeadEntry]
    }
    var name: String, scope: String
    var table: UInt16
    var cut: Bool
    var rows: [RowEntry]
    var expect: WireVectorTests.Hex
  }

  @Test func `merged rows`() throws {
    for vector in try VectorFile<RowFrame>.load("wire/rows.json") {
      let states = try vector.rows.map { row in
        RowState(
          table: TableID(rawValue: vector.table), row: try dot(row.row),
          createdAt: try row.created.map { Timestamp(rawValue: try number($0)) },
          heads: try row.heads.map { head in
            Head(
              field: FieldID(rawValue: head.field), dot: try dot(head.dot),
              time: Timestamp(rawValue: try number(head.time)), value: try head.value.value())
          })
      }
      let scope = ScopeID(openedBy: try dot(vector.scope))
      let block = RowBlock(states, in: scope, isCut: vector.cut)
      #expect(try written(block) == vector.expect.hex, "\(vector.name)")
      var reader = ByteReader(try bytes(vector.expect.hex))
      let read = try RowBlock(from: &reader)
      #expect(read.states == states && read.isCut == vector.cut, "\(vector.name)")
      #expect(read.scope == scope && reader.remaining == 0, "\(vector.name)")
    }
  }

  struct Payload: Decodable {
    var name: String
    var kind: UInt8
    var `in`: String
    var expect: WireVectorTests.Hex
  }

  @Test func `every payload is read and written again to the byte`() throws {
    for vector in try VectorFile<Payload>.load("wire/payloads.json") {
      let kind = try #require(FrameKind(rawValue: vector.kind))
      let again = try again(kind, isRequest: vector.in == "request", bytes(vector.expect.hex))
      #expect(again == vector.expect.hex, "\(vector.name)")
    }
  }

  struct Refusal: Decodable {
    struct Expect: Decodable { var error: String }
    var name: String, hex: String
    var kind: UInt8
    var expect: Expect
  }

  @Test func `what is no payload is refused with its code`() throws {
    for vector in try VectorFile<Refusal>.load("wire/payload-refusals.json") {
      let kind = try #require(FrameKind(rawValue: vector.kind))
      let payload = try bytes(vector.hex)
      let error = #expect(throws: ProtocolError.self, "\(vector.name)") {
        _ = try again(kind, isRequest: false, payload)
      }
      #expect(error?.code == vector.expect.error, "\(vector.name)")
    }
  }

  private func written(_ message: some FrameMessage) throws -> String {
    var writer = ByteWriter()
    message.encode(into: &writer)
    return Hexadecimal.encode(writer.bytes)
  }

  /// A payload as this implementation writes it after reading it.
  private func again(_ kind: FrameKind, isRequest: Bool, _ payload: [UInt8]) throws -> String {
    func copy<Message: FrameMessage>(_ type: Message.Type) throws -> String {
      var reader = ByteReader(payload)
      let message = try Message(from: &reader)
      try reader.end()
      #expect(type.frameKind == kind)
      return try written(message)
    }
    return switch kind {
    case .hello: try copy(Hello.self)
    case .welcome: try copy(Welcome.self)
    case .certificate: try copy(Certificate.self)
    case .keys: try copy(KeyParcel.self)
    case .want: try copy(Cursor.self)
    case .batch: try copy(CarriedBatch.self)
    case .receipt: try copy(Receipt.self)
    case .snapshot: try copy(SnapshotPart.self)
    case .row: try copy(RowBlock.self)
    case .scopeRemove: try isRequest ? copy(ScopeReturn.self) : copy(ScopeRemoval.self)
    case .check: try copy(Check.self)
    case .erased: try copy(ErasedConfirmation.self)
    case .arrived: try copy(Arrived.self)
    case .problem: try copy(Problem.self)
    case .summary: try copy(Summary.self)
    case .agreed: try copy(Agreed.self)
    case .fetch: try copy(SnapshotFetch.self)
    case .frontier: try copy(EpochFrontier.self)
    case .leaves: try isRequest ? copy(LeavesWanted.self) : copy(Leaves.self)
    case .repair: try isRequest ? copy(RepairWanted.self) : copy(Repair.self)
    case .keysWanted: try copy(KeysWanted.self)
    case .pack: try copy(Pack.self)
    case .packReturn: try copy(PackReturn.self)
    case .grant: try copy(GrantWord.self)
    case .meeting: try copy(MeetingPart.self)
    case .have: try copy(Holding.self)
    case .needsCentre: try copy(CentreNeeded.self)
    case .end: throw ProtocolError.malformed(.unexpectedFrame)
    }
  }
}
