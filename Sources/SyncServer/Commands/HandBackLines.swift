import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// What laptops have handed back and wait for a backup to let go, for the state of the centre.
enum HandBackLines {
  /// One line a laptop; none where nothing waits.
  static func all(_ centre: Centre) throws -> [BilingualText] {
    let (waiting, labels) = try centre.inspect {
      (try $0.store.returnsAwaitingBackup(), try $0.reader.scopeLabels())
    }
    return try centre.laptops().compactMap { laptop in
      guard let scopes = waiting[laptop.replica] else { return nil }
      let areas = scopes.map { "“\(labels[$0] ?? "#\($0.rawValue)")”" }.joined(separator: ", ")
      return BilingualText(
        vi: "\(laptop.label) đã gửi hết để trả \(areas), và chờ một bản sao lưu ngoài máy: "
          + "camtay-server backup TỆP --off-machine",
        en: "\(laptop.label) has sent everything to hand back \(areas), and waits for a backup off "
          + "this machine: camtay-server backup FILE --off-machine")
    }
  }
}
