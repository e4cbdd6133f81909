import SQLite
import SyncProtocol

/// What somebody is allowed to hold, as people say it.
package enum GrantTarget: Hashable, Sendable {
  /// Everything that a unit consists of on the day, by its national code.
  case unit(String)
  /// The households of a place, with the teams of the unit it lies in.
  case place(RowID)
  /// One scope.
  case scope(ScopeID)
}

/// A rule of the centre: this laptop may hold this, from and until.
package struct GrantRule: Hashable, Sendable {
  /// Its number.
  package var id: Int64
  /// The laptop.
  package var replica: ReplicaID
  /// What it may hold.
  package var target: GrantTarget
  /// From when.
  package var since: Timestamp
  /// Until when; nil without end.
  package var until: Timestamp?
}

/// What a change of rules or units does to one laptop.
package struct GrantChange: Hashable, Sendable {
  /// The laptop.
  package var replica: ReplicaID
  /// Scopes it may hold from its next round on.
  package var gained: [ScopeID]
  /// Scopes it is asked to hand back.
  package var lost: [ScopeID]

  /// Gathers the parts.
  package init(replica: ReplicaID, gained: [ScopeID], lost: [ScopeID]) {
    self.replica = replica
    self.gained = gained
    self.lost = lost
  }
}

extension Timestamp {
  /// The first moment, in Viet Nam, of a day as the registry counts it.
  package init(startOfRegistryDay day: Int64) { self = RegistryDay.start(of: day) }
}

/// A day as the registry counts it.
enum RegistryDay {
  private static let millisecondsPerDay: Int64 = 86_400_000
  /// Viet Nam keeps UTC+7 all year.
  private static let offset: Int64 = 7 * 3_600_000

  /// The day of a moment in Viet Nam.
  static func containing(_ time: Timestamp) -> Int64 {
    let shifted = time.rawValue.addingReportingOverflow(offset)
    let local = shifted.overflow ? Int64.max : shifted.partialValue
    return local >= 0
      ? local / millisecondsPerDay : -((-1 - local) / millisecondsPerDay) - 1
  }

  /// The first moment of a day.
  static func start(of day: Int64) -> Timestamp {
    Timestamp(rawValue: day &* millisecondsPerDay &- offset)
  }
}
