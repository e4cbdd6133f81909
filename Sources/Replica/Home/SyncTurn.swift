import Glibc

/// The turn to sync of a home: one process at a time goes through rounds, while others may go on
/// recording. Two at once would ask for the same batches and meet each other's cursors.
package final class SyncTurn: Sendable {
  private let folder: Int32

  /// Takes the turn; nil when another process has it.
  ///
  /// The lock is on the folder itself, apart from `HomeLock`, and ends with the process.
  /// - Throws: `HomeError`.
  package init?(_ home: HomeFolder) throws {
    folder = open(home.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw HomeError.system(path: home.path, reason: errno) }
    while flock(folder, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      if reason == EINTR { continue }
      close(folder)
      guard reason == EWOULDBLOCK else {
        throw HomeError.system(path: home.path, reason: reason)
      }
      return nil
    }
  }

  deinit { if folder >= 0 { close(folder) } }
}
