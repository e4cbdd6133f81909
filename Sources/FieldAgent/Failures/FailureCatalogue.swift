import CommandLine
import FieldWork
import Replica
import SQLite
import SyncProtocol
import Web

/// The one place where an error of any room below becomes words for people and an exit code.
package enum FailureCatalogue {
  /// The failure of an error; nil when no room below throws it.
  package static func failure(for error: any Error) -> Failure? {
    switch error {
    case let error as AgentError: failure(error)
    case let error as HomeError: failure(error)
    case let error as EnrolmentError: failure(error)
    case let error as EnrolmentCode.Problem: failure(error)
    case let error as WebError: failure(error)
    case let error as ProtocolError: failure(error)
    case let error as ReplicaError: failure(error)
    default: PersonMessage(error).map(failure)
    }
  }

  /// A message of the domain.
  static func failure(_ message: PersonMessage) -> Failure {
    Failure(
      code: message.code, exitCode: exitCode(message.category), words: Words(message.words))
  }

  private static func exitCode(_ category: ErrorCategory) -> ExitCode {
    switch category {
    case .userError: .userError
    case .needsAttention: .needsAttention
    case .refusedForSafety: .refusedForSafety
    case .damagedInput: .damagedInput
    case .disk: .diskOrStick
    case .notAllowed: .notAllowed
    }
  }

  /// What is said after every failure of a network.
  static let dataAreSafe = Words(
    vi: "Dữ liệu của bạn vẫn còn nguyên trong máy này.",
    en: "Your data are still on this laptop.")

  /// Composes a failure from two sentences of each language.
  static func make(
    _ code: String, _ exitCode: ExitCode, vi: String, en: String, isNetwork: Bool = false
  ) -> Failure {
    let safe = isNetwork ? dataAreSafe : Words(same: "")
    func join(_ text: String, _ safe: String) -> String {
      safe.isEmpty ? text : "\(text)\n\(safe)"
    }
    return Failure(
      code: code, exitCode: exitCode,
      words: Words(vi: join(vi, safe.vietnamese), en: join(en, safe.english)))
  }
}

extension Words {
  /// The domain's text as the console takes it.
  init(_ text: BilingualText) { self.init(vi: text.vietnamese, en: text.english) }
}

extension MessageLanguage {
  /// The same language as the domain names it.
  var language: Language { self == .vietnamese ? .vietnamese : .english }
}
