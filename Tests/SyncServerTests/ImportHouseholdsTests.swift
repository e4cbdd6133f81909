import CommandLine
import Testing

@testable import SyncServer

@Suite struct ImportHouseholdsTests {
  private let run: CommandRun

  init() throws {
    run = try CommandRun(seed: 71)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write(
      "hamlets.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n")
    try #require(run("import", hamlets).exit == .done)
  }

  @Test func `the centre imports households, finds twins and takes an import back`() throws {
    let list = try run.write(
      "ho.csv",
      """
      Thôn,Chủ hộ,Họ và tên,Ngày sinh,CCCD
      Xóm 1,Lò Văn Páo,Lò Văn Páo,3/4/1950,040050001234
      Xóm 2,Vi Thị Dợ,Lo Van Pao,4/3/1950,
      """)
    let preview = run("import", "households", list)
    #expect(preview.exit == .needsAttention && preview.out.contains("line 2"))
    #expect(preview.out.contains("day and month exchanged"))
    let done = try run("import", "households", list, "--all-new", "--apply", "--json").json()
    #expect(done["written"]?["residents"] == 2)
    let code = try #require(done["written"]?["undo"]?.textValue)

    let pairs = try run("resident", "duplicates", "--unit", "17713", "--json").json()
    #expect(pairs["total"] == 1)
    #expect(try run("resident", "duplicates", "--json").json()["total"] == 1)
    #expect(run("resident", "duplicates", "--unit", "1").exit == .userError)
    let pair = try #require(pairs["pairs"]?.arrayValue?.first)
    let codes = ["one", "other"].compactMap { pair[$0]?["code"]?.textValue }
    let effect = run("resident", "link", codes[0], codes[1], "--dry-run")
    #expect(effect.exit == .done && effect.out.contains("stays 0"), "\(effect.out)")
    #expect(run("resident", "link", codes[0], codes[1], "--not-same").exit == .done)
    #expect(try run("resident", "duplicates", "--json").json()["total"] == 0)

    let undone = run("import", "undo", code, "--apply")
    #expect(undone.exit == .needsAttention && undone.out.contains("was changed, linked"))
    let imports = try run("import", "list", "--json").json()["imports"]?.arrayValue
    #expect(imports?.count == 1)
    #expect(run("import", "list").out.contains(code))
    #expect(run("resident", "unlink", codes[0], codes[1]).exit == .done)
    #expect(run("import", "undo", code, "--apply").exit == .done)
  }

  @Test func `the directory is imported as before`() throws {
    let members = try run.write(
      "members.csv", "hamlet,team,full_name,role,organisation,phone,from\nXóm 1,Tổ 1,An,,,,\n")
    #expect(run("import", members).exit == .done)
    #expect(run("import", run.path("households")).exit == .userError)
  }
}
