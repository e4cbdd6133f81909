import FieldAgent
import Testing

@Suite struct BusyCentreTests {
  @Test func `a laptop comes back when a busy centre asks it to and hands over all`() throws {
    let centre = try TestCentre()
    let an = try TestLaptop(of: centre)
    _ = try an.save("household", "add", "--place", "Xóm 1", "--name", "Hồ Văn Đức")
    centre.set(.isBusy(times: 3))
    var waited: [Int] = []
    let laptop = try an.open()
    let report = try SyncRounds(laptop, over: CentreClient(laptop.configuration)) {
      waited.append($0)
    }.run()
    #expect(waited == [3, 2, 1])
    #expect(report.status.notHandedOver == 0 && report.handedOver > 0)
  }

  @Test func `a centre that stays busy is given up with nothing lost`() throws {
    let centre = try TestCentre()
    let an = try TestLaptop(of: centre)
    _ = try an.save("household", "add", "--place", "Xóm 1", "--name", "Hồ Văn Đức")
    centre.set(.isBusy(times: 100))
    var waits = 0
    do {
      let laptop = try an.open()
      #expect(throws: AgentError.self) {
        try SyncRounds(laptop, over: CentreClient(laptop.configuration)) { _ in waits += 1 }.run()
      }
    }
    #expect(waits == SyncRounds.busyLimit)
    centre.set(.none)
    let sync = an.run("sync", json: true)
    #expect(sync.code == .done)
    #expect(sync.json?["status"]?["merged"] == sync.json?["status"]?["written"])
  }

  @Test func `a centre without room is no wrong address, and the next sync hands everything over`()
    throws
  {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ một")
    centre.set(.diskIsFull)
    let full = laptop.run("sync", json: true)
    #expect(full.code == .needsAttention && full.failure == "centre-disk-full")
    #expect(laptop.run("sync").error.contains("still on this laptop"))
    centre.set(.none)
    #expect(laptop.run("sync").code == .done)
    #expect(laptop.run("status", json: true).json?["merged"]?.integerValue == 1)
  }
}
