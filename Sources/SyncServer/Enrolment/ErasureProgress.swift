import FieldWork
import Replica
import SyncProtocol

/// Which laptops have carried out an erasure, as far as the centre can know it.
///
/// A laptop confirms under its number. Where its data were copied, two confirm under one number, and
/// one word does not speak for both.
struct ErasureProgress: Sendable, Equatable {
  /// Why nobody can tell whether a laptop's data are free of what was erased.
  enum Doubt: String, Sendable {
    /// Its data were copied: one copy has confirmed, and the other need not have.
    case copied
    /// Another took its place, and it never confirmed itself: old data of it may lie about.
    case replaced
  }

  /// What a laptop has said of an erasure.
  enum Word: Sendable, Equatable {
    case confirmed
    case outstanding
    /// Not confirmed, and declared lost: it never will.
    case lost
    case doubtful(Doubt)
  }

  /// The laptops by label, each with what became of it and what it said.
  struct Laptop: Sendable, Equatable {
    var label: String
    var fate: LaptopFate?
    var word: Word
  }

  var laptops: [Laptop]

  /// The labels of those that said so.
  func labels(_ word: Word) -> [String] { laptops.filter { $0.word == word }.map(\.label) }

  /// Whether somebody has to see to it: a laptop has yet to confirm, or a copy of one.
  var needsAttention: Bool {
    laptops.contains { $0.word == .outstanding || $0.word == .doubtful(.copied) }
  }
}

extension ErasureProgress {
  /// Every erasure with who has carried it out.
  static func all(_ store: Store) throws -> [(state: ErasureState, progress: ErasureProgress)] {
    let peers = try store.peers()
    let fates = try LaptopFate.all(store, peers)
    let successors = try LaptopReplacements(store).all()
    let copied = try store.copiedLaptops()
    // When the rows of a laptop were last found equal to the centre's, all of them.
    let equal = Dictionary(
      try store.peerProofs().filter(\.exceptions.isEmpty).map { ($0.replica, $0.equalAt) },
      uniquingKeysWith: { first, _ in first })
    return try store.erasures().map { state in
      let laptops = peers.map { peer in
        var confirmed = state.confirmed[peer.replica]
        if let seen = equal[peer.replica] ?? nil, let word = confirmed, seen > state.ordered {
          // Whoever speaks under the number now has rows without what was erased.
          confirmed = max(word, seen)
        }
        return Laptop(
          label: peer.label, fate: fates[peer.replica],
          word: word(
            fates[peer.replica], confirmed: confirmed,
            replaced: successors[peer.replica]?.noted, isCopied: copied.contains(peer.replica)))
      }
      return (state, ErasureProgress(laptops: laptops))
    }
  }

  private static func word(
    _ fate: LaptopFate?, confirmed: Timestamp?, replaced: Timestamp?, isCopied: Bool
  ) -> Word {
    switch (fate, confirmed, replaced) {
    case (.replaced(_, _, isStillHeard: true), let confirmed?, let replaced?):
      // What was confirmed before may have been the word of the copy that took the place.
      return confirmed > replaced ? .confirmed : .doubtful(.copied)
    case (.replaced(_, _, isStillHeard: true), _, _): return .outstanding
    case (.replaced, _?, _) where !isCopied: return .confirmed
    case (.replaced, _, _): return .doubtful(.replaced)
    case (_, _?, _): return isCopied ? .doubtful(.copied) : .confirmed
    case (.lost, nil, _): return .lost
    case (nil, nil, _): return .outstanding
    }
  }
}

extension Store {
  /// At the centre: laptops whose data are known to have been copied or put back.
  func copiedLaptops() throws -> Set<ReplicaID> {
    Set(
      try logIncidents().filter { $0.kind == .fork || $0.kind == .collision }.map(\.replica))
  }
}
