import FieldWork
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// A laptop with visits, handed over, and a coordinator who is signed in.
struct ReviewDesk {
  let world: CentreWorld
  let laptop: TestLaptop
  let cookie: String
  let visits: [RowID]

  init(seed: UInt64, visits count: Int = 1) throws {
    let world = try CentreWorld(seed: seed)
    laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try laptop.sync()
    let household = try laptop.addHousehold("Hộ ông Ba")
    var visits: [RowID] = []
    for _ in 0..<count { visits.append(try laptop.addVisit(to: household)) }
    try laptop.sync()
    self.visits = visits
    cookie = try #require(try world.signIn("coordinator", world.password))
    self.world = world
  }

  var visit: RowID { visits[0] }
  var path: String { "/review/\(visit.rawValue)" }

  func page(_ path: String, as cookie: String? = nil) throws -> String {
    String(decoding: try world.get(path, cookie: cookie ?? self.cookie).body, as: UTF8.self)
  }

  /// What a form of a page would say of how the visit stood.
  func seen(_ page: String) throws -> String {
    String(try #require(page.firstMatch(of: /name="seen" value="([^"]*)"/)?.1))
  }

  func say(_ act: String, _ comment: String = "", as cookie: String? = nil) throws -> Int {
    let seen = try seen(try page(path, as: cookie))
    return try world.send(
      [("act", act), ("comment", comment), ("seen", seen)], to: path,
      cookie: cookie ?? self.cookie
    ).status
  }

  func state() throws -> ReviewState {
    try world.centre.inspect { try ReviewStandings($0).standing(of: visit).state }
  }

  /// Visits and counted assists of all time.
  func numbers() throws -> [Int] {
    let numbers = try world.centre.inspect { try $0.numbersOfAllTime() }
    return [numbers.visits, numbers.assists]
  }
}
