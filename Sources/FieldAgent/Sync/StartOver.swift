import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// Giving up what a restored centre lacks and only this laptop has: shown before, kept in a backup,
/// and then done by the next rounds.
final class StartOver {
  private let areas: [(label: BilingualText, preview: StartOverPreview)]
  /// The backup that was made before; nil until then.
  private(set) var backup: String?

  /// Looks at the areas that stopped in the last sync; no other is given up.
  init(_ laptop: Laptop) throws {
    areas = try laptop.store.stoppedScopes().map {
      (try StoppedWarning.label(of: $0, laptop), try laptop.store.startOverPreview(of: $0))
    }
  }

  /// Whether some area stopped.
  var isNeeded: Bool { !areas.isEmpty }

  /// What is said where none did.
  static let notNeeded = BilingualText(
    vi: "Lần gửi nhận trước không có địa bàn nào dừng lại, nên không bỏ gì; đây là lần gửi nhận "
      + "thường.",
    en: "No area had stopped in the last sync, so nothing is given up; this is an ordinary sync.")

  /// Shows what would be given up.
  func write(to console: Console) {
    if console.isJSON {
      console.json([
        "preview": .bool(true),
        "areas": .array(
          areas.map { area in
            [
              "scope": .text(String(area.preview.scope.rawValue)),
              "records_only_here_at_most": .object(
                kinds(of: area.preview).map { .init($0.key, .integer(Int64($0.count))) }),
              "own_entries_not_kept": .integer(area.preview.ownOperations),
              "unsent_entries": .integer(area.preview.unsentOperations),
            ]
          }),
      ])
      return
    }
    for area in areas { console.say(area.label + words(area.preview)) }
    console.say(
      BilingualText(
        vi: "Mới chỉ xem thử: chưa gửi, chưa bỏ gì. Trước khi làm thật, máy tự sao lưu và đọc lại "
          + "bản sao; không sao lưu được thì không bỏ gì. Làm thật: camtay sync --start-over --yes",
        en: "This was a preview: nothing was sent and nothing given up. Before it is done, this "
          + "laptop makes a backup and reads it back; where that fails nothing is given up. To do "
          + "it: camtay sync --start-over --yes"))
  }

  /// Makes the backup, and only then allows the rounds to give these areas up.
  func begin(_ laptop: Laptop, _ console: Console) throws {
    let path = Self.freePath(in: laptop.home)
    var random = laptop.random
    do {
      _ = try laptop.store.backup(to: path, at: laptop.clock().wall, random: &random)
    } catch {
      console.note(
        BilingualText(
          vi: "Không sao lưu được nên chưa gửi và chưa bỏ gì; mọi bản ghi vẫn còn trên máy này.",
          en: "No backup could be made, so nothing was sent and nothing given up; every record is "
            + "still on this laptop."))
      throw error
    }
    backup = path
    laptop.store.givesUpRows = Set(areas.map(\.preview.scope))
  }

  /// Where what was given up can be had back.
  static func wayBack(_ backup: String?) -> BilingualText {
    guard let backup else { return BilingualText(same: "") }
    return BilingualText(
      vi: " Bản sao lưu ngay trước đó vẫn có đủ: \(backup). Lấy lại nguyên trạng: camtay restore "
        + "\(ShellWord.quoted(backup)) --force (những gì ghi từ nay được giữ trong tệp khác), khi ấy "
        + "địa bàn lại dừng cho đến khi trung tâm có bản mới hơn.",
      en: " The backup of just before has them all: \(backup). To go back to it: camtay restore "
        + "\(ShellWord.quoted(backup)) --force (what is recorded from now on is set aside); the area "
        + "then stops again until the centre has a newer state.")
  }

  /// The sync ended before its end, with the areas given up or not.
  static func cutOff(_ backup: String) -> BilingualText {
    BilingualText(
      vi: "Lần gửi nhận dừng giữa chừng. Địa bàn có thể đã được bỏ và chưa nhận lại hết: khi hết "
        + "trở ngại, chạy “camtay sync” thường để nhận tiếp.",
      en: "The sync was cut off. The areas may be given up already and not yet received again: "
        + "when the trouble is over, an ordinary “camtay sync” goes on.")
      + wayBack(backup)
  }

  private static func freePath(in home: HomeFolder) -> String {
    var number = 1
    while true {
      let path = "\(home.path)/before-start-over-\(number)"
      if !HomeFolder.exists(path) { return path }
      number += 1
    }
  }

  private struct Kind {
    let key: String
    let count: Int
    let words: BilingualText
  }

  /// Records of a preview by kind; what has no name of its own last, together.
  private func kinds(of preview: StartOverPreview) -> [Kind] {
    let named: [(TableDefinition, String, String, String)] = [
      (HouseholdTable.definition, "hộ", "household", "households"),
      (ResidentTable.definition, "người dân", "resident", "residents"),
      (VisitTable.definition, "lượt thăm", "visit", "visits"),
      (AssistTable.definition, "lượt hỗ trợ", "assist", "assists"),
      (SubmissionTable.definition, "hồ sơ", "dossier", "dossiers"),
    ]
    var rest = preview.onlyRows
    var kinds: [Kind] = named.compactMap { table, vi, one, many in
      guard let count = rest.removeValue(forKey: table.id) else { return nil }
      return Kind(
        key: table.name, count: count,
        words: BilingualText(vi: "\(count) \(vi)", en: counted(count, one, many)))
    }
    let others = rest.values.reduce(0, +)
    if others > 0 {
      kinds.append(
        Kind(
          key: "other", count: others,
          words: BilingualText(
            vi: "\(others) bản ghi khác", en: counted(others, "other record", "other records"))))
    }
    return kinds
  }

  private func words(_ preview: StartOverPreview) -> BilingualText {
    let kinds = kinds(of: preview).map(\.words)
    let list =
      kinds.isEmpty
      ? BilingualText(vi: "không có bản ghi nào", en: "no record")
      : BilingualText(
        vi: kinds.map(\.vietnamese).joined(separator: ", "),
        en: kinds.map(\.english).joined(separator: ", "))
    let lost =
      BilingualText(
        vi: ": không còn hiện trên máy này, nếu trung tâm và máy khác không có, nhiều nhất: ",
        en: ": what this laptop would show no longer, where neither the centre nor another laptop "
          + "has it, at most: ") + list
      + BilingualText(
        vi: ", cùng những lần sửa ghi cùng lúc ấy.", en: ", with the edits of that time.")
    guard preview.unsentOperations > 0 else { return lost }
    return lost
      + BilingualText(
        vi: " \(preview.unsentOperations) thao tác chưa gửi vẫn được gửi, nhưng có thể phải chờ ở "
          + "trung tâm và khóa việc ghi ở đây cho đến khi điều phối viên khai báo phần mất (gap "
          + "declare).",
        en: " Not handed over yet: \(counted(preview.unsentOperations, "entry", "entries")); sent "
          + "all the same, but perhaps waiting at the centre, with recording here shut, until the "
          + "coordinator declares what is lost (gap declare).")
  }
}
