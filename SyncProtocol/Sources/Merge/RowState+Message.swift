extension RowState {
  /// The bytes behind `prefix` that a digest hashes, equal to `canonicalBytes`.
  ///
  /// Two of these are made for every row a merge touches, so the usual values are written through a
  /// pointer into one allocation.
  func message(after prefix: [UInt8]) -> [UInt8] {
    guard let capacity = greatestMessageSize(after: prefix) else {
      var writer = ByteWriter(prefix)
      encode(into: &writer)
      return writer.bytes
    }
    return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var writer = MessageWriter(buffer)
      writer.raw(prefix)
      writer.unsigned(UInt64(table.rawValue))
      writer.unsigned(UInt64(row.rawValue))
      writer.unsigned(UInt64(heads.count))
      for head in heads {
        writer.unsigned(UInt64(head.field.rawValue))
        writer.unsigned(UInt64(head.dot.rawValue))
        writer.signed(head.time.rawValue)
        writer.tagged(head.value)
      }
      count = writer.count
    }
  }

  /// An upper bound; nil when a value is of a kind that is not usual.
  private func greatestMessageSize(after prefix: [UInt8]) -> Int? {
    let number = MessageWriter.greatestNumberSize
    var size = prefix.count + 3 * number
    for head in heads {
      size += 4 * number + 1
      switch head.value {
      case .unset, .integer: break
      case .text(let text): size += text.utf8.count
      default: return nil
      }
    }
    return size
  }
}

/// Writes numbers and texts as `ByteWriter` does, into memory that is known to be large enough.
private struct MessageWriter {
  static let greatestNumberSize = 10
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func unsigned(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      buffer.initializeElement(at: count, to: UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
      count += 1
    }
    buffer.initializeElement(at: count, to: UInt8(rest))
    count += 1
  }

  mutating func signed(_ number: Int64) {
    unsigned(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
  }

  mutating func raw(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { raw($0) } }

  mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      buffer.initializeElement(at: count, to: byte)
      count += 1
    }
  }

  mutating func tagged(_ value: Value) {
    switch value {
    case .integer(let integer):
      unsigned(UInt64(Value.Kind.integer.rawValue))
      signed(integer)
    case .text(let text):
      unsigned(UInt64(Value.Kind.text.rawValue))
      var text = text
      text.withUTF8 { utf8 in
        unsigned(UInt64(utf8.count))
        raw(utf8)
      }
    default: unsigned(0)
    }
  }
}
