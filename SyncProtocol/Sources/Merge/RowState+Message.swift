extension RowState {
  /// The one byte form of a row's merged state: table, row, then every head in order of field and
  /// dot. Two replicas agree on a row exactly when these bytes are equal.
  public var canonicalBytes: [UInt8] { withMessage(after: []) { Array($0) } }

  /// Lends `prefix` and the canonical bytes behind it, which a digest hashes.
  ///
  /// Two of these are made for every row a merge touches, so they are written through a pointer into
  /// memory of the stack where they fit.
  func withMessage<Result>(
    after prefix: [UInt8], _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let capacity = prefix.count + greatestByteCount
    return withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 1) { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("a message has bytes") }
      var writer = MessageWriter(start)
      prefix.withUnsafeBytes { writer.raw($0) }
      writer.unsigned(UInt64(table.rawValue))
      writer.unsigned(UInt64(row.rawValue))
      writer.unsigned(UInt64(heads.count))
      heads.withUnsafeBufferPointer { heads in
        for index in heads.indices {
          writer.unsigned(UInt64(heads[index].field.rawValue))
          writer.unsigned(UInt64(heads[index].dot.rawValue))
          writer.signed(heads[index].time.rawValue)
          writer.tagged(heads[index].value)
        }
      }
      let count = start.distance(to: writer.next)
      precondition(count <= capacity, "a message keeps to its bound")
      return body(UnsafeRawBufferPointer(start: start, count: count))
    }
  }

  /// An upper bound of the canonical bytes.
  private var greatestByteCount: Int {
    let number = MessageWriter.greatestNumberSize
    return heads.withUnsafeBufferPointer { heads in
      var size = 3 * number
      for index in heads.indices {
        size += 4 * number + 1
        switch heads[index].value {
        case .unset, .integer, .erased: break
        case .text(let text): size += text.utf8.count
        case .bytes(let bytes): size += bytes.count
        case .sealed(let sealed): size += 3 * number + sealed.nonce.count + sealed.ciphertext.count
        }
      }
      return size
    }
  }
}

/// Writes what `ByteWriter` writes, into memory that is known to be large enough.
struct MessageWriter {
  static let greatestNumberSize = 10
  /// Where the next byte will stand.
  private(set) var next: UnsafeMutableRawPointer

  init(_ start: UnsafeMutableRawPointer) { next = start }

  mutating func unsigned(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      next.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
      next += 1
      rest >>= 7
    }
    next.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
    next += 1
  }

  mutating func signed(_ number: Int64) {
    unsigned(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
  }

  mutating func raw(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    next.copyMemory(from: start, byteCount: bytes.count)
    next += bytes.count
  }

  private mutating func block(_ bytes: UnsafeRawBufferPointer) {
    unsigned(UInt64(bytes.count))
    raw(bytes)
  }

  /// A value behind its type, as `BatchBody.encodeTagged` writes it.
  mutating func tagged(_ value: Value) {
    unsigned(UInt64(value.kind?.rawValue ?? 0))
    switch value {
    case .unset: break
    case .integer(let integer): signed(integer)
    case .text(var text): text.withUTF8 { block(UnsafeRawBufferPointer($0)) }
    case .bytes(let bytes): bytes.withUnsafeBytes { block($0) }
    case .sealed(let sealed):
      unsigned(UInt64(sealed.key.rawValue))
      signed(sealed.subject.rawValue &- sealed.key.rawValue)
      sealed.nonce.withUnsafeBytes { raw($0) }
      sealed.ciphertext.withUnsafeBytes { block($0) }
    case .erased(let subject): unsigned(UInt64(subject.rawValue))
    }
  }
}
