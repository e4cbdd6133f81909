import CommandLine
import FieldWork
import Testing

@testable import FieldAgent

/// `void --dry-run`: says what would become of the counts, and writes nothing.
@Suite struct VoidDryRunTests {
  @Test func `a dry run says what the void then does, and leaves everything as it was`() throws {
    let laptop = try TestLaptop(of: try TestCentre())
    let household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Hồ Văn Đức")
    let resident = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Văn Đức", "--birth", "1950")
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026")
    _ = try laptop.save(
      "assist", "add", "--visit", visit, "--resident", resident, "--service", "vneid", "--mode",
      "guided", "--outcome", "completed", "--evidence-kind", "spoken", "--evidence", "An")
    func standing() throws -> (written: Int64, numbers: VoidEffect.Numbers, reason: String?) {
      let open = try laptop.open()
      defer { open.store.close() }
      let row = try open.records.reader.resolveOne(visit, as: .visit)
      return (
        try open.store.handOverStatus().written, try open.records.numbersOfAllTime(),
        try open.records.reader.existing(Visit.self, row).voidReason
      )
    }
    func void(_ more: String...) -> JSONValue? {
      let run = laptop.run(["visit", "void", visit] + more, json: true)
      #expect(run.code == .done, "\(run.error)")
      return run.json
    }
    func numbers(_ json: JSONValue?, _ when: String) -> [Int64?] {
      ["visits", "assists", "residents"].map { json?["counts_\(when)"]?[$0]?.integerValue }
    }
    let before = try standing()
    let tried = void("--reason", "nhầm hộ", "--dry-run")
    #expect(numbers(tried, "before") == [1, 1, 1] && numbers(tried, "after") == [0, 0, 0])
    #expect(tried?["dry_run"]?.boolValue == true && tried?["voided"]?.boolValue == false)
    #expect(try standing() == before)
    #expect(laptop.run("visit", "void", visit, "--dry-run").output.contains("visits 1 → 0"))
    #expect(try standing() == before)
    let done = void("--reason", "nhầm hộ")
    #expect(numbers(done, "after") == numbers(tried, "after"))
    #expect(done?["voided"]?.boolValue == true)
    let voided = try standing()
    #expect(voided.reason == "nhầm hộ" && voided.numbers.visits == 0)
    let undoing = void("--undo", "--dry-run")
    #expect(numbers(undoing, "before") == [0, 0, 0] && numbers(undoing, "after") == [1, 1, 1])
    #expect(undoing?["voided"]?.boolValue == true)
    #expect(try standing() == voided)
  }

  @Test func `the dossiers of a visit are named, kept on demand, and come back with it`() throws {
    let laptop = try TestLaptop(of: try TestCentre())
    let household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Hồ Văn Đức")
    let visit = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    let assist = try laptop.save(
      "assist", "add", "--visit", visit, "--service", "1.004222", "--mode", "guided", "--outcome",
      "submitted")
    let dossiers = try ["B-1", "B-2"].map {
      try laptop.save(
        "submission", "add", "--assist", assist, "--channel", "online", "--dossier", $0)
    }
    func void(_ more: String...) -> JSONValue? {
      let run = laptop.run(["visit", "void", visit] + more, json: true)
      #expect(run.code == .done, "\(run.error)")
      return run.json
    }
    func codes(_ json: JSONValue?, _ name: String) -> [String] {
      json?[name]?.arrayValue?.compactMap(\.textValue) ?? []
    }
    let tried = void("--dry-run")
    #expect(codes(tried, "dossiers_with_it") == dossiers)
    #expect(codes(void("--dry-run", "--keep-dossier", "all"), "counting_on") == dossiers)
    let other = laptop.run("visit", "void", visit, "--reason", "nhầm", "--keep-dossier", assist)
    #expect(other.code == .userError)
    let both = laptop.run(
      "visit", "void", visit, "--reason", "nhầm", "--keep-dossier", "all", "--void-dossier", "all")
    #expect(both.code == .userError && both.error.contains("nothing was saved"))
    let done = void("--reason", "nhầm hộ", "--keep-dossier", dossiers[0])
    #expect(codes(done, "dossiers_with_it") == [dossiers[1]])
    #expect(codes(done, "counting_on") == [dossiers[0]])
    #expect(codes(void("--undo"), "dossiers_with_it") == [dossiers[1]])
  }
}
