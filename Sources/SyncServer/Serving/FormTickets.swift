import FieldWork
import Replica
import Synchronization
import SyncProtocol
import Web

/// What pages remember between two requests, in memory alone: which forms that must not be sent twice
/// were sent, files that somebody is about to download, and what was typed into a form that came
/// after its session had ended.
final class FormTickets: Sendable {
  private static let maximumFiles = 16
  private static let maximumForms = 1_000

  /// Forms that were shown and not sent, oldest first.
  private let forms = Mutex<[String]>([])
  private let files: Ticketed<[UInt8]>
  private let late: Ticketed<NamedValues>
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
    files = Ticketed(surroundings, atMost: Self.maximumFiles)
    late = Ticketed(surroundings, atMost: LateForm.maximumCount)
  }

  /// A ticket for a form that is shown.
  func issue() -> String {
    let ticket = Self.draw(surroundings)
    forms.withLock { forms in
      if forms.count >= Self.maximumForms { forms.removeFirst() }
      forms.append(ticket)
    }
    return ticket
  }

  /// Whether a form was shown and is sent for the first time.
  func use(_ ticket: String) -> Bool {
    forms.withLock { forms in
      guard let place = forms.firstIndex(of: ticket) else { return false }
      forms.remove(at: place)
      return true
    }
  }

  /// Keeps a file for whoever made it, under a ticket.
  func keep(_ bytes: [UInt8], for account: String) -> String { files.keep(bytes, for: account) }

  /// A file that waits; nil for others than whoever made it.
  func file(_ ticket: String, of account: String) -> [UInt8]? { files.value(ticket, of: account) }

  /// Keeps what was typed into a form that came too late, for whoever typed it.
  func keep(_ typed: NamedValues, for account: String) -> String { late.keep(typed, for: account) }

  /// What was typed into it; nil for others, and when its time is over.
  func typed(_ ticket: String, of account: String) -> NamedValues? {
    late.value(ticket, of: account)
  }

  /// A number that nobody guesses.
  static func draw(_ surroundings: Surroundings) -> String {
    var random = surroundings.generator()
    return (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max, using: &random), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}
