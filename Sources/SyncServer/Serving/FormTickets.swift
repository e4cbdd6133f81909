import FieldWork
import Replica
import Synchronization
import SyncProtocol

/// What pages remember between two requests, in memory alone: which forms that must not be sent twice
/// were sent, and files that somebody is about to download.
final class FormTickets: Sendable {
  /// How long a file waits: ten minutes.
  private static let fileMilliseconds: Int64 = 600_000
  private static let maximumFiles = 16
  private static let maximumForms = 1_000

  private struct File {
    let account: String
    let bytes: [UInt8]
    let until: Int64
  }

  private struct State {
    /// Forms that were shown and not sent, oldest first.
    var forms: [String] = []
    var files: [String: File] = [:]
  }

  private let state = Mutex(State())
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// A ticket for a form that is shown.
  func issue() -> String {
    let ticket = draw()
    state.withLock { state in
      if state.forms.count >= Self.maximumForms { state.forms.removeFirst() }
      state.forms.append(ticket)
    }
    return ticket
  }

  /// Whether a form was shown and is sent for the first time.
  func use(_ ticket: String) -> Bool {
    state.withLock { state in
      guard let place = state.forms.firstIndex(of: ticket) else { return false }
      state.forms.remove(at: place)
      return true
    }
  }

  /// Keeps a file for whoever made it, under a ticket.
  func keep(_ bytes: [UInt8], for account: String) -> String {
    let ticket = draw()
    let now = surroundings.clock().monotonicMilliseconds
    state.withLock { state in
      state.files = state.files.filter { $0.value.until > now }
      if state.files.count >= Self.maximumFiles,
        let oldest = state.files.min(by: { $0.value.until < $1.value.until })
      {
        state.files[oldest.key] = nil
      }
      state.files[ticket] = File(
        account: account, bytes: bytes, until: now + Self.fileMilliseconds)
    }
    return ticket
  }

  /// A file that waits; nil for others than whoever made it.
  func file(_ ticket: String, of account: String) -> [UInt8]? {
    let now = surroundings.clock().monotonicMilliseconds
    return state.withLock { state in
      guard let file = state.files[ticket], file.account == account, file.until > now else {
        return nil
      }
      return file.bytes
    }
  }

  private func draw() -> String {
    var random = surroundings.generator()
    return (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max, using: &random), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}
