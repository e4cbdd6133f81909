extension Keyring {
  /// Seals what a program keeps in a local table of its own, such as a form that is not saved yet.
  ///
  /// The store key alone opens it: no other machine can, and it is gone with that key.
  ///
  /// - Parameter place: where it will stand, such as `draft 1f3a`; it opens nowhere else.
  package func sealLocally(_ bytes: [UInt8], at place: String) throws -> [UInt8] {
    try wrap(bytes, as: Self.localName(place))
  }

  /// Opens what `sealLocally` made; throws `CryptographyError.notAuthentic`.
  package func openLocally(_ sealed: [UInt8], at place: String) throws -> [UInt8] {
    try unwrap(sealed, as: Self.localName(place))
  }

  private static func localName(_ place: String) -> [UInt8] { Array("local\0\(place)".utf8) }
}
