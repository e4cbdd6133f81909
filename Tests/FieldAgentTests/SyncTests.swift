import CommandLine
import FieldWork
import Foundation
import Replica
import SQLite
import Testing

@testable import FieldAgent

@Suite struct SyncTests {
  @Test func `two laptops and the centre end in one state`() throws {
    let centre = try TestCentre()
    let an = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    let binh = try TestLaptop(of: centre, "Trần Thị Bình", seed: 2)
    let household = try an.save("household", "add", "--place", "Xóm 1", "--name", "Hồ Văn Đức")
    let visit = try an.save("visit", "add", "--household", household, "--outcome", "met")
    for words in [["sync"], ["sync"]] { #expect(an.run(words).code == .done) }
    #expect(binh.run("sync").code == .done)
    _ = try binh.save(
      "assist", "add", "--visit", visit, "--service", "vneid", "--mode", "guided", "--outcome",
      "completed", "--evidence-kind", "spoken-confirmation", "--evidence", "Bình")
    let report = binh.run("sync", json: true)
    #expect(report.json?["status"]?["merged"] == report.json?["status"]?["written"])
    #expect(report.json?["differing_scopes"]?.arrayValue?.isEmpty == true)
    #expect(an.run("sync").code == .done)
    let counts = [an, binh].map { $0.run("count", "--by", "team,service", json: true).json }
    #expect(counts[0]?["total"] == counts[1]?["total"])
    #expect(counts[0]?["groups"] == counts[1]?["groups"])
    #expect(counts[0]?["total"]?["counted_assists"]?.integerValue == 1)
    let digests = [an, binh].map { $0.run("verify", json: true).json?["digests"] }
    #expect(digests[0] == digests[1] && digests[0] != nil)
    let central = try centre.with { records in
      let verification = try records.store.verify()
      #expect(verification.findings.isEmpty)
      return verification.digests.map { $0.digest.root.hexadecimal }
    }
    let laptop = digests[0]?.arrayValue?.compactMap { $0["digest"]?.textValue } ?? []
    #expect(Set(laptop).isSubset(of: Set(central)))
  }

  @Test func `an edit on both is listed as a conflict with both values`() throws {
    let centre = try TestCentre()
    let an = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    let binh = try TestLaptop(of: centre, "Trần Thị Bình", seed: 2)
    let code = try an.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    #expect(an.run("sync").code == .done && binh.run("sync").code == .done)
    _ = try an.save("household", "edit", code, "--name", "Hồ Văn Đức")
    _ = try binh.save("household", "edit", code, "--name", "Hồ Đức", "--phone", "0912345678")
    #expect(!an.run("sync").error.contains("conflict"))
    let met = binh.run("sync")
    #expect(met.code == .done && met.error.contains("1 new conflict; see"))
    #expect(an.run("sync").error.contains("1 new conflict; see"))
    // It is news once.
    #expect(!an.run("sync").error.contains("conflict"))
    for laptop in [an, binh] {
      let run = laptop.run("conflicts", json: true)
      #expect(run.code == .needsAttention)
      let conflicts = run.json?["conflicts"]?.arrayValue ?? []
      #expect(conflicts.count == 1 && run.json?["total"]?.integerValue == 1)
      #expect(conflicts.first?["code"]?.textValue == code)
      #expect(conflicts.first?["field"]?.textValue == "name")
      let values = conflicts.first?["values"]?.arrayValue ?? []
      #expect(Set(values.compactMap { $0["value"]?.textValue }) == ["Hồ Văn Đức", "Hồ Đức"])
      #expect(
        Set(values.compactMap { $0["author"]?.textValue }) == ["Nguyễn Văn An", "Trần Thị Bình"])
      #expect(laptop.run("conflicts", "show", code).output.contains("✓"))
      let status = laptop.run("status", json: true)
      #expect(status.json?["conflicts"]?.integerValue == 1)
      // As the listing that it sends people to.
      #expect(status.code == .needsAttention)
    }
  }

