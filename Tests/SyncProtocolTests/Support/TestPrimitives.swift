import SyncProtocol

extension Primitives {
  /// Real hashes, bodies as they are, and signatures that anybody could make: a hash over key and
  /// message, twice.
  static let test = Primitives(
    hash: { message in ContentHash(BLAKE2b.hash(message)) ?? .zero },
    verify: { signature, message, key in signature == Signer.testSignature(message, key) },
    compress: { $0 },
    decompress: { bytes, maximum in
      guard bytes.count <= maximum else { throw ProtocolError.badCompression }
      return bytes
    })

  /// As `test`, with a hash that is quick and weak, for tests of many thousand rows.
  static let quick = Primitives(
    hash: { message in
      var bytes: [UInt8] = []
      for lane in 0..<4 as Range<UInt64> {
        var word = 0xCBF2_9CE4_8422_2325 ^ (lane &* 0x9E37_79B9_7F4A_7C15)
        for byte in message { word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        for shift in 0..<8 as Range<UInt64> {
          bytes.append(UInt8(truncatingIfNeeded: word >> (8 * shift)))
        }
      }
      return ContentHash(bytes) ?? .zero
    },
    verify: Primitives.test.verify, compress: Primitives.test.compress,
    decompress: Primitives.test.decompress)
}

extension Signer {
  static func testSignature(_ message: [UInt8], _ key: [UInt8]) -> [UInt8] {
    let half = BLAKE2b.hash(key + message)
    return half + half.reversed()
  }

  static func test(_ replica: ReplicaID) -> Signer {
    let key = BLAKE2b.hash([UInt8(truncatingIfNeeded: replica.rawValue)])
    return Signer(replica: replica, publicKey: key) { testSignature($0, key) }
  }
}
