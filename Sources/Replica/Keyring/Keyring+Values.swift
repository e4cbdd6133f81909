import Cryptography
import SyncProtocol

/// What a reader gets for a stored value.
package enum OpenedValue: Hashable, Sendable {
  /// The value itself.
  case value(Value)
  /// Its key has not come to this replica yet.
  case keyMissing
  /// Its key was dropped here because its time was over; the centre still has it.
  case keyDropped
  /// Its subject was erased.
  case erased
  /// The store came from a backup and shows nothing before it has applied all erasures.
  case locked
  /// It does not open, or is not what it should be.
  case unreadable

  /// The value, if it is readable.
  package var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

/// Sealing and opening.
extension Keyring {
  /// Opens a stored value; one that is not sealed is given as it is.
  package func open(
    _ value: Value, table: TableID, row: RowID, field: FieldID
  ) throws -> OpenedValue {
    let sealed: SealedValue
    switch value {
    case .unset, .integer, .text, .bytes: return .value(value)
    case .erased: return .erased
    case .sealed(let inside): sealed = inside
    }
    let secret: [UInt8]
    switch try state(of: sealed.key, subject: sealed.subject) {
    case .erased: return .erased
    case .missing: return .keyMissing
    case .dropped: return .keyDropped
    case .ofAnother: return .unreadable
    case .here(let found): secret = found
    }
    if try isLocked { return .locked }
    let associated = SealedValue.associatedData(
      table: table, row: row, field: field, subject: sealed.subject, key: sealed.key)
    let clear = secret.withUnsafeBytes { key in
      try? AuthenticatedEncryption.open(
        sealed.ciphertext, key: key, nonce: sealed.nonce, associatedData: associated)
    }
    guard let clear, let inside = try? Value(clearText: clear) else { return .unreadable }
    return .value(inside)
  }

  /// Seals a value under a key.
  func seal(
    _ value: Value, under key: KeyEntry, table: TableID, row: RowID, field: FieldID
  ) throws -> Value {
    let associated = SealedValue.associatedData(
      table: table, row: row, field: field, subject: key.subject, key: key.id)
    let clear = value.tagged
    // The text has a part in its nonce: a generator that repeats itself betrays nothing then.
    let nonce = Array(
      try random(for: associated + clear).prefix(SealedValue.nonceByteCount))
    let ciphertext = try key.secret.withUnsafeBytes { secret in
      try AuthenticatedEncryption.seal(
        clear, key: secret, nonce: nonce, associatedData: associated)
    }
    guard
      let sealed = SealedValue(
        subject: key.subject, key: key.id, nonce: nonce, ciphertext: ciphertext)
    else { preconditionFailure("a checked value fits its sealed form") }
    return .sealed(sealed)
  }
}
