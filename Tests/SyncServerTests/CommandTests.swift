import CommandLine
import FieldWork
import Replica
import Testing

@testable import SyncServer

@Suite struct CommandTests {
  private static let hamlets = "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n"
  private static let members =
    "hamlet,team,full_name,role,organisation,phone,from\nXóm 1,Tổ 1,Nguyễn Văn An,,,,\n"

  private func initialised(seed: UInt64) throws -> CommandRun {
    let run = try CommandRun(seed: seed)
    try #require(run("init", "--place", "17713").exit == .done)
    return run
  }

  @Test func `a centre is made for a commune or a province, once`() throws {
    for place in ["17713", "40"] {
      let run = try CommandRun(seed: 51)
      let made = run("init", "--place", place, "--json")
      #expect(made.exit == .done)
      #expect(try made.json()["place"] == .text(place))
      let again = run("init", "--place", place)
      #expect(again.exit == .refusedForSafety && again.error.contains("nothing was changed"))
      #expect(run("status").out.contains(place))
    }
  }

  @Test func `an unknown place makes nothing and gets suggestions`() throws {
    let run = try CommandRun(seed: 52)
    let unknown = run("init", "--place", "đại đồng")
    #expect(unknown.exit == .userError && unknown.error.contains("17713"))
    #expect(!run.home.hasStore)
    #expect(run("status").exit == .userError)
  }

  @Test func `an init that was cut off goes on with the keys that are there`() throws {
    let run = try CommandRun(seed: 53)
    try run.home.create()
    var random = SeededGenerator(seed: 3)
    try CentreKeys.prepare(
      run.home, label: "x", hosts: ["localhost"], clock: run.surroundings.clock(),
      random: &random)
    let root = try run.home.read("keys/root.key")
    _ = try Centre.openField(
      run.home, CentreKeys(reading: run.home), lastIssued: nil, run.surroundings)
    #expect(run("status").exit == .userError)
    #expect(run("init", "--place", "17713").exit == .done)
    #expect(try run.home.read("keys/root.key") == root)
  }

  @Test func `an import is all or nothing, and the same one again changes nothing`() throws {
    let run = try initialised(seed: 54)
    let hamlets = try run.write("a.csv", Self.hamlets)
    let members = try run.write("b.csv", "\u{feff}" + Self.members)
    let preview = run("import", hamlets, members, "--dry-run", "--json")
    #expect(try preview.json()["hamlets"]?["added"] == 2)
    #expect(run("team", "list").out.contains("no team yet"))
    let wrong = try run.write("c.csv", Self.hamlets + "99999,Xóm 3,xóm\n12345,,xóm\n")
    let refused = run("import", wrong, members)
    #expect(refused.exit == .userError)
    #expect(refused.error.contains("line 4") && refused.error.contains("line 5"))
    #expect(run("team", "list").out.contains("no team yet"))
    #expect(run("import", hamlets, members).exit == .done)
    #expect(try run("import", members, hamlets, "--json").json()["hamlets"]?["unchanged"] == 2)
    #expect(run("import", hamlets, hamlets).exit == .userError)
    #expect(run("import", try run.write("d.csv", "a,b\n1,2\n")).exit == .userError)
    #expect(run("import", run.path("none.csv")).exit == .userError)
    #expect(run("verify").exit == .done)
  }

  @Test func `enrol codes and files are made for a member or team and never overwrite`() throws {
    let run = try initialised(seed: 55)
    _ = run("import", try run.write("a.csv", Self.hamlets), try run.write("b.csv", Self.members))
    let issued = try run("enroll-code", "--member", "nguyen van an", "--json").json()
    let code = try #require(issued["code"]?.textValue)
    #expect(try EnrolmentCode(parsing: code).text == code)
    let file = run.path("laptop.enrol")
    #expect(run("enroll-code", "--file", file).exit == .userError)
    #expect(run("enroll-code", "--file", file, "--address", "http://10.0.0.1").exit == .userError)
    let made = run("enroll-code", "--file", file, "--address", "https://10.0.0.1:8765", "--json")
    #expect(made.exit == .done)
    let fileCode = try #require(try made.json()["code"]?.textValue)
    let bytes = try #require(try HomeFolder.read(path: file, maximumBytes: 1 << 20))
    let opened = try EnrolmentFile(opening: bytes, with: EnrolmentCode(parsing: fileCode).key())
    #expect(opened.pin.hasPrefix("sha256//"))
    let again = run("enroll-code", "--file", file, "--address", "https://10.0.0.1:8765")
    #expect(again.exit == .refusedForSafety)
    #expect(try HomeFolder.read(path: file, maximumBytes: 1 << 20) == bytes)
    let lost = run("enroll-code", "--file", run.path("no/a"), "--address", "https://10.0.0.1")
    #expect(lost.exit == .diskOrStick)
    #expect(try run("laptops", "--json").json().arrayValue?.count == 1)
  }

