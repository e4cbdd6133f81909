import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// Whether the laptops' rows are those of the centre, for people and programs.
struct PeerProofListing: Sendable {
  private let proofs: [PeerProof]
  private let labels: [Peer]

  init(_ proofs: [PeerProof], _ laptops: [Peer]) {
    self.proofs = proofs
    labels = laptops
  }

  /// Whether some laptop differs now.
  var hasDifference: Bool {
    proofs.contains { $0.exceptions.contains { $0.state == .different } }
  }

  /// One object a laptop.
  var json: JSONValue {
    .array(
      proofs.map { proof in
        [
          "replica": .integer(Int64(proof.replica.rawValue)),
          "incidents": .integer(proof.incidents),
          "equal_scopes": .integer(proof.equalScopes),
          "equal_at": .text(
            orNull: proof.equalAt.map { LocalDateTime(milliseconds: $0.rawValue).iso }),
          "other_scopes": .array(
            proof.exceptions.map {
              [
                "scope": .text(String($0.scope.rawValue)), "state": .text($0.state.code),
                "reason": .text(
                  orNull: hasArrived($0.state, of: proof.replica)
                    ? "next-sync" : $0.state.obstacleCode),
              ]
            }),
        ]
      })
  }

  /// Whether what stood in the way of comparing was handed over in the same sync.
  private func hasArrived(_ state: ScopeProof.State, of replica: ReplicaID) -> Bool {
    state == .notComparable(.unsent)
      && labels.first { $0.replica == replica }?.unsentOperations == 0
  }

  private func words(_ state: ScopeProof.State, of replica: ReplicaID) -> BilingualText {
    guard hasArrived(state, of: replica) else { return state.words }
    return BilingualText(
      vi: "sẽ so ở lần gửi nhận tới (lần trước có mang dữ liệu mới, đã nhận đủ)",
      en: "is compared at the next sync (the last one brought something new, and it is here)")
  }

  /// A line for each laptop with what differs, cannot be compared, or went wrong.
  var lines: [BilingualText] {
    proofs.filter { $0.equalAt != nil || !$0.exceptions.isEmpty || $0.incidents > 0 }.map { proof in
      let label =
        labels.first { $0.replica == proof.replica }?.label ?? "#\(proof.replica.rawValue)"
      var vietnamese: [String] = []
      var english: [String] = []
      if let at = proof.equalAt {
        let time = Format.dateTime(LocalDateTime(milliseconds: at.rawValue))
        vietnamese.append("\(proof.equalScopes) vùng khớp lúc \(time)")
        english.append("\(counted(proof.equalScopes, "scope", "scopes")) equal at \(time)")
      }
      for exception in proof.exceptions {
        let words = words(exception.state, of: proof.replica)
        vietnamese.append("vùng \(exception.scope.rawValue) \(words.vietnamese)")
        english.append("scope \(exception.scope.rawValue) \(words.english)")
      }
      if proof.incidents > 0 {
        vietnamese.append("sự cố đã ghi: \(proof.incidents)")
        english.append("incidents recorded: \(proof.incidents)")
      }
      return BilingualText(
        vi: "\(label): \(vietnamese.joined(separator: " · "))",
        en: "\(label): \(english.joined(separator: " · "))")
    }
  }
}
