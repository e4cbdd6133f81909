import SQLite
import SyncProtocol

/// Short numbers for the origins that this store has met, so that a dot takes three bytes beside a
/// row and not eight. They mean nothing elsewhere.
final class OriginNumbers {
  private let connection: Connection
  private var known = Known()

  fileprivate struct Pair {
    var origin: Origin
    var number: UInt64

    static func place(of origin: Origin) -> Int {
      Int(truncatingIfNeeded: origin.rawValue ^ origin.rawValue >> 20) & 63
    }

    static func place(of number: UInt64) -> Int { Int(truncatingIfNeeded: number) & 63 }
  }

  /// What is in memory; a transaction that fails goes back to what it found.
  struct Known {
    fileprivate var numberByOrigin: [Origin: UInt64] = [:]
    fileprivate var originByNumber: [UInt64: Origin] = [:]
    /// Those met last, each at the place that its bits give: rows name few origins again and again,
    /// and a look here hashes nothing.
    fileprivate var lastByOrigin = Array(repeating: Pair?.none, count: 64)
    fileprivate var lastByNumber = Array(repeating: Pair?.none, count: 64)
  }

  init(connection: Connection) { self.connection = connection }

  /// What is known now, to be given to `restore`.
  var snapshot: Known { known }

  func restore(_ snapshot: Known) { known = snapshot }

  /// A dot with its origin's number, which is made when it is missing.
  func packed(_ dot: Dot) throws -> UInt64 {
    try number(of: dot.origin) << UInt64(Dot.counterBits) | UInt64(dot.counter)
  }

  /// The dot of what `packed` gave.
  func dot(_ packed: UInt64) throws -> Dot {
    let number = packed >> UInt64(Dot.counterBits)
    let counter = UInt32(packed & UInt64(Dot.maximumCounter))
    let origin = try origin(of: number)
    guard let dot = Dot(replica: origin.replica, session: origin.session, counter: counter) else {
      throw ProtocolError.malformed(.numberOutOfRange)
    }
    return dot
  }

  private func number(of origin: Origin) throws -> UInt64 {
    if let last = known.lastByOrigin[Pair.place(of: origin)], last.origin == origin {
      return last.number
    }
    if let number = known.numberByOrigin[origin] {
      keep(origin, number)
      return number
    }
    try connection.execute(
      "INSERT OR IGNORE INTO origin (origin) VALUES (?)", .integer(origin.rawValue))
    let number = try connection.integer(
      "SELECT number FROM origin WHERE origin = ?", .integer(origin.rawValue))
    // More origins than the bits above a counter hold cannot be told apart.
    guard (0..<Int64(1) << 44).contains(number) else {
      throw ProtocolError.malformed(.numberOutOfRange)
    }
    keep(origin, UInt64(number))
    return UInt64(number)
  }

  private func origin(of number: UInt64) throws -> Origin {
    if let last = known.lastByNumber[Pair.place(of: number)], last.number == number {
      return last.origin
    }
    if let origin = known.originByNumber[number] {
      keep(origin, number)
      return origin
    }
    let stored = try connection.row(
      "SELECT origin FROM origin WHERE number = ?", .integer(Int64(clamping: number))
    ) { try $0.integer(at: 0) }
    guard let origin = stored.flatMap(Origin.init(rawValue:)) else {
      throw ProtocolError.malformed(.noSuchEntry)
    }
    keep(origin, number)
    return origin
  }

  private func keep(_ origin: Origin, _ number: UInt64) {
    known.numberByOrigin[origin] = number
    known.originByNumber[number] = origin
    let pair = Pair(origin: origin, number: number)
    known.lastByOrigin[Pair.place(of: origin)] = pair
    known.lastByNumber[Pair.place(of: number)] = pair
  }
}
