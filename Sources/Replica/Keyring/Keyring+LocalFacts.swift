import Cryptography
import SQLite

/// What a program keeps in local tables of its own, such as a form that is not saved yet: sealed under
/// a key for each place, so that destroying the key destroys every copy that the disk has of it.
extension Keyring {
  /// Seals what will stand at a place of a local table. The place has a key of its own, which is
  /// durable when this returns.
  ///
  /// The keys of places never leave this file: no other machine can open what they seal.
  /// - Parameter place: where it will stand, such as `draft 1f3a`; it opens nowhere else.
  package func sealLocally(_ bytes: [UInt8], at place: String) throws -> [UInt8] {
    let key = try localKey(of: place) ?? makeLocalKey(for: place)
    let name = Self.localName(place)
    let nonce = Array(try random(for: name + bytes).prefix(AuthenticatedEncryption.nonceLength))
    return try nonce
      + key.withUnsafeBytes {
        try AuthenticatedEncryption.seal(bytes, key: $0, nonce: nonce, associatedData: name)
      }
  }

  /// Opens what `sealLocally` made; throws `CryptographyError.notAuthentic`, also where the key of the
  /// place was destroyed.
  package func openLocally(_ sealed: [UInt8], at place: String) throws -> [UInt8] {
    // Before places had keys of their own, the store key itself sealed what stood there.
    guard let key = try localKey(of: place) else {
      return try unwrap(sealed, as: Self.localName(place))
    }
    let length = AuthenticatedEncryption.nonceLength
    return try key.withUnsafeBytes {
      try AuthenticatedEncryption.open(
        Array(sealed.dropFirst(length)), key: $0, nonce: Array(sealed.prefix(length)),
        associatedData: Self.localName(place))
    }
  }

  /// The places that have a key, in no order.
  package func localPlaces() throws -> [String] {
    try connection.rows("SELECT place FROM local_key") { try $0.text(at: 0) }
  }

  /// Deletes the keys of places that are not needed any more.
  package func forgetLocally(_ places: [String]) throws {
    guard !places.isEmpty else { return }
    try connection.transaction(.immediate) { try deleteLocalKeys(places) }
  }

  /// Destroys the keys of places and rewrites the file, so that no byte of one is left in it: what they
  /// sealed cannot be read again, wherever a copy of it lies.
  package func destroyLocally(_ places: [String]) throws {
    guard !places.isEmpty else { return }
    try destroy { try deleteLocalKeys(places) }
  }

  private func deleteLocalKeys(_ places: [String]) throws {
    for place in places {
      try connection.execute("DELETE FROM local_key WHERE place = ?", .text(place))
    }
  }

  private func localKey(of place: String) throws -> [UInt8]? {
    let wrapped = try connection.row(
      "SELECT wrapped FROM local_key WHERE place = ?", .text(place)
    ) { try $0.bytes(at: 0) }
    return try wrapped.map { try unwrap($0, as: Self.keyName(place)) }
  }

  private func makeLocalKey(for place: String) throws -> [UInt8] {
    let name = Self.keyName(place)
    let key = Array(try random(for: name).prefix(AuthenticatedEncryption.keyLength))
    let wrapped = try wrap(key, as: name)
    // Within a transaction of the store it is durable with the keys of that.
    let isPartOfMore = isWriting
    try write {
      try connection.execute(
        "INSERT INTO local_key (place, wrapped) VALUES (?, ?)", .text(place), .blob(wrapped))
    }
    if !isPartOfMore { try commit() }
    return key
  }

  private static func localName(_ place: String) -> [UInt8] { Array("local\0\(place)".utf8) }
  private static func keyName(_ place: String) -> [UInt8] { Array("local key\0\(place)".utf8) }
}
