import CommandLine
import FieldWork
import Replica

extension FailureCatalogue {
  /// An address that is missing, or of which the other scheme is right; nobody was let in.
  static func enrolmentFailure(_ error: AgentError, on surface: Surface) -> Failure {
    switch error {
    case .centreAddressMissing:
      let way = surface.next(
        command: BilingualText(
          vi: "thêm --server ĐỊA_CHỈ, như --server https://10.0.0.5:8765.",
          en: "add --server URL, such as --server https://10.0.0.5:8765."),
        page: BilingualText(
          vi: "điền vào ô “Địa chỉ trung tâm”, như https://10.0.0.5:8765; hoặc chọn tệp ghi danh.",
          en: "fill in “The centre's address”, such as https://10.0.0.5:8765; or choose an "
            + "enrolment file."))
      return make(
        error.code, .userError,
        vi: "Mã này cần thêm địa chỉ của trung tâm; máy chưa được ghi danh và mã vẫn dùng được. "
          + "Hãy hỏi điều phối viên địa chỉ, rồi \(way.vietnamese)",
        en: "The code needs the centre's address too; the laptop is not enrolled and the code is "
          + "still good. Ask the coordinator for the address, then \(way.english)")
    case .centreIsPlain(let address):
      return make(
        error.code, .needsAttention,
        vi: "Trung tâm này trả lời không mã hóa; máy chưa được ghi danh và mã vẫn dùng được. Nếu "
          + "điều phối viên nói đúng như vậy, hãy gõ \(address).",
        en: "This centre answers without encryption; the laptop is not enrolled and the code is "
          + "still good. If the coordinator said so, type \(address).")
    case .centreIsSecure(let address):
      return make(
        error.code, .needsAttention,
        vi: "Trung tâm này chỉ trả lời qua kết nối mã hóa; máy chưa được ghi danh và mã vẫn dùng "
          + "được. Hãy gõ \(address).",
        en: "This centre answers over an encrypted connection alone; the laptop is not enrolled "
          + "and the code is still good. Type \(address).")
    default: return unknown(error.code)
    }
  }

  /// Failures of an enrolment; none leaves anything behind.
  static func failure(_ error: EnrolmentError) -> Failure {
    switch error {
    case .falseCentre:
      make(
        error.code, .refusedForSafety,
        vi: "Máy chủ này không biết mã ghi danh nên không phải trung tâm đã cấp mã. "
          + "Máy chưa được ghi danh và không gửi gì cho nó. Hãy hỏi lại địa chỉ đúng.",
        en: "This server does not know the enrolment code, so it is not the centre that issued "
          + "it. The laptop is not enrolled and trusts it with nothing. Ask for the right address.")
    case .badCertificate:
      make(
        error.code, .refusedForSafety,
        vi: "Chứng thư nhận được không đúng; máy chưa được ghi danh. Hãy báo điều phối viên.",
        en: "The certificate that came is not right; the laptop is not enrolled. "
          + "Tell the coordinator.")
    case .notAnEnrolmentFile:
      make(
        error.code, .damagedInput,
        vi: "Tệp này không phải tệp ghi danh, hoặc đã hỏng; máy chưa được ghi danh. "
          + "Hãy xin điều phối viên một tệp mới.",
        en: "This is no enrolment file, or it is damaged; the laptop is not enrolled. "
          + "Ask the coordinator for a new file.")
    case .otherVersion:
      make(
        error.code, .refusedForSafety,
        vi: "Tệp ghi danh thuộc phiên bản khác; máy chưa được ghi danh. "
          + "Hãy cập nhật camtay rồi mở lại tệp.",
        en: "This enrolment file is of another version; the laptop is not enrolled. "
          + "Update camtay and open the file again.")
    case .wrongCodeForFile:
      make(
        error.code, .damagedInput,
        vi: "Mã không mở được tệp này: gõ nhầm mã, mã của tệp khác, hoặc tệp đã hỏng. "
          + "Máy chưa được ghi danh. Hãy xem lại mã, hoặc xin tệp mới.",
        en: "The code does not open this file: it is mistyped, belongs to another file, or the "
          + "file is damaged. The laptop is not enrolled. Look at the code, or ask for a new file.")
    }
  }

  /// A mistyped enrolment code.
  static func failure(_ error: EnrolmentCode.Problem) -> Failure {
    switch error {
    case .wrongLength(0):
      make(
        "enrolment-code-length", .userError,
        vi: "Chưa có mã ghi danh. Mã có 12 ký tự, do điều phối viên cấp: hãy gọi hỏi, hoặc xem "
          + "trên giấy ghi danh. Không có mã thì dùng dòng chữ hay mã QR trên giấy đó; có tệp ghi danh "
          + "thì vẫn cần mã để mở. Máy chưa được ghi danh.",
        en: "There is no enrolment code. It has 12 characters and comes from the coordinator: ask "
          + "them, or look at the enrolment sheet. The line or QR code on that sheet will do in its "
          + "place; a file needs the code to be opened. The laptop is not enrolled.")
    case .wrongLength(let count):
      make(
        "enrolment-code-length", .userError,
        vi: "Mã ghi danh có 12 ký tự, ở đây có \(count == 13 ? "hơn 12" : "\(count)"). "
          + "Hãy xem lại mã.",
        en: "An enrolment code has 12 characters; this has \(count == 13 ? "more" : "\(count)"). "
          + "Look at the code again.")
    case .badCharacter(let position):
      make(
        "enrolment-code-character", .userError,
        vi: "Ký tự thứ \(position) không có trong mã ghi danh nào. Hãy xem lại mã.",
        en: "Character \(position) is in no enrolment code. Look at the code again.")
    }
  }

  /// A text for enrolment that cannot be read.
  static func failure(_ error: EnrolmentText.Problem) -> Failure {
    switch error {
    case .notAnEnrolmentText:
      make(
        "enrolment-text-unknown", .userError,
        vi: "Đây không phải dòng ghi danh: dòng đó bắt đầu bằng CAMTAY-ENROL. Máy chưa được ghi "
          + "danh. Nếu gõ hay quét, hãy tắt bộ gõ tiếng Việt rồi làm lại.",
        en: "This is no enrolment line: one begins with CAMTAY-ENROL. The laptop is not enrolled. "
          + "If it was typed or scanned, switch the Vietnamese keyboard off and do it again.")
    case .otherVersion:
      make(
        "enrolment-text-version", .refusedForSafety,
        vi: "Dòng ghi danh thuộc phiên bản khác; máy chưa được ghi danh. Hãy cập nhật camtay, hoặc "
          + "dùng địa chỉ và mã 12 ký tự.",
        en: "This enrolment line is of another version; the laptop is not enrolled. Update camtay, "
          + "or use the address and the code of 12 characters.")
    case .damaged:
      make(
        "enrolment-text-damaged", .damagedInput,
        vi: "Dòng ghi danh thiếu hoặc sai ký tự; máy chưa được ghi danh và chưa hỏi ai. Hãy dán "
          + "hay quét lại cả dòng (tắt bộ gõ tiếng Việt), hoặc dùng địa chỉ và mã 12 ký tự.",
        en: "Characters of the enrolment line are missing or wrong; the laptop is not enrolled and "
          + "asked nobody. Paste or scan the whole line again (with the Vietnamese keyboard off), "
          + "or use the address and the code of 12 characters.")
    }
  }
}
