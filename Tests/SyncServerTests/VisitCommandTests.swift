import CommandLine
import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct VisitCommandTests {
  @Test func `commands say of a visit what its page says, and take it back`() throws {
    let desk = try ReviewDesk(seed: 731, visits: 2)
    func run(_ words: String...) -> CommandRun.Result { desk.world.run(["visit"] + words) }
    func listed(_ words: String...) throws -> [JSONValue] {
      try desk.world.run(["visit", "list", "--json"] + words).json()["visits"]?.arrayValue ?? []
    }
    let code = try desk.world.centre.inspect {
      try $0.reader.codeText(of: desk.visit, in: VisitTable.definition)
    }
    #expect(try listed().map { $0["state"]?.textValue } == ["new", "new"])
    let before = try desk.numbers()
    let preview = run("reject", code, "--comment", "Không có hộ này", "--by", "Lan", "--dry-run")
    #expect(preview.exit == .done && preview.out.contains("nothing was written"))
    #expect(preview.out.contains("1 visit, 1 counted and 0 provisional assists"))
    #expect(try desk.state() == .new && desk.numbers() == before)

    #expect(run("approve", code, "--by", "Lan").exit == .done)
    #expect(try desk.state() == .approved && desk.page(desk.path).contains("Lan"))
    let again = run("approve", code, "--by", "Lan")
    #expect(again.exit == .userError && again.error.contains("is “approved”"))
    #expect(run("send-back", code, "--by", "Lan").exit == .userError)
    let empty = run("send-back", code, "--comment", " ", "--by", "Lan")
    #expect(empty.exit == .userError && empty.error.contains("What to mend or explain"))
    #expect(try desk.state() == .approved)
    #expect(run("send-back", code, "--comment", "Ghi rõ ai", "--by", "Lan").exit == .done)
    #expect(try desk.state() == .sentBack && listed("--state", "sent-back").count == 1)
    try desk.laptop.sync()
    let told = try desk.laptop.field.sentBackVisits(ownOnly: true)
    #expect(told.map(\.review.note) == ["Ghi rõ ai"] && told.map(\.review.ruledBy) == ["Lan"])

    #expect(run("reject", code, "--comment", "Không có hộ này", "--by", "Lan").exit == .done)
    #expect(try desk.state() == .rejected && desk.numbers() == before.map { $0 - 1 })
    #expect(run("send-back", code, "--comment", "x", "--by", "Lan").exit == .userError)
    #expect(
      try listed("--state", "rejected").map { $0["comment"]?.textValue } == ["Không có hộ này"])
    #expect(run("undo", code, "--by", "Lan").exit == .done)
    #expect(try desk.state() == .new && desk.numbers() == before)
    #expect(run("undo", code, "--by", "Lan").exit == .userError)
    #expect(run("approve", "LT-999-999", "--by", "Lan").exit != .done)
    let acts = try desk.world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 50).entries
        .filter { $0.subject == code }.map(\.act)
    }
    #expect(
      acts == ["ruling-undone", "visit-rejected", "visit-sent-back", "visit-approved"])
  }

  @Test func `the list says which days it covers, and a page of it how to go on`() throws {
    let desk = try ReviewDesk(seed: 732, visits: 3)
    let whole = desk.world.run("visit", "list")
    #expect(whole.exit == .done && whole.out.contains("Every visit that awaits"))
    let part = desk.world.run("visit", "list", "--limit", "2")
    #expect(part.out.contains("Lines 1–2 of 3"))
    let none = desk.world.run("visit", "list", "--to", "01/01/2020", "--from", "01/01/2020")
    #expect(none.out.contains("No such visit"))
    #expect(desk.world.run("visit", "list", "--from", "x").exit == .userError)
  }

  @Test func `households that may be one are listed until somebody has said what they are`() throws
  {
    let desk = try ReviewDesk(seed: 733)
    for name in ["Hoàng Thị Sáu", "Hoàng Thị Sáu", "Vi Văn Bảy"] {
      _ = try desk.laptop.addHousehold(name)
    }
    try desk.laptop.sync()
    func pairs() throws -> [JSONValue] {
      try desk.world.run("household", "duplicates", "--json").json()["pairs"]?.arrayValue ?? []
    }
    let pair = try #require(try pairs().first)
    #expect(try pairs().count == 1 && pair["one"]?["name"]?.textValue == "Hoàng Thị Sáu")
    let told = desk.world.run("household", "duplicates", "--unit", "17713")
    #expect(told.exit == .done && told.out.contains("household link CODE CODE"))
    let codes = try ["one", "other"].map { try #require(pair[$0]?["code"]?.textValue) }
    let linked = desk.world.run(["household", "link"] + codes + ["--not-same"])
    #expect(linked.exit == .done, "\(linked.error)")
    #expect(try pairs().isEmpty)
    #expect(desk.world.run("household", "duplicates").out.contains("No pair seems to be one"))
  }
}
