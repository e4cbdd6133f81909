import FieldWork
import Replica
import SyncProtocol

/// What is said of a record that somebody of another team made on this laptop: it is saved, and
/// counts for that team.
enum StrangerWarning {
  /// The warning; empty where the member is of the laptop's team, or nobody knows which that is.
  static func all(
    _ author: RowID, _ laptop: Laptop, on surface: Surface = .commands
  ) throws -> [(code: String, words: BilingualText)] {
    let reader = laptop.records.reader
    guard let usual = laptop.configuration.member, usual != author,
      let own = try reader.record(Member.self, usual)?.team,
      let member = try reader.record(Member.self, author), let team = member.team, team != own
    else { return [] }
    let name = member.fullName ?? member.codeText
    func label(_ team: RowID) throws -> String {
      try reader.record(Team.self, team).map { $0.name ?? $0.codeText } ?? "–"
    }
    let (theirs, ours) = (try label(team), try label(own))
    return [
      (
        "member-of-another-team",
        BilingualText(
          vi: "Đã lưu. \(name) thuộc “\(theirs)”, còn máy này của “\(ours)”: bản ghi được tính cho "
            + "người ấy. ",
          en: "Saved. \(name) is of “\(theirs)”, and this laptop of “\(ours)”: the record is that "
            + "person's. ")
          + surface.next(
            command: BilingualText(
              vi: "Nếu gõ nhầm tên, hãy sửa bản ghi với --as đúng người.",
              en: "If the name was a slip, write it anew with the right --as."),
            page: BilingualText(
              vi: "Nếu ngồi nhầm tài khoản, hãy hủy bản ghi, đổi người rồi ghi lại.",
              en: "If it was another's seat, void the record, switch user and write it anew."))
      )
    ]
  }
}
