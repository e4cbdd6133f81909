import Replica
import Synchronization
import SyncProtocol

/// The production primitives, with the signatures remembered that were found good: in one process
/// every batch and certificate is otherwise verified anew by each of its replicas.
///
/// What does not verify is not remembered. One of these belongs to one world.
final class RememberedSignatures: Sendable {
  private struct Signed: Hashable {
    var signature: [UInt8]
    var message: [UInt8]
    var key: [UInt8]

    static func == (left: Signed, right: Signed) -> Bool {
      left.signature == right.signature && left.message == right.message && left.key == right.key
    }

    // Signatures differ; hashing whole messages would cost as much as it saves.
    func hash(into hasher: inout Hasher) { hasher.combine(signature) }
  }

  private let good = Mutex<Set<Signed>>([])

  /// The primitives to open stores with.
  var primitives: Primitives {
    var primitives = Primitives.standard
    let verify = primitives.verify
    primitives.verify = { [self] signature, message, key in
      let signed = Signed(signature: signature, message: message, key: key)
      if good.withLock({ $0.contains(signed) }) { return true }
      guard verify(signature, message, key) else { return false }
      good.withLock { _ = $0.insert(signed) }
      return true
    }
    return primitives
  }
}
