extension BatchBody {
  /// The values of a column that stands alone: `encodeLoneColumn`.
  ///
  /// - Parameter count: how many there are, which the caller has bounded.
  static func decodeLoneColumn(
    _ count: Int, from reader: inout ByteReader
  ) throws(ProtocolError) -> [Value] {
    var column = try Column(count, from: &reader)
    try column.decodeLengths(from: &reader)
    try column.decodeNumbers(from: &reader)
    try column.decodeLow(from: &reader)
    try column.decodeContents(from: &reader)
    return column.values
  }

  /// The values of one field of one table while they are decoded, section by section.
  struct Column {
    private let code: ColumnCode
    private let count: Int
    private var lengths: [Int] = []
    private var planes: NumberPlanes?
    private(set) var values: [Value] = []

    init(_ count: Int, from reader: inout ByteReader) throws(ProtocolError) {
      guard let code = ColumnCode(rawValue: try reader.byte()) else {
        throw .malformed(.unknownCode)
      }
      self.code = code
      self.count = count
    }

    mutating func decodeLengths(from reader: inout ByteReader) throws(ProtocolError) {
      guard code == .texts || code == .bytes else { return }
      lengths.reserveCapacity(count)
      for _ in 0..<count { lengths.append(try reader.count(atMost: Limits.valueBytes)) }
    }

    mutating func decodeNumbers(from reader: inout ByteReader) throws(ProtocolError) {
      switch code {
      case .integers:
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(.integer(try reader.signed())) }
      case .integerDifferences:
        values.reserveCapacity(count)
        var last: Int64 = 0
        for _ in 0..<count {
          last = try reader.difference(from: last)
          values.append(.integer(last))
        }
      case .integerPlanes:
        planes = try NumberPlanes(count, from: &reader)
      case .unset: values = Array(repeating: .unset, count: count)
      case .mixed, .texts, .bytes, .sealed: break
      }
    }

    mutating func decodeLow(from reader: inout ByteReader) throws(ProtocolError) {
      guard var planes else { return }
      try planes.readLow(from: &reader)
      values = planes.numbers.map { .integer($0) }
    }

    mutating func decodeContents(from reader: inout ByteReader) throws(ProtocolError) {
      switch code {
      case .texts:
        values.reserveCapacity(count)
        for length in lengths {
          values.append(.text(try ByteReader.text(try reader.raw(length))))
        }
      case .bytes:
        values.reserveCapacity(count)
        for length in lengths { values.append(.bytes(Array(try reader.raw(length)))) }
      case .sealed:
        values = try BatchBody.decodeSealed(count, from: &reader).map { .sealed($0) }
      case .mixed:
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try BatchBody.decodeTagged(from: &reader)) }
      case .integers, .integerDifferences, .integerPlanes, .unset: break
      }
    }
  }

  private static func decodeSealed(
    _ count: Int, from reader: inout ByteReader
  ) throws(ProtocolError) -> [SealedValue] {
    var keys: [(key: Dot, subject: RowID)] = []
    while keys.count < count {
      let run = try reader.count(atMost: count - keys.count)
      guard run > 0 else { throw .malformed(.numberOutOfRange) }
      let key = try reader.dot(differenceFrom: keys.last?.key.rawValue ?? 0)
      let subject = try reader.dot(differenceFrom: key.rawValue)
      for _ in 0..<run { keys.append((key, subject)) }
    }
    var lengths: [Int] = []
    for _ in keys {
      let clear = try reader.count(atMost: Limits.ciphertextBytes - SealedValue.tagByteCount)
      lengths.append(clear + SealedValue.tagByteCount)
    }
    var nonces: [[UInt8]] = []
    for _ in keys { nonces.append(Array(try reader.raw(SealedValue.nonceByteCount))) }
    var values: [SealedValue] = []
    for (index, name) in keys.enumerated() {
      let sealed = SealedValue(
        subject: name.subject, key: name.key, nonce: nonces[index],
        ciphertext: Array(try reader.raw(lengths[index])))
      guard let sealed else { throw .malformed(.numberOutOfRange) }
      values.append(sealed)
    }
    return values
  }

  static func decodeTagged(from reader: inout ByteReader) throws(ProtocolError) -> Value {
    switch try reader.byte() {
    case 0: return .unset
    case Value.Kind.integer.rawValue: return .integer(try reader.signed())
    case Value.Kind.text.rawValue: return .text(try reader.text(atMost: Limits.valueBytes))
    case Value.Kind.bytes.rawValue:
      return .bytes(Array(try reader.block(atMost: Limits.valueBytes)))
    case Value.Kind.sealed.rawValue: return .sealed(try reader.sealed())
    case Value.Kind.erased.rawValue: return .erased(try reader.dot())
    default: throw .malformed(.unknownCode)
    }
  }
}
