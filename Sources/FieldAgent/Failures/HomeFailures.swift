import CommandLine
import FieldWork
import Listings
import Replica

extension FailureCatalogue {
  /// Failures of a home folder.
  static func failure(_ error: HomeError) -> Failure {
    Failure(
      error,
      inUse: BilingualText(
        vi: "Một chương trình camtay khác đang dùng thư mục dữ liệu này; chưa ghi gì. "
          + "Hãy đợi nó xong rồi làm lại.",
        en: "Another camtay is using this data folder; nothing was written. "
          + "Wait until it has finished and try again."))
  }

  /// Failures of the laptop's own parts.
  static func failure(_ error: AgentError, on surface: Surface = .commands) -> Failure {
    switch error {
    case .homeUnknown:
      return make(
        error.code, .userError, vi: "Không biết dữ liệu ở đâu; hãy thêm --home THƯ_MỤC.",
        en: "It is not known where the data are; add --home DIR.")
    case .notEnrolled(let home):
      return make(
        error.code, .refusedForSafety,
        vi: "Máy này chưa được ghi danh với trung tâm nào nên chưa ghi được gì (\(home)).\n"
          + "Hãy xin điều phối viên một mã ghi danh, rồi chạy:\n"
          + "  camtay enroll --server ĐỊA_CHỈ --code MÃ      (khi có mạng)\n"
          + "  camtay enroll --file TỆP --code MÃ            (khi không có mạng)\n"
          + "Tra cứu thủ tục và địa danh (guide, place find) dùng được ngay.",
        en: "This laptop is not enrolled with a centre, so nothing can be recorded yet (\(home)).\n"
          + "Ask the coordinator for an enrolment code, then run:\n"
          + "  camtay enroll --server URL --code CODE      (with a network)\n"
          + "  camtay enroll --file PATH --code CODE       (without one)\n"
          + "Looking up procedures and places (guide, place find) works already.")
    case .alreadyEnrolled(let centre):
      return make(
        error.code, .refusedForSafety,
        vi: "Máy này đã được ghi danh với trung tâm \(centre); không có gì bị thay đổi. "
          + "Muốn có máy thứ hai, hãy dùng --home với thư mục khác. Nếu máy này từng bị báo mất, "
          + "điều phối viên chạy: camtay-server laptop found MÁY --by TÊN.",
        en: "This laptop is enrolled with the centre \(centre) already; nothing was changed. "
          + "For a second laptop use --home with another folder. If this one was declared lost, "
          + "the coordinator runs: camtay-server laptop found LAPTOP --by NAME.")
    case .storeWithoutEnrolment(let home):
      return make(
        error.code, .refusedForSafety,
        vi: "Trong \(home) có dữ liệu nhưng thiếu config.json của nó; không có gì bị thay đổi. "
          + "Hãy chép lại config.json và keys/ từ bản sao lưu.",
        en: "\(home) holds data without their config.json; nothing was changed. "
          + "Put config.json and keys/ back from a backup.")
    case .configurationDamaged(let home):
      return make(
        error.code, .damagedInput,
        vi: "Tệp \(home)/config.json bị hỏng; dữ liệu trong store.sqlite không bị động đến. "
          + "Hãy chép lại tệp này từ bản sao lưu.",
        en: "\(home)/config.json is damaged; the data in store.sqlite were not touched. "
          + "Put the file back from a backup.")
    case .keyDamaged(let path):
      return make(
        error.code, .damagedInput,
        vi: "Tệp khóa \(path) thiếu hoặc hỏng; dữ liệu không bị động đến. "
          + "Hãy chép lại thư mục keys/ từ bản sao lưu.",
        en: "The key file \(path) is missing or damaged; the data were not touched. "
          + "Put the folder keys/ back from a backup.")
    case .centreWithoutAddress:
      return make(
        error.code, .userError,
        vi: "Tệp ghi danh không có địa chỉ trung tâm nên không gửi qua mạng được. "
          + "Hãy báo điều phối viên.",
        en: "The enrolment file named no address of the centre, so nothing can be sent over a "
          + "network. Tell the coordinator.", isNetwork: true)
    case .directoryMissing:
      return make(
        error.code, .refusedForSafety,
        vi: "Danh sách thôn và thành viên chưa về máy này nên chưa ghi được gì. "
          + "Hãy \(surface.sync.vietnamese) một lần khi có mạng; sau đó ghi được cả khi không có "
          + "mạng.",
        en: "Hamlets and members have not arrived on this laptop, so nothing can be recorded yet. "
          + "\(surface.syncFirst) once with a network; after that you can record without one.")
    case .noArea(let label, let unsent):
      let command = "camtay-server grant add \(ShellWord.option("laptop", label)) --place "
      let safe =
        unsent == 0
        ? BilingualText(
          vi: "Mọi thứ đã ghi đã gửi hết và an toàn ở trung tâm.",
          en: "All that was recorded here was sent and is safe at the centre.")
        : BilingualText(
          vi: "\(unsent) thao tác chưa gửi vẫn còn trong máy này: hãy \(surface.sync.vietnamese).",
          en: "\(counted(unsent, "operation is", "operations are")) not sent yet and still on this "
            + "laptop: \(surface.sync.english).")
      return make(
        error.code, .refusedForSafety,
        vi: "Máy này đã gửi nhận nhưng trung tâm không giao cho nó địa bàn nào: địa bàn đã chuyển "
          + "cho tổ khác, hoặc chưa được giao; nên chưa ghi được gì. \(safe.vietnamese) Hãy nhờ "
          + "điều phối viên giao địa bàn: \(command)THÔN; rồi \(surface.sync.vietnamese).",
        en: "This laptop has synced, but the centre lets it hold no area: its area went to another "
          + "team, or none was given to it. So nothing can be recorded. \(safe.english) The "
          + "coordinator can give it one: \(command)HAMLET; then \(surface.sync.english).")
    case .communeAreaMissing:
      return make(
        error.code, .refusedForSafety,
        vi: "Máy này đã gửi nhận nhưng trung tâm không cho giữ địa bàn có danh sách thành viên của "
          + "tổ, nên chưa ghi được gì; \(surface.sync.vietnamese) thêm cũng vậy. Hãy gọi điều "
          + "phối viên: ở trung tâm, “camtay-server status” nêu tên máy này và lệnh phải chạy. "
          + "Mọi thứ đã ghi vẫn an toàn.",
        en: "This laptop has synced, but the centre lets it hold no area with the members of its "
          + "team, so nothing can be recorded; further syncs change nothing. Call the coordinator: "
          + "at the centre “camtay-server status” names this laptop and the command to run. What "
          + "was recorded is safe.")
    case .practiceHome, .noPractice, .unknownInPractice: return practiceFailure(error)
    case .storeMissing(let home):
      return make(
        error.code, .damagedInput,
        vi: "Tệp dữ liệu store.sqlite trong \(home) đã mất hoặc rỗng, dù máy này đã ghi. Chưa thay "
          + "đổi gì. Hãy lấy lại tệp từ bản sao lưu, hoặc báo điều phối viên; đừng ghi tiếp.",
        en: "The data file store.sqlite in \(home) is missing or empty, although this laptop has "
          + "records. Nothing was changed. Put it back from a backup, or tell the coordinator; "
          + "record nothing until then.")
    case .fileMissing(let path):
      return make(
        error.code, .userError, vi: "Không có tệp \(path); hãy xem lại đường dẫn.",
        en: "There is no file \(path); look at the path again.")
    case .backupExists(let path):
      return make(
        error.code, .refusedForSafety,
        vi: "Trong \(path) đã có một bản sao lưu; nó được giữ nguyên. Hãy chọn thư mục khác.",
        en: "\(path) holds a backup already; it was left as it is. Choose another folder.")
    case .paperExists(let path):
      return make(
        error.code, .refusedForSafety,
        vi: "Đã có tệp \(path); nó được giữ nguyên và chưa đánh số tờ nào. Hãy chọn tên khác, hoặc "
          + "thêm --force để thay.",
        en: "There is a file \(path) already; it was left as it is, and nothing was numbered. "
          + "Choose another name, or say --force to replace it.")
    case .noSlip:
      return make(
        error.code, .userError,
        vi: "Không có phiếu để in: lượt thăm này không gặp ai, hoặc không có việc nào được nhận "
          + "giúp. Không ghi gì.",
        en: "There is no slip to print: nobody was met at this visit, or no help was taken. "
          + "Nothing was written.")
    case .paperNotAFile(let path):
      return make(
        error.code, .refusedForSafety,
        vi: "\(path) là thư mục, thiết bị hoặc liên kết, không phải tệp thường; nó được giữ nguyên "
          + "và chưa đánh số tờ nào. Hãy chọn tên tệp khác.",
        en: "\(path) is a folder, a device or a link and no ordinary file; it was left as it is, "
          + "and nothing was numbered. Choose the name of another file.")
    case .reportExists(let path):
      return make(
        error.code, .refusedForSafety,
        vi: "Đã có tệp \(path); nó được giữ nguyên. Hãy chọn tên khác.",
        en: "There is a file \(path) already; it was left as it is. Choose another name.")
    case .anotherInstallation:
      return make(
        error.code, .refusedForSafety,
        vi: "Mã này của một trung tâm khác; máy vẫn giữ nguyên dữ liệu và trung tâm cũ. "
          + "Hãy xin mã của trung tâm đã ghi danh máy này.",
        en: "This code is another centre's; the laptop keeps its data and its centre. "
          + "Ask the centre that enrolled this laptop for a code.")
    case .backupOfAnother(let path):
      return make(
        error.code, .refusedForSafety,
        vi: "\(path) là bản sao lưu của máy khác hoặc trung tâm khác; chưa thay đổi gì. "
          + "Hãy chọn đúng bản sao lưu của máy này.",
        en: "\(path) is a backup of another laptop or centre; nothing was changed. "
          + "Choose a backup of this laptop.")
    case .keysOfAnother(let path):
      return make(
        error.code, .refusedForSafety,
        vi: "\(path) không có khóa của máy (có thể là tệp khóa của trung tâm); chưa thay đổi gì. "
          + "Hãy chọn tệp do “camtay backup --with-keys” tạo ra trên máy này.",
        en: "\(path) holds no keys of a laptop (perhaps it is the centre's); nothing was changed. "
          + "Choose the file that “camtay backup --with-keys” made on this laptop.")
    case .keysNeeded(let home):
      return make(
        error.code, .userError,
        vi: "Ở \(home) không có khóa của máy; bản sao lưu dữ liệu không chứa khóa. "
          + "Hãy thêm --keys TỆP (tệp do “backup --with-keys” tạo ra). Chưa thay đổi gì.",
        en: "There are no keys of a laptop in \(home), and a backup of data holds none. "
          + "Add --keys FILE (made by “backup --with-keys”). Nothing was changed.")
    case .lineEnteredAgain(let visit, let present):
      return make(
        error.code, .refusedForSafety,
        vi: "Chưa đổi gì: dòng giấy của \(visit) đã được nhập lại thành \(present), nên cả hai sẽ "
          + "cùng được tính. Nếu \(visit) mới đúng, hãy hủy \(present) trước.",
        en: "Nothing was changed: the line on paper of \(visit) was entered again as \(present), "
          + "and both would count. If \(visit) is the right one, void \(present) first.")
    case .locked(let names):
      return make(
        error.code, .notAllowed,
        vi: "Máy đang khóa; chưa xem và chưa ghi gì. Người mở được: "
          + "\(names.joined(separator: ", ")). "
          + "Hãy chạy lệnh trong cửa sổ dòng lệnh rồi gõ mật khẩu, hoặc thêm --password-file TỆP. "
          + "Quên mật khẩu thì chạy: camtay user reset",
        en: "The laptop is locked; nothing was read or written. It opens for: "
          + "\(names.joined(separator: ", ")). Run the command in a terminal and type the "
          + "password, or add --password-file FILE. A forgotten password: camtay user reset")
    case .centreAddressMissing, .centreIsPlain, .centreIsSecure:
      return enrolmentFailure(error, on: surface)
    case .centreTooOld, .courierRefused: return courierFailure(error)
    case .unexpectedAnswer, .webPageAnswered, .enrolmentRefused, .centreBusy, .centreTrouble:
      return networkFailure(error)
    }
  }
}
