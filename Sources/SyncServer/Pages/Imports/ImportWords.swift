import FieldWork
import Listings
import Pages

/// The words of lists that are taken in.
enum ImportWords {
  static let title = BilingualText(vi: "Nhập danh sách", en: "Taking in lists")
  static let lead = BilingualText(
    vi: "Tệp CSV được xem trước từng dòng; chỉ khi bấm ghi thì trung tâm mới ghi. Nhập lại một tệp "
      + "không ghi trùng những gì đã có.",
    en: "A CSV file is shown line by line first; nothing is written before you press the button. "
      + "The same file again writes nothing twice.")
  static let newOne = BilingualText(vi: "Nhập một tệp", en: "Take in a file")
  static let kind = BilingualText(vi: "Tệp này là danh sách", en: "The file lists")
  static let second = BilingualText(vi: "Tệp thứ hai", en: "Second file")
  static let secondHint = BilingualText(
    vi: "thôn một tệp, thành viên một tệp: gửi cùng lúc được",
    en: "hamlets in one file and members in another can be sent together")
  static let place = BilingualText(vi: "Thôn của mọi dòng", en: "Hamlet of all lines")
  static let placeHint = BilingualText(
    vi: "chỉ cho danh sách hộ không ghi thôn: mã hoặc tên",
    en: "only for households without a hamlet: its code or name")
  static let columns = BilingualText(vi: "Cột nào là gì", en: "What columns hold")
  static let columnsHint = BilingualText(
    vi: "chỉ khi trung tâm không nhận ra: mỗi dòng một cột, như “Tên chủ hộ=head”",
    en: "only where the centre does not know them: one a line, such as “Owner=head”")
  static let whichColumns = BilingualText(
    vi: "Tệp cần những cột nào", en: "Which columns a file has")
  static let done = BilingualText(vi: "Các lần nhập", en: "Imports")
  static let holds = BilingualText(vi: "Danh sách", en: "The list")
  static let made = BilingualText(vi: "Đã ghi mới", en: "What it made")
  static let records = BilingualText(vi: "Bản ghi", en: "Records")
  static let code = BilingualText(vi: "Mã", en: "Code")
  static let at = BilingualText(vi: "Lúc", en: "When")
  static let people = BilingualText(vi: "Người", en: "People")
  static let household = BilingualText(vi: "Hộ", en: "Household")
  static let standing = BilingualText(vi: "Còn lại", en: "Standing")
  static let none = BilingualText(
    vi: "Chưa có lần nhập nào.", en: "No list was imported yet.")
  static let catalogueStays = BilingualText(
    vi: "Danh mục đã nhập thì sửa từng bản ghi, không lấy lại cả lần.",
    en: "What else was taken in for everybody is changed one by one and not taken back as a whole.")
  static let noFile = BilingualText(
    vi: "Chưa có tệp nào, hoặc tệp đã gửi quá mười phút; chưa ghi gì. Hãy chọn tệp rồi xem trước.",
    en: "There was no file, or it was sent more than ten minutes ago; nothing was written. Choose "
      + "the file and look at it again.")
  static let sentTwice = BilingualText(
    vi: "Lần bấm này chưa ghi gì: mẫu này đã được gửi một lần hoặc đã cũ. Hãy xem trước lại tệp.",
    en: "This press wrote nothing: the form was sent before, or is old. Look at the file again.")
  static let previewTitle = BilingualText(
    vi: "Xem trước một lần nhập", en: "What this import would write")
  static let onlyShown = BilingualText(
    vi: "Mới chỉ xem trước: chưa ghi gì.", en: "This is a preview: nothing was written yet.")
  static let nothing = BilingualText(
    vi: "Không có gì mới để ghi.", en: "There is nothing new to write.")
  static let write = BilingualText(vi: "Ghi phần mới", en: "Write what is new")
  static let writeNothing = BilingualText(
    vi: "Không ghi gì, trở lại", en: "Write nothing, go back")
  static let written = BilingualText(vi: "Đã ghi xong.", en: "Written.")
  static let another = BilingualText(vi: "Nhập tệp khác", en: "Take in another file")
  static let belongsTo = BilingualText(vi: "Thuộc", en: "Belongs to")
  static let what = BilingualText(vi: "Việc", en: "What happens")
  static let isNew = BilingualText(vi: "mới", en: "new")
  static let isChanged = BilingualText(vi: "sửa", en: "changed")
  static let problems = BilingualText(vi: "Để lại vì có lỗi", en: "Left out for problems")
  static let doubts = BilingualText(vi: "Có thể đã có trong sổ", en: "May be on record")
  static let doubtsMean = BilingualText(
    vi: "Những dòng này chưa được ghi. Chọn cho từng dòng rồi xem trước lại; để nguyên thì dòng đó "
      + "không được ghi.",
    en: "These lines are not written. Choose for each and look again; a line that is left is not "
      + "written.")
  static let decide = BilingualText(vi: "Xem trước lại", en: "Look again")
  static let leave = BilingualText(vi: "để lại, chưa ghi", en: "leave it, write nothing")
  static let new = BilingualText(vi: "là mới, ghi thêm", en: "is new, write it")
  static let lines = BilingualText(vi: "Các dòng của tệp", en: "The lines of the file")
  static let lineNumber = BilingualText(vi: "Dòng", en: "Line")
  static let noHousehold = BilingualText(
    vi: "Tệp không có hộ nào.", en: "The file has no household.")
  static let takeBack = BilingualText(vi: "Lấy lại cả lần nhập", en: "Take the whole import back")
  static let undone = BilingualText(
    vi: "Đã lấy lại. Các máy biết ở lần gửi nhận tới.",
    en: "Taken back. Laptops learn it in their next round.")
  static let nothingToVoid = BilingualText(
    vi: "Không còn bản ghi nào của lần nhập này để hủy.",
    en: "No record of this import is left to be voided.")
  static let staysReadable = BilingualText(
    vi: "Nội dung vẫn đọc được cùng lý do; những gì có người đã dùng thì ở lại.",
    en: "They stay readable with the reason; what somebody has used since stays.")
  static let changesStay = BilingualText(
    vi: "Những gì lần nhập này sửa ở bản ghi có từ trước thì giữ nguyên.",
    en: "What this import changed in records that were there before stays.")
  static let stays = BilingualText(vi: "Ở lại", en: "What stays")
  static let because = BilingualText(vi: "Vì", en: "Because it")

