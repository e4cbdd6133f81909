import Cryptography
import SyncProtocol

/// The running hash of an arrival log, made from the words of the specification and not by the
/// protocol's code: who gives arrival numbers and who checks them would otherwise err alike.
enum NaiveRunningHash {
  /// The hash behind one more batch: of the purpose and a zero byte, the hash before it, the
  /// arrival number with seven bits in a byte, and the batch's hash.
  static func link(
    after previous: ContentHash, number: UInt64, _ batch: ContentHash
  ) throws -> ContentHash {
    var message = Array("camtay/1 arrival".utf8) + [0] + previous.bytes
    var rest = number
    while rest > 127 {
      message.append(UInt8(rest % 128) + 128)
      rest /= 128
    }
    message.append(UInt8(rest))
    guard let hash = ContentHash(Hash.blake2b256(message + batch.bytes)) else {
      throw Violation(.unexpected, "a hash without 32 bytes")
    }
    return hash
  }

  /// The cursor behind one more batch.
  static func advanced(_ cursor: Cursor, by batch: ContentHash) throws -> Cursor {
    Cursor(
      scope: cursor.scope, epoch: cursor.epoch, arrival: cursor.arrival + 1,
      runningHash: try link(
        after: cursor.runningHash, number: cursor.arrival + 1, batch))
  }
}