  @Test func `with an address a code is also a line and a QR code, on a page when asked for`()
    throws
  {
    let run = try initialised(seed: 57)
    _ = run("import", try run.write("a.csv", Self.hamlets), try run.write("b.csv", Self.members))
    let sheet = run.path("sheet.html")
    let address = "https://10.0.0.5:8765"
    let made = run("enroll-code", "--address", address, "--sheet", sheet, "--json")
    #expect(made.exit == .done)
    let line = try #require(try made.json()["text"]?.textValue)
    let text = try EnrolmentText(parsing: line)
    #expect(text.address == address && text.pin.hasPrefix("sha256//"))
    #expect(try made.json()["code"]?.textValue == text.code.text)
    let bytes = try #require(try HomeFolder.read(path: sheet, maximumBytes: 1 << 20))
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(page.contains(line) && page.contains("<svg") && !page.contains("<link"))
    #expect(run("enroll-code", "--address", address, "--sheet", sheet).exit == .refusedForSafety)
    let shown = run("enroll-code", "--address", "http://127.0.0.1:8765").out
    #expect(shown.contains("CAMTAY-ENROL;1;http://127.0.0.1:8765;;") && shown.contains("█▀"))
    // Without an address there is nothing to put beside the code; with a file they travel apart.
    #expect(run("enroll-code", "--sheet", run.path("b.html")).exit == .userError)
    #expect(run("enroll-code", "--address", "http://10.0.0.5").exit == .userError)
    let both = [
      "enroll-code", "--address", address, "--file", run.path("f"), "--sheet", run.path("s"),
    ]
    #expect(run.run(both, language: "en").exit == .userError)
    let bare = run("enroll-code").out
    #expect(!bare.contains("CAMTAY-ENROL") && bare.contains("--address https://10.0.0.5:8765"))
  }

  @Test func `a code is shown with the address that is typed beside it`() throws {
    let run = try initialised(seed: 58)
    _ = run("import", try run.write("a.csv", Self.hamlets), try run.write("b.csv", Self.members))
    #expect(
      run("enroll-code", "--address", "localhost:8765").out
        .contains("the code and the address: http://localhost:8765\n"))
    #expect(
      run("enroll-code", "--address", "trung-tam.example").out
        .contains("the code and the address: https://trung-tam.example\n"))
  }

  @Test func `accounts are added, listed and get new passwords`() throws {
    let run = try initialised(seed: 56)
    #expect(run("account", "add", "Huan", "--role", "trainer").out.contains("password"))
    #expect(run("account", "add", "huan", "--role", "trainer").exit == .userError)
    for odd in ["hu an", "..", "-x", ".a", ""] {
      #expect(run("account", "add", odd, "--role", "trainer").exit == .userError, "\(odd)")
    }
    #expect(run("account", "add", "binh").error.contains("role"))
    #expect(run("account", "add", "binh", "--role", "team-lead").error.contains("team"))
    #expect(run("account", "add", "binh", "--role", "volunteer").error.contains("member"))
    let auditor = ["account", "add", "binh", "--role", "auditor", "--unit", "17713"]
    #expect(run.run(auditor, language: "en").error.contains("whole centre"))
    #expect(
      run("account", "add", "binh", "--role", "coordinator", "--unit", "99999").exit == .userError)
    #expect(run("account", "password", "nobody").exit == .userError)
    #expect(run("account", "password", "huan").exit == .done)
    #expect(try run("account", "list", "--json").json().arrayValue?.count == 2)
    #expect(run("account", "rights", "huan", "--role", "auditor").out.contains("auditor"))
    // What the rights reach is said: an option that is left out widens them.
    let widened = run("account", "rights", "huan", "--role", "coordinator")
    #expect(widened.out.contains("the whole centre"))
    #expect(run("account", "close", "huan").out.contains("closed"))
    #expect(run("account", "open", "huan").exit == .done)
    let last = run("account", "close", "coordinator")
    #expect(last.exit == .refusedForSafety && last.error.contains("last administrator"))
    #expect(run("account", "rights", "coordinator", "--role", "trainer").exit == .refusedForSafety)
    #expect(!run("account", "list").out.contains("closed"))
    #expect(run("audit", "verify").out.contains("whole"))
    let log = run("audit", "list").out
    #expect(log.contains("added the account") && log.contains("(keeper of the server)"))
  }

  @Test func `a damaged or missing key is named, and nothing is made in its place`() throws {
    let run = try initialised(seed: 58)
    try run.home.write("keys/epoch-0.key", [1, 2, 3])
    let damaged = run("status")
    #expect(damaged.exit == .damagedInput && damaged.error.contains("keys/epoch-0.key"))
  }

  @Test func `every listing prints JSON and every message is in both languages`() throws {
    let run = try initialised(seed: 59)
    for words in [
      ["laptops"], ["count"], ["conflicts"], ["team", "list"], ["member", "list"],
      ["status"], ["verify"], ["account", "list"], ["erase", "list"],
    ] {
      let plain = run.run(words, language: "vi")
      let json = run.run(words + ["--json"], language: "en")
      #expect(plain.exit == .done && json.exit == .done, "\(words)")
      #expect(throws: Never.self, "\(words)") { try json.json() }
    }
    #expect(run("place", "find", "duc", "dong").out.contains("Xã Đức Đồng"))
  }
}
