import FieldWork
import Replica
import SyncProtocol

/// One laptop as the centre knows it.
package struct LaptopReport: Sendable, Hashable {
  /// Its replica, which is also what conflicts name.
  package var replica: ReplicaID
  /// What people call it.
  package var label: String
  /// The team it reports for; nil when none was named.
  package var team: RowID?
  /// The member it was given to; nil when nobody was named.
  package var member: RowID?
  /// The name of that team.
  package var teamName: String?
  /// Who it was given to; nil when nobody was named.
  package var holder: String?
  /// Its last round; nil when it never came.
  package var lastRound: LocalDateTime?
  /// When it last had nothing left to hand over; nil when it never had.
  package var reportedThrough: LocalDateTime?
  /// Operations it had not handed over after its last round.
  package var unsent: Int64?
  /// Milliseconds its clock was behind the centre's.
  package var clockOffsetMilliseconds: Int64?
  /// Program and version.
  package var software: String?
  /// What became of it, when it was lost or replaced.
  package var fate: LaptopFate?
  /// What was lost of its reports, when the centre was set back.
  package var setback: Coverage.Setback?
  /// By which way it was heard of last; nil when it never was.
  package var way: Coverage.Way?
  /// The laptop that brought its last pack, where another one did.
  package var broughtBy: String?
  /// Its packs that the centre knows of and that have not come.
  package var onItsWay: [CarriedPackOnItsWay] = []

  /// The teams of laptops, for a filter: nobody learns of others.
  static func teamChoices(
    _ laptops: [LaptopReport]
  ) -> [(value: String, words: BilingualText)] {
    Set(laptops.compactMap(\.team)).map { row in
      let name = laptops.first { $0.team == row }?.teamName
      return (value: "\(row.rawValue)", words: BilingualText(same: name ?? "#\(row.rawValue)"))
    }.sorted { ($0.words.vietnamese, $0.value) < ($1.words.vietnamese, $1.value) }
  }

  /// How it stands in a coverage.
  package var covered: Coverage.Laptop {
    Coverage.Laptop(
      label: label, team: team, reportedThrough: reportedThrough, setback: setback, way: way,
      onItsWay: onItsWay.first.map { pack in
        Coverage.OnItsWay(
          courier: pack.courier, since: pack.since, isIncomplete: pack.isIncomplete)
      })
  }

  /// Every enrolled laptop, by label; without `withSettled` but for those that were replaced and of
  /// which all is here.
  package static func gather(
    _ store: Store, withSettled: Bool = false
  ) throws -> [LaptopReport] {
    let reader = RecordReader(store)
    let teams = Dictionary(
      try reader.teams().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let peers = try store.peers()
    let fates = try LaptopFate.all(store, peers)
    let setbacks = try CentreShortfall(store).setbacks
    let book = CourierBook(store)
    let ways = try book.ways()
    let labels = Dictionary(
      peers.map { ($0.replica, $0.label) }, uniquingKeysWith: { first, _ in first })
    let awaited = Dictionary(grouping: try book.awaited(), by: \.replica)
    let keyed = peers.map { (VietnameseCollation.sortKey($0.label), $0) }
    let sorted = keyed.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    return try sorted.filter { withSettled || !(fates[$0.replica]?.isSettled ?? false) }.map {
      peer in
      LaptopReport(
        replica: peer.replica, label: peer.label, team: peer.team, member: peer.member,
        teamName: peer.team.flatMap { teams[$0] ?? nil },
        holder: try peer.member.flatMap { try reader.record(Member.self, $0)?.fullName },
        lastRound: peer.lastRound.map(LocalDateTime.init(time:)),
        reportedThrough: peer.reportedThrough.map(LocalDateTime.init(time:)),
        unsent: peer.unsentOperations, clockOffsetMilliseconds: peer.clockOffsetMilliseconds,
        software: peer.software, fate: fates[peer.replica], setback: setbacks[peer.replica],
        way: ways[peer.replica]?.told,
        broughtBy: ways[peer.replica]?.courier.map { labels[$0] ?? "#\($0.rawValue)" },
        onItsWay: (awaited[peer.replica] ?? []).map { CarriedPackOnItsWay($0, labels) })
    }
  }
}

extension LocalDateTime {
  /// The local minute of a time of the changelog.
  init(time: Timestamp) { self.init(milliseconds: time.rawValue) }
}

extension Coverage {
  /// Covers a period with the centre's laptops under the names that people know them by.
  init(
    of period: Period, today: LocalDate, _ laptops: [LaptopReport], _ shortfall: CentreShortfall
  ) {
    self.init(
      of: period, today: today, laptops: laptops.map(\.covered), setBack: shortfall.setBack,
      heldBatches: shortfall.heldBatches, lostBatches: shortfall.lostBatches,
      begun: shortfall.begun)
  }
}
