import CommandLine
import FieldWork
import Listings
import Replica

/// What the people of a laptop hear when their centre has declared it lost.
enum DeclaredLostWarning {
  /// The warning; empty where the centre said nothing of it.
  static func all(
    _ laptop: Laptop, on surface: Surface = .commands
  ) throws -> [(code: String, words: BilingualText)] {
    guard let count = try laptop.store.operationsAfterDeclaredLost() else { return [] }
    let label = laptop.store.identity.certificate.label
    let command = "camtay-server laptop found \(ShellWord.quoted(label)) --by "
    return [
      (
        "laptop-declared-lost",
        BilingualText(
          vi: "Trung tâm đã báo mất máy này: \(count) thao tác gửi sau đó đã tới trung tâm nhưng "
            + "chưa được tính và chờ quyết định. Không mất gì. Hãy báo điều phối viên rằng máy "
            + "còn đây, để "
            + "chạy: \(command)TÊN; rồi \(surface.sync.vietnamese).",
          en: "The centre has declared this laptop lost: what it sent since is there, not counted, "
            + "and waits for a ruling (\(counted(count, "operation", "operations"))). Nothing is "
            + "lost. Tell the coordinator that the laptop is here, who runs: \(command)NAME; then "
            + "\(surface.sync.english).")
      )
    ]
  }
}
