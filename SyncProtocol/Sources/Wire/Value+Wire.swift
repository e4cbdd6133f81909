/// A value behind its type, for stores that keep single values as bytes.
extension ByteWriter {
  /// A tagged value.
  public mutating func value(_ value: Value) { BatchBody.encodeTagged(value, into: &self) }
}

extension ByteReader {
  /// A tagged value.
  public mutating func value() throws(ProtocolError) -> Value {
    try BatchBody.decodeTagged(from: &self)
  }
}
