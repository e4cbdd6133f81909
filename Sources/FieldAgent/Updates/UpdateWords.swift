import FieldWork
import Replica

/// What is said of newer programs.
enum UpdateWords {
  static func there(_ update: ProgramUpdate) -> BilingualText {
    lies(update)
      + BilingualText(
        vi: " Mới chỉ xem thử: chưa đổi gì.", en: " This was a preview: nothing was changed.")
  }

  /// That a newer program is there.
  static func lies(_ update: ProgramUpdate) -> BilingualText {
    let megabytes = (update.byteCount + 999_999) / 1_000_000
    return BilingualText(
      vi:
        "Có phiên bản \(update.version.text) (\(megabytes) MB), trung tâm đã ký; máy này đang dùng "
        + "\(FieldAgent.version).",
      en: "Version \(update.version.text) is there (\(megabytes) MB), signed by the centre; this "
        + "laptop runs \(FieldAgent.version).")
  }

  static func installed(
    _ update: ProgramUpdate, _ previous: String, on surface: Surface
  ) -> BilingualText {
    BilingualText(
      vi: "Đã cập nhật lên phiên bản \(update.version.text). ",
      en: "Updated to version \(update.version.text). ") + again(on: surface)
      + BilingualText(
        vi: " Bản cũ còn ở \(previous). ", en: " The old one is kept as \(previous). ")
      + surface.next(
        command: BilingualText(
          vi: "Dùng lại nó: camtay update --undo", en: "To go back: camtay update --undo"),
        page: BilingualText(
          vi: "Muốn dùng lại nó: nút “Dùng lại phiên bản cũ” ở trang USB.",
          en: "To go back: the button “Go back to the version before” on the page of sticks."))
  }

  static func undone(on surface: Surface) -> BilingualText {
    BilingualText(
      vi: "Đã dùng lại chương trình trước lần cập nhật. ",
      en: "The program before the update is in place again. ") + again(on: surface)
  }

  /// That whoever has the program open still runs the one before.
  private static func again(on surface: Surface) -> BilingualText {
    surface.next(
      command: BilingualText(
        vi: "CamTay đang mở vẫn chạy bản trước: hãy dừng rồi mở lại khi tiện.",
        en: "CamTay where it is open still runs the one before: stop it and open it again when it "
          + "suits."),
      page: BilingualText(
        vi: "Các trang đang mở vẫn chạy bản trước cho đến khi máy này tắt rồi bật lại; cứ làm xong "
          + "việc đang dở.",
        en: "The pages run the one before until this laptop is switched off and on again; finish "
          + "your work first."))
  }

  /// Why nothing was put in place.
  static func words(_ problem: UpdateProblem) -> BilingualText {
    happened(problem)
      + BilingualText(
        vi: " Chương trình đang dùng và dữ liệu không bị đổi.",
        en: " The program in use and the data are as they were.")
  }

  private static func happened(_ problem: UpdateProblem) -> BilingualText {
    func megabytes(_ bytes: UInt64) -> UInt64 { (bytes + 999_999) / 1_000_000 }
    switch problem {
    case .none:
      return BilingualText(
        vi: "Không có bản cập nhật nào ở đó.", en: "There is no newer program there.")
    case .damaged(let part):
      let which = part.map { " \($0)" } ?? ""
      return BilingualText(
        vi: "Bản cập nhật bị hỏng (phần\(which)). Hãy chép lại từ trung tâm.",
        en: "The update is damaged (part\(which)). Copy it from the centre again.")
    case .otherFormat:
      return BilingualText(
        vi: "Bản cập nhật do chương trình mới hơn ghi, bản này không đọc được. Hãy nhờ trung tâm.",
        en: "The update was written by a later program and cannot be read by this one. Ask the "
          + "centre.")
    case .otherCentre:
      return BilingualText(
        vi: "Bản cập nhật không có chữ ký của trung tâm máy này nên không dùng. Hãy báo điều phối "
          + "viên.",
        en: "The update is not signed by this laptop's centre and was not used. Tell the "
          + "coordinator.")
    case .otherMachine(let machine):
      return BilingualText(
        vi: "Bản cập nhật dành cho loại máy khác (\(machine)).",
        en: "The update is for another kind of machine (\(machine)).")
    case .notNewer(let version):
      return BilingualText(
        vi: "Phiên bản \(version) không mới hơn bản đang dùng (\(FieldAgent.version)).",
        en: "Version \(version) is not newer than what runs here (\(FieldAgent.version)).")
    case .doesNotStart:
      return BilingualText(
        vi: "Chương trình mới không chạy được trên máy này. Hãy báo điều phối viên.",
        en: "The new program does not start on this laptop. Tell the coordinator.")
    case .inPlace(let version):
      return BilingualText(
        vi: "Phiên bản \(version) đã ở đúng chỗ: hãy đóng CamTay rồi mở lại.",
        en: "Version \(version) is in place already: close CamTay and open it again.")
    case .notAllowed(let command):
      return BilingualText(
        vi: "Bạn không có quyền ghi nơi đặt chương trình. Người quản trị máy chạy: sudo install -m "
          + "755 \(command)",
        en: "You may not write where the program lies. An administrator of the machine runs: sudo "
          + "install -m 755 \(command)")
    case .noRoom(let wanted, let free):
      return BilingualText(
        vi: "Không đủ chỗ: cần \(megabytes(wanted)) MB, chỉ còn \(free / 1_000_000) MB.",
        en: "Not enough room: \(megabytes(wanted)) MB are needed and \(free / 1_000_000) MB are "
          + "free.")
    case .nothingBefore:
      return BilingualText(
        vi: "Không có chương trình cũ nào để dùng lại.", en: "There is no program to go back to.")
    case .programUnknown:
      return BilingualText(
        vi: "Hệ thống không cho biết chương trình nằm ở đâu.",
        en: "The system does not say where the program lies.")
    case .failed(let reason):
      return BilingualText(
        vi: "Hệ thống báo lỗi \(reason) khi ghi chương trình.",
        en: "The system reports error \(reason) on writing the program.")
    }
  }
}
