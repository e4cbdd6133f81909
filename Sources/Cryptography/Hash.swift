import CSodium

/// BLAKE2b with 32 bytes of output (RFC 7693).
package enum Hash {
  /// The bytes of a hash.
  package static let length = 32
  /// The lengths a key of a keyed hash may have.
  package static let keyLengths = 16...64

  /// The hash of some bytes.
  package static func blake2b256(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { blake2b256($0) }
  }

  /// The hash of some bytes.
  package static func blake2b256(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    Sodium.start()
    return filled(length) { output in
      csodium_hash(output, length, bytes.baseAddress, UInt64(bytes.count))
      return length
    }
  }

  /// The hash of some bytes, into 32 lent ones.
  package static func blake2b256(
    _ bytes: UnsafeRawBufferPointer, into hash: UnsafeMutableRawBufferPointer
  ) {
    precondition(hash.count == length, "a hash has 32 bytes")
    Sodium.start()
    csodium_hash(
      hash.assumingMemoryBound(to: UInt8.self).baseAddress, length, bytes.baseAddress,
      UInt64(bytes.count))
  }

  /// 64 bytes of BLAKE2b: what a point of a group is made of.
  static func blake2b512(_ bytes: [UInt8]) -> [UInt8] {
    Sodium.start()
    return filled(wideLength) { output in
      csodium_hash(output, wideLength, bytes, UInt64(bytes.count))
      return wideLength
    }
  }

  private static let wideLength = 64

  /// The keyed hash of some bytes: equal only for one who holds the key, which has 16 to 64 bytes.
  package static func blake2b256(_ bytes: [UInt8], key: SecretBytes) throws -> [UInt8] {
    var hasher = try Hasher(key: key)
    hasher.update(bytes)
    return hasher.finalize()
  }

  /// Hashes bytes that come in parts.
  package struct Hasher {
    private var state = csodium_hash_state()

    /// Starts a plain hash.
    package init() {
      Sodium.start()
      csodium_hash_init(&state, nil, 0, Hash.length)
    }

    /// Starts a keyed hash; the key has 16 to 64 bytes.
    package init(key: SecretBytes) throws {
      guard Hash.keyLengths.contains(key.count) else {
        throw CryptographyError.wrongLength(
          expected: Hash.keyLengths.upperBound, found: key.count)
      }
      key.withPointer { _ = csodium_hash_init(&state, $0, key.count, Hash.length) }
    }

    /// Adds bytes.
    package mutating func update(_ bytes: [UInt8]) {
      csodium_hash_update(&state, bytes, UInt64(bytes.count))
    }

    /// Adds bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
      csodium_hash_update(&state, bytes.baseAddress, UInt64(bytes.count))
    }

    /// The hash of all that was added; the hasher itself may go on.
    package func finalize() -> [UInt8] {
      withUnsafePointer(to: state) { state in
        filled(Hash.length) { output in
          csodium_hash_final(state, output, Hash.length)
          return Hash.length
        }
      }
    }
  }
}
