import Foundation
import Testing

/// A household moves while a laptop that knows it is away and edits it, through the real programs.
@Suite(.serialized) struct MoveDayTests {
  @Test func `an edit of a household that moved meanwhile reaches it at its new place`() throws {
    let place = try Installation()
    let hamlets = place.folder.appendingPathComponent("two-hamlets.csv")
    let members = place.folder.appendingPathComponent("two-members.csv")
    try """
    commune_code,name,kind
    \(Installation.commune),\(Installation.hamlet),hamlet
    \(Installation.commune),Xóm thử 2,hamlet

    """.write(to: hamlets, atomically: true, encoding: .utf8)
    try """
    hamlet,team,full_name,role,organisation,phone,from
    Xóm thử 2,Tổ hai,Người ở xóm hai,Tổ trưởng,,,01/01/2026

    """.write(to: members, atomically: true, encoding: .utf8)
    try place.centre("import", hamlets.path, members.path)
    try place.serve()
    try place.enrol("laptop-1")
    let answer = try place.centre(
      "enroll-code", "--member", "Người ở xóm hai", "--label", "laptop-2", "--json")
    let enrolment = try Installation.object(answer)["code"] as? String ?? ""
    try place.laptop("laptop-2", "enroll", "--server", place.url, "--code", enrolment)
    let household = try place.addHousehold("laptop-1", "Hộ sắp chuyển")
    let resident = try place.json(
      "laptop-1", "resident", "add", "--household", household, "--name", "Sùng A Chuyển", "--birth",
      "1950")
    let person = resident["code"] as? String ?? ""
    for laptop in ["laptop-1", "laptop-2"] { try place.laptop(laptop, "sync") }
    #expect(try place.householdNames("laptop-2").isEmpty)

    let preview = try place.centre("household", "move", household, "--to", "Xóm thử 2")
    #expect(preview.contains(household) && preview.contains(person) && preview.contains("--yes"))
    // The laptop is away and edits what it knows.
    try place.laptop("laptop-1", "household", "edit", household, "--phone", "0912345678")
    let moved = try Installation.object(
      place.centre("household", "move", household, "--to", "Xóm thử 2", "--yes", "--json"))
    let records = try #require(moved["records"] as? [[String: Any]])
    let new = try #require(records.first?["new_code"] as? String)
    #expect(records.count == 2 && new != household)
    try place.laptop("laptop-1", "resident", "edit", person, "--note", "ghi sau khi chuyển")
    for laptop in ["laptop-2", "laptop-1", "laptop-2", "laptop-1"] {
      try place.laptop(laptop, "sync")
    }

    let there = try place.json("laptop-2", "household", "show", new)
    #expect(there["phone"] as? String == "0912345678")
    #expect(there["hamlet"] as? String == "Xóm thử 2")
    let residents = try #require(there["residents"] as? [[String: Any]])
    #expect(residents.first?["note"] as? String == "ghi sau khi chuyển")
    #expect(residents.first?["full_name"] as? String == "Sùng A Chuyển")
    let links = try #require(there["links"] as? [[String: Any]])
    #expect(links.count == 1 && links[0]["kind"] as? String == "moved-from")
    let old = try place.json("laptop-1", "household", "show", household)
    #expect((old["links"] as? [[String: Any]])?.first?["kind"] as? String == "moved-to")
    let here = try place.laptop("laptop-1", "resident", "show", person, "--lang", "en")
    #expect(here.contains("moved away, see a record that is not here"))
    // Nobody is sent to the old door.
    #expect(try place.householdNames("laptop-1").isEmpty)
    #expect(try place.householdNames("laptop-2") == ["Hộ sắp chuyển"])
    #expect(
      try place.laptop("laptop-1", "household", "list", "--moved").contains("Hộ sắp chuyển"))

    let centre = try place.digests(.centre, "centre")
    for laptop in ["laptop-1", "laptop-2"] {
      for (scope, digest) in try place.digests(.laptop, laptop) {
        #expect(centre[scope] == digest, "\(laptop), scope \(scope)")
      }
    }
  }
}
