extension BatchBody {
  /// A column that stands alone: its parts of the sections, one behind another.
  static func encodeLoneColumn(_ values: [Value], into writer: inout ByteWriter) {
    var sections = Sections()
    encodeColumn(values, into: &sections)
    for section in sections.all { writer.raw(section) }
  }

  /// Adds the values of one field to the sections, in the shortest of the forms that fit them.
  static func encodeColumn(_ values: [Value], into body: inout Sections) {
    switch Set(values.map(\.kind)) {
    case [.integer]: encodeIntegers(values.compactMap(\.integer), into: &body)
    case [.text]: encodeBlocks(values.map { Array(($0.text ?? "").utf8) }, .texts, into: &body)
    case [.bytes]: encodeBlocks(values.compactMap(\.bytes), .bytes, into: &body)
    case [.sealed]: encodeSealed(values.compactMap(\.sealed), into: &body)
    case [nil]: body.structure.byte(ColumnCode.unset.rawValue)
    default:
      body.structure.byte(ColumnCode.mixed.rawValue)
      for value in values { encodeTagged(value, into: &body.contents) }
    }
  }

  /// A value behind its type: 0 unset, 1 integer, 2 text, 3 bytes, 4 sealed, 5 erased.
  static func encodeTagged(_ value: Value, into writer: inout ByteWriter) {
    switch value {
    case .unset: writer.byte(0)
    case .integer(let integer):
      writer.byte(Value.Kind.integer.rawValue)
      writer.signed(integer)
    case .text(let text):
      writer.byte(Value.Kind.text.rawValue)
      writer.text(text)
    case .bytes(let bytes):
      writer.byte(Value.Kind.bytes.rawValue)
      writer.block(bytes)
    case .sealed(let sealed):
      writer.byte(Value.Kind.sealed.rawValue)
      writer.sealed(sealed)
    case .erased(let subject):
      writer.byte(Value.Kind.erased.rawValue)
      writer.dot(subject)
    }
  }

  /// Plain, as differences or in planes, whichever is shortest.
  private static func encodeIntegers(_ integers: [Int64], into body: inout Sections) {
    var plain = ByteWriter()
    var differences = ByteWriter()
    var planes = ByteWriter()
    var low = ByteWriter()
    var last: Int64 = 0
    for integer in integers {
      plain.signed(integer)
      differences.difference(integer, from: last)
      last = integer
    }
    NumberPlanes.encode(integers, into: &planes, low: &low)
    var (code, shortest) = (ColumnCode.integers, plain.bytes)
    if differences.bytes.count < shortest.count {
      (code, shortest) = (.integerDifferences, differences.bytes)
    }
    if planes.bytes.count + low.bytes.count < shortest.count {
      (code, shortest) = (.integerPlanes, planes.bytes)
      body.low.raw(low.bytes)
    }
    body.structure.byte(code.rawValue)
    body.numbers.raw(shortest)
  }

  /// Runs of one key and its subject, then lengths, nonces and ciphertexts: the values of a person
  /// stand together, and what cannot be compressed stands apart from what can.
  private static func encodeSealed(_ values: [SealedValue], into body: inout Sections) {
    body.structure.byte(ColumnCode.sealed.rawValue)
    var start = 0
    var lastKey: Int64 = 0
    while start < values.count {
      let first = values[start]
      let end =
        values[start...].firstIndex { $0.key != first.key || $0.subject != first.subject }
        ?? values.count
      body.contents.count(end - start)
      body.contents.difference(first.key.rawValue, from: lastKey)
      body.contents.difference(first.subject.rawValue, from: first.key.rawValue)
      lastKey = first.key.rawValue
      start = end
    }
    for value in values { body.contents.count(value.ciphertext.count - SealedValue.tagByteCount) }
    for value in values { body.contents.raw(value.nonce) }
    for value in values { body.contents.raw(value.ciphertext) }
  }

  private static func encodeBlocks(
    _ blocks: [[UInt8]], _ code: ColumnCode, into body: inout Sections
  ) {
    body.structure.byte(code.rawValue)
    for block in blocks { body.lengths.count(block.count) }
    for block in blocks { body.contents.raw(block) }
  }
}
