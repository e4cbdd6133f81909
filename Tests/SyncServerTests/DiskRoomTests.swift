import CommandLine
import Testing

@testable import SyncServer

@Suite struct DiskRoomTests {
  @Test func `a centre whose disk is nearly full says so until room is freed`() throws {
    let run = try CommandRun(seed: 61)
    try #require(run("init", "--place", "17713").exit == .done)
    run.leave(freeBytes: 500_000_000)
    #expect(run("status").exit == .done)
    run.leave(freeBytes: 500_000_000 - 1)
    let low = run("status")
    #expect(low.exit == .needsAttention && low.out.contains("Only 499 MB are left on the disk"))
    run.leave(freeBytes: 0)
    let full = run("status", "--json")
    #expect(full.exit == .needsAttention)
    #expect(
      try full.json()["concerns"]?.arrayValue?.contains { $0["code"] == "disk-low" } == true)
    #expect(run.run(["status"], language: "vi").out.contains("Đĩa chỉ còn 0 MB"))
  }
}
