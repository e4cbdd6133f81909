import FieldWork

extension HelpTopic {
  /// The task card of a day, and the keys that make it faster.
  static let day = HelpTopic(
    name: "day",
    title: BilingualText(vi: "Thẻ việc một ngày", en: "A day's task card"),
    purpose: BilingualText(
      vi: "Làm gì từ lúc mở máy đến lúc gửi", en: "What to do from unlocking to handing over"),
    parts: [
      .steps(
        heading: BilingualText(vi: "Trước khi đi", en: "Before you go"),
        [
          BilingualText(
            vi: "Mở khóa bằng mật khẩu của bạn. Không cần mạng.",
            en: "Unlock with your password. No network is needed."),
          BilingualText(
            vi: "Trang Hôm nay cho biết hộ nào hẹn quay lại, hồ sơ nào đang chờ, điều gì cần xem.",
            en: "The page Today tells which households expect you, which dossiers wait, what to "
              + "look at."),
        ]),
      .steps(
        heading: BilingualText(vi: "Ở nhà dân", en: "At a household"),
        [
          BilingualText(
            vi: "Bấm “Tìm hộ để ghi lượt thăm”. Gõ tên, số nhà hoặc điện thoại, có dấu hay không "
              + "dấu "
              + "đều được. Không có thì thêm hộ mới.",
            en: "Press “Find a household to record a visit”. Type a name, an address or a "
              + "telephone, with or without marks. If it is not there, add it."),
          BilingualText(
            vi: "Mở hộ rồi bấm “Ghi lượt thăm”. Mỗi ô được giữ trên máy ngay khi gõ; mất điện cũng "
              + "còn.",
            en: "Open the household and press “Record a visit”. Each field is kept as it is typed, "
              + "and outlives a power cut."),
          BilingualText(
            vi: "Mỗi việc bạn giúp là một lượt hỗ trợ: ai, việc gì, cách giúp, kết quả. Đã nộp hồ "
              + "sơ "
              + "thì ghi mã hồ sơ và ngày hẹn.",
            en: "Each thing that you help with is an assist: who, what, how, the outcome. With a "
              + "dossier filed, write its code and the appointment."),
          BilingualText(
            vi: "Bấm “Lưu lượt thăm”. Còn thiếu gì thì máy chỉ đúng chỗ; “Để sau” giữ bản nháp.",
            en: "Press “Save the visit”. What is missing is shown where it is; “Later” keeps the "
              + "draft."),
          BilingualText(
            vi: "Quên một lượt hỗ trợ, một hồ sơ hay một người: mở lượt thăm rồi bấm “Thêm…”.",
            en: "An assist, a dossier or a person was forgotten: open the visit and press “Add…”."),
          BilingualText(
            vi: "Có người nhìn vào màn hình: bấm “Che” hoặc Alt+H. Bấm lần nữa để hiện lại.",
            en: "Somebody looks at the screen: press “Cover” or Alt+H. Once more shows it again."),
        ]),
      .steps(
        heading: BilingualText(vi: "Buổi tối", en: "In the evening"),
        [
          BilingualText(
            vi: "Có mạng thì máy tự gửi; hoặc mở trang Gửi, bấm “Gửi và nhận ngay”.",
            en: "With a network the laptop sends by itself; or open Send and press “Send and "
              + "receive now”."),
          BilingualText(
            vi:
              "Không có mạng: cắm USB, mở “Ghi ra USB” ở trang Hôm nay, đợi câu “Có thể rút USB”. "
              + "Lần sau cắm lại, máy nhận trả lời của trung tâm.",
            en: "Without one: put a stick in, open “Pack for USB” on Today, and wait for “You can "
              + "remove the stick”. The next time the stick brings the centre's answer."),
          BilingualText(
            vi: "Dòng trên đầu mỗi trang nói đã gửi đến đâu. “Mọi thứ đã gửi” là trung tâm đã nhận "
              + "hết.",
            en: "The line at the top of each page tells how far you are. “Everything is sent” "
              + "means that the centre has it all."),
          BilingualText(
            vi: "Xem trang Cần sửa. Rồi bấm “Khóa, đổi người”.",
            en: "Look at the page Needs fix. Then press “Lock, switch user”."),
        ]),
    ])

  /// Keys.
  static let keys = HelpTopic(
    name: "keys",
    title: BilingualText(vi: "Phím tắt", en: "Keys"),
    purpose: BilingualText(
      vi: "Làm mọi việc bằng bàn phím", en: "Everything by the keyboard"),
    parts: [
      .words(
        heading: BilingualText(vi: "Phím và việc", en: "Keys and what they do"),
        [
          Word(
            word: BilingualText(same: "Alt+F"),
            meaning: BilingualText(vi: "Tìm hộ, từ trang Hôm nay", en: "Find, from Today"),
            next: BilingualText(same: "")),
          Word(
            word: BilingualText(same: "Alt+V"),
            meaning: BilingualText(
              vi: "Ghi lượt thăm, từ trang của hộ", en: "Record a visit, from a household"),
            next: BilingualText(same: "")),
          Word(
            word: BilingualText(same: "Alt+S"),
            meaning: BilingualText(
              vi: "Lưu biểu mẫu; ở trang Gửi là gửi ngay", en: "Save the form; on Send, send now"),
            next: BilingualText(same: "")),
          Word(
            word: BilingualText(same: "Alt+H"),
            meaning: BilingualText(
              vi: "Che màn hình, bấm lần nữa để hiện", en: "Cover the screen, and uncover it"),
            next: BilingualText(same: "")),
          Word(
            word: BilingualText(same: "Tab, Shift+Tab, Enter"),
            meaning: BilingualText(
              vi: "Đi tới, đi lui, bấm; Tab đầu tiên cho nhảy tới nội dung",
              en: "Forward, back, press; the first Tab offers to skip to the content"),
            next: BilingualText(same: "")),
          Word(
            word: BilingualText(same: "Ctrl +, Ctrl −"),
            meaning: BilingualText(
              vi: "Phóng to, thu nhỏ; cỡ chữ cố định ở trang Cài đặt",
              en: "Larger, smaller; a lasting size is chosen on the page Settings"),
            next: BilingualText(same: "")),
        ])
    ])
}
