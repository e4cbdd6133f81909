import Replica
import Web

/// What keeps two laptops apart beside what they find out about each other.
package enum NeighbourError: Error, Equatable, Sendable {
  /// Somebody answers at the address with another key than the one that was offered there.
  case between
  /// The connection did not come about.
  case unreachable
  /// The connection broke, or took too long.
  case brokenOff
  /// What answers is no laptop that waits.
  case notALaptop
  /// Nobody came in time.
  case nobodyCame
  /// Somebody ended it at this laptop.
  case stopped
  /// The port is taken, or may not be used.
  case portTaken(UInt16)
  /// This laptop is in no network.
  case noNetwork

  /// The stable code.
  package var code: String {
    switch self {
    case .between: "somebody-between"
    case .unreachable: "neighbour-unreachable"
    case .brokenOff: "neighbour-broken-off"
    case .notALaptop: MeetingError.notALaptop.code
    case .nobodyCame: "nobody-came"
    case .stopped: "meeting-stopped"
    case .portTaken: "port-taken"
    case .noNetwork: "no-network"
    }
  }

  /// What a failure of a transfer to a neighbour means.
  init(_ error: WebError) {
    switch error {
    case .cannotResolve, .cannotConnect: self = .unreachable
    case .wrongPin: self = .between
    case .tlsFailed, .answerTooLarge: self = .notALaptop
    case .stopped: self = .stopped
    default: self = .brokenOff
    }
  }
}
