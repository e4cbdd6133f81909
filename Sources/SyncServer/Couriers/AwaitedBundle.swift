import FieldWork
import Replica
import SyncProtocol

/// A bundle for the centre of which the manifest is known and the whole has not come.
struct AwaitedBundle: Sendable, Hashable {
  /// The laptop that packed it.
  var replica: ReplicaID
  /// The number that people say.
  var number: UInt64
  /// When it was packed, as its laptop knew the time.
  var made: Timestamp
  /// Operations in it.
  var operations: Int64
  /// Bytes of its files.
  var byteCount: Int64
  /// Those of them that have come.
  var receivedBytes: Int64
  /// The laptop that carries it; nil where it came incomplete from a stick.
  var courier: ReplicaID?
  /// When that was heard first.
  var since: Timestamp
  /// When the courier had handed it on; nil while it carries it.
  var handedOn: Timestamp?
  /// Why it was not taken in.
  var problem: String?
}

/// By which way a laptop was heard of last.
enum ReportWay: Sendable, Hashable {
  /// By itself.
  case network
  /// By a pack on a stick.
  case stick
  /// By a pack that another laptop brought.
  case courier(ReplicaID)

  /// The laptop that brought the pack, where another one did.
  var courier: ReplicaID? { if case .courier(let laptop) = self { laptop } else { nil } }

  /// The same without saying which laptop it was.
  var told: Coverage.Way {
    switch self {
    case .network: .network
    case .stick: .stick
    case .courier: .courier
    }
  }
}
