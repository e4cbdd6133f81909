import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// What a person has to see to about who holds what: laptops without the area of their team, and
/// hamlets without a laptop.
extension Centre {
  /// Laptops that hold the households of a team and not the area that the team stands in: nobody can
  /// record on them.
  func areaConcerns() throws -> [CentreConcern] {
    let fates = try laptopFates()
    return try inspect { field in
      let store = field.store
      let time = surroundings.clock().wall
      let now = LocalDateTime(milliseconds: time.rawValue)
      let day = Int64(now.date.daysSince1970)
      let served = try store.servedScopes(on: day)
      let communes = Set(served.map(\.commune))
      let map = try store.unitMap().filter { $0.isValid(on: day) }
      let labels = try field.reader.scopeLabels()
      let granted = try field.reader.heldScopes()
      return try store.peers().filter { !(fates[$0.replica]?.isSilent ?? false) }
        .compactMap { peer -> CentreConcern? in
          let held = granted[peer.replica] ?? []
          // Who helps in another commune's hamlet has members of its own.
          guard held.isDisjoint(with: communes),
            let pair = served.first(where: { held.contains($0.households) })
          else { return nil }
          let unit = map.first { $0.scope == pair.households }?.unit
          let isMapped = map.contains { $0.scope == pair.commune && $0.unit == unit }
          let area = labels[pair.commune] ?? "#\(pair.commune.rawValue)"
          let follows = try store.grantRules(of: peer.replica).contains { rule in
            guard rule.since <= time, time < rule.until ?? Timestamp(rawValue: .max) else {
              return false
            }
            // A rule for a scope alone brings no area along, whatever the unit holds.
            if case .scope = rule.target { return false }
            return try store.scopes(of: rule.target, on: day).contains(pair.households)
          }
          let assigned = isMapped || !follows ? nil : unit
          let command =
            assigned.map { "camtay-server unit assign \($0) --scope \(pair.commune.rawValue)" }
            ?? "camtay-server grant add \(ShellWord.option("laptop", peer.label)) "
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

  /// Hamlets that some laptop was let hold once and that none holds now: nobody can record there.
  func emptyHamletConcerns() throws -> [CentreConcern] {
    let empty = try hamletsWithoutLaptop()
    guard let first = empty.first else { return [] }
    let shown = empty.prefix(5).map { "“\($0.name)”" }.joined(separator: ", ")
    let more = empty.count > 5 ? ", … (\(empty.count))" : ""
    let place = ShellWord.option("place", first.code)
    let command = BilingualText(
      vi: "camtay-server grant add --laptop MÁY \(place)",
      en: "camtay-server grant add --laptop LAPTOP \(place)")
    return [
      CentreConcern(
        code: "hamlet-without-laptop",
        details: [
          "hamlets": String(empty.count),
          "places": empty.prefix(5).map(\.code).joined(separator: " "),
          "command": command.english,
        ],
        words: BilingualText(
          vi: "Không máy nào giữ \(shown)\(more): không ai ghi được ở đó; những gì đã gửi vẫn ở "
            + "trung tâm. Giao cho một máy: \(command.vietnamese)",
          en: "No laptop holds \(shown)\(more): nobody can record there; what was sent is at the "
            + "centre. To give it to a laptop: \(command.english)"))
    ]
  }

  /// A hamlet, as people call it and as they type it.
  struct EmptyHamlet: Sendable, Equatable {
    var name: String
    var code: String
  }

  /// The hamlets of today whose households a rule once reached and no laptop may hold now, by name.
  /// Those that nobody was ever given are no news.
  private func hamletsWithoutLaptop() throws -> [EmptyHamlet] {
    let fates = try laptopFates()
    return try inspect { field in
      let store = field.store
      let today = LocalDateTime(milliseconds: surroundings.clock().wall.rawValue).date
      let day = Int64(today.daysSince1970)
      let targets = Set(try store.grantRules().map(\.target))
      let once = Set(try store.scopes(of: targets, on: day).values.joined())
      let granted = try field.reader.heldScopes()
      let held = try store.peers().filter { !(fates[$0.replica]?.isSilent ?? false) }
        .reduce(into: Set<ScopeID>()) { $0.formUnion(granted[$1.replica] ?? []) }
      let given = once.subtracting(held)
      guard !given.isEmpty else { return [] }
      let map = try PlaceMap(field.reader)
      return try field.reader.places().filter { place in
        guard let scope = place.householdScope, given.contains(scope),
          map.scopes[scope]?.kind == .households, place.isValid(on: today)
        else { return false }
        // Whoever holds one part of a hamlet that several became can record in it.
        return !map.places.contains {
          $0.isSameHamlet(as: place) && $0.householdScope.map(held.contains) ?? false
        }
      }.map { EmptyHamlet(name: $0.name ?? $0.codeText, code: $0.codeText) }
    }
  }
}