  @Test func `a sync speaks of a copied laptop and of objections as status does`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    _ = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "01/01/2028",
      "--allow-far-day")
    let first = laptop.run("sync", json: true).json?["warnings"]?.arrayValue ?? []
    #expect(first.map { $0["code"]?.textValue } == ["review"])
    let words = first.first?["message"]?.textValue ?? ""
    #expect(words.hasPrefix("1 entry of this laptop newly not accepted"), "\(words)")
    // It is news once.
    #expect(laptop.run("sync", json: true).json?["warnings"]?.arrayValue?.isEmpty == true)
    #expect(laptop.run("review", "list").code == .needsAttention)
    let connection = try Connection(
      path: laptop.home.storePath, mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute("INSERT INTO local_state (key, value) VALUES ('copied_at', 1)")
    connection.close()
    #expect(laptop.run("sync").error.contains("were copied to another one"))
  }

  @Test func `a sign-in page of the network is told from a damaged answer`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    centre.set(.isPortal)
    let run = laptop.run("sync", json: true)
    #expect(run.code == .needsAttention && run.failure == "web-page-answered")
    let code = try centre.issueCode("Trần Thị Bình")
    let other = try TestLaptop("Bình", seed: 2)
    let enrol = other.run("enroll", "--server", centre.address, "--code", code, json: true)
    #expect(enrol.failure == "web-page-answered")
    centre.set(.none)
    #expect(laptop.run("sync").code == .done)
    #expect(other.run("enroll", "--server", centre.address, "--code", code).code == .done)
  }

  @Test func `a code that several records bear is no mistake at the keyboard`() {
    let several = FieldError.severalRecords(code: "V-1", [])
    let unknown = FieldError.unknownPlace("x")
    #expect(OptionWords.failure([several], []).exitCode == .needsAttention)
    #expect(OptionWords.failure([several, unknown], []).exitCode == .userError)
    #expect(
      OptionWords.failure([several], [FieldProblem("date", .missing)]).exitCode == .userError)
  }

  @Test func `an area that stopped is told by status and sync with one next step`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let open = try laptop.open()
    let scope = try #require(try open.store.grantedScopes().last)
    try open.store.noteStopped([scope])
    #expect(try open.store.stoppedScopes().isEmpty)
    // The centre begins another life, in which the scope has not found its place.
    try open.store.connection.execute("UPDATE local_state SET value = 1 WHERE key = 'epoch'")
    let words = try StoppedWarning.all(open).map(\.words.english)
    #expect(words.count == 1 && words.first?.contains("camtay sync --start-over") == true)
    // Its rows came back, or it is held no longer: nothing is gone.
    let news = try SyncNews(before: open)
    try open.store.noteStopped([])
    #expect(try StoppedWarning.all(open).isEmpty)
    var report = SyncReport(status: try open.store.handOverStatus())
    open.store.givesUpRows = Set(try open.store.grantedScopes())
    #expect(try news.warnings(open, report).isEmpty)
    // What a person gave up is told, also where no sync before had stopped.
    report.outcome.scopesGivenUp = [scope]
    let told = try news.warnings(open, report, backup: "/home/copy")
    #expect(told.map(\.code) == ["started-over"])
    #expect(told.first?.words.english.contains("camtay restore '/home/copy' --force") == true)
  }

  @Test func `a stick with nothing for a laptop ends no warning of an area that stopped`() throws {
    let laptop = try TestLaptop(of: try TestCentre())
    do {
      let open = try laptop.open()
      let scope = try #require(try open.store.grantedScopes().last)
      try open.store.noteStopped([scope])
      try open.store.connection.execute("UPDATE local_state SET value = 1 WHERE key = 'epoch'")
      #expect(try open.store.stoppedScopes() == [scope])
    }
    let stick = "\(laptop.home.path)/stick"
    try FileManager.default.createDirectory(
      atPath: "\(stick)/camtay", withIntermediateDirectories: true)
    #expect(laptop.run("unpack", stick).code == .userError)
    #expect(try laptop.open().store.stoppedScopes().count == 1)
  }

  @Test func `starting over shows what would go, and keeps a backup or does nothing`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    // Where nothing stopped it is a sync like any other.
    let plain = laptop.run("sync", "--start-over", "--yes")
    #expect(plain.code == .done && plain.error.contains("No area had stopped"))
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ chỉ có ở đây")
    let scope = try #require(try laptop.open().store.grantedScopes().last)
    do {
      let open = try laptop.open()
      try open.store.noteStopped([scope])
      try open.store.connection.execute("UPDATE local_state SET value = 1 WHERE key = 'epoch'")
    }
    let preview = laptop.run("sync", "--start-over")
    #expect(preview.code == .needsAttention && preview.output.contains("This was a preview"))
    #expect(preview.output.contains("Not handed over yet: 1 entry"), "\(preview.output)")
    #expect(try laptop.open().store.handOverStatus().notHandedOver == 1)
    let json = try #require(laptop.run("sync", "--start-over", json: true).json)
    #expect(json["areas"]?.arrayValue?.first?["unsent_entries"] == 1)

    // A backup that cannot be made stops it before anything is sent.
    let path = "\(laptop.home.path)/before-start-over-1"
    try FileManager.default.createDirectory(
      atPath: "\(path).unchecked", withIntermediateDirectories: false)
    let refused = laptop.run("sync", "--start-over", "--yes")
    #expect(refused.code == .diskOrStick, "\(refused.code) \(refused.error)")
    #expect(refused.error.contains("nothing was sent and nothing given up"))
    #expect(try laptop.open().store.handOverStatus().notHandedOver == 1)
    try FileManager.default.removeItem(atPath: "\(path).unchecked")
    let run = laptop.run("sync", "--start-over", "--yes", json: true)
    #expect(run.json?["backup"]?.textValue == path)
    #expect(HomeFolder.exists(path))

    // One that is cut off tells where the backup lies all the same.
    do {
      let open = try laptop.open()
      try open.store.noteStopped([scope])
      try open.store.connection.execute("UPDATE local_state SET value = 1 WHERE key = 'epoch'")
    }
    centre.stop()
    let cut = laptop.run("sync", "--start-over", "--yes")
    #expect(cut.code != .done && cut.error.contains("The sync was cut off"), "\(cut.error)")
    #expect(cut.error.contains("before-start-over-2"))
  }

  @Test func `a sync that leaves something behind says what and why`() throws {
    let laptop = try TestLaptop(of: try TestCentre())
    let open = try laptop.open()
    let news = try SyncNews(before: open)
    var status = try open.store.handOverStatus()
    status.written += 2
    var report = SyncReport(status: status)
    #expect(report.needsAttention)
    let told = try news.warnings(open, report)
    #expect(told.map(\.code) == ["not-handed-over"])
    #expect(told.first?.words.english.contains("2 operations are not handed over yet") == true)
    status.written -= 2
    status.needsAttention = 1
    report.status = status
    #expect(report.needsAttention)
    #expect(try news.warnings(open, report).map(\.code) == ["held"])
  }

  @Test(arguments: [
    TestCentre.Fault.refuses, .losesAnswers, .garblesAnswers, .cutsAnswers,
  ])
  func `whatever breaks a round, data are safe and the next sync goes on`(
    fault: TestCentre.Fault
  ) throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    centre.set(fault)
    for _ in 0..<3 {
      let run = laptop.run("sync")
      #expect(run.code == .needsAttention || run.code == .damagedInput)
      #expect(run.error.contains("Your data are still on this laptop."))
    }
    _ = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    centre.set(.none)
    let status = laptop.run("sync", json: true).json?["status"]
    #expect(status?["not_handed_over"]?.integerValue == 0)
    #expect(laptop.run("verify").code == .done)
    let visits = try centre.with { try $0.reader.visits().count }
    #expect(visits == 1)
  }

  @Test func `without a network a sync says so and loses nothing`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    centre.stop()
    let run = laptop.run("sync", json: true)
    #expect(run.code == .needsAttention && run.failure == "web.cannot-connect")
    let status = laptop.run("status", json: true).json
    #expect(status?["not_handed_over"]?.integerValue == 1)
    #expect(laptop.run("household", "list", json: true).json?["households"]?.arrayValue?.count == 1)
  }

  @Test func `another centre is not believed`() throws {
    let centre = try TestCentre(seed: 1)
    let other = try TestCentre(seed: 2)
    let laptop = try TestLaptop(of: centre)
    let home = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    var configuration = try #require(try LaptopConfiguration.read(from: laptop.home))
    configuration.centreURL = other.address
    try configuration.write(to: laptop.home)
    let run = laptop.run("sync")
    #expect(run.code == .notAllowed || run.code == .refusedForSafety)
    #expect(run.error.contains("Your data are still on this laptop."))
    #expect(try other.with { try $0.reader.households() }.isEmpty)
    configuration.centreURL = centre.address
    try configuration.write(to: laptop.home)
    #expect(laptop.run("sync").code == .done)
    #expect(try centre.with { try $0.reader.households().map(\.codeText) } == [home])
  }

  @Test func `a laptop gets only what it is granted`() throws {
    let centre = try TestCentre()
    let an = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    let cuong = try TestLaptop(of: centre, "Lò Văn Cường", seed: 2)
    let code = try an.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    #expect(an.run("sync").code == .done && cuong.run("sync").code == .done)
    #expect(cuong.run("household", "show", code, json: true).failure == "record-not-found")
    #expect(
      cuong.run("household", "list", json: true).json?["households"]?.arrayValue?.isEmpty == true)
  }

  @Test func `clocks in 2019 and 2031 harm neither dates nor order`() throws {
    let centre = try TestCentre()
    let an = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    let binh = try TestLaptop(of: centre, "Trần Thị Bình", seed: 2)
    let code = try an.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    #expect(an.run("sync").code == .done)
    an.machine.setWall(daysOff: -2_650)
    binh.machine.setWall(daysOff: 1_700)
    for laptop in [an, binh] {
      // A restart with a wrong clock: nothing dates a visit until the centre was heard again.
      laptop.machine.restart()
      let untold = laptop.run(
        "visit", "add", "--household", code, "--outcome", "met", json: true)
      #expect(untold.code == .userError)
      #expect(laptop.run("sync").code == .done)
      let status = laptop.run("status", json: true).json
      #expect(status?["clock_checked"] == .bool(true))
      let codes = status?["warnings"]?.arrayValue?.compactMap { $0["code"]?.textValue }
      #expect(codes?.contains("clock-off") == true)
      let visit = try laptop.save("visit", "add", "--household", code, "--outcome", "met")
      let shown = laptop.run("visit", "show", visit, json: true).json
      #expect(shown?["date"]?.textValue == "2026-11-18")
      #expect(shown?["created_at"]?.textValue?.hasPrefix("2026-11-18") == true)
    }
    _ = try binh.save("household", "edit", code, "--name", "Ghi bởi máy 2031")
    #expect(binh.run("sync").code == .done && an.run("sync").code == .done)
    _ = try an.save("household", "edit", code, "--name", "Ghi sau, bởi máy 2019")
    #expect(an.run("sync").code == .done && binh.run("sync").code == .done)
    for laptop in [an, binh] {
      let shown = laptop.run("household", "show", code, json: true).json
      #expect(shown?["name"]?.textValue == "Ghi sau, bởi máy 2019")
      #expect(laptop.run("conflicts").code == .done)
      let count = laptop.run("count", "--period", "2026-11", json: true).json
      #expect(count?["total"]?["visits"]?.integerValue == 2)
    }
  }
}
