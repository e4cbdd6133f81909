import Replica
import SQLite

extension Centre {
  /// Copies keys and store into a folder that has no store yet; others go on writing meanwhile.
  ///
  /// The store comes last: a folder that has one is a whole backup.
  /// - Throws: `CentreError.outputExists`, `HomeError`, `SQLError`.
  package func backup(to target: HomeFolder, progress: (_ percent: Int) -> Void) throws {
    guard !target.hasStore else { throw CentreError.outputExists(target.path) }
    try target.create()
    // Offered to laptops once the backup has been verified.
    _ = try administer { store, clock in try store.refreshSnapshots(clock: clock) }
    for name in CentreKeys.fileNames {
      if let content = try home.read(name) { try target.write(name, content) }
    }
    // A connection of its own: neither pages nor laptops wait for the copy.
    let source = try Connection(
      path: home.storePath, mode: .readOnly, busyTimeoutMilliseconds: 5_000)
    try Store.backup(source, to: target.storePath) { step in
      let done = step.totalPages - step.remainingPages
      progress(100 * done / max(1, step.totalPages))
    }
  }
}
