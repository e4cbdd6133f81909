import Replica
import Synchronization
import SyncProtocol

/// The production primitives, with the signatures remembered that were found good: in one process
/// every batch and certificate is otherwise verified anew by each of its replicas.
///
/// What does not verify is not remembered. One of these belongs to one world.
final class RememberedSignatures: Sendable {
  private let good = Mutex<Set<UInt64>>([])

  /// The primitives to open stores with.
  var primitives: Primitives {
    var primitives = Primitives.standard
    let verify = primitives.verify
    let hash = primitives.hash
    primitives.verify = { [self] signature, message, key in
      let signed = hash(signature + key + message).beginning
      if good.withLock({ $0.contains(signed) }) { return true }
      guard verify(signature, message, key) else { return false }
      good.withLock { _ = $0.insert(signed) }
      return true
    }
    return primitives
  }
}

extension ContentHash {
  /// The first 64 bits: enough to tell the batches and signatures of one world apart.
  var beginning: UInt64 {
    bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
  }
}
