import Foundation
import Testing

/// An erasure through the real programs: asked for at the centre while it serves, carried out by
/// every laptop, gone from every file.
@Suite(.serialized) struct ErasureDayTests {
  @Test func `a person is erased everywhere, and the counts and the log stay`() throws {
    let place = try Installation()
    let name = "Sùng Thị Biến-Mất"
    try place.serve()
    try place.enrol("laptop-1")
    try place.enrol("laptop-2")
    let household = try place.addHousehold("laptop-1", "Hộ ở lại")
    let visit = try place.json(
      "laptop-1", "visit", "add", "--household", household, "--outcome", "met")
    let resident = try place.json(
      "laptop-1", "resident", "add", "--household", household, "--name", name, "--birth", "1950")
    let code = resident["code"] as? String ?? ""
    try place.laptop(
      "laptop-1", "assist", "add", "--visit", visit["code"] as? String ?? "", "--resident", code,
      "--service", "1.001193", "--mode", "guided", "--outcome", "completed", "--evidence-kind",
      "spoken", "--evidence", "\(name) nghe")
    for laptop in ["laptop-1", "laptop-2"] { try place.laptop(laptop, "sync") }
    #expect(try place.laptop("laptop-2", "find", name).contains(name))
    let count = try counted(place)

    let preview = try place.centre("erase", code)
    #expect(preview.contains(code) && preview.contains("--yes"))
    #expect(try outstanding(place).isEmpty)
    try place.centre("erase", code, "--reason", "request", "--yes")
    #expect(try outstanding(place).first?.count == 2)
    for laptop in ["laptop-1", "laptop-2", "laptop-1", "laptop-2"] {
      try place.laptop(laptop, "sync")
    }
    #expect(try outstanding(place) == [[]])

    for laptop in ["laptop-1", "laptop-2"] {
      let shown = try place.laptop(laptop, "household", "show", household)
      #expect(shown.contains("erased") && !shown.contains(name))
      #expect(try !place.laptop(laptop, "find", name).contains(code))
    }
    #expect(try counted(place) == count)
    let centre = try place.digests(.centre, "centre")
    for laptop in ["laptop-1", "laptop-2"] {
      for (scope, digest) in try place.digests(.laptop, laptop) {
        #expect(centre[scope] == digest, "\(laptop), scope \(scope)")
      }
    }
    place.killServer()
    for home in ["centre", "laptop-1", "laptop-2"] {
      let files = try FileManager.default.subpathsOfDirectory(atPath: place.home(home))
      #expect(files.contains("keyring.sqlite") && files.contains("keys/store.key"))
      for file in files {
        let bytes = FileManager.default.contents(atPath: "\(place.home(home))/\(file)") ?? Data()
        #expect(bytes.range(of: Data(name.utf8)) == nil, "\(home)/\(file)")
      }
    }
  }

  /// What the second laptop counts, without when it handed over last.
  private func counted(_ place: Installation) throws -> NSDictionary {
    var count = try place.json("laptop-2", "count")
    count["hand_over"] = nil
    return count as NSDictionary
  }

  /// For every erasure the laptops that have not confirmed.
  private func outstanding(_ place: Installation) throws -> [[String]] {
    let outcome = try Program.centre.run(
      ["--home", place.home("centre"), "erase", "list", "--json"], logs: place.folder)
    let rows =
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
    #expect(outcome.exitCode == ((rows ?? []).allSatisfy(Self.isDone) ? 0 : 2))
    return (rows ?? []).map { $0["outstanding"] as? [String] ?? [] }
  }

  private static func isDone(_ row: [String: Any]) -> Bool {
    (row["outstanding"] as? [String] ?? []).isEmpty
  }
}
