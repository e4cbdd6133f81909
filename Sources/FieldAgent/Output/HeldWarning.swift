import CommandLine
import FieldWork
import Listings

/// What is said of operations that the centre has and cannot merge yet.
enum HeldWarning {
  /// The warning for so many operations.
  static func words(_ count: Int64) -> BilingualText {
    BilingualText(
      vi: "\(count) thao tác nằm chờ ở trung tâm; hãy báo điều phối viên.",
      en: "\(counted(count, "operation waits", "operations wait")) at the centre; tell the "
        + "coordinator.")
  }
}
