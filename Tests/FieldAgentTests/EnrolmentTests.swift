import CommandLine
import Foundation
import Replica
import Testing

@testable import FieldAgent

@Suite struct EnrolmentTests {
  private static let recording: [[String]] = [
    ["household", "add", "--place", "Xóm 1", "--name", "An"], ["household", "edit", "H-1"],
    ["resident", "add", "--name", "An"], ["resident", "edit", "R-1"], ["visit", "add"],
    ["visit", "edit", "V-1"], ["visit", "void", "V-1", "--reason", "x"], ["assist", "add"],
    ["submission", "add"], ["submission", "event", "S-1"], ["sync"], ["count"], ["status"],
  ]

  @Test(arguments: recording) func `before enrolment nothing is recorded and the way on is shown`(
    words: [String]
  ) throws {
    let laptop = try TestLaptop()
    #expect(laptop.run("init").code == .done)
    let run = laptop.run(words)
    #expect(run.code == .refusedForSafety)
    #expect(run.error.contains("camtay enroll --server"))
    #expect(laptop.run(words, json: true).failure == "not-enrolled")
    #expect(!laptop.home.hasStore)
  }

  @Test func `reference data and help need no home`() throws {
    let laptop = try TestLaptop()
    let guide = laptop.run("guide", "birth", json: true)
    #expect(guide.json?["procedures"]?.arrayValue?.first?["code"]?.textValue == "1.001193")
    let sources = laptop.run("guide", "--sources")
    #expect(sources.output.contains("Permission is hereby granted"))
    let listed = laptop.run("guide", "--sources", json: true).json?["sources"]?.arrayValue ?? []
    #expect(
      listed.count == 4 && listed.allSatisfy { $0["copyright"]?.arrayValue?.isEmpty == false })
    #expect(laptop.run("guide", json: true).failure == "query-missing")
    // Neither does the history of a place; the list of communes is in the program.
    let history = laptop.run("place", "history", "Đại Đồng", json: true)
    #expect(history.code == .done)
    #expect(
      history.json?.arrayValue?.contains { $0["code"] == "17713" && $0["name"] == "Thị trấn Dùng" }
        == true)
    #expect(laptop.run("place", "history", "99999").code == .userError)
    let places = laptop.run("place", "find", "duc", "dong", json: true)
    #expect(places.json?["places"]?.arrayValue?.first?["name"]?.textValue == "Xã Đức Đồng")
    #expect(laptop.run("version").output.contains(FieldAgent.version))
    #expect(laptop.run("help").output.contains("household add"))
    #expect(access(laptop.home.path, F_OK) != 0)
  }

  @Test func `a code lets a laptop in and brings hamlets and members`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop()
    let run = laptop.run(
      "enroll", "--server", centre.address + "/", "--code", try centre.issueCode().lowercased(),
      json: true)
    #expect(run.code == .done)
    #expect(run.json?["member_name"]?.textValue == "Nguyễn Văn An")
    let places = laptop.run("place", "list", json: true)
    #expect(places.json?.arrayValue?.compactMap { $0["name"]?.textValue } == ["Xóm 1"])
    #expect(laptop.run("member", "list", json: true).json?.arrayValue?.count == 3)
    for name in try LaptopKeys(laptop.home).fileNames() + ["config.json"] {
      var status = stat()
      #expect(stat("\(laptop.home.path)/\(name)", &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600, "\(name)")
    }
  }

  @Test func `over TLS the key of the centre is pinned`() throws {
    let centre = try TestCentre(isSecure: true)
    let laptop = try TestLaptop(of: centre)
    #expect(laptop.run("sync").code == .done)
    var configuration = try #require(try LaptopConfiguration.read(from: laptop.home))
    #expect(configuration.pin.hasPrefix("sha256//"))
    configuration.pin = "sha256//" + String(repeating: "A", count: 43) + "="
    try configuration.write(to: laptop.home)
    let refused = laptop.run("sync")
    #expect(refused.code == .refusedForSafety)
    #expect(refused.error.contains("Your data are still on this laptop."))
  }

  /// The line for a centre; with another pin than its own when asked for.
  private func line(_ centre: TestCentre, pin: String? = nil) throws -> String {
    let text = EnrolmentText(
      address: centre.address, pin: pin ?? centre.pin,
      code: try EnrolmentCode(parsing: try centre.issueCode()))
    return try #require(text).text
  }

  @Test func `a line lets a laptop in over TLS and brings hamlets and members`() throws {
    let centre = try TestCentre(isSecure: true)
    let laptop = try TestLaptop()
    let run = laptop.run("enroll", "--text", try line(centre), json: true)
    #expect(run.code == .done, "\(run.error)")
    #expect(run.json?["received_operations"]?.integerValue ?? 0 > 0)
    let configuration = try #require(try LaptopConfiguration.read(from: laptop.home))
    #expect(configuration.pin == centre.pin && !centre.pin.isEmpty)
  }

  @Test func `a line's pin is believed before anybody is asked`() throws {
    let centre = try TestCentre(isSecure: true)
    let laptop = try TestLaptop()
    let other = "sha256//" + String(repeating: "A", count: 43) + "="
    let run = laptop.run("enroll", "--text", try line(centre, pin: other), json: true)
    #expect(run.code == .refusedForSafety && run.failure == "web.wrong-pin")
    #expect(!laptop.home.hasStore)
  }

  @Test func `a damaged line, and one beside a code, leave nothing behind`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop()
    let line = try line(centre)
    let damaged = laptop.run("enroll", "--text", String(line.dropLast()), json: true)
    #expect(damaged.code == .damagedInput && damaged.failure == "enrolment-text-damaged")
    let other = laptop.run("enroll", "--text", "https://10.0.0.5", json: true)
    #expect(other.code == .userError && other.failure == "enrolment-text-unknown")
    #expect(laptop.run("enroll", "--text", line, "--code", "7K2M-9XQ4-HD3T").code == .userError)
    #expect(laptop.run("enroll", "--text", line, "--file", "x").code == .userError)
    #expect(laptop.run("enroll", "--server", centre.address).code == .userError)
    #expect(!laptop.home.hasStore)
    #expect(laptop.run("enroll", "--text", line).code == .done)
  }

  @Test func `the first start takes a line, and says what is wrong with it`() throws {
    let centre = try TestCentre()
    let pages = TestPages(try TestLaptop())
    try pages.comeIn()
    let line = try line(centre)
    let wrong = try pages.post(EntryPages.enrolPath, [("text", line.replacing("1", with: "2"))])
    #expect(wrong.status == 422 && wrong.text.contains("role=\"alert\""))
    #expect(wrong.text.contains("CAMTAY-ENROL") && wrong.text.contains("tắt bộ gõ tiếng Việt"))
    #expect(!pages.laptop.home.hasStore)
    let empty = try pages.post(EntryPages.enrolPath, [("text", " "), ("code", "")])
    #expect(empty.status == 422 && !pages.laptop.home.hasStore)
    let done = try pages.post(EntryPages.enrolPath, [("text", line), ("code", ""), ("server", "")])
    #expect(done.path == EntryPages.accountPath)
  }

  @Test func `a code in place of the line, or without an address, is answered with what it needs`()
    throws
  {
    let centre = try TestCentre()
    let pages = TestPages(try TestLaptop())
    try pages.comeIn()
    pages.keep("camtay-language", "en")
    let code = try centre.issueCode()
    for fields in [[("text", code), ("code", "")], [("text", ""), ("code", code)]] {
      let asked = try pages.post(EntryPages.enrolPath, fields + [("server", " ")])
      #expect(asked.status == 422 && asked.text.contains("The code needs the centre"))
      #expect(asked.text.contains("name=\"code\" type=\"text\" value=\"\(code)\""))
      #expect(!asked.text.contains("/enrolment"))
    }
    let typed = String(centre.address.dropFirst("http://".count))
    let done = try pages.post(
      EntryPages.enrolPath, [("text", code), ("code", ""), ("server", typed + "/ ")])
    #expect(done.path == EntryPages.accountPath && done.text.contains(centre.address))
  }

  @Test func `an address is said as it was typed, completed with the scheme that it lacks`() throws
  {
    let laptop = try TestLaptop()
    func enrol(_ server: String) -> TestLaptop.Run {
      laptop.run("enroll", "--server", server, "--code", "0000-0000-0000")
    }
    #expect(CentreAddress("10.0.0.5:8765/").text == "https://10.0.0.5:8765")
    #expect(CentreAddress(" localhost:8765").text == "http://localhost:8765")
    #expect(CentreAddress("[::1]:8765").text == "http://[::1]:8765")
    #expect(CentreAddress("HTTPS://centre.example").completion == nil)
    #expect(CentreAddress(" ").text.isEmpty)
    for server in ["http://192.0.2.1:8765", "htps://centre.example", "a b;c@d"] {
      let run = enrol(server)
      #expect(run.code != .done && !run.error.contains("/enrolment"), "\(run.error)")
    }
    for server in ["http:/127.0.0.1:8942", "http://", "HTTPS:10.0.0.5", "https:///10.0.0.5:8765"] {
      let run = enrol(server)
      #expect(run.code == .userError && run.error.contains("not whole"), "\(run.error)")
      #expect(!run.error.contains("https://http"), "\(run.error)")
    }
    #expect(enrol("127.0.0.1:1").error.contains("so http://127.0.0.1:1 was taken"))
    #expect(laptop.run("enroll", "--server", " ", "--code", "0000-0000-0000").code == .userError)
  }

  @Test func `a scheme that is not the centre's is told, and nobody speaks of keys`() throws {
    let (plain, secure) = (try TestCentre(), try TestCentre(seed: 2, isSecure: true))
    let laptop = try TestLaptop()
    func enrol(_ centre: TestCentre, at scheme: String) throws -> TestLaptop.Run {
      let place = centre.address.drop { $0 != ":" }
      return laptop.run(
        "enroll", "--server", scheme + place, "--code", try centre.issueCode(), json: true)
    }
    let first = try enrol(plain, at: "https")
    #expect(first.failure == "centre-is-plain" && first.error.contains("type \(plain.address)"))
    let second = try enrol(secure, at: "http")
    #expect(second.failure == "centre-is-secure" && second.error.contains(secure.address))
    #expect(!laptop.home.hasStore)
    plain.stop()
    // Nobody answers there in any way: nothing is said of what is not known.
    #expect(try enrol(plain, at: "https").failure == "web.cannot-connect")
    #expect(try enrol(secure, at: "https").code == .done)
  }

  @Test func `a wrong, used or mistyped code lets nobody in`() throws {
    let centre = try TestCentre()
    let code = try centre.issueCode()
    let first = try TestLaptop("first", seed: 1)
    #expect(first.run("enroll", "--server", centre.address, "--code", code).code == .done)
    let laptop = try TestLaptop("second", seed: 2)
    let used = laptop.run("enroll", "--server", centre.address, "--code", code)
    #expect(used.code == .notAllowed)
    #expect(used.error.contains("another laptop"))
    let wrong = laptop.run(
      "enroll", "--server", centre.address, "--code", "0000-0000-0000", json: true)
    #expect(wrong.code == .notAllowed)
    #expect(wrong.failure == "enrolment-refused:code-unknown")
    let short = laptop.run("enroll", "--server", centre.address, "--code", "0000", json: true)
    #expect(short.code == .userError)
    #expect(laptop.run("status", json: true).failure == "not-enrolled")
    #expect(!laptop.home.hasStore)
  }

  @Test func `a server that does not know the code is found out`() throws {
    let centre = try TestCentre()
    centre.set(.forgesGrants)
    let laptop = try TestLaptop()
    let words = ["enroll", "--server", centre.address, "--code", try centre.issueCode()]
    let run = laptop.run(words, json: true)
    #expect(run.code == .refusedForSafety && run.failure == "false-centre")
    #expect(!laptop.home.hasStore)
    centre.set(.none)
    #expect(laptop.run(words).code == .done)
  }

  @Test func `a repeated attempt gets the certificate whose answer was lost`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop()
    let words = ["enroll", "--server", centre.address, "--code", try centre.issueCode()]
    centre.set(.cutsAnswers)
    #expect(laptop.run(words).code == .damagedInput)
    centre.set(.losesAnswers)
    #expect(laptop.run(words).code == .needsAttention)
    centre.set(.none)
    #expect(laptop.run(words).code == .done)
    #expect(centre.with { try? $0.store.peers().count } == 1)
  }

  @Test func `plain HTTP beyond this machine is refused before anything is sent`() throws {
    let laptop = try TestLaptop()
    let run = laptop.run(
      "enroll", "--server", "http://192.0.2.1:8765", "--code", "0000-0000-0000", json: true)
    #expect(run.code == .refusedForSafety)
    #expect(run.failure == "web.url-needs-tls")
  }

  @Test func `an enrolled laptop is not enrolled again`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let again = laptop.run(
      "enroll", "--server", centre.address, "--code", try centre.issueCode(), json: true)
    #expect(again.code == .refusedForSafety)
    #expect(again.failure == "already-enrolled")
    #expect(laptop.run("sync").code == .done)
  }

  @Test func `a file enrols a laptop without a network`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop()
    let (bytes, code) = try centre.file("Trần Thị Bình")
    let path = "\(laptop.folder.path)/enrolment.bin"
    try HomeFolder.write(path: path, bytes)
    let run = laptop.run("enroll", "--file", path, "--code", code)
    #expect(run.code == .done, "\(run.error)")
    #expect(run.output.contains("camtay sync"))
    let early = laptop.run(
      "household", "add", "--place", "Xóm 1", "--name", "Đức", json: true)
    #expect(early.code == .refusedForSafety && early.failure == "directory-missing")
    #expect(laptop.run("sync").code == .done)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hồ Văn Đức")
  }

  @Test func `a damaged or foreign enrolment file enrols nobody`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop()
    let (bytes, code) = try centre.file()
    let path = "\(laptop.folder.path)/enrolment.bin"
    var broken: [[UInt8]] = [[], Array("a letter".utf8), Array(bytes.dropLast())]
    for place in [0, 12, 40, bytes.count / 2, bytes.count - 1] {
      var copy = bytes
      copy[place] ^= 1
      broken.append(copy)
    }
    for content in broken {
      try HomeFolder.write(path: path, content)
      #expect(laptop.run("enroll", "--file", path, "--code", code).code == .damagedInput)
    }
    var later = bytes
    later["CAMTAYENROL".utf8.count] += 1
    try HomeFolder.write(path: path, later)
    let other = laptop.run("enroll", "--file", path, "--code", code, json: true)
    #expect(other.code == .refusedForSafety && other.failure == "unsupported-version")
    try HomeFolder.write(path: path, bytes)
    let wrongCode = laptop.run("enroll", "--file", path, "--code", "0000-0000-0000", json: true)
    #expect(wrongCode.failure == "wrong-code-for-file")
    #expect(laptop.run("enroll", "--file", path + "x", "--code", code).code == .userError)
    #expect(laptop.run("status", json: true).failure == "not-enrolled")
    #expect(laptop.run("enroll", "--file", path, "--code", code).code == .done)
  }

  @Test func `one of two ways must be chosen`() throws {
    let laptop = try TestLaptop()
    #expect(laptop.run("enroll", "--code", "0000-0000-0000").code == .userError)
    let both = laptop.run("enroll", "--server", "x", "--file", "y", "--code", "I am no code")
    #expect(both.code == .userError)
    #expect(both.error.contains("--server | --file") && both.error.contains("--code"))
  }
}
