import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// What a restore left to do, as it stands now.
package struct RestoreNote: Sendable, Equatable {
  /// What still lacks.
  package enum Rest: Sendable, Equatable {
    /// After another life began: labels of the laptops that have not brought back everything
    /// since, and those of them that will not, because they were lost or replaced.
    case laptops([String], silent: [SealedValuesLock.Silent] = [])
    /// Of a laptop that the backup did not know.
    case rights(team: Bool, scopes: Bool)
  }

  /// What happened.
  package var incident: RestoreIncident
  /// What is left to do about it.
  package var rest: Rest

  /// Whether nothing is left to do.
  package var isSettled: Bool {
    switch rest {
    case .laptops(let labels, _): labels.isEmpty
    case .rights(let team, let scopes): !team && !scopes
    }
  }

  /// Everything about restores of a store, oldest first.
  static func all(_ store: Store) throws -> [RestoreNote] {
    let peers = try store.peers()
    let fates = try LaptopFate.all(store, peers)
    let granted = Set(try store.grantRules().map(\.replica))
    let missing = try store.shortfall().awaited
    return try store.restoreIncidents().map { incident in
      if incident.kind == "epoch" {
        let missing = peers.filter { missing.contains($0.replica) }
        let silent = missing.compactMap { peer in
          fates[peer.replica].flatMap { fate in
            fate.isSilent ? SealedValuesLock.Silent(label: peer.label, fate: fate) : nil
          }
        }
        return RestoreNote(
          incident: incident,
          rest: .laptops(
            missing.filter { !(fates[$0.replica]?.isSilent ?? false) }.map(\.label),
            silent: silent))
      }
      let peer = peers.first { $0.replica == incident.replica }
      let isSilent = fates[incident.replica]?.isSilent ?? false
      return RestoreNote(
        incident: incident,
        rest: .rights(
          team: peer?.team == nil && !isSilent,
          scopes: !granted.contains(incident.replica) && !isSilent))
    }
  }

  /// What happened and what to do; of a laptop that has everything again there is nothing to say.
  package var words: BilingualText? {
    let time = Format.dateTime(LocalDateTime(milliseconds: incident.at.rawValue))
    switch rest {
    case .laptops(let labels, let silent):
      return BilingualText(
        vi: "\(time): \(evidence.vietnamese), nên dữ liệu trung tâm là bản cũ; từ đó là đời thứ "
          + "\(incident.replica.rawValue) của trung tâm. ",
        en: "\(time): \(evidence.english), so the centre's data were an older state; epoch "
          + "\(incident.replica.rawValue) began. ") + Self.next(labels) + Self.notBack(silent)
    case .rights(false, false): return nil
    case .rights(let lacksTeam, let lacksScopes):
      let label = incident.detail
      let word = ShellWord.quoted(label)
      let team =
        label.hasPrefix("-")
        ? "camtay-server laptop team --yes -- \(word) TEAM"
        : "camtay-server laptop team \(word) TEAM --yes"
      let grant = "camtay-server grant add \(ShellWord.option("laptop", label)) --place PLACE"
      let commands = (lacksTeam ? [team] : []) + (lacksScopes ? [grant] : [])
      return BilingualText(
        vi: "\(time): máy “\(label)” được ghi danh sau bản sao lưu và đã trở lại; còn cần: ",
        en: "\(time): the laptop “\(label)” was enrolled after the backup and is back; it still "
          + "needs: ") + BilingualText(same: commands.joined(separator: " · "))
    }
  }

  /// What showed that the store was set back; a later program's word stands as it is.
  private var evidence: BilingualText {
    switch incident.detail {
    case "restored":
      BilingualText(vi: "đã khôi phục từ bản sao lưu", en: "a backup was restored")
    case "note":
      BilingualText(
        vi: "kho có ít hơn ghi chú để ngoài kho", en: "the store had less than the note beside it")
    case "check", "batch", "certificate":
      BilingualText(
        vi: "một máy đưa ra dữ liệu trung tâm đã ký mà kho không còn (\(incident.detail))",
        en: "a laptop showed what the centre had signed and the store lacked (\(incident.detail))")
    case let other: BilingualText(same: other)
    }
  }

  private static func notBack(_ silent: [SealedValuesLock.Silent]) -> BilingualText {
    guard !silent.isEmpty else { return BilingualText(same: "") }
    func names(_ language: Language) -> String {
      silent.map { LaptopFate.name($0.label, $0.fate, language) }.joined(separator: ", ")
    }
    return BilingualText(
      vi: " Không gửi nhận từ đó và không chờ nữa: \(names(.vietnamese)).",
      en: " Not back since, and not awaited any more: \(names(.english)).")
  }

  private static func next(_ labels: [String]) -> BilingualText {
    guard !labels.isEmpty else {
      return BilingualText(
        vi: "Mọi máy còn dùng đã gửi nhận xong từ đó.",
        en: "Every laptop in use has synced since.")
    }
    let names = labels.joined(separator: ", ")
    return BilingualText(
      vi: "Máy các tổ tự gửi lại phần thiếu; còn chờ gửi nhận: \(names).",
      en: "The laptops bring back what is missing; still to sync: \(names).")
  }
}
