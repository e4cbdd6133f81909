import SyncProtocol

/// SQLite has one type for bytes, so a BLOB of the store says by its first byte what it holds: the
/// code of a tagged value, 3 bytes, 4 sealed or 5 erased. Integers and texts are SQLite's own.
extension Value {
  /// What a BLOB column holds for bytes, a sealed or an erased value.
  var storedBytes: [UInt8] {
    if case .bytes(let bytes) = self { return [Value.Kind.bytes.rawValue] + bytes }
    return tagged
  }

  /// The value of a BLOB; one that this program did not write reads as its bytes.
  init(storedBytes: [UInt8]) {
    if storedBytes.first == Value.Kind.bytes.rawValue {
      self = .bytes(Array(storedBytes[1...]))
    } else {
      self = (try? Value(tagged: storedBytes)) ?? .bytes(storedBytes)
    }
  }
}
