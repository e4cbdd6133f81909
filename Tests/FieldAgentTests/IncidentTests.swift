import CommandLine
import Replica
import SQLite
import Testing

@testable import FieldAgent

@Suite struct IncidentTests {
  private let centre: TestCentre
  private let laptop: TestLaptop

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hồ Văn Đức")
    try #require(laptop.run("sync").code == .done)
  }

  private func damage() throws {
    let connection = try Connection(
      path: laptop.home.storePath, mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute("UPDATE household SET name = CAST('hỏng' AS BLOB)")
    connection.close()
  }

  private func states() -> [String?] {
    laptop.run("status", json: true).json?["scopes"]?.arrayValue?
      .map { $0["state"]?.textValue } ?? []
  }

  @Test func `status says of each scope whether it was compared and when`() throws {
    #expect(states() == ["equal", "equal", "equal"])
    let shown = laptop.run("status").output
    #expect(shown.contains("3 scopes equal to the centre (compared 18/11/2026"))
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Lò Thị Hoa")
    let scopes = laptop.run("status", json: true).json?["scopes"]?.arrayValue ?? []
    let waiting = scopes.filter { $0["state"]?.textValue == "not-comparable" }
    #expect(waiting.count == 1 && waiting.first?["label"]?.textValue == "Xóm 1")
    #expect(waiting.first?["reason"]?.textValue == "unsent")
    #expect(waiting.first?["compared_at"]?.textValue?.hasPrefix("2026-11-18") == true)
    #expect(laptop.run("status").output.contains("Scope Xóm 1: not comparable"))
  }

  @Test func `verify finds a damaged row, sync mends it, and the incident is listed`() throws {
    #expect(laptop.run("incident", "list").output.contains("no incidents"))
    try damage()
    for depth in [[], ["--deep"]] {
      let run = laptop.run(["verify"] + depth, json: true)
      #expect(run.code == .needsAttention)
      let codes = run.json?["findings"]?.arrayValue?.compactMap { $0["code"]?.textValue } ?? []
      #expect(codes.contains("digest-differs-from-rows"))
      #expect(codes.contains("heads-untraced") == !depth.isEmpty)
    }
    // What verification has found does not wait for its turn.
    let sync = laptop.run("sync", json: true)
    #expect(sync.code == .done)
    #expect(sync.json?["repaired_scopes"]?.arrayValue?.count == 1)
    #expect(laptop.run("household", "list").output.contains("Hồ Văn Đức"))
    #expect(laptop.run("verify", "--deep").code == .done)
    #expect(states() == ["equal", "equal", "equal"])
    let listed = laptop.run("incident", "list", json: true)
    #expect(listed.code == .done)
    let kinds = listed.json?["incidents"]?.arrayValue?.compactMap { $0["kind"]?.textValue }
    #expect(kinds == ["sums-wrong", "digest-differs", "repaired"])
    #expect(
      listed.json?["incidents"]?.arrayValue?.last?["software"]?.textValue
        == "\(FieldAgent.program) \(FieldAgent.version)")
    let status = laptop.run("status", json: true).json
    #expect(status?["incidents"]?.integerValue == 3)
    #expect(laptop.run("sync").code == .done)
    #expect(try centre.with { try $0.store.peerProofs().map(\.incidents) } == [3])
  }

  @Test func `people are told what was mended and that nothing is lost`() throws {
    try damage()
    _ = laptop.run("verify")
    #expect(laptop.run("sync").error.contains("unsent work was kept"))
    #expect(laptop.run("status").output.contains("nothing is lost"))
    let english = laptop.run("incident", "list").output
    #expect(english.contains("unsent work was kept") && english.contains("Delete nothing"))
  }
}
