import FieldWork
import Foundation
import MountedDisk
import Replica
import Testing

@testable import FieldAgent

/// Packing for a stick and taking in from one by the laptop's pages, in real folders.
@Suite struct StickPageTests {
  let centre: TestCentre
  let laptop: TestLaptop
  let desk: TestDesk
  let stick: TemporaryFolder

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    try #require(laptop.run("sync").code == .done)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Lan")
    desk = try TestDesk(laptop)
    stick = try TemporaryFolder()
  }

  /// Presses a button, lets it be done, and shows what became of it.
  private func press(_ act: String, _ fields: [(String, String)] = []) throws -> String {
    let answer = try desk.post("/sticks", [("act", act)] + fields)
    try #require(answer.location == "/sticks/progress", "\(answer)")
    #expect(try desk.get("/sticks/progress").text.contains("data-live=\"/sticks/progress/live\""))
    desk.sticks.look()
    let page = try desk.get("/sticks/progress").text
    #expect(!page.contains("data-live=\"/sticks/progress/live\""))
    return page
  }

  private func folder(_ path: String? = nil) -> [(String, String)] {
    [("folder", path ?? stick.path)]
  }

  private func files() throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(stick.path)/camtay")
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, Array(try Data(contentsOf: URL(filePath: "\(stick.path)/camtay/\($0)"))))
      })
  }

  @Test func `records go to the stick, their receipts come back by it, and the page tells both`()
    throws
  {
    #expect(try desk.get("/today").text.contains("href=\"/sticks\""))
    #expect(try desk.get("/send").text.contains("href=\"/sticks\""))
    let page = try desk.get("/sticks").text
    #expect(page.contains("2 records not confirmed by the centre"), "\(page)")

    let packed = try press("pack", folder())
    #expect(packed.contains("2 records written") && packed.contains("pack number 1"))
    #expect(packed.contains("read back and compared"))
    let names = try files().keys
    #expect(names.count == 2 && names.allSatisfy { packed.contains($0) })
    // A folder beside the home is on the same disk, and that is said.
    #expect(
      packed.contains("own disk and not on a stick") && !packed.contains("can remove the stick"))

    let onItsWay = "2 records on a stick since 18/11/2026, not yet confirmed by the centre"
    for path in ["/today", "/sticks"] { #expect(try desk.get(path).text.contains(onItsWay)) }
    _ = try desk.use { laptop in
      try laptop.writing { records, clock in
        try records.addHousehold(
          HouseholdDraft(place: try records.reader.findPlace("Xóm 1").id, name: "Mới"),
          author: laptop.member(named: nil), clock: clock)
      }
    }
    #expect(try desk.get("/today").text.contains("not yet sent: 1 record · \(onItsWay)"))
    let send = try desk.get("/send").text
    let carried = try #require(
      send.components(separatedBy: "<section ").first { $0.contains("id=\"carried\"") })
    #expect(carried.contains("Đức") && carried.contains("Lan") && !carried.contains("Mới"))

    #expect(try centre.takeIn(from: stick.path) == 1)
    try centre.writeReturn(to: stick.path)
    let taken = try press("take", folder())
    #expect(taken.contains("Return number 1: taken in."), "\(taken)")
    #expect(taken.contains("The centre confirmed 2 records"))
    #expect(try !desk.get("/today").text.contains("on a stick since"))

    // The same step does both, and what came before does no harm.
    let again = try press("pack", folder())
    #expect(again.contains("taken in.") && again.contains("1 record written"), "\(again)")
    try centre.takeIn(from: stick.path)
    try centre.writeReturn(to: stick.path)
    #expect(try press("pack", folder()).contains("There is nothing new to hand over"))
    #expect(try desk.get("/sticks").text.contains("No record waits to be handed over"))
    #expect(try desk.get("/today").text.contains("everything is sent"))
    #expect(try desk.get("/sticks").text.contains("The last time ("))
  }

  @Test func `a newer program on a stick is offered, put in place, and the one before comes back`()
    throws
  {
    let program = try TestProgram()
    let desk = try TestDesk(laptop, isNew: false, desktop: program.desktop)
    func press(_ fields: [(String, String)]) throws -> String {
      let answer = try desk.post("/sticks", fields)
      try #require(answer.location == "/sticks/progress", "\(answer)")
      desk.sticks.look()
      return try desk.get("/sticks/progress").text
    }
    let page = try desk.get("/sticks").text
    #expect(page.contains("This laptop runs version 0.1.0") && page.contains("fetch-program"))
    #expect(!page.contains("go-back"))
    let update = [("act", "update")] + folder()
    #expect(try press(update).contains("There is no newer program there."))
    #expect(try press([("act", "fetch-program")]).contains("There is no newer program there."))
    #expect(try press([("act", "go-back")]).contains("There is no program to go back to."))

    try centre.writeProgram("0.2.0", to: stick.path)
    let put = try press(update)
    #expect(put.contains("Updated to version 0.2.0."))
    #expect(put.contains("Go back to the version before"), "\(put)")
    #expect(TestProgram.version(of: program.path) == "camtay 0.2.0")
    // The pages run the old one still: what is in place already is not taken for newer.
    #expect(try press(update).contains("Version 0.2.0 is in place already"))
    #expect(try desk.get("/sticks").text.contains("Go back to the version before (0.1.0)"))
    #expect(try press([("act", "go-back")]).contains("The program before the update is in place"))
    #expect(TestProgram.version(of: program.path) == "camtay 0.1.0")

    let stranger = try TestCentre(seed: 99)
    let other = try TemporaryFolder()
    try stranger.writeProgram("0.3.0", to: other.path)
    let refused = try press([("act", "update"), ("folder", other.path)])
    #expect(refused.contains("is not signed by this laptop"))
    #expect(TestProgram.version(of: program.path) == "camtay 0.1.0")
    #expect(try desk.get("/today").status == 200)
  }

  @Test func `what is for others is taken along, told, and put onto another stick`() throws {
    let other = try TestLaptop(of: centre, "Trần Thị Bình", seed: 78)
    try #require(other.run("sync").code == .done)
    try #require(other.run("pack", "--to", stick.path).code == .done)
    #expect(try desk.get("/sticks").text.contains("This laptop carries nothing for others."))
    #expect(try !desk.get("/send").text.contains("still carries"))

    let taken = try press("carry", folder())
    #expect(taken.contains("1 bundle taken along (carried already: 0)"), "\(taken)")
    let page = try desk.get("/sticks").text
    #expect(page.contains("This laptop carries 1 bundle for others"), "\(page)")
    #expect(page.contains("since 18/11/2026") && page.contains("value=\"send\""))
    #expect(!page.contains("Bình"))
    #expect(try desk.get("/send").text.contains("still carries 1 bundle for others"))
    #expect(try press("carry", folder()).contains("0 bundles taken along (carried already: 1)"))

    let further = try TemporaryFolder()
    let given = try press("give", folder(further.path) + [("forget", "1")])
    #expect(given.contains("1 bundle put onto the stick, read back and compared"), "\(given)")
    #expect(given.contains("carries 0 still"))
    #expect(try desk.get("/sticks").text.contains("This laptop carries nothing for others."))
    #expect(try centre.takeIn(from: further.path) == 1)
    let nowhere = try press("carry", folder("\(stick.path)/nowhere"))
    #expect(nowhere.contains("There is no folder"), "\(nowhere)")
  }

  @Test func `while a stick is written, records are made on the pages`() throws {
    // An order that waits is under way: what else is asked for is none.
    _ = try desk.post("/sticks", [("act", "pack")] + folder())
    let other = try TemporaryFolder()
    _ = try desk.post("/sticks", [("act", "pack")] + folder(other.path))
    desk.sticks.look()
    #expect(try files().count == 2)
    #expect(!FileManager.default.fileExists(atPath: "\(other.path)/camtay"))
  }

  @Test func `what is wrong with a stick is said in its own words, and all is where it was`() throws
  {
    func waiting() throws -> Int { try desk.use { try $0.standing().unsentRecords } }
    func fails(
      _ act: String, _ path: String, _ words: String, safe: String = "Nothing on this machine was",
      _ location: SourceLocation = #_sourceLocation
    ) throws {
      let page = try press(act, folder(path))
      #expect(page.contains(words) && page.contains(safe), "\(page)", sourceLocation: location)
      #expect(!page.contains("can remove the stick"), sourceLocation: location)
      #expect(try waiting() == 2, sourceLocation: location)
    }
    try fails("pack", "\(stick.path)/nowhere", "There is no folder")
    try fails("take", stick.path, "this stick was not used to hand over")
    let file = "\(stick.path)/tệp"
    try HomeFolder.write(path: file, [1])
    try fails("pack", file, "is no folder")

    _ = try press("pack", folder())
    try fails(
      "take", stick.path, "Only what this laptop packed itself", safe: "Nothing was changed")
    let other = try TestLaptop(of: centre, "Trần Thị Bình", seed: 77)
    let foreign = try TemporaryFolder()
    try #require(other.run("sync").code == .done)
    try #require(other.run("pack", "--to", foreign.path).code == .done)
    try fails("take", foreign.path, "1 bundle on the stick for others", safe: "Nothing was changed")

    for typed in ["", "USB", "../etc"] {
      let page = try desk.post("/sticks", [("act", "pack"), ("folder", typed)])
      #expect(page.status == 422 && page.text.contains("Type the whole path"), "\(typed)")
    }
    let gone = try desk.post("/sticks", [("act", "pack"), ("stick", "/etc")])
    #expect(gone.status == 422 && gone.text.contains("not to be seen any more"))
    #expect(try desk.post("/sticks", [("act", "format")]).status == 422)
  }

  @Test(.enabled(if: MountedDisk.FileSystem.tmpfs.isPossible, "mounting a tmpfs needs root"))
  func `a stick in the machine is listed with what can be done with it`() throws {
    let stick = try MountedDisk(.tmpfs, kilobytes: 400, in: "/mnt")
    let place = [("stick", stick.path)]
    let page = try desk.get("/sticks").text
    let name = stick.path.dropFirst("/mnt/".count)
    #expect(page.contains("<h3>\(name)</h3>") && page.contains("tmpfs · free: 0 MB"), "\(page)")
    #expect(page.contains("Pack for “\(name)”") && page.contains("Only take in from “\(name)”"))
    let packed = try press("pack", place)
    #expect(packed.contains("2 records written") && packed.contains("You can remove the stick."))

    try centre.takeIn(from: stick.path)
    try centre.writeReturn(to: stick.path)
    try stick.lock()
    let locked = try desk.get("/sticks").text
    #expect(locked.contains("Read-only: it can be taken in from, not written"))
    #expect(!locked.contains("Pack for “\(name)”"))
    #expect(try press("take", place).contains("The centre confirmed 2 records"))
    // Whoever asks all the same is refused, and hears what was taken in.
    let refused = try press("pack", place)
    #expect(refused.contains("The stick is read-only.") && refused.contains("taken in."))

    stick.pullOut()
    let gone = try desk.post("/sticks", [("act", "pack")] + place)
    #expect(gone.status == 422 && gone.text.contains("Your data are on this laptop"))
  }

  @Test(
    .enabled(
      if: MountedDisk.FileSystem.exFAT.isPossible, "exFAT needs root, exfat-fuse and exfatprogs"))
  func `a stick whose file system died is told as pulled out, and put in again it is whole`() throws
  {
    let stick = try MountedDisk(.exFAT, kilobytes: 12_288, in: "/mnt")
    let place = [("stick", stick.path)]
    #expect(try press("pack", place).contains("2 records written"))
    stick.pullOut()
    // The list of sticks stands without it.
    #expect(try desk.get("/sticks").status == 200)
    for act in ["pack", "take"] {
      for chosen in [place, [("folder", stick.path)]] {
        let gone = try press(act, chosen)
        #expect(gone.contains("pulled out"), "\(act): \(gone)")
        #expect(gone.contains("Nothing on this machine was lost or changed"), "\(act)")
      }
    }
    try stick.putIn()
    try centre.takeIn(from: stick.path)
    try centre.writeReturn(to: stick.path)
    #expect(try press("take", place).contains("The centre confirmed 2 records"))
  }

  @Test(.enabled(if: MountedDisk.FileSystem.tmpfs.isPossible, "mounting a tmpfs needs root"))
  func `a stick that is full is said to be, and holds nothing of a pack`() throws {
    let stick = try MountedDisk(.tmpfs, kilobytes: 8, in: "/mnt")
    #expect(try desk.get("/sticks").text.contains("Too full: about "))
    let page = try press("pack", [("stick", stick.path)])
    #expect(
      page.contains("The stick is full") && page.contains("or use another one, and try again"))
    #expect(page.contains("Nothing on this machine was lost or changed"))
    let left = try FileManager.default.contentsOfDirectory(atPath: "\(stick.path)/camtay")
    #expect(left.isEmpty, "\(left)")
    #expect(try desk.use { try $0.standing().unsentRecords } == 2)
  }

  @Test func `a return that was damaged, cut or is of a later version says what to ask for`() throws
  {
    _ = try press("pack", folder())
    _ = try centre.takeIn(from: stick.path)
    let part = try #require(try centre.writeReturn(to: stick.path).first)
    let path = "\(stick.path)/camtay/\(part)"
    let sound = try Data(contentsOf: URL(filePath: path))

    var changed = sound
    changed[300] ^= 1
    try changed.write(to: URL(filePath: path))
    let damaged = try press("take", folder())
    #expect(damaged.contains("Damaged: part 1 of 1"), "\(damaged)")
    #expect(damaged.contains("Nothing of this bundle was taken in"))
    #expect(damaged.contains("ask for it to be packed again"))

    try FileManager.default.removeItem(atPath: path)
    #expect(try press("take", folder()).contains("Missing: part 1 of 1"))

    // The records are packed all the same.
    #expect(try press("pack", folder()).contains("2 records written"))
    try sound.write(to: URL(filePath: path))
    #expect(try press("take", folder()).contains("The centre confirmed 2 records"))
  }

  @Test func `without a stick the browser takes the pack away and brings the return`() throws {
    let made = try press("download")
    let ways = made.matches(of: /href="(\/sticks\/files\/([^"]+))" download/)
    #expect(ways.count == 2 && made.contains("Pack number 1 is ready: 2 records"), "\(made)")
    try HomeFolder.makeFolders("\(stick.path)/camtay")
    for way in ways {
      try HomeFolder.write(
        path: "\(stick.path)/camtay/\(way.2)", try desk.bytes(String(way.1)))
    }
    #expect(try desk.get("/sticks/files/AAAAAAAA.000").status == 404)
    #expect(try centre.takeIn(from: stick.path) == 1)
    let names = try centre.writeReturn(to: stick.path)
    let answer = try files().filter { names.contains($0.key) }
    let begun = try desk.upload(
      "/sticks/files", "file", answer.map { ($0.key.lowercased(), $0.value) })
    #expect(begun.location == "/sticks/progress", "\(begun)")
    desk.sticks.look()
    #expect(try desk.get("/sticks/progress").text.contains("The centre confirmed 2 records"))
    let foreign = try desk.upload("/sticks/files", "file", [("anh.jpg", [1, 2, 3])])
    #expect(foreign.status == 422 && foreign.text.contains("belong to no bundle"))
    #expect(try desk.upload("/sticks/files", "file", []).status == 422)
  }

  @Test func `practice packs nothing and takes nothing in, and says so`() throws {
    _ = try desk.post("/more/practice/start")
    for page in [try desk.get("/practice/sticks"), try desk.sent("/practice/sticks", folder())] {
      #expect(page.text.contains("This is practice: nothing is sent"), "\(page.status)")
    }
    #expect(!FileManager.default.fileExists(atPath: "\(stick.path)/camtay"))
  }
}
