import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// Whether the laptops' rows are those of the centre, for people and programs.
struct PeerProofListing: Sendable {
  private let proofs: [PeerProof]
  private let labels: [Peer]
  private let setbacks: [ReplicaID: Coverage.Setback]

  /// - Parameter shortfall: what the centre lost of their reports; nothing compares with that.
  init(_ proofs: [PeerProof], _ laptops: [Peer], _ shortfall: CentreShortfall) {
    // What stood in the way before the centre was set back says nothing of what it has now.
    self.proofs = proofs.map { proof in
      var proof = proof
      if shortfall.setbacks[proof.replica] != nil {
        proof.exceptions.removeAll { $0.state != .different }
      }
      return proof
    }
    labels = laptops
    setbacks = shortfall.setbacks
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
          "setback": .text(orNull: code(of: setbacks[proof.replica])),
          "stopped_areas": .array(stoppedAreas(of: proof.replica).map { .text($0) }),
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

  private func code(of setback: Coverage.Setback?) -> String? {
    switch setback {
    case nil: nil
    case .awaited: "awaited"
    case .stopped: "stopped"
    }
  }

  private func stoppedAreas(of replica: ReplicaID) -> [String] {
    if case .stopped(let areas) = setbacks[replica] { areas } else { [] }
  }

  private func words(_ setback: Coverage.Setback) -> BilingualText {
    switch setback {
    case .awaited:
      return BilingualText(
        vi: "chưa gửi nhận lại từ khi trung tâm dùng bản cũ, nên chưa so được gì",
        en: "not back since the centre was set back, so nothing was compared since")
    case .stopped(let names):
      let areas = names.map { "“\($0)”" }.joined(separator: ", ")
      return BilingualText(
        vi: "dừng ở \(areas): trung tâm thiếu những bản ghi mà máy này có, nên ở đó không so và "
          + "không đi tiếp; hãy khôi phục bản sao lưu mới hơn hoặc để các máy khác gửi nhận trước",
        en: "stopped in \(areas): the centre lacks records that this laptop has, so nothing there "
          + "is compared or goes on; restore a newer backup, or let the other laptops sync first")
    }
  }

  /// Whether a laptop stopped because the centre lacks records of it.
  var hasStopped: Bool { proofs.contains { !stoppedAreas(of: $0.replica).isEmpty } }

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
    proofs.filter {
      $0.equalAt != nil || !$0.exceptions.isEmpty || $0.incidents > 0
        || setbacks[$0.replica] != nil
    }.map { proof in
      let label =
        labels.first { $0.replica == proof.replica }?.label ?? "#\(proof.replica.rawValue)"
      var vietnamese: [String] = []
      var english: [String] = []
      if let at = proof.equalAt {
        let time = Format.dateTime(LocalDateTime(milliseconds: at.rawValue))
        vietnamese.append("\(proof.equalScopes) vùng khớp lúc \(time)")
        english.append("\(counted(proof.equalScopes, "scope", "scopes")) equal at \(time)")
      }
      if let setback = setbacks[proof.replica] {
        vietnamese.append(words(setback).vietnamese)
        english.append(words(setback).english)
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
