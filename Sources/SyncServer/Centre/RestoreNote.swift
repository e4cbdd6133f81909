import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// What a restore left to do, as it stands now.
package struct RestoreNote: Sendable, Equatable {
  /// What still lacks.
  package enum Rest: Sendable, Equatable {
    /// After another life began: labels of the laptops that have not synced to their end since.
    case laptops([String])
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
    case .laptops(let labels): labels.isEmpty
    case .rights(let team, let scopes): !team && !scopes
    }
  }

  /// Everything about restores of a store, oldest first.
  static func all(_ store: Store) throws -> [RestoreNote] {
    let peers = try store.peers()
    let fates = try LaptopFate.all(store, peers)
    let granted = Set(try store.grantRules().map(\.replica))
    return try store.restoreIncidents().map { incident in
      if incident.kind == "epoch" {
        let awaited = peers.filter { peer in
          !(fates[peer.replica]?.isSilent ?? false)
            && !(peer.reportedThrough.map { $0 > incident.at } ?? false)
        }
        return RestoreNote(incident: incident, rest: .laptops(awaited.map(\.label)))
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
    case .laptops(let labels):
      return BilingualText(
        vi: "\(time): dữ liệu trung tâm là bản cũ (\(incident.detail)); đã mở lần thứ "
          + "\(incident.replica.rawValue). ",
        en: "\(time): the centre's data were an older state (\(incident.detail)); epoch "
          + "\(incident.replica.rawValue) began. ") + Self.next(labels)
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

  private static func next(_ labels: [String]) -> BilingualText {
    guard !labels.isEmpty else {
      return BilingualText(
        vi: "Mọi máy đã gửi nhận xong từ đó.", en: "Every laptop has synced since.")
    }
    let names = labels.joined(separator: ", ")
    return BilingualText(
      vi: "Máy các tổ tự gửi lại phần thiếu; còn chờ gửi nhận: \(names).",
      en: "The laptops bring back what is missing; still to sync: \(names).")
  }
}
