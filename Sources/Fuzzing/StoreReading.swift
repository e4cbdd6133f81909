import FieldWork
import Randomness
import Replica
import SyncProtocol

/// Every way in which the programs look into a store, and what they do with it from day to day.
///
/// A damaged store may refuse any of it.
enum StoreReading {
  /// Looks at everything; nothing is believed.
  static func readEverything(in store: Store) {
    attempt { try store.handOverStatus() }
    attempt { try store.verify(.quick) }
    attempt { try store.verify(.deep) }
    attempt { try store.conflictPage(limit: 20) }
    attempt { try store.conflictCount() }
    attempt { try store.parallelEdits(since: Timestamp(rawValue: 0)) }
    attempt { try store.reviews().prefix(3).map { try store.judgedValue(of: $0) } }
    attempt { try store.holds().map { $0.isIncident(at: FuzzWorld.laterClock.wall) } }
    attempt { try store.logIncidents() }
    attempt { try store.asideBatches() }
    attempt { try store.incidents() }
    attempt { try store.scopeProofs() }
    attempt { try store.peerProofs() }
    attempt { try store.peers() }
    attempt { try store.grantRules() }
    attempt { try store.unitMap().map { $0.isValid(on: 20_000) } }
    attempt { try store.erasures() }
    attempt { try store.restoreIncidents() }
    attempt { try store.misdatedActs() }
    attempt { try store.copiedSince() }
    attempt { try store.lastDurableBackup() }
    attempt { try store.lostLaptops() }
    attempt { try store.scopesBeingHandedBack() }
    attempt { try store.unfinishedFormerReplicas() }
    attempt { try store.totalArrivals() }
    attempt { try store.awaitedPeers() }
    attempt { try store.grantedScopes() }
    for scope in (try? store.knownScopes()) ?? [] { read(scope, in: store) }
  }

  private static func read(_ scope: ScopeID, in store: Store) {
    attempt { try store.digest(of: scope) }
    attempt { try store.recomputedDigest(of: scope) }
    attempt { try store.cursor(scope) }
    attempt { try store.durableThrough(scope) }
    attempt { try store.stableThrough(scope, at: FuzzWorld.laterClock.wall) }
    attempt { try store.snapshots(of: scope) }
    attempt {
      // Each history reads the whole log, so a few must do.
      var histories = 3
      try store.forEachRow(in: scope) { state in
        _ = state.deletion
        attempt { try store.openedRow(state.table, state.row) }
        histories -= 1
        if histories >= 0 { attempt { try store.history(of: state.row, in: scope) } }
      }
    }
  }

  /// Throws unless every scope's digest is what its rows give.
  static func checkDigests(of store: Store) throws {
    for scope in try store.knownScopes() {
      try require(
        try store.digest(of: scope) == store.recomputedDigest(of: scope),
        "the digest that is kept is the one that is recomputed")
    }
  }

  /// Reads the records of the field as the commands and pages do.
  static func readRecords(in store: Store) {
    guard let work = try? FieldStore(store) else { return }
    let reader = work.reader
    for dimension in CountDimension.allCases {
      attempt {
        guard let period = try? Period.parse("2026", today: LocalDate(daysSince1970: 20_775)) else {
          return
        }
        let count = try reader.count(CountQuery(period, by: [dimension]))
        for group in count.groups { _ = try reader.label(of: group.keys[0], along: dimension) }
        _ = SuppressedCount(count)
      }
    }
    attempt {
      for household in try reader.households(includingVoided: true, page: .all) {
        _ = household.codeText
      }
    }
    attempt {
      for assist in try reader.assists(includingVoided: true, page: .all) {
        _ = try reader.explainCount(of: assist.id)
      }
    }
    let now = LocalDateTime(milliseconds: FuzzWorld.laterClock.wall.rawValue)
    attempt {
      for submission in try reader.submissions(includingVoided: true, page: .all) {
        _ = try work.deadline(of: submission, asOf: now).words
        _ = try reader.timeline(of: submission.id)
      }
    }
    attempt { try work.waitingSubmissions(asOf: now) }
    attempt {
      for visit in try reader.visits(includingVoided: true, page: .all) {
        _ = try reader.participants(of: visit)
      }
    }
    attempt { try reader.residents(includingVoided: true, page: .all).map(\.codeText) }
    attempt { try reader.members() }
    attempt { try reader.places() }
    attempt { try reader.teams() }
    attempt { try reader.scopeLabels() }
    attempt { try work.search.find("ho") }
    attempt { try work.conflicts() }
    attempt { try work.reviews() }
    attempt { try work.knowledge(of: FuzzWorld.laterClock) }
  }

  /// Does what a day brings: an act, a round, snapshots, compaction.
  static func use(_ store: Store, request: [UInt8]) {
    let clock = FuzzWorld.laterClock
    var random = SeededGenerator(seed: 3)
    attempt {
      let scope = try store.knownScopes().last ?? .everyone
      try store.commit(author: nil, clock: clock) { act in
        _ = try act.create(
          HouseholdTable.definition, in: scope,
          [
            (HouseholdTable.number, .integer(try act.nextNumber(HouseholdTable.definition))),
            (HouseholdTable.name, .text("Hồ Thị Lan")),
          ])
      }
    }
    if store.identity.role == .centre {
      attempt { try store.answer(request, clock: clock) }
      attempt { try store.refreshSnapshots(clock: clock) }
      attempt { try store.starter(for: .centre(epoch: 0), clock: clock) }
    } else {
      attempt {
        try store.makeRequest(
          Store.Report(freeDiskBytes: nil, software: ""), clock: clock, random: &random)
      }
    }
    attempt { try store.compact(isDryRun: true) }
    attempt { try store.compact() }
  }

  private static func attempt<Result>(_ body: () throws -> Result) { _ = try? body() }
}
