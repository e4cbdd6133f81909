import CommandLine
import FieldWork
import Replica
import SyncProtocol

extension ScopeProof.State {
  /// The stable code.
  package var code: String {
    switch self {
    case .equal: "equal"
    case .different: "different"
    case .notComparable: "not-comparable"
    }
  }

  /// The stable code of what stands in the way; nil when nothing does.
  package var obstacleCode: String? {
    if case .notComparable(let obstacle) = self { obstacle.rawValue } else { nil }
  }

  /// What is known, in a few words.
  package var words: BilingualText {
    switch self {
    case .equal: BilingualText(vi: "khớp với trung tâm", en: "equal to the centre")
    case .different: BilingualText(vi: "khác với trung tâm", en: "different from the centre")
    case .notComparable(.unsent):
      BilingualText(
        vi: "chưa so được: còn phần chưa gửi", en: "not comparable: something is unsent")
    case .notComparable(.held):
      BilingualText(
        vi: "chưa so được: còn gói đang chờ gói khác",
        en: "not comparable: a batch waits for another")
    case .notComparable(.otherArrival):
      BilingualText(
        vi: "chưa so được: chưa nhận đến cùng một chỗ với trung tâm",
        en: "not comparable: not received up to the same place as the centre")
    }
  }
}

/// How the scopes of a laptop compare with the centre's, for people and programs.
package struct ProofListing: Sendable {
  private let proofs: [ScopeProof]
  private let label: @Sendable (ScopeID) -> String?

  /// Lists what is known of each scope; `labels` are what people call them.
  package init(_ proofs: [ScopeProof], labels: [ScopeID: String]) {
    self.proofs = proofs
    label = { labels[$0] }
  }

  /// One object a scope.
  package var json: JSONValue {
    .array(
      proofs.map { proof in
        [
          "scope": .text(String(proof.scope.rawValue)), "label": .text(orNull: label(proof.scope)),
          "state": .text(proof.state.code), "reason": .text(orNull: proof.state.obstacleCode),
          "compared_at": .text(
            orNull: proof.comparedAt.map { LocalDateTime(milliseconds: $0.rawValue).iso }),
        ]
      })
  }

  /// How many agree, then a line for each that does not.
  package var lines: [BilingualText] {
    let equal = proofs.filter { $0.state == .equal }
    var lines: [BilingualText] = []
    if !equal.isEmpty {
      let oldest = Self.time(equal.compactMap(\.comparedAt).min())
      lines.append(
        BilingualText(
          vi: "\(equal.count) vùng dữ liệu khớp với trung tâm (so lúc \(oldest.vietnamese)).",
          en: "\(counted(equal.count, "scope", "scopes")) equal to the centre "
            + "(compared \(oldest.english))."))
    }
    for proof in proofs where proof.state != .equal {
      let name = Self.name(proof.scope, label(proof.scope))
      let time = Self.time(proof.comparedAt)
      lines.append(
        BilingualText(
          vi: "\(name.vietnamese): \(proof.state.words.vietnamese) "
            + "(lần so gần nhất: \(time.vietnamese)).",
          en: "\(name.english): \(proof.state.words.english) (last compared: \(time.english))."))
    }
    return lines
  }

  /// What people call a scope.
  static func name(_ scope: ScopeID, _ label: String?) -> BilingualText {
    if scope == .everyone { return BilingualText(vi: "Dữ liệu chung", en: "Public data") }
    return BilingualText(
      vi: "Vùng \(label ?? String(scope.rawValue))", en: "Scope \(label ?? String(scope.rawValue))")
  }

  static func time(_ time: Timestamp?) -> BilingualText {
    guard let time else { return BilingualText(vi: "chưa bao giờ", en: "never") }
    return BilingualText(same: Format.dateTime(LocalDateTime(milliseconds: time.rawValue)))
  }
}
