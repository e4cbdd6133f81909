import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

/// What somebody was told at the gate is typed as it was said: a name and a hamlet in one line.
@Suite struct FindPageTests {
  private let laptop: TestLaptop
  private let household: String

  init() throws {
    laptop = try TestLaptop(of: TestCentre())
    household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Nguyễn Thị Lan", "--address", "Số 12")
  }

  private func find(_ query: String, _ desk: TestDesk) throws -> String {
    _ = try desk.post("/find", [("query", query)])
    return try desk.get("/find?results=1").text
  }

  @Test func `a name with its hamlet finds the person who is there`() throws {
    let desk = try TestDesk(laptop)
    for query in ["Nguyễn Thị Lan, Xóm 1", "nguyen thi lan xom 1", "lan, xóm 1"] {
      let page = try find(query, desk)
      #expect(page.contains("href=\"/households/\(household)\""), "\(query)")
      #expect(!page.contains("Nobody matches") && !page.contains("match all"), "\(query)")
    }
    #expect(try !find("Lan", desk).contains("look at their hamlet"))
    #expect(try find("Bùi Văn Tú, Xóm 1", desk).contains("0 records found"))
    #expect(try find("Xóm 1", desk).contains("0 records found"))
  }

  @Test func `the command finds whom the page finds`() throws {
    for query in ["Nguyễn Thị Lan, Xóm 1", "nguyen thi lan xom 1"] {
      let found = laptop.run("find", query, json: true).json?["found"]?.arrayValue
      #expect(found?.map { $0["code"]?.textValue } == [household], "\(query)")
    }
    #expect(laptop.run("find", "Bùi Văn Tú, Xóm 1", json: true).json?["total"]?.integerValue == 0)
  }

  @Test func `whoever is called so elsewhere comes after her, and alone is no full match`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, seed: 4)
    let replica = try laptop.open().store.identity.replica
    try centre.with { records in
      let place = try #require(try records.reader.places().first { $0.name == "Xóm 2" })
      try records.store.addGrant(
        .scope(#require(place.householdScope)), to: replica, since: Store.always,
        at: centre.machine.surroundings.clock().wall)
    }
    for _ in 0..<2 { #expect(laptop.run("sync").code == .done) }
    func household(_ name: String, _ place: String) throws -> String {
      try laptop.save("household", "add", "--place", place, "--name", name)
    }
    let first = try household("Nguyễn Thị Lan", "Xóm 1")
    let second = try household("Nguyễn Thị Lan", "Xóm 2")
    _ = try household("Lò Văn Pản", "Xóm 2")
    let desk = try TestDesk(laptop)
    for (query, order) in [
      ("Nguyễn Thị Lan, Xóm 1", [first, second]), ("lan xom 2", [second, first]),
    ] {
      let page = try find(query, desk)
      #expect(page.contains("who match all of “\(query)” (1), then"), "\(page)")
      let places = order.compactMap { page.firstRange(of: "/households/\($0)")?.lowerBound }
      #expect(places.count == 2 && places[0] < places[1], "\(query)")
    }
    let page = try find("Lò Văn Pản, Xóm 1", desk)
    #expect(page.contains("Nobody matches all of"))
    #expect(page.contains("These match “Lò Văn Pản”: look at their hamlet"))
  }

  @Test(
    arguments: [
      ("Bùi Văn Tú, Xóm 2", "Bùi Văn Tú", nil, 1), ("bùi văn tú xom 2", "bùi văn tú", nil, 1),
      ("Bùi Văn Tú, ngõ 4, Xóm 2", "Bùi Văn Tú", "ngõ 4", 1),
      ("Bùi Văn Tú, Xóm 12", "Bùi Văn Tú", nil, 2),
      ("Bùi Văn Tú, số 12", "Bùi Văn Tú", "số 12", nil),
      ("ngõ 4 Xóm 2", nil, "ngõ 4", 1), ("Bùi Văn Tú", "Bùi Văn Tú", nil, nil),
      ("Xóm 3", nil, "Xóm 3", nil), ("Xóm 2", nil, nil, 1), (", ,", nil, nil, nil),
      ("000.00.01.H40-261122-0417", nil, nil, nil),
      // Two hamlets of one name: whoever records chooses.
      ("Bùi Văn Tú, Bản Mới", "Bùi Văn Tú", nil, nil),
    ] as [(String, String?, String?, Int?)])
  func `what was looked for falls into the name, the address and the hamlet`(
    _ query: String, _ name: String?, _ address: String?, _ hamlet: Int?
  ) throws {
    let hamlets = try ["Xóm 1", "Xóm 2", "Xóm 12", "Bản Mới", "Bản Mới"].enumerated().map {
      (id: try #require(RowID(rawValue: Int64($0 + 1))), name: $1)
    }
    let words = SearchedWords(query, hamlets: hamlets)
    #expect(words.name == name && words.address == address, "\(words)")
    #expect(words.hamlet == hamlet.map { hamlets[$0].id }, "\(words)")
  }

  @Test func `what was looked for and not found begins the new household`() throws {
    let desk = try TestDesk(laptop)
    _ = try find("Bùi Văn Tú, ngõ 4, Xóm 1", desk)
    let form = try desk.follow("/households/new").page
    let fields = Dictionary(TestDesk.fields(of: form)) { first, _ in first }
    #expect(fields["name"] == "Bùi Văn Tú" && fields["address"] == "ngõ 4", "\(fields)")
  }
}
