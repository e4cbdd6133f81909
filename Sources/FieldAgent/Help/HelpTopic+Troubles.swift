import FieldWork

extension HelpTopic {
  /// What to do when something is not as it should be.
  static let troubles = HelpTopic(
    name: "troubles",
    title: BilingualText(vi: "Làm gì khi…", en: "What to do when…"),
    purpose: BilingualText(
      vi: "Mất mạng, quên mật khẩu, mất máy, ghi nhầm…",
      en: "No network, a forgotten password, a lost laptop, a slip…"),
    parts: [
      .answers([
        (
          BilingualText(vi: "không có mạng nhiều ngày?", en: "there is no network for days?"),
          BilingualText(
            vi: "Cứ ghi: mọi trang làm việc không cần mạng và mọi thứ nằm trên đĩa máy này. Khi có "
              + "mạng, máy gửi tiếp từ chỗ dừng. Sau 7 ngày máy nhắc.",
            en: "Go on: every page works without one, and everything is on this laptop's disk. "
              + "With "
              + "a network it goes on where it stopped. After 7 days it reminds you.")
        ),
        (
          BilingualText(
            vi: "mất điện hoặc trình duyệt tắt giữa chừng?",
            en: "the power fails, or the browser closes in the middle?"),
          BilingualText(
            vi: "Mở lại, mở khóa: bản nháp ở trang Hôm nay, thiếu nhiều nhất là ô đang gõ.",
            en: "Open it again and unlock: the draft stands on Today and lacks at most the field "
              + "that was being typed.")
        ),
        (
          BilingualText(vi: "quên mật khẩu?", en: "the password is forgotten?"),
          BilingualText(
            vi: "Ở trang mở khóa, bấm “Quên mật khẩu”, gọi điều phối viên, đọc các nhóm chữ, gõ mã "
              + "họ đọc lại. Không cần mạng, không mất gì.",
            en: "On the page to unlock press “Forgot the password”, call the coordinator, read the "
              + "groups out, and type the code you hear. No network is needed and nothing is lost.")
        ),
        (
          BilingualText(
            vi: "mất máy hoặc máy bị lấy trộm?", en: "the laptop is lost or stolen?"),
          BilingualText(
            vi: "Gọi điều phối viên ngay, kể cả ban đêm. Dữ liệu trên máy chỉ mở được bằng mật "
              + "khẩu; "
              + "trung tâm báo mất để máy không gửi được gì mà chưa qua xem xét.",
            en: "Call the coordinator at once, also at night. The data open by password alone; the "
              + "centre declares the laptop lost, and what it sends waits for a review.")
        ),
        (
          BilingualText(vi: "ghi nhầm?", en: "something was recorded by mistake?"),
          BilingualText(
            vi: "Mở bản ghi: “Sửa” để sửa, “Hủy” kèm lý do nếu không nên có. Giá trị cũ còn trong "
              + "lịch sử; hủy nhầm thì hoàn lại được.",
            en: "Open the record: correct it, or void it with a reason if it should not be. "
              + "Earlier "
              + "values stay in its history, and voiding can be taken back.")
        ),
        (
          BilingualText(
            vi: "người dân từ chối hoặc không có nhà?",
            en: "a resident refuses, or nobody is at home?"),
          BilingualText(
            vi: "Vẫn ghi lượt thăm với kết quả đó: đó cũng là việc đã làm. Từ chối thì không ghi "
              + "tên.",
            en: "Record the visit with that outcome: it is work done. Who refuses is not named.")
        ),
        (
          BilingualText(
            vi: "máy báo đồng hồ sai?", en: "the laptop says that its clock is wrong?"),
          BilingualText(
            vi: "Chỉnh lại giờ của máy tính. Bản ghi vẫn đúng thứ tự. Lượt thăm nào có ngày đáng "
              + "ngờ "
              + "thì hiện ở trang Cần sửa.",
            en: "Set the computer's clock right. Records keep their order. Visits with a doubtful "
              + "date stand on the page Needs fix.")
        ),
        (
          BilingualText(vi: "đĩa sắp đầy?", en: "the disk is nearly full?"),
          BilingualText(
            vi: "Xóa tệp riêng không cần (phim, ảnh, tải về); đừng xóa thư mục dữ liệu của CamTay. "
              + "Rồi gửi về trung tâm.",
            en: "Delete files of your own that nobody needs; never the data folder of CamTay. Then "
              + "send.")
        ),
        (
          BilingualText(
            vi: "người dân muốn xem hoặc xóa dữ liệu của mình?",
            en: "a resident wants to see or erase their data?"),
          BilingualText(
            vi: "Cho xem trang của người đó. Muốn xóa thì báo điều phối viên: trung tâm xóa ở mọi "
              + "máy, số đếm vẫn giữ.",
            en: "Show them their page. To erase, tell the coordinator: the centre erases it on "
              + "every laptop, and the counts stay.")
        ),
        (
          BilingualText(
            vi: "máy hiện điều lạ, không hiểu?", en: "something looks odd or makes no sense?"),
          BilingualText(
            vi: "Mở “Báo lỗi” ở cuối trang: kể điều đã xảy ra, xem tệp, lưu, đưa cho điều phối "
              + "viên.",
            en: "Open “Report a problem” at the foot of the page: tell what happened, see the "
              + "file, "
              + "save it, hand it to the coordinator.")
        ),
      ])
    ])
}
