import SyncProtocol
import Synchronization

/// How far the log was found whole, so that whoever looks at it does not walk through years of lines
/// each time.
///
/// Lines behind that point are walked whenever somebody looks. What was altered before it shows with
/// the next check of everything: once a day, when the program starts, and when somebody asks for it.
final class AuditProof: Sendable {
  /// What a look found.
  struct Checked: Sendable, Equatable {
    /// Of every line.
    let verdict: AuditLog.Verdict
    /// When every line was last walked.
    let wholeAt: Timestamp
  }

  private struct Proven {
    let line: Int64
    let hash: [UInt8]
    let wholeAt: Timestamp
  }

  /// Milliseconds for which a check of everything holds.
  private static let maximumAge: Int64 = 24 * 3_600_000

  private let proven = Mutex<Proven?>(nil)

  /// Checks the log, as far as that was not done before.
  ///
  /// - Parameter isWhole: walks every line, whatever was found before.
  func check(_ log: AuditLog, isWhole: Bool, at time: Timestamp) throws -> Checked {
    let known = proven.withLock(\.self).flatMap { known in
      let age = time.rawValue - known.wholeAt.rawValue
      return isWhole || age < 0 || age > Self.maximumAge ? nil : known
    }
    let verdict = try log.verify(after: known.map { ($0.line, $0.hash) })
    let wholeAt = known?.wholeAt ?? time
    let found: Proven? =
      switch verdict {
      case .whole(let lines, let head): Proven(line: lines, hash: head, wholeAt: wholeAt)
      case .broken: nil
      }
    proven.withLock { $0 = found }
    return Checked(verdict: verdict, wholeAt: wholeAt)
  }
}
