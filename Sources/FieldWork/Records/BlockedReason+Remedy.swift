extension BlockedReason {
  /// What would remove it: a lesson for the team, or something that teaching does not do.
  package var remedy: BilingualText {
    switch self {
    case .noNetwork:
      BilingualText(
        vi: "Ghi không cần mạng, hẹn nộp ở điểm hỗ trợ; báo nơi thiếu sóng.",
        en: "Record offline, arrange filing at a support point; report the place without signal.")
    case .noSmartphone, .oldPhone:
      BilingualText(
        vi: "Dạy làm trên thiết bị của tổ hoặc ở điểm hỗ trợ.",
        en: "Teach filing on the team's device or at a support point.")
    case .noElectronicID:
      BilingualText(
        vi: "Dạy hướng dẫn kích hoạt VNeID mức 2; lập danh sách hẹn công an xã.",
        en: "Teach activating VNeID level 2; list those to see the commune police.")
    case .phoneNotOwn, .noOneTimeCode:
      BilingualText(
        vi: "Dạy kiểm tra SIM chính chủ, sóng và cách nhận mã, trước khi bắt đầu.",
        en: "Teach checking the owner of the number, the signal and the code before beginning.")
    case .passwordForgotten:
      BilingualText(
        vi: "Dạy lấy lại mật khẩu Cổng DVC và VNeID.",
        en: "Teach recovering passwords of the portal and VNeID.")
    case .papersMissing:
      BilingualText(
        vi: "Dạy dùng danh mục giấy tờ: nhắc trước, in phiếu.",
        en: "Teach the lists of papers: tell beforehand, print the slip.")
    case .dataWrong:
      BilingualText(
        vi: "Dạy cách đề nghị sửa dữ liệu dân cư; chuyển công an xã.",
        en: "Teach asking for a correction of the population data; hand over to the police.")
    case .portalFailed, .paymentFailed:
      BilingualText(
        vi: "Ghi giờ và lỗi, báo cổng; dạy cách nộp lại, kênh thay thế.",
        en: "Note the time and the fault, report it; teach filing again and other channels.")
    case .portalComplicated, .memberUnsure:
      BilingualText(
        vi: "Tập huấn thực hành đúng thủ tục này cho tổ.",
        en: "Train the team hands-on in these very procedures.")
    case .lowSkill:
      BilingualText(
        vi: "Dạy cách cầm tay chỉ việc từng bước, hẹn lần hai.",
        en: "Teach guiding step by step, with a second visit.")
    case .language:
      BilingualText(
        vi: "Cử người biết tiếng dân tộc; dùng phiếu tiếng dân tộc.",
        en: "Send somebody who speaks the language; use slips in it.")
    case .prefersInPerson, .noTrust:
      BilingualText(
        vi: "Dạy cách giải thích lợi ích và an toàn; cho xem kết quả thật.",
        en: "Teach explaining benefits and safety; show real results.")
    case .personAbsent, .noTime:
      BilingualText(
        vi: "Dạy hẹn trước và chuẩn bị trước lượt thăm.",
        en: "Teach making appointments and preparing the visit.")
    case .other:
      BilingualText(vi: "Đọc phiếu để biết.", en: "Read the records to know.")
    }
  }
}
