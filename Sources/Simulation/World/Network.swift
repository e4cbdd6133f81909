import Randomness
import Replica
import SyncProtocol

/// The network: it loses, repeats, delays, cuts and damages what it carries.
struct Network {
  /// What happens to a message on its way.
  enum Fate: String, Sendable {
    case arrives = "arrives"
    case lost = "is lost"
    case repeated = "arrives twice"
    case late = "is late"
    case truncated = "is cut"
    case flipped = "has a flipped bit"
    case replacedByOld = "is overtaken by an old one"
    /// The centre has no time for it and reads none of its body (429); it is sent again as it is.
    case refused = "is put off"
  }

  private static let kept = 8
  /// Requests that are still somewhere.
  private(set) var lateRequests: [[UInt8]] = []
  /// Answers that went astray, by laptop.
  private(set) var oldAnswers: [ReplicaID: [[UInt8]]] = [:]

  /// Keeps a request for later.
  mutating func delay(_ request: [UInt8]) {
    lateRequests.append(request)
    if lateRequests.count > Self.kept { lateRequests.removeFirst() }
  }

  /// Keeps an answer for later.
  mutating func delay(_ answer: [UInt8], to replica: ReplicaID) {
    oldAnswers[replica, default: []].append(answer)
    if oldAnswers[replica, default: []].count > Self.kept {
      oldAnswers[replica]?.removeFirst()
    }
  }

  /// Packs that lie on sticks, and returns by laptop: both are read again and again, in any order.
  private(set) var packs: [[[UInt8]]] = []
  private(set) var returns: [ReplicaID: [[[UInt8]]]] = [:]

  /// Keeps a pack on a stick.
  mutating func keep(pack: [[UInt8]]) {
    packs.append(pack)
    if packs.count > Self.kept { packs.removeFirst() }
  }

  /// Keeps a return on a stick.
  mutating func keep(return streams: [[UInt8]], for replica: ReplicaID) {
    returns[replica, default: []].append(streams)
    if returns[replica, default: []].count > Self.kept { returns[replica]?.removeFirst() }
  }

  /// Bytes as they come out of the network with a fate that damages them.
  static func damage(
    _ bytes: [UInt8], _ fate: Fate, _ random: inout SeededGenerator
  ) -> [UInt8] {
    guard fate == .flipped else { return Array(bytes[..<random.below(bytes.count)]) }
    var damaged = bytes
    damaged[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
    return damaged
  }
}
