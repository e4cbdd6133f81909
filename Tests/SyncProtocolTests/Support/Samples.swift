import SyncProtocol
import Testing

func makeReplica(_ number: UInt32) throws -> ReplicaID { try #require(ReplicaID(rawValue: number)) }

func makeDot(_ number: UInt32, _ session: UInt32, _ counter: UInt32) throws -> Dot {
  try #require(Dot(replica: try makeReplica(number), session: session, counter: counter))
}

func makeScope(_ number: Int64) throws -> ScopeID { try #require(ScopeID(rawValue: number)) }

let sampleTable = TableID(rawValue: 16)
let registerField = FieldID(1, .register)
let setField = FieldID(2, .set)
let tallyField = FieldID(3, .tally)

extension Value {
  static func sample(using generator: inout SeededGenerator) -> Value {
    switch Int.random(in: 0..<11, using: &generator) {
    case 0: .unset
    case 1: .integer([0, -1, 1, .min, .max].randomElement(using: &generator) ?? 0)
    case 2, 3: .integer(Int64.random(in: -1_000...1_000, using: &generator))
    case 4:
      .text(
        ["", "e\u{301}", "\u{e9}", "Nguyễn Thị Bưởi", "🏠"].randomElement(using: &generator) ?? "")
    case 5: .text(String(repeating: "a", count: Int.random(in: 0...300, using: &generator)))
    case 6: sampleDot(using: &generator).map(Value.erased) ?? .unset
    case 7, 8: sampleSealed(using: &generator).map(Value.sealed) ?? .unset
    default:
      .bytes(
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        })
    }
  }
}

extension Value {
  /// Of few keys and subjects, so that runs of one key come up.
  private static func sampleSealed(using generator: inout SeededGenerator) -> SealedValue? {
    func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
    guard let subject = sampleDot(using: &generator), let key = sampleDot(using: &generator) else {
      return nil
    }
    let length = SealedValue.tagByteCount + Int.random(in: 0...30, using: &generator)
    return SealedValue(
      subject: subject, key: key, nonce: bytes(SealedValue.nonceByteCount),
      ciphertext: bytes(length))
  }

  private static func sampleDot(using generator: inout SeededGenerator) -> Dot? {
    let numbers: [Int64] = [0, 1, 1 << 39, .max]
    return numbers.randomElement(using: &generator).flatMap(Dot.init(rawValue:))
  }
}

extension Operation {
  /// Operations of one session in ascending order: creates, edits of own and foreign rows,
  /// withdrawals, long and short lists of what is replaced.
  static func samples(
    _ count: Int, origin: Dot, using generator: inout SeededGenerator
  ) throws -> [Operation] {
    var operations: [Operation] = []
    var rows: [Dot] = []
    var counter: UInt32 = 0
    let foreign = try (0..<4).map { try makeDot(1_000 + UInt32($0), UInt32($0) * 7, 9) }
    for _ in 0..<count {
      counter += generator.chance(9, in: 10) ? 1 : UInt32.random(in: 1...200, using: &generator)
      let own = try makeDot(origin.replica.rawValue, origin.session, counter)
      let isCreate = rows.isEmpty || generator.chance(4, in: 10)
      if isCreate { rows.append(own) }
      let isForeign = !isCreate && generator.chance(2, in: 10)
      let row =
        isCreate ? own : (isForeign ? foreign : rows).randomElement(using: &generator) ?? own
      var writes: [FieldWrite] = []
      for index in 1...9 as ClosedRange<UInt16> where generator.chance(4, in: 10) {
        let kind = FieldKind(rawValue: UInt8(index % 5)) ?? .register
        var previous: [Dot] = []
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: previous = [row]
        case 1: previous = operations.suffix(1).map(\.dot)
        case 2: previous = foreign.shuffled(using: &generator)
        case 3: previous = Array(foreign.prefix(2)) + operations.prefix(3).map(\.dot)
        default: break
        }
        let withdraws = generator.chance(1, in: 10)
        writes.append(
          FieldWrite(
            FieldID(index, kind), withdraws ? nil : .sample(using: &generator),
            replacing: previous))
      }
      let table = TableID(rawValue: isForeign ? 21 : UInt16(16 + row.counter % 3))
      let time = generator.chance(1, in: 20) ? Int64.max : 1_790_000_000_000 + Int64(counter) * 900
      operations.append(
        Operation(
          dot: own, table: table, row: row,
          author: generator.chance(1, in: 8) ? nil : foreign[counter > 20 ? 1 : 0],
          act: generator.chance(1, in: 4) ? own : nil,
          because: counter % 4 == 0 ? foreign[2] : nil,
          time: Timestamp(rawValue: time), writes: writes))
    }
    return operations
  }
}
