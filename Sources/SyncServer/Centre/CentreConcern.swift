import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// Something of the centre's own data that a person has to see to, in words with the command that
/// cures it.
package struct CentreConcern: Sendable, Equatable {
  /// A stable name of what it is.
  package var code: String
  /// What it concerns, as stable keys and values.
  package var details: [String: String]
  /// What is the matter and what to do.
  package var words: BilingualText
  /// Whether somebody has to act; false for what is only to be known.
  package var needsAttention = true

  /// With stable keys.
  package var json: JSONValue {
    .object(
      [JSONValue.Member("code", .text(code))]
        + details.sorted { $0.key < $1.key }.map {
          JSONValue.Member($0.key, .text($0.value))
        })
  }
}

extension Centre {
  /// Everything of its own data that a person has to see to.
  package func concerns() throws -> [CentreConcern] {
    try clockCheck().concerns + areaConcerns() + erasureConcerns()
  }

  /// Laptops that hold the households of a team and not the area that the team stands in: nobody can
  /// record on them.
  private func areaConcerns() throws -> [CentreConcern] {
    let fates = try laptopFates()
    return try inspect { field in
      let store = field.store
      let now = LocalDateTime(milliseconds: surroundings.clock().wall.rawValue)
      let day = Int64(now.date.daysSince1970)
      let served = try store.servedScopes(on: day)
      let map = try store.unitMap().filter { $0.isValid(on: day) }
      let labels = try field.reader.scopeLabels()
      return try store.peers().filter { !(fates[$0.replica]?.isSilent ?? false) }
        .compactMap { peer -> CentreConcern? in
          let held = Set(try store.grantedScopes(of: peer.replica))
          let lacking = served.filter { held.contains($0.households) && !held.contains($0.commune) }
          // Who helps in another commune's hamlet has members of its own.
          guard let pair = lacking.first,
            !served.contains(where: { held.contains($0.commune) })
          else { return nil }
          let unit = map.first { $0.scope == pair.households }?.unit
          let isMapped = map.contains { $0.scope == pair.commune && $0.unit == unit }
          let area = labels[pair.commune] ?? "#\(pair.commune.rawValue)"
          let cure =
            unit.map {
              isMapped
                ? nil
                : "camtay-server unit assign \($0) --scope "
                  + "\(pair.commune.rawValue)"
            }
            ?? nil
          let command =
            cure ?? "camtay-server grant add \(ShellWord.option("laptop", peer.label)) "
            + "--scope \(pair.commune.rawValue)"
          return CentreConcern(
            code: "commune-area-missing",
            details: [
              "laptop": peer.label, "scope": String(pair.commune.rawValue), "command": command,
            ],
            words: BilingualText(
              vi: "Máy “\(peer.label)” giữ các hộ mà không giữ “\(area)”, nơi ghi tổ và thành "
                + "viên: "
                + "trên máy đó không ai ghi được. Chữa: \(command)",
              en: "Laptop “\(peer.label)” holds households and not “\(area)”, where their team and "
                + "its members stand: nobody can record on it. Cure: \(command)"))
        }
    }
  }

  private func erasureConcerns() throws -> [CentreConcern] {
    try read { try $0.erasureRemainders() }.map { remainder in
      CentreConcern(
        code: remainder.kind.rawValue,
        details: ["record": remainder.code, "other": remainder.other], words: remainder.words,
        needsAttention: remainder.needsDecision)
    }
  }
}
