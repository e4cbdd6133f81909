import CommandLine
import Cryptography
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct ScopeImportCommandTests {
  /// The two files of an export: one batch each of a laptop that holds the only hamlet.
  ///
  /// - Parameters:
  ///   - parts: how many files they say there are.
  ///   - label: of the laptop; another one is another laptop.
  ///   - isForged: the laptop has changed the batches of another, whose signatures are wrong then.
  private func export(
    _ run: CommandRun, parts: Int = 2, label: String = "Máy bản xa", isForged: Bool = false
  ) throws -> [String] {
    var random = SeededGenerator(seed: 6 + UInt64(label.utf8.count))
    let clock = run.surroundings.clock()
    let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
    let scope = try #require(try centre.read { try $0.places().first?.householdScope })
    let root = centre.keys.root
    let key = try SigningKey.generate(using: &random)
    let certificate = try centre.inspect { field in
      try field.store.enrol(
        publicKey: key.verifyingKey.bytes, label: label, member: nil, team: nil,
        scopes: [scope], signedBy: { root.sign($0) }, clock: clock, random: &random)
    }
    let signer = Signer(replica: certificate.replica, key: key)
    var predecessor = ContentHash.zero
    var paths: [String] = []
    for part in 1...2 {
      let row = try #require(
        Dot(replica: certificate.replica, session: 9, counter: UInt32(part)))
      let create = Operation(
        dot: row, table: HouseholdTable.definition.id, row: row, author: nil, time: clock.wall,
        writes: [
          FieldWrite(HouseholdTable.number.id, .integer(Int64(part))),
          FieldWrite(HouseholdTable.kind.id, .integer(1)),
        ])
      let batch = try Batch.close(
        [create],
        in: Batch.Context(
          scope: scope, sequence: UInt64(part), predecessor: predecessor, dependencies: [],
          schemaVersion: 1, grant: 1, wall: clock.wall, offsetMilliseconds: nil),
        signer: signer, primitives: .standard)
      predecessor = batch.hash
      var stream = StreamWriter()
      stream.append(certificate)
      var encoded = batch.encoded
      if isForged { encoded[5] ^= 1 }
      stream.append(CarriedBatch(arrival: 0, encoded: encoded))
      let file = ScopeFile(
        scope: scope, part: part, parts: parts,
        stream: stream.finish(more: part < 2, signer: signer, primitives: .standard))
      let path = run.path("\(label)-scope-\(part).camtay")
      try HomeFolder.write(
        path: path, try file.encoded(for: root.verifyingKey.bytes, random: &random))
      paths.append(path)
    }
    return paths
  }

  @Test func `the files of an exported area are looked at, taken in, and taken in again`() throws {
    let run = try CommandRun(seed: 81)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write("a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    let paths = try export(run)

    let preview = run("scope", "import", paths[0], paths[1], "--dry-run")
    #expect(preview.exit == .done && preview.out.contains("nothing was written"))
    // The second file waits for the first, and the command says which is missing.
    let second = run("scope", "import", paths[1])
    #expect(second.exit == .needsAttention && second.out.contains("number 1 is still missing"))
    let both = try run("scope", "import", paths[0], paths[1], "--json").json()
    #expect(both["files"]?.arrayValue?.compactMap { $0["merged"]?.integerValue } == [1, 0])
    #expect(both["missing_parts"] == .array([]))
    #expect(both["files"]?.arrayValue?.first?["laptop"] == .text("Máy bản xa"))
    let again = run("scope", "import", paths[0], paths[1])
    #expect(again.exit == .done && again.out.contains("known already: 1"))
    #expect(run("verify").exit == .done)
    let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
    #expect(try centre.read { try $0.households(page: .all).count } == 2)
  }

  @Test func `a preview checks the signature of every batch`() throws {
    let run = try CommandRun(seed: 85)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write("a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    let paths = try export(run, isForged: true)
    let preview = run("scope", "import", paths[0], paths[1], "--dry-run", "--json")
    #expect(preview.exit == .needsAttention)
    let refused = try preview.json()["files"]?.arrayValue?.map { $0["refused"] }
    #expect(refused == Array(repeating: .array([.text("bad-signature")]), count: 2))
    let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
    #expect(try centre.inspect { try $0.store.logIncidents().isEmpty }, "nothing was noted")
  }

  @Test func `what two laptops exported of one area is told apart`() throws {
    let run = try CommandRun(seed: 86)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write("a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    let one = try export(run, label: "Máy một")
    let two = try export(run, label: "Máy thứ hai")
    let mixed = run("scope", "import", one[0], two[1], "--json")
    #expect(mixed.exit == .needsAttention)
    let exports = try #require(try mixed.json()["exports"]?.arrayValue)
    #expect(
      exports.map { "\($0["laptop"]?.textValue ?? "") \($0["missing_parts"] ?? .null)" }.sorted()
        == [
          "Máy một \(JSONValue.array([.integer(2)]))",
          "Máy thứ hai \(JSONValue.array([.integer(1)]))",
        ])
    let whole = run("scope", "import", one[0], one[1], two[0], two[1])
    #expect(whole.exit == .done)
  }

  @Test func `of endless parts that a file claims only some are named`() throws {
    let run = try CommandRun(seed: 84)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write("a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    let paths = try export(run, parts: .max)
    let report = try run("scope", "import", paths[0], paths[1], "--json").json()
    #expect(report["missing_parts"]?.arrayValue?.count == 100)
    #expect(report["missing_parts"]?.arrayValue?.first == .integer(3))
  }

  @Test func `a file that is something else, or another centre's, changes nothing`() throws {
    let run = try CommandRun(seed: 82)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write("a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    let paths = try export(run)
    let text = try run.write("note.txt", "not an area")
    let wrong = run("scope", "import", paths[0], text)
    #expect(wrong.exit == .damagedInput && wrong.error.contains("Nothing of it was taken in"))
    #expect(run("scope", "import", run.path("nowhere")).exit == .userError)

    let other = try CommandRun(seed: 83)
    try #require(other("init", "--place", "17713").exit == .done)
    let foreign = other("scope", "import", paths[0])
    #expect(foreign.exit == .damagedInput && foreign.error.contains("cannot open the file"))
    let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
    #expect(try centre.read { try $0.households(page: .all).isEmpty })
  }

  @Test func `of several files the one with the trouble is named, and a large one is called large`()
    throws
  {
    let run = try CommandRun(seed: 88)
    try #require(run("init", "--place", "17713").exit == .done)
    let other = try run.write("khác.camtay", "không phải tệp xuất")
    let found = run("scope", "import", other, run.path("nosuch"))
    #expect(found.exit == .damagedInput && found.error.contains("\(other): This is no exported"))
    for words in [
      ["scope", "import", run.path("nosuch")], ["import", run.path("nosuch")],
      ["restore", run.path("nosuch"), "--force"], ["reform", "apply", run.path("nosuch")],
    ] {
      let missing = run.run(words, language: "en")
      #expect(missing.exit == .userError, "\(words)")
      #expect(missing.error.contains("There is no \(run.path("nosuch"))"), "\(words)")
    }
    let large = run.path("large.csv")
    try HomeFolder.write(path: large, [UInt8](repeating: 0x41, count: 1 << 20))
    try FileHandle(forWritingTo: URL(filePath: large)).truncate(atOffset: 40 << 20)
    for words in [["scope", "import", large], ["import", large]] {
      let refused = run.run(words, language: "en")
      #expect(refused.exit == .damagedInput, "\(words)")
      #expect(refused.error.contains("\(large) is larger than any file"), "\(words)")
    }
  }

  @Test func `a batch that never comes is declared lost after a day, and what waited is merged`()
    throws
  {
    let run = try CommandRun(seed: 84)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write("a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    let paths = try export(run)
    #expect(run("scope", "import", paths[1]).exit == .needsAttention)

    let listed = try #require(try run("gap", "list", "--json").json().arrayValue?.first)
    let batch = try #require(listed["batch"]?.textValue)
    let early = run("gap", "declare", batch, "--by", "An")
    #expect(early.exit == .refusedForSafety)
    run.pass(hours: 25)
    let tried = run("gap", "declare", batch, "--by", "An", "--dry-run")
    #expect(tried.exit == .done && tried.out.contains("would merge 1"))
    #expect(run("status").out.contains("waiting for others: 1"))
    let declared = run("gap", "declare", batch, "--by", "An", "--note", "máy cháy")
    #expect(declared.exit == .done && declared.out.contains("1 waiting batch was merged"))
    #expect(run("gap", "list").out.contains("No batch is missing"))
    #expect(run("verify").exit == .done)

    // It turns up after all: kept, and what it says is written anew.
    let found = run("scope", "import", paths[0])
    #expect(found.out.contains("waiting: 1"))
    let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
    #expect(try centre.read { try $0.households(page: .all).count } == 2)
    #expect(run("verify").exit == .done)
    #expect(run("review", "list", "--all", "--json").out.contains("declared-lost"))
  }
}
