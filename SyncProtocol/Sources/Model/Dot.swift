/// The number of one installed store: 24 bits, drawn at random by the centre at enrolment.
///
/// A re-installed, cloned or restored store is a replica of its own. Numbers below 256 are lives
/// (epochs) of the centre; authority comes from the certificate's role, never from the number.
public struct ReplicaID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The largest number a replica can have.
  public static let maximum: UInt32 = (1 << 24) - 1
  /// The first number a laptop can have; those below belong to epochs of the centre.
  public static let firstLaptop: UInt32 = 256

  /// The 24-bit number.
  public let rawValue: UInt32

  /// Makes an identifier; nil when the number needs more than 24 bits.
  @inlinable
  public init?(rawValue: UInt32) {
    guard rawValue <= Self.maximum else { return nil }
    self.rawValue = rawValue
  }

  @inlinable
  init(unchecked rawValue: UInt32) { self.rawValue = rawValue }

  /// The replica of a life of the centre.
  public static func centre(epoch: UInt8) -> ReplicaID { ReplicaID(unchecked: UInt32(epoch)) }

  /// Orders by number.
  @inlinable
  public static func < (left: ReplicaID, right: ReplicaID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The identity of one operation: who wrote it, in which session, as which in a row.
///
/// Packed as `replica << 39 | session << 19 | counter`, so that it is positive, orders by replica
/// and then by age within a session, and serves as SQLite's `INTEGER PRIMARY KEY`. A dot is never
/// issued twice: a store that may have been copied draws a new random session.
public struct Dot: RawRepresentable, Hashable, Comparable, Sendable {
  /// Bits of the counter within a session.
  public static let counterBits = 19
  /// Bits of the random session.
  public static let sessionBits = 20
  /// The greatest counter of a session; the next write draws a new session.
  public static let maximumCounter: UInt32 = (1 << counterBits) - 1
  /// The greatest session number.
  public static let maximumSession: UInt32 = (1 << sessionBits) - 1

  /// The packed value, from 0 to 2^63 − 1.
  public let rawValue: Int64

  /// Unpacks a stored or received value; nil when it is negative.
  @inlinable
  public init?(rawValue: Int64) {
    guard rawValue >= 0 else { return nil }
    self.rawValue = rawValue
  }

  /// Packs the three parts; nil when session or counter needs more bits than it has.
  @inlinable
  public init?(replica: ReplicaID, session: UInt32, counter: UInt32) {
    guard session <= Self.maximumSession, counter <= Self.maximumCounter else { return nil }
    rawValue = Int64(replica.rawValue) << 39 | Int64(session) << 19 | Int64(counter)
  }

  @inlinable
  init(origin: Origin, counter: UInt32) {
    rawValue = origin.rawValue << 19 | Int64(counter)
  }

  /// The replica that issued it.
  @inlinable
  public var replica: ReplicaID { ReplicaID(unchecked: UInt32(rawValue >> 39)) }

  /// The random session of that replica.
  @inlinable
  public var session: UInt32 { UInt32(truncatingIfNeeded: rawValue >> 19) & Self.maximumSession }

  /// The place within the session, from 1.
  @inlinable
  public var counter: UInt32 { UInt32(rawValue & Int64(Self.maximumCounter)) }

  /// Replica and session together.
  @inlinable
  public var origin: Origin { Origin(unchecked: rawValue >> 19) }

  /// Orders by replica, session, counter.
  @inlinable
  public static func < (left: Dot, right: Dot) -> Bool { left.rawValue < right.rawValue }
}

/// A row is named by the dot of the operation that created it.
public typealias RowID = Dot

/// One session of one replica: the upper 44 bits of its dots.
public struct Origin: RawRepresentable, Hashable, Comparable, Sendable {
  /// `replica << 20 | session`.
  public let rawValue: Int64

  /// Makes an origin; nil when the value needs more than 44 bits.
  @inlinable
  public init?(rawValue: Int64) {
    guard rawValue >= 0, rawValue < 1 << 44 else { return nil }
    self.rawValue = rawValue
  }

  @inlinable
  init(unchecked rawValue: Int64) { self.rawValue = rawValue }

  /// The replica.
  @inlinable
  public var replica: ReplicaID { ReplicaID(unchecked: UInt32(rawValue >> 20)) }

  /// The session.
  @inlinable
  public var session: UInt32 { UInt32(truncatingIfNeeded: rawValue) & Dot.maximumSession }

  /// Orders by replica, then session.
  @inlinable
  public static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
}

/// The unit of partial replication, named by the dot under which the centre opened it.
///
/// A scope is never reused and never renamed; places and rights are data about scopes.
public struct ScopeID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The packed dot, or 0 for the public scope.
  public let rawValue: Int64

  /// Makes a scope identifier; nil when the value is negative.
  @inlinable
  public init?(rawValue: Int64) {
    guard rawValue >= 0 else { return nil }
    self.rawValue = rawValue
  }

  /// The scope that a row of the directory opened.
  public init(openedBy dot: Dot) { rawValue = dot.rawValue }

  private init() { rawValue = 0 }

  /// Scope 0: reference data that every replica holds and that names no resident.
  public static let everyone = ScopeID()

  /// Orders by number; scopes are always locked in this order.
  @inlinable
  public static func < (left: ScopeID, right: ScopeID) -> Bool { left.rawValue < right.rawValue }
}

/// Milliseconds since 1970-01-01T00:00:00Z: ranks concurrent values and nothing else.
public struct Timestamp: RawRepresentable, Hashable, Comparable, Sendable {
  /// Milliseconds; any 64-bit value is legal, whatever a clock said.
  public let rawValue: Int64

  /// Wraps milliseconds since the Unix epoch.
  @inlinable
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The time just above this one; the greatest value stays, so that no clock can overflow it.
  @inlinable
  public var next: Timestamp { Timestamp(rawValue: rawValue == .max ? .max : rawValue + 1) }

  /// Orders by milliseconds.
  @inlinable
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.rawValue < right.rawValue
  }
}
