import Replica
import SyncProtocol

/// What people are told of packs and returns that say something else than was expected of them.
enum CarriedMessages {
  /// What kind of trouble it is and what is said of it; nil for errors of other work.
  static func message(
    of error: ReplicaError
  ) -> (category: ErrorCategory, words: BilingualText)? {
    switch error {
    case .notOneRound:
      (
        .damagedInput,
        BilingualText(
          vi:
            "Gói thiếu một phần hoặc lẫn phần của gói khác; không nhận gì của gói này và không có "
            + "gì bị thay đổi. Hãy xin nơi gửi ghi lại gói.",
          en:
            "A part of the bundle is missing or belongs to another; nothing of it was taken in and "
            + "nothing was changed. Ask its sender to pack again.")
      )
    case .returnForAnother:
      (
        .notAllowed,
        BilingualText(
          vi: "Gói trả lời này dành cho máy khác; không nhận gì. Hãy để nguyên nó trên USB.",
          en: "This return is for another laptop; nothing was taken in. Leave it on the stick.")
      )
    case .returnOfEarlierLife:
      (.needsAttention, outdatedReturn)
    case .noSuchPack:
      (
        .userError,
        BilingualText(
          vi: "Trung tâm chưa nhận gói nào như vậy; chưa đổi gì. Hãy xem “bundle list”.",
          en: "The centre took in no such pack; nothing was changed. See “bundle list”.")
      )
    case .centreSetBack:
      (
        .refusedForSafety,
        BilingualText(
          vi: "Gói này cho thấy dữ liệu của trung tâm đã bị đưa về bản cũ. Chưa nhận gì, gói còn "
            + "nguyên. Hãy nhận gói ở trang “Hộp thư đến”, hoặc dừng “serve” rồi chạy lại lệnh này: "
            + "trung tâm sẽ bắt đầu lần mới và các máy gửi lại những gì thiếu.",
          en:
            "The bundle proves that the centre's store was set back. Nothing was taken in, and the "
            + "bundle is whole. Take it in on the page “Inbox”, or stop “serve” and run this command "
            + "again: the centre begins another life, and laptops send again what it lacks.")
      )
    default: nil
    }
  }

  /// What is said of a return that a centre wrote before it was restored.
  static let outdatedReturn = BilingualText(
    vi:
      "ghi trước khi trung tâm được khôi phục, nên không nhận gì nữa; những gì còn đúng nằm trong "
      + "gói trả lời mới hơn.",
    en:
      "made before the centre was restored, so that nothing of it is taken in any more; what still "
      + "holds is in a newer return.")
}

extension ReplicaError {
  /// What is said of a return that a centre wrote before it was restored.
  package static let outdatedReturn = CarriedMessages.outdatedReturn

  /// Why an area did not go on by a return, and what to do; nil for codes of other causes.
  package static func words(ofBlocked code: String, _ scope: ScopeID) -> BilingualText? {
    switch code {
    case earlierReturnMissing(scope).code:
      BilingualText(
        vi:
          "Một vùng dữ liệu chưa nhận hết: gói trả lời này nối tiếp một gói trước đó chưa tới máy. "
          + "Phần đã nhận vẫn còn. Hãy tìm gói trước trên các USB khác, hoặc đóng gói lại và gửi "
          + "lên: trung tâm sẽ trả lời đủ.",
        en:
          "One area did not go on: the return goes on behind an earlier one that has not come here. "
          + "What came stands. Look for the earlier one on other sticks, or pack again: the centre "
          + "then answers with all of it.")
    case logDiffers(scope).code:
      BilingualText(
        vi:
          "Một vùng dữ liệu dừng lại: gói trả lời kể một thứ tự khác với những gì máy này đã nhận. "
          + "Không có gì bị xóa. Hãy đóng gói lại và gửi lên, và báo điều phối viên.",
        en: "One area stops: the return tells another order than what this laptop has received. "
          + "Nothing is removed. Pack again and hand it over, and tell the coordinator.")
    default: nil
    }
  }
}
