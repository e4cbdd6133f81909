import CommandLine
import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

@Suite struct ScopeHandBackTests {
  /// The hamlet's scope is taken back from a laptop; its commune's scope stays.
  private func takeBack(from laptop: TestLaptop, at centre: TestCentre) throws -> ScopeID {
    let replica = try laptop.open().store.identity.replica
    return try centre.with { records in
      let households = try records.store.connection.integer(
        "SELECT household_scope FROM place WHERE name = 'Xóm 1'")
      let scope = try #require(ScopeID(rawValue: households))
      let rule = try #require(
        try records.store.grantRules(of: replica).first { $0.target == .scope(scope) })
      try records.store.endGrant(rule.id, at: centre.machine.surroundings.clock().wall)
      return scope
    }
  }

  @Test func `an area that is taken back is sent, shown, and gone once a backup holds it`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    let one = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ một")
    let scope = try takeBack(from: laptop, at: centre)
    let first = laptop.run("sync", json: true)
    #expect(first.json?["status"]?["merged"]?.integerValue == 1)
    let told = first.json?["warnings"]?.arrayValue?.first
    #expect(told?["code"]?.textValue == "scope-leaving")
    // The deadline of 30 days, and what to do until then.
    #expect(told?["message"]?.textValue?.contains("18/12/2026") == true)
    #expect(told?["message"]?.textValue?.contains("camtay sync") == true)
    let listed = laptop.run("scope", "list", json: true)
    #expect(listed.code == .needsAttention)
    let states = listed.json?.arrayValue?.compactMap { $0["state"]?.textValue } ?? []
    #expect(states.sorted() == ["being-handed-back", "held"])
    #expect(laptop.run("status").output.contains("being handed back"))
    let refused = laptop.run("household", "add", "--place", "Xóm 1", "--name", "Hộ hai", json: true)
    #expect(refused.code == .notAllowed && refused.failure == "scope-not-held")
    let code = try laptop.open().records.reader.findPlace("Xóm 1").codeText
    let byCode = laptop.run("household", "add", "--place", code, "--name", "Hộ hai", json: true)
    #expect(byCode.code == .notAllowed && byCode.failure == "scope-not-held")
    let seen = laptop.run("observation", "add", "--household", one, "--kind", "vneid")
    #expect(seen.error.contains("being handed back") && seen.error.contains("Level"))
    let elsewhere = laptop.run(
      "household", "add", "--place", "Xóm 2", "--name", "Hộ hai", json: true)
    #expect(elsewhere.code == .notAllowed && elsewhere.failure == "place-not-held")
    let nowhere = laptop.run("household", "add", "--place", "Xóm 9", "--name", "A", json: true)
    #expect(nowhere.code == .userError && nowhere.failure == "place-unknown")
    let early = laptop.run("scope", "export", String(scope.rawValue), json: true)
    #expect(early.code == .refusedForSafety && early.failure == "scope-not-due")

    // It confirms; then a backup is made; then it lets go.
    #expect(laptop.run("sync").code == .done)
    try centre.with { records in
      try records.store.markDurable(
        through: [scope: try records.store.cursor(scope).arrival], at: Timestamp(rawValue: 1))
    }
    let last = laptop.run("sync", json: true)
    #expect(last.json?["scopes_let_go"]?.arrayValue?.count == 1)
    #expect(laptop.run("scope", "list").code == .done)
    #expect(laptop.run("household", "list").output.contains("Hộ một") == false)
    #expect(laptop.run("verify").code == .done)
    #expect(laptop.run("status", json: true).json?["written"]?.integerValue == 1)
  }

  @Test func `an area that was exported before is said to be so, with its files`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ một")
    let scope = String(try takeBack(from: laptop, at: centre).rawValue)
    #expect(laptop.run("sync").code == .done)
    laptop.machine.pass(hours: 31 * 24)
    #expect(laptop.run("scope", "export", scope).code == .needsAttention)
    let again = laptop.run("scope", "export", scope)
    #expect(again.code == .refusedForSafety)
    #expect(again.error.contains("\(laptop.home.path)/scope-\(scope)-1.camtay"))
  }

  @Test func `compaction says what it would drop and keeps every record`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ một")
    #expect(laptop.run("sync").code == .done)
    #expect(laptop.run("compact", json: true).json?["batches"]?.integerValue == 0)
    try centre.with { records in
      var arrivals: [ScopeID: UInt64] = [:]
      for scope in try records.store.knownScopes() {
        arrivals[scope] = try records.store.cursor(scope).arrival
      }
      try records.store.markDurable(through: arrivals, at: Timestamp(rawValue: 1))
    }
    #expect(laptop.run("sync").code == .done)
    let planned = laptop.run("compact", "--dry-run", json: true)
    #expect((planned.json?["batches"]?.integerValue ?? 0) > 0)
    #expect(laptop.run("compact", json: true).json?["batches"] == planned.json?["batches"])
    #expect(laptop.run("household", "list").output.contains("Hộ một"))
    #expect(laptop.run("verify").code == .done)
    #expect(laptop.run("sync").code == .done)
  }

  @Test func `a laptop that holds no area says so, who can give it one, and what is safe`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    let add = ["household", "add", "--place", "Xóm 1", "--name", "Hộ một"]
    #expect(laptop.run(add).code == .done)
    let replica = try laptop.open().store.identity.replica
    let scopes = try centre.with { records in
      let time = centre.machine.surroundings.clock().wall
      let scopes = try records.store.grantedScopes(of: replica)
      for rule in try records.store.grantRules(of: replica) {
        try records.store.endGrant(rule.id, at: time)
      }
      return scopes
    }
    #expect(laptop.run("status").code == .done)
    #expect(laptop.run("sync").code == .done)
    try centre.with { records in
      let marks = try scopes.map { ($0, try records.store.cursor($0).arrival) }
      try records.store.markDurable(
        through: Dictionary(uniqueKeysWithValues: marks), at: Timestamp(rawValue: 1))
    }
    for _ in 0..<2 { #expect(laptop.run("sync").error.contains("hold no area")) }
    let refused = laptop.run(add, json: true)
    #expect(refused.code == .refusedForSafety && refused.failure == "no-area")
    #expect(refused.error.contains("camtay-server grant add --laptop"))
    #expect(refused.error.contains("safe at the centre"))
    #expect(!refused.error.contains("Run “camtay sync” once"))
    let status = laptop.run("status", json: true)
    #expect(status.code == .needsAttention)
    let warnings = status.json?["warnings"]?.arrayValue?.compactMap { $0["code"]?.textValue }
    #expect(warnings == ["no-area"])

    // What the coordinator gives is worked on as before.
    try centre.with { records in
      try records.store.grant(
        scopes, to: replica, at: centre.machine.surroundings.clock().wall)
    }
    for _ in 0..<2 { #expect(laptop.run("sync").code == .done) }
    #expect(laptop.run("status").code == .done)
    #expect(laptop.run(add + ["--new"]).code == .done)
  }
}
