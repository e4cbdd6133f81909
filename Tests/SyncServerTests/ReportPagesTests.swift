import Testing

@testable import SyncServer

@Suite struct ReportPagesTests {
  @Test func `the coordinator sees who has not reported, the trainer no laptop and no name`() throws
  {
    let world = try CentreWorld(seed: 71)
    let laptop = try world.enrolLaptop("máy-của-An", member: "Nguyễn Văn An")
    try laptop.sync()
    try laptop.addHousehold("Hộ Bí Mật")
    try laptop.sync()
    let trainerPassword = try world.centre.addAccount("trainer", role: .trainer)
    func page(_ path: String, _ name: String, _ password: String) throws -> String {
      let cookie = try #require(try world.signIn(name, password))
      let response = try world.get(path, cookie: cookie)
      #expect(response.status == 200)
      return String(decoding: response.body, as: UTF8.self)
    }
    let coordinator = try page("/coordinator", "coordinator", world.password)
    #expect(coordinator.contains("máy-của-An") && coordinator.contains("Tổ Xóm 1"))
    let trainer = try page("/trainer?period=year", "trainer", trainerPassword)
    #expect(trainer.contains("Tổ Xóm 1"))
    for hidden in ["máy-của-An", "Nguyễn Văn An", "Hộ Bí Mật"] {
      #expect(!trainer.contains(hidden), "\(hidden)")
    }
  }
}
