import CommandLine
import Replica

/// What `restore --dry-run` tells: the file is sound, and what the present store has beyond it.
package struct RestoreCheck: Sendable {
  private let path: String
  private let more: (batches: Int64, operations: Int64)

  /// Checks a file against the store of a home, and changes nothing.
  /// - Throws: `ReplicaError.notAStore`, `BackupDamage`, `HomeError`, `SQLError`.
  package init(
    _ path: String, into home: HomeFolder, random: inout some RandomNumberGenerator,
    progress: (_ percent: Int64) -> Void = { _ in }
  ) throws {
    self.path = path
    let file = try BackupFile(checking: path)
    // Beside the store, where a restore needs the room too; without a home beside the file.
    let copy = "\(home.hasStore ? home.storePath : path).checking"
    try file.check(copyingTo: copy, random: &random, progress: progress)
    more = home.hasStore ? try file.lacking(from: home.storePath) : (0, 0)
  }

  /// Needs attention where something would be put aside.
  package var exitCode: ExitCode { more == (0, 0) ? .done : .needsAttention }

  /// Writes what was found.
  package func write(to console: Console) {
    if console.isJSON {
      console.json([
        "backup": .text(path), "batches_lacking": .integer(more.batches),
        "operations_lacking": .integer(more.operations),
      ])
      return
    }
    console.say(
      more == (0, 0)
        ? BilingualText(
          vi: "\(path) dùng được và có đủ mọi thứ đang có ở đây. Chưa thay đổi gì.",
          en: "\(path) is sound and has everything that is here. Nothing was changed.")
        : BilingualText(
          vi: "\(path) dùng được, nhưng thiếu \(more.batches) gói và \(more.operations) thao tác "
            + "đang có ở đây. Phục hồi cần --force; dữ liệu cũ được giữ lại. Chưa thay đổi gì.",
          en: "\(path) is sound, but lacks \(counted(more.batches, "batch", "batches")) and "
            + "\(counted(more.operations, "operation", "operations")) that are here. To restore it --force is needed; the old data are kept. "
            + "Nothing was changed."))
  }
}
