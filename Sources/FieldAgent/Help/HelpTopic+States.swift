import FieldWork
import Listings

extension HelpTopic {
  /// What each word of a state means.
  static let states = HelpTopic(
    name: "states",
    title: BilingualText(vi: "Các từ chỉ tình trạng", en: "The words that tell a state"),
    purpose: BilingualText(
      vi: "Mỗi từ nghĩa là gì, cần làm gì", en: "What each means, and what to do"),
    parts: [
      .words(
        heading: BilingualText(vi: "Một bản ghi đi đến đâu", en: "How far a record is"),
        [
          Word(
            word: BilingualText(vi: "đang ghi dở", en: "begun and not saved"),
            meaning: BilingualText(
              vi: "Bản nháp nằm trên đĩa máy này, chỉ bạn thấy; chưa tính, chưa gửi đi.",
              en: "A draft on this laptop's disk that you alone see; it does not count and is not "
                + "sent."),
            next: BilingualText(
              vi: "Mở lại ở trang Hôm nay rồi lưu.", en: "Open it on Today and save it.")),
          Word(
            word: HandOverStage.written.words,
            meaning: BilingualText(
              vi: "Đã lưu, chắc chắn trên đĩa máy này.", en: "Saved, and safe on this laptop."),
            next: BilingualText(vi: "Gửi khi có mạng.", en: "Send it with a network.")),
          Word(
            word: HandOverStage.closed.words,
            meaning: BilingualText(
              vi: "Đã ký và đóng gói, chờ mạng.", en: "Signed and packed; waits for a network."),
            next: BilingualText(vi: "Không phải làm gì.", en: "Nothing to do.")),
          Word(
            word: HandOverStage.sent.words,
            meaning: BilingualText(
              vi: "Đã đi, chưa có trả lời; gửi lại không bị trùng.",
              en: "On its way, without an answer yet; sending again never doubles it."),
            next: BilingualText(vi: "Gửi lại khi có mạng.", en: "Send again with a network.")),
          Word(
            word: HandOverStage.received.words,
            meaning: BilingualText(
              vi: "Trung tâm giữ một bản; mất máy này cũng không mất việc đó.",
              en: "The centre has it; it outlives this laptop."),
            next: BilingualText(vi: "Không phải làm gì.", en: "Nothing to do.")),
          Word(
            word: HandOverStage.merged.words,
            meaning: BilingualText(
              vi: "Đã vào số liệu chung.", en: "It is in everybody's numbers."),
            next: BilingualText(vi: "Không phải làm gì.", en: "Nothing to do.")),
          Word(
            word: HandOverStage.waiting.words,
            meaning: BilingualText(
              vi: "Trung tâm có rồi nhưng còn chờ thứ khác nên chưa gộp.",
              en: "The centre has it and waits for something else before it is merged."),
            next: BilingualText(vi: "Báo điều phối viên.", en: "Tell the coordinator.")),
        ]),
      .words(
        heading: BilingualText(vi: "Một bản ghi tính thế nào", en: "How a record counts"),
        [
          Word(
            word: BilingualText(vi: "được tính", en: "counted"),
            meaning: BilingualText(vi: "Có trong số liệu.", en: "It is in the numbers."),
            next: BilingualText(vi: "Không phải làm gì.", en: "Nothing to do.")),
          Word(
            word: BilingualText(vi: "đã hủy", en: "voided"),
            meaning: BilingualText(
              vi: "Ai đó đã hủy, kèm lý do; không tính, vẫn xem được.",
              en: "Somebody voided it, with a reason; it does not count and can still be read."),
            next: BilingualText(
              vi: "Hủy nhầm thì mở bản ghi, bấm hoàn lại.",
              en: "If that was wrong, open the record and take it back.")),
          Word(
            word: BilingualText(vi: "chưa chấp nhận", en: "not accepted"),
            meaning: BilingualText(
              vi: "Trung tâm giữ lại để xem xét; giá trị trước đó hiện lại, không mất gì.",
              en: "The centre keeps it for review; the value before it shows, nothing is lost."),
            next: BilingualText(
              vi: "Đọc lý do ở trang Cần sửa.", en: "Read why on the page Needs fix.")),
          Word(
            word: BilingualText(vi: "bác bỏ", en: "rejected"),
            meaning: BilingualText(
              vi: "Điều phối viên đã quyết định không nhận, kèm lời giải thích.",
              en: "The coordinator ruled against it, and says why."),
            next: BilingualText(
              vi: "Đọc, bấm “đã đọc”; ghi lại cho đúng nếu cần.",
              en: "Read it and say so; write it anew if it should be otherwise.")),
          Word(
            word: BilingualText(vi: "hai giá trị", en: "two values"),
            meaning: BilingualText(
              vi: "Hai người ghi khác nhau vào một chỗ mà không thấy nhau; cả hai được giữ.",
              en: "Two people wrote one field without seeing each other; both are kept."),
            next: BilingualText(
              vi: "Ai biết thì chọn ở trang Cần sửa.",
              en: "Whoever knows chooses on the page Needs fix.")),
          Word(
            word: BilingualText(vi: "có thể là một người", en: "may be one person"),
            meaning: BilingualText(
              vi: "Hai hồ sơ người có vẻ trùng nhau; chưa gộp gì.",
              en: "Two residents look alike; nothing was put together."),
            next: BilingualText(
              vi: "So hai bên rồi nói là một hay không.",
              en: "Compare them and say whether they are one.")),
          Word(
            word: BilingualText(vi: "quá hạn, quá ngày hẹn", en: "overdue"),
            meaning: BilingualText(
              vi: "Ngày hẹn đã qua mà chưa có kết quả hoặc chưa quay lại.",
              en: "The day has passed without a result or a visit."),
            next: BilingualText(
              vi: "Hỏi kết quả rồi ghi vào hồ sơ, hoặc quay lại hộ.",
              en: "Ask for the result and record it, or visit the household.")),
        ]),
      .words(
        heading: BilingualText(vi: "Hình trước mỗi từ", en: "The shape before a word"),
        [
          Word(
            word: BilingualText(vi: "dấu tích trong hình tròn", en: "a tick in a disc"),
            meaning: BilingualText(vi: "Ổn.", en: "As it should be."),
            next: BilingualText(same: "")),
          Word(
            word: BilingualText(vi: "tam giác", en: "a triangle"),
            meaning: BilingualText(vi: "Cần xem.", en: "Somebody should look."),
            next: BilingualText(same: "")),
          Word(
            word: BilingualText(vi: "vòng đứt nét", en: "a broken ring"),
            meaning: BilingualText(vi: "Chưa hề có.", en: "It was never there."),
            next: BilingualText(same: "")),
          Word(
            word: BilingualText(vi: "gạch ngang", en: "a bar"),
            meaning: BilingualText(vi: "Để biết, không tốt không xấu.", en: "For information."),
            next: BilingualText(same: "")),
        ]),
    ])
}
