import SyncProtocol
import Testing

@testable import Replica

@Suite struct ClockTests {
  private let report = Store.Report(freeDiskBytes: nil, software: "test")
  private static let hour: Int64 = 3_600_000
  private static let day: Int64 = 24 * hour

  /// Milliseconds since 1970 of the first of January of a year, near enough.
  private static func year(_ year: Int64) -> Int64 { (year - 1970) * 31_556_952_000 }

  /// A round that begins by asking for the time, as a laptop's sync does.
  private func sync(_ world: World, _ laptop: Store, _ clock: () -> ClockReading) throws {
    func exchange(_ pending: Store.PendingRound) throws -> RoundOutcome {
      let answer = try world.centre.answer(pending.request, clock: world.clock())
      return try laptop.absorb(answer.bytes, of: pending, clock: clock())
    }
    if try laptop.needsSignedTime(clock()) {
      _ = try exchange(
        laptop.makeTimeRequest(report, clock: clock(), random: &world.random))
    }
    while true {
      let outcome = try exchange(
        laptop.makeRequest(report, clock: clock(), random: &world.random))
      if !outcome.hasMore { return }
    }
  }

  @Test func `asking for the time closes nothing and brings nothing but the time`() throws {
    let world = try World(laptops: 2)
    _ = try world.addHousehold("Hồ Văn Pả", at: world.laptops[1])
    try world.sync(world.laptops[1])
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Lò Thị Hoa", at: laptop)
    #expect(try laptop.needsSignedTime(world.clock()))
    let pending = try laptop.makeTimeRequest(
      report, clock: world.clock(), random: &world.random)
    let answer = try world.centre.answer(pending.request, clock: world.clock()).bytes
    #expect(pending.request.count < 400 && answer.count < 600)
    let outcome = try laptop.absorb(answer, of: pending, clock: world.clock())
    #expect(outcome.hasMore && outcome.receivedBatches == 0 && outcome.confirmedBatches == 0)
    #expect(try laptop.handOverStatus().closed == 0)
    #expect(try !laptop.needsSignedTime(world.clock()))
    #expect(
      try world.centre.peers().first { $0.replica == laptop.identity.replica }?
        .reportedThrough == nil)
  }

  @Test func `an answer that waited sets no clock, and one that is fresh sets it back as well`()
    throws
  {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    try world.sync(laptop)
    func ask() throws -> (Store.PendingRound, [UInt8]) {
      let pending = try laptop.makeRequest(report, clock: world.clock(), random: &world.random)
      return (pending, try world.centre.answer(pending.request, clock: world.clock()).bytes)
    }
    let (late, lateAnswer) = try ask()
    var now = world.clock()
    now.wall = Timestamp(rawValue: now.wall.rawValue + 20 * Self.hour)
    now.monotonicMilliseconds += 20 * Self.hour
    let before = try laptop.correctedNow(now)
    let outcome = try laptop.absorb(lateAnswer, of: late, clock: now)
    #expect(outcome.clockErrorMilliseconds == nil)
    #expect(try laptop.correctedNow(now) == before && before.isChecked)
    // After a restart nobody knows how long it waited.
    var restarted = now
    restarted.bootID = "c"
    restarted.monotonicMilliseconds = 1
    _ = try laptop.absorb(lateAnswer, of: late, clock: restarted)
    #expect(try !laptop.correctedNow(restarted).isChecked)
    #expect(try laptop.correctedNow(restarted).time >= before.time)
    // The centre's own clock was fast and has been mended: what it says now counts.
    let (fresh, freshAnswer) = try ask()
    let answered = world.clock()
    _ = try laptop.absorb(freshAnswer, of: fresh, clock: answered)
    let time = try laptop.correctedNow(answered).time
    #expect(abs(time.rawValue - answered.wall.rawValue) <= 2_000)
  }

  @Test(arguments: [1970, 2000, 2039, 2100] as [Int64])
  func `a clock in any year is right after one round, also when it jumps`(year: Int64) throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    // Some hours after the enrolment.
    for _ in 0..<9_000 { _ = world.clock() }
    let truth = world.clock()
    let error = Self.year(year) - truth.wall.rawValue
    func reading(jump: Int64 = 0) -> ClockReading { world.clock(offset: error + jump) }
    // Before any signed time nothing goes before the enrolment.
    let issued = laptop.identity.certificate.issuedAt
    #expect(try laptop.correctedNow(reading()).time >= issued)
    let row = try laptop.commit(author: nil, clock: reading()) { act in
      try act.create(
        HouseholdTable.definition, in: world.scope, [(HouseholdTable.name, .text("a"))])
    }
    try sync(world, laptop) { reading() }
    for jump: Int64 in [0, Self.hour, -Self.hour, 40 * 365 * Self.day, .min / 4] {
      let now = reading(jump: jump)
      let corrected = try laptop.correctedNow(now)
      #expect(corrected.isChecked)
      #expect(abs(corrected.time.rawValue - now.monotonicMilliseconds) <= 3_000)
    }
    let misdated = try laptop.misdatedActs()
    #expect(misdated.count == 1 && misdated.first?.first == row)
    let actual = try #require(misdated.first?.actual)
    #expect(abs(actual.rawValue - truth.wall.rawValue) <= 10_000)
  }

  @Test func `an hour is noticed in what was written, less is not`() throws {
    for (offset, count) in [(Self.hour / 2, 0), (Self.hour + 60_000, 1), (-Self.hour - 60_000, 1)] {
      let world = try World(laptops: 1)
      let laptop = world.laptops[0]
      // Enrolled long ago: an hour back is not before the enrolment.
      for _ in 0..<8_000 { _ = world.clock() }
      _ = try laptop.commit(author: nil, clock: world.clock(offset: offset)) {
        try $0.create(
          HouseholdTable.definition, in: world.scope, [(HouseholdTable.name, .text("a"))])
      }
      try sync(world, laptop) { world.clock(offset: offset) }
      #expect(try laptop.misdatedActs().count == count)
    }
  }

  @Test func `an empty battery at a restart never sets time before the last signed time`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    try sync(world, laptop) { world.clock() }
    let signed = try #require(try laptop.correctedNow(world.clock()).lastSigned)
    var dead = ClockReading(
      wall: Timestamp(rawValue: 5_000), monotonicMilliseconds: 100, bootID: "dead battery")
    // Three days later it starts in 1970.
    for _ in 0..<(3 * 24 * 3_600) { _ = world.clock() }
    let corrected = try laptop.correctedNow(dead)
    #expect(!corrected.isChecked && corrected.time >= signed)
    let row = try laptop.commit(author: nil, clock: dead) {
      try $0.create(
        HouseholdTable.definition, in: world.scope, [(HouseholdTable.name, .text("a"))])
    }
    // A day later in the same boot, with the wall clock set by hand in between.
    dead.monotonicMilliseconds += Self.day
    dead.wall = Timestamp(rawValue: 77_000_000_000)
    for _ in 0..<(24 * 3_600) { _ = world.clock() }
    try sync(world, laptop) {
      dead.monotonicMilliseconds += 1
      return dead
    }
    let misdated = try #require(try laptop.misdatedActs().first)
    #expect(misdated.first == row)
    // The monotonic clock knows that it was a day ago, three after the last signed time.
    let actual = try #require(misdated.actual)
    #expect(abs(actual.rawValue - signed.rawValue - 3 * Self.day) <= Self.hour)
  }

  @Test func `of a boot that ended unchecked only the impossible is known`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    try sync(world, laptop) { world.clock() }
    let now = world.clock().wall.rawValue
    for (boot, wall) in [("fast", now + 5 * 365 * Self.day), ("right", now + 1_000)] {
      _ = try laptop.commit(
        author: nil,
        clock: ClockReading(
          wall: Timestamp(rawValue: wall), monotonicMilliseconds: 9, bootID: boot)
      ) {
        try $0.create(
          HouseholdTable.definition, in: world.scope, [(HouseholdTable.name, .text(boot))])
      }
    }
    try sync(world, laptop) {
      var clock = world.clock()
      clock.bootID = "third"
      return clock
    }
    let misdated = try laptop.misdatedActs()
    #expect(misdated.count == 1 && misdated.first?.actual == nil)
  }

  @Test func `a clock five years fast is listed first and loses to every decision`() throws {
    let world = try World(laptops: 2)
    let (right, fast) = (world.laptops[0], world.laptops[1])
    let rows = try ["Hộ A", "Hộ B"].map { try world.addHousehold($0, at: right) }
    for laptop in world.laptops { try world.sync(laptop) }
    // Each start is another five years ahead, so that what a signed time taught of it is wrong.
    var starts: Int64 = 0
    func fastClock() -> ClockReading {
      var clock = world.clock(offset: starts * 5 * 365 * Self.day)
      clock.bootID = "start \(starts)"
      return clock
    }
    func write(_ laptop: Store, _ row: RowID, _ text: String, _ clock: ClockReading) throws {
      try laptop.commit(author: nil, clock: clock) {
        try $0.write(HouseholdTable.definition, row, [(HouseholdTable.phone, .text(text))])
      }
    }
    func agree() throws {
      for _ in 0..<2 {
        try sync(world, right) { world.clock() }
        try sync(world, fast) { fastClock() }
      }
    }
    // An ordinary conflict on the first row, a fast clock on the second.
    try sync(world, fast) { fastClock() }
    try write(fast, rows[0], "0912000001", fastClock())
    try write(right, rows[0], "0912000002", world.clock())
    starts += 1
    try write(fast, rows[1], "0912000003", fastClock())
    try write(right, rows[1], "0912000004", world.clock())
    try agree()
    for store in world.laptops + [world.centre] {
      let conflicts = try store.conflicts()
      #expect(conflicts.map(\.row) == [rows[1], rows[0]])
      #expect(conflicts.map(\.hasDoubtfulTime) == [true, false])
      #expect(conflicts.first?.values.map(\.value) == [.text("0912000003"), .text("0912000004")])
      #expect(conflicts.first?.values.first?.doubt?.isCertain == true)
      #expect(conflicts.first?.values.last?.doubt == nil)
    }
    // Somebody decides, and the fast laptop writes on before it hears of it.
    try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.resolve(
        HouseholdTable.definition, rows[1], HouseholdTable.phone, .text("0912000005"))
    }
    starts += 1
    try write(fast, rows[1], "0912000006", fastClock())
    try agree()
    for store in world.laptops + [world.centre] {
      let conflict = try #require(try store.conflictPage(of: rows[1]).conflicts.first)
      #expect(Set(conflict.values.map(\.value)) == [.text("0912000005"), .text("0912000006")])
    }
    try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.resolve(
        HouseholdTable.definition, rows[1], HouseholdTable.phone, .text("0912000005"))
    }
    try agree()
    for store in world.laptops + [world.centre] {
      #expect(try store.conflictPage(of: rows[1]).total == 0)
      let shown = try store.openedRow(HouseholdTable.definition.id, rows[1])?
        .shown(HouseholdTable.phone.id)
      #expect(shown?.value == .text("0912000005"))
    }
  }
}