  static func badColumn(_ line: String) -> BilingualText {
    BilingualText(
      vi: "“\(line)” cần dạng TÊN=MỤC. Chưa nhập gì.",
      en: "“\(line)” should be HEADER=FIELD. Nothing was imported.")
  }

  static func same(_ code: String) -> BilingualText {
    BilingualText(vi: "chính là \(code)", en: "is \(code)")
  }

  static func line(_ number: Int, _ name: String) -> BilingualText {
    BilingualText(vi: "Dòng \(number): \(name)", en: "Line \(number): \(name)")
  }

  static func one(_ code: String) -> BilingualText {
    BilingualText(vi: "Lần nhập \(code)", en: "Import \(code)")
  }

  static func wouldVoid(_ households: Int, _ people: Int) -> BilingualText {
    BilingualText(
      vi: "Sẽ hủy \(households) hộ, \(people) người.",
      en: "\(counted(households, "household", "households")) and "
        + "\(counted(people, "person", "people")) would be voided.")
  }

  /// What an import of households made.
  static func contents(_ list: ImportedList) -> BilingualText {
    BilingualText(
      vi: "\(list.households) hộ, \(list.residents) người",
      en: "\(counted(list.households, "household", "households")), "
        + counted(list.residents, "person", "people"))
  }

  /// What an import of the roster made.
  static func contents(_ roster: ImportedRoster) -> BilingualText {
    BilingualText(
      vi: "\(roster.hamlets) thôn, \(roster.teams) tổ, \(roster.members) thành viên",
      en: "\(counted(roster.hamlets, "hamlet", "hamlets")), "
        + "\(counted(roster.teams, "team", "teams")), "
        + counted(roster.members, "member", "members"))
  }

  /// What taking a roster back would remove.
  static func wouldRemove(_ undo: RosterUndo) -> BilingualText {
    BilingualText(
      vi: "Sẽ xóa \(undo.hamlets.count) thôn, \(undo.teams.count) tổ, \(undo.members.count) thành "
        + "viên mà lần nhập này thêm vào.",
      en: "What this import added would be removed: "
        + "\(counted(undo.hamlets.count, "hamlet", "hamlets")), "
        + "\(counted(undo.teams.count, "team", "teams")), "
        + "\(counted(undo.members.count, "member", "members")).")
  }

  /// What it would end, because laptops know it.
  static func wouldEnd(_ count: Int) -> BilingualText {
    BilingualText(
      vi:
        "\(count) tổ, thành viên đã có trên các máy: sẽ kết thúc từ hôm nay, không xóa, vì có thể "
        + "đã có việc ghi cho họ mà chưa gửi.",
      en:
        "\(counted(count, "team or member is", "teams and members are")) on laptops already: they "
        + "end today and are not removed, for work may name them that was not handed over yet.")
  }

  /// That a table shows the first lines alone; nil where it shows all.
  static func further(_ count: Int) -> BilingualText? {
    count <= 0
      ? nil
      : BilingualText(
        vi: "Còn \(count) dòng nữa, không hiện ở đây nhưng cũng được tính ở trên.",
        en: "\(counted(count, "more line is", "more lines are")) not shown here and counted above.")
  }

  /// What an import writes, in numbers.
  static func lines(_ plan: ImportJob.Plan) -> [BilingualText] {
    switch plan {
    case .roster(let plan):
      let texts = [plan.summary.vietnamese, plan.summary.english].map {
        $0.split(separator: "\n").map(String.init)
      }
      return zip(texts[0], texts[1]).map { BilingualText(vi: $0, en: $1) }
    case .households(let plan): return plan.numberLines
    case .records(let load):
      return [
        BilingualText(
          vi: "\(load.added) mới, \(load.unchanged) đã có.",
          en: "\(load.added) new, \(load.unchanged) on record already.")
      ]
    }
  }
}
