import SyncProtocol
import Testing

@testable import Replica

/// Reviews of two lives of the centre on one write.
@Suite struct ReviewTwinTests {
  /// What a person said in one life.
  enum Said: String, CaseIterable, Sendable {
    case nothing, admitted, rejected, edited

    var ruling: Ruling? {
      switch self {
      case .nothing: nil
      case .admitted: .admit
      case .rejected: .reject
      case .edited: .admitEdited(.text("sửa"))
      }
    }

    var state: Review.State {
      switch self {
      case .nothing: .neutralised
      case .admitted: .admitted
      case .rejected: .rejected
      case .edited: .admittedEdited
      }
    }
  }

  /// In which order a new life meets what the old one had.
  enum Order: CaseIterable, Sendable {
    /// Laptops bring it, as it was.
    case rounds
    /// The write first; judged and ruled on anew before the old review comes.
    case writeFirst
    /// The old review and ruling first; they wait for the write.
    case reviewFirst
  }

  private let world: World
  private let household: RowID
  private let backup: String
  private var author: Store { world.laptops[0] }

  init() throws {
    world = try World.judging(laptops: 2)
    household = try world.addHousehold("đúng", at: world.laptops[0])
    try world.syncAll()
    backup = try world.backupOfCentre()
  }

  private func rule(_ said: Said, by person: String) throws {
    guard let ruling = said.ruling else { return }
    let review = try #require(try world.centre.reviews().first)
    _ = try world.centre.rule(
      on: review.id, ruling, by: person, note: nil, clock: world.clock())
  }

  /// The batches above the backup: laptops' and the centre's own.
  private func batches() throws -> (laptops: [[UInt8]], centre: [[UInt8]]) {
    let known = try world.centre.cursor(world.scope).arrival
    func list(_ condition: String, _ first: UInt64) throws -> [[UInt8]] {
      try author.connection.rows(
        "SELECT encoded FROM batch WHERE scope = ? AND arrival > ? AND \(condition) ORDER BY arrival",
        .integer(world.scope.rawValue), .integer(Int64(first))
      ) { try $0.bytes(at: 0) }
    }
    return (try list("replica > 255", known), try list("replica < 256", known))
  }

  private func beginNextLife() throws {
    try world.restoreCentre(backup, epoch: 1)
  }

  private func expectOne(_ state: Review.State, shown: String) throws {
    for _ in 0..<2 { for laptop in world.laptops { try world.syncAll(laptop) } }
    for store in world.laptops + [world.centre] {
      let reviews = try store.reviews()
      #expect(reviews.map(\.state) == [state])
      #expect(try store.reviews(openOnly: true).count == (state == .neutralised ? 1 : 0))
      #expect(
        try store.openReviewCount(of: author.identity.replica) == (state == .neutralised ? 1 : 0))
      let waiting = try store.openReviewCounts()
      #expect(
        waiting.map(\.laptop) == (state == .neutralised ? [author.identity.replica] : []))
      #expect(waiting.allSatisfy { $0.count == 1 && $0.scope == world.scope })
      #expect(try world.text(HouseholdTable.name, of: household, at: store) == shown)
      let row = try #require(try store.row(HouseholdTable.definition.id, household))
      #expect(row.heads(of: HouseholdTable.name.id).count == 1)
      #expect(try store.digest(of: world.scope) == world.centre.digest(of: world.scope))
      #expect(try store.conflictCount() == 0)
      for row in try #require(reviews.first).rows {
        #expect(try store.review(row) == reviews[0])
      }
    }
    #expect(try world.centre.verify().findings.isEmpty)
  }

  @Test(arguments: Said.allCases, Order.allCases)
  func `what was ruled in the old life holds in the new one`(_ old: Said, _ order: Order) throws {
    for anew in [Said.nothing, .admitted, .rejected] {
      let one = try ReviewTwinTests()
      try one.run(old, anew, order)
    }
  }

  private func run(_ old: Said, _ anew: Said, _ order: Order) throws {
    try world.write("!sai", to: HouseholdTable.name, of: household, at: author)
    try world.syncAll()
    try rule(old, by: "An")
    try world.syncAll()
    try beginNextLife()
    let lost = try batches()
    switch order {
    case .rounds: try world.syncAll(author)
    case .writeFirst:
      _ = try world.centre.receive(lost.laptops, clock: world.clock())
      #expect(try world.centre.reviews().count == 1)
      try rule(anew, by: "Bình")
      _ = try world.centre.receive(lost.centre, clock: world.clock())
    case .reviewFirst:
      _ = try world.centre.receive(lost.centre + lost.laptops, clock: world.clock())
    }
    if order != .writeFirst { try rule(anew, by: "Bình") }
    let last = anew == .nothing ? old : anew
    // Nobody's later word takes a ruled value back; it is a value like any other.
    let shown = old == .edited ? "sửa" : last == .admitted ? "!sai" : "đúng"
    try expectOne(last.state, shown: shown)
    let review = try #require(try world.centre.reviews().first)
    #expect(review.ruledBy == (anew == .nothing ? (old == .nothing ? nil : "An") : "Bình"))
    #expect((review.rows.count == 2) == (order != .reviewFirst))
    #expect(try world.centre.reviews(numbered: review.number).map(\.id) == [review.id])
  }

  @Test func `a creation that two lives voided counts again when it is admitted once`() throws {
    let bad = try world.addHousehold("#sai", at: author)
    try world.syncAll()
    try beginNextLife()
    try world.syncAll(author)
    let review = try #require(try world.centre.reviews().first)
    #expect(review.rows.count == 2)
    #expect(try world.centre.row(HouseholdTable.definition.id, bad)?.voidReason != nil)
    _ = try world.centre.rule(
      on: review.rows[1], .admit, by: "An", note: nil, clock: world.clock())
    for laptop in world.laptops { try world.syncAll(laptop) }
    for store in world.laptops + [world.centre] {
      #expect(try store.row(HouseholdTable.definition.id, bad)?.voidReason == nil)
      #expect(try store.reviews().map(\.state) == [.admitted])
    }
  }

  @Test func `what its author wrote again closes the reviews of both lives`() throws {
    try world.write("!sai", to: HouseholdTable.name, of: household, at: author)
    try world.syncAll()
    try beginNextLife()
    for laptop in world.laptops { try world.syncAll(laptop) }
    #expect(try world.centre.reviews().first?.rows.count == 2)
    try world.write("mới", to: HouseholdTable.name, of: household, at: author)
    try expectOne(.corrected, shown: "mới")
  }
}
