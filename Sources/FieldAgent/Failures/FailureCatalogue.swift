import CommandLine
import FieldWork
import Listings
import Replica
import SQLite
import SyncProtocol
import Web

/// The one place where an error of any room below becomes words for people and an exit code.
package enum FailureCatalogue {
  /// The failure of an error, with the next step as it is done where it is read; nil when no room
  /// below throws it.
  package static func failure(
    for error: any Error, on surface: Surface = .commands
  ) -> Failure? {
    switch error {
    case let error as AgentError: failure(error, on: surface)
    case let error as AccountError: failure(error, on: surface)
    case let error as HomeError: failure(error)
    case let error as EnrolmentError: failure(error)
    case let error as EnrolmentCode.Problem: failure(error)
    case let error as EnrolmentText.Problem: failure(error)
    case let error as WebError: failure(error)
    case let error as MeetingError: failure(error, on: surface)
    case let error as NeighbourError: failure(error)
    case let error as NeighbourBreak: failure(error, on: surface)
    case let error as ProtocolError: failure(error)
    case let error as ReplicaError: failure(error)
    case let error as BackupDamage: Failure(error)
    case let error as UpdateProblem: failure(error)
    default: PersonMessage(error).map { Failure($0) }
    }
  }

  /// What is said after every failure of a network.
  static let dataAreSafe = BilingualText(
    vi: "Dữ liệu của bạn vẫn còn nguyên trong máy này.",
    en: "Your data are still on this laptop.")

  /// Composes a failure from two sentences of each language.
  static func make(
    _ code: String, _ exitCode: ExitCode, vi: String, en: String, isNetwork: Bool = false
  ) -> Failure {
    let safe = isNetwork ? dataAreSafe : BilingualText(same: "")
    func join(_ text: String, _ safe: String) -> String {
      safe.isEmpty ? text : "\(text)\n\(safe)"
    }
    return Failure(
      code: code, exitCode: exitCode,
      words: BilingualText(vi: join(vi, safe.vietnamese), en: join(en, safe.english)))
  }
}
