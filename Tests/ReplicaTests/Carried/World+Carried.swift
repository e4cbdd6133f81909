import SyncProtocol
import Testing

@testable import Replica

/// A pack on a stick.
struct CarriedStick {
  var round: PackedRound
  var streams: [[UInt8]]
}

/// Rounds that are carried by hand.
extension World {
  /// A laptop packs, and the pack lies whole on its stick.
  func pack(_ laptop: Store, clockOffset: Int64 = 0) throws -> CarriedStick {
    var streams: [[UInt8]] = []
    let round = try laptop.packRound(
      Store.Report(freeDiskBytes: 7, software: "test"), clock: clock(offset: clockOffset),
      random: &random
    ) { streams.append($0) }
    try laptop.notePacked(round)
    return CarriedStick(round: round, streams: streams)
  }

  /// The centre takes a pack in.
  @discardableResult
  func takeIn(_ stick: CarriedStick) throws -> CarriedIntake {
    var rest = stick.streams[...]
    return try centre.takeInCarried(by: "inbox", clock: clock()) { rest.popFirst() }
  }

  /// The centre writes a return.
  func answer(for laptop: Store) throws -> [[UInt8]] {
    var streams: [[UInt8]] = []
    let made = try centre.answerCarried(for: laptop.identity.replica, clock: clock()) {
      streams.append($0)
    }
    #expect(made.streams == streams.count)
    return streams
  }

  /// A laptop takes a return in.
  @discardableResult
  func absorb(_ streams: [[UInt8]], at laptop: Store) throws -> RoundOutcome {
    var rest = streams[...]
    return try laptop.absorbCarried(clock: clock()) { rest.popFirst() }
  }

  /// There and back by hand.
  @discardableResult
  func carry(_ laptop: Store) throws -> RoundOutcome {
    try takeIn(try pack(laptop))
    return try absorb(try answer(for: laptop), at: laptop)
  }

  /// That a laptop and the centre have the same, and nothing is wrong with either.
  func expectEqual(_ laptop: Store, in scope: ScopeID? = nil) throws {
    let scope = scope ?? self.scope
    #expect(try laptop.cursor(scope) == centre.cursor(scope))
    #expect(try laptop.digest(of: scope) == centre.digest(of: scope))
    #expect(try laptop.verify().findings.isEmpty)
    #expect(try centre.verify().findings.isEmpty)
  }
}
