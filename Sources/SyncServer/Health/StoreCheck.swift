import FieldWork
import Foundation
import Listings
import Replica
import Synchronization
import SyncProtocol

/// A check of the store that a page started: it goes on in a thread of its own, on connections of its
/// own, while laptops sync; what it found is kept in the log.
final class StoreCheck: Sendable {
  /// How far it is.
  enum Progress: Sendable, Equatable {
    /// None goes on.
    case idle
    /// One goes on; batches read so far, of all.
    case running(done: Int64, total: Int64)
    /// The last one could not be finished; the stable code of why.
    case failed(String)
  }

  private struct State {
    var progress = Progress.idle
    /// What the last one found, in words; the log keeps their codes.
    var findings: [BilingualText] = []
  }

  private let state = Mutex(State())

  /// How far it is.
  var progress: Progress { state.withLock(\.progress) }

  /// What the last one of this run of the program found.
  var findings: [BilingualText] { state.withLock(\.findings) }

  /// Starts one, unless one goes on.
  ///
  /// - Returns: whether it was started.
  func start(_ depth: Verification.Depth, of centre: Centre, by actor: AuditActor) -> Bool {
    let isNew = state.withLock { state in
      if case .running = state.progress { return false }
      state = State(progress: .running(done: 0, total: 0))
      return true
    }
    guard isNew else { return false }
    let home = centre.home
    let surroundings = centre.surroundings
    Thread.detachNewThread { [self] in
      do {
        let guest = try Centre(home, as: .guest, surroundings: surroundings)
        let verification = try guest.check(depth, by: actor) { done, total in
          self.state.withLock { $0.progress = .running(done: done, total: total) }
        }
        state.withLock {
          $0 = State(progress: .idle, findings: verification.findings.map(\.words))
        }
      } catch {
        let code = PersonMessage(error)?.code ?? "store-trouble"
        state.withLock { $0.progress = .failed(code) }
      }
    }
    return true
  }
}

extension Centre {
  /// Checks the store, has rows made anew where they are wrong, and keeps in the log what was found.
  func check(
    _ depth: Verification.Depth, by actor: AuditActor,
    progress: (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
  ) throws -> Verification {
    // In no transaction: what laptops bring meanwhile is not kept waiting for it, and it may write.
    let verification = try perform { field, _ in
      let found = try field.store.verify(depth, progress: progress)
      try field.store.scheduleRecompute(after: found)
      return found
    }
    try note(StoreCheckNote.event(verification, depth), by: actor)
    return verification
  }

  /// The last check that the log knows.
  func lastStoreCheck() throws -> AuditEntry? {
    var wanted = AuditLog.Wanted()
    wanted.act = AuditEvent.Act.storeChecked.rawValue
    return try read { try AuditLog($0.connection).entries(wanted, limit: 1).entries.first }
  }
}

/// What the log keeps of a check.
enum StoreCheckNote {
  private static let sound = "sound"

  /// The line: how deep, how much, and the codes of what was found.
  static func event(
    _ verification: Verification, _ depth: Verification.Depth
  ) -> AuditEvent {
    let codes = Set(verification.findings.map(\.code)).sorted().joined(separator: ",")
    return AuditEvent(
      .storeChecked, depth == .deep ? "deep" : "quick",
      detail: "batches=\(verification.batchCount) "
        + (codes.isEmpty ? sound : "findings=\(verification.findings.count):\(codes)"))
  }

  /// Whether a line says that everything agreed.
  static func isSound(_ entry: AuditEntry) -> Bool { entry.detail.hasSuffix(" \(sound)") }
}
