import CommandLine
import Foundation
import Replica
import Testing

@testable import FieldAgent

@Suite struct ImportCommandTests {
  private let centre: TestCentre
  private let laptop: TestLaptop

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
  }

  private static let list = """
    DANH SÁCH NHÂN KHẨU;;;;;
    Thôn;Chủ hộ;Họ và tên;Ngày sinh;SĐT;CCCD
    Xóm 1;Lò Văn Páo;Lò Văn Páo;3/4/1950;912345678;40050001234
    ;;Vi Thị Dợ;1951;;
    Xóm 1;Sùng A Chứ;Sùng A Chứ;31/02/1980;;

    """

  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(laptop.folder.path)/\(name)"
    try HomeFolder.write(path: path, bytes)
    return path
  }

  private func households() -> [JSONValue] {
    laptop.run("household", "list", json: true).json?["households"]?.arrayValue ?? []
  }

  @Test func `a list is shown, written on request and taken back`() throws {
    let path = try write("ho.csv", Array(Self.list.utf8))
    let before = try laptop.open().store.handOverStatus().written
    let preview = laptop.run("import", "households", path)
    #expect(preview.code == .needsAttention)
    for part in [
      "UTF-8", "“;”", "SĐT → telephone", "Lò Văn Páo, Vi Thị Dợ", "2 new", "1 left out",
      "nothing was written", "--apply",
    ] {
      #expect(preview.output.contains(part), "\(part): \(preview.output)")
    }
    #expect(preview.error.contains("line 5"), "\(preview.error)")
    #expect(try laptop.open().store.handOverStatus().written == before)

    let json = try #require(
      laptop.run(["import", "households", path, "--apply"], json: true).json)
    #expect(json["dry_run"] == false && json["written"]?["residents"] == 2)
    #expect(json["problems"]?.arrayValue?.first?["line"] == 5)
    let code = try #require(json["written"]?["undo"]?.textValue)
    #expect(households().count == 2)
    let listed = laptop.run("import", "list", json: true).json?["imports"]?.arrayValue?.first
    #expect(listed?["code"]?.textValue == code && listed?["standing"] == 4)

    let again = laptop.run(["import", "households", path, "--apply"], json: true)
    #expect(again.json?["written"]?["undo"] == .null)
    #expect(again.json?["people"]?["on_record"] == 2)
    #expect(laptop.run("import", "undo", code).output.contains("2 households and 2 people"))
    #expect(households().count == 2)
    #expect(laptop.run("import", "undo", code, "--apply").code == .done)
    #expect(households().isEmpty)
    #expect(laptop.run("import", "list", json: true).json?["imports"]?.arrayValue?.count == 1)
  }

  @Test func `a personal id of a list is written nowhere`() throws {
    let path = try write("ho.csv", Array(Self.list.utf8))
    let run = laptop.run("import", "households", path, "--apply", json: true)
    for number in ["040050001234", "40050001234"] {
      #expect(!run.output.contains(number) && !run.error.contains(number))
      for name in try FileManager.default.contentsOfDirectory(atPath: laptop.home.path) {
        let content = FileManager.default.contents(atPath: "\(laptop.home.path)/\(name)") ?? Data()
        #expect(content.range(of: Data(number.utf8)) == nil, "\(name)")
      }
    }
    #expect(laptop.run("find", "1234", json: true).json?["found"]?.arrayValue?.count == 1)
  }

  @Test func `doubts are decided on the line`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Lò Văn Páo")
    let path = try write("ho.csv", Array("Thôn,Chủ hộ\nXóm 1,Lo Van Pao\nXóm 1,Vi Thị Dợ\n".utf8))
    let doubted = laptop.run("import", "households", path)
    #expect(doubted.code == .needsAttention && doubted.output.contains(household))
    #expect(doubted.error.contains("--same LINE=CODE"))
    let same = laptop.run(
      "import", "households", path, "--same", "2=\(household)", "--apply", json: true)
    #expect(same.code == .done && same.json?["written"]?["households"] == 1)
    let new = laptop.run("import", "households", path, "--new", "2", "--apply", json: true)
    #expect(new.code == .done && new.json?["written"]?["households"] == 1)
    #expect(households().count == 3)
    for (words, failure) in [
      (["--same", "2"], "option-unreadable"), (["--column", "x=y"], "option-unreadable"),
      (["--new", "77"], "list-invalid"), (["--column", "Ai=head"], "list-invalid"),
      (["--place", "Xóm 9"], "place-unknown"),
    ] {
      let run = laptop.run(["import", "households", path] + words, json: true)
      #expect(run.code == .userError && run.failure == failure, "\(words): \(run.error)")
    }
    // What is wrong with the hamlet of all lines stands beside what is wrong with the lines.
    let bad = try write("bad.csv", Array("Chủ hộ,Loại hình\nVi Thị Dợ,tàu thủy\n".utf8))
    let both = laptop.run("import", "households", bad, "--place", "Xóm 2")
    #expect(both.code == .userError)
    for part in ["not granted the households", "tàu thủy"] {
      #expect(both.error.contains(part), "\(part): \(both.error)")
    }
    let missing = laptop.run("import", "households", path + "x", json: true)
    #expect(missing.failure == "file-missing")
    #expect(laptop.run("import", "undo", "H-1").code == .userError)
  }

  @Test func `old fonts are converted with a word and unknown letters refused`() throws {
    let words = "Hamlet;Head\nXãm 1;NguyÔn V¨n Hïng\nXãm 1;Lª ThÞ Hµ\n"
    let bytes = words.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let run = laptop.run("import", "households", try write("a.csv", bytes))
    #expect(run.code == .done && run.output.contains("Nguyễn Văn Hùng"), "\(run.error)")
    #expect(run.output.contains("TCVN3 (ABC)") && run.output.contains("converted to Unicode"))
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in Self.list.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let wide = laptop.run("import", "households", try write("b.csv", utf16), json: true)
    #expect(wide.json?["encoding"] == "UTF-16" && wide.json?["people"]?["new"] == 2)
    let unknown = try write("c.csv", [0x41, 0x90, 0x91, 0x20, 0x93, 0x94, 0x20, 0xFF])
    let refused = laptop.run("import", "households", unknown)
    #expect(refused.code == .userError && refused.error.contains("CSV UTF-8"))
  }

  @Test func `nothing is imported while names from a backup are not shown`() throws {
    let path = try write("ho.csv", Array(Self.list.utf8))
    #expect(laptop.run("import", "households", path, "--apply").code == .needsAttention)
    try laptop.open().store.lockSealedValues()
    let locked = laptop.run(["import", "households", path, "--apply"], json: true)
    #expect(locked.code == .refusedForSafety)
    try laptop.open().store.unlockSealedValues()
    #expect(households().count == 2)
  }
}
