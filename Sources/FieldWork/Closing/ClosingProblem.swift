/// Why a month cannot be closed or opened.
package enum ClosingProblem: Hashable, Sendable {
  /// Only months are closed.
  case noMonth(Period)
  /// The month is not over.
  case notOver(Period)
  /// The month, or one that shares days with it, is closed.
  case closedAlready(Period)
  /// Something stands open.
  case openItems(Period)
  /// The month is not closed.
  case notClosed(Period)
  /// What is counted is no more what was looked at.
  case changedMeanwhile(Period)

  /// The stable code.
  package var code: String {
    switch self {
    case .noMonth: "closing-no-month"
    case .notOver: "closing-not-over"
    case .closedAlready: "closing-closed-already"
    case .openItems: "closing-open-items"
    case .notClosed: "closing-not-closed"
    case .changedMeanwhile: "closing-changed-meanwhile"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .noMonth(let period):
      Self.about(
        period,
        vi: "Chỉ chốt được từng tháng, không chốt được kỳ này; chưa chốt gì.",
        en: "Only months are closed, not this period; nothing was closed.")
    case .notOver(let period):
      Self.about(
        period, vi: "Tháng này chưa hết; chưa chốt gì.",
        en: "This month is not over; nothing was closed.")
    case .closedAlready(let period):
      Self.about(
        period,
        vi: "Tháng này đã chốt rồi. Xem: close list. Mở lại: close reopen, kèm lý do.",
        en: "This month is closed. See close list; close reopen opens it again, with a reason.")
    case .openItems(let period):
      Self.about(
        period,
        vi: "Còn việc chưa xong; chưa chốt gì. Hãy xử lý, hoặc thêm --anyway để chốt như hiện có.",
        en: "Something stands open; nothing was closed. Settle it, or add --anyway to close the "
          + "month as it is.")
    case .notClosed(let period):
      Self.about(
        period, vi: "Tháng này chưa chốt. Xem: close list.",
        en: "This month is not closed. See close list.")
    case .changedMeanwhile(let period):
      Self.about(
        period,
        vi: "Số liệu đã đổi từ lúc bạn xem (vừa có máy gửi về); chưa chốt gì. Hãy xem lại rồi "
          + "chốt.",
        en: "The numbers changed since you looked, for a laptop handed over meanwhile; nothing was "
          + "closed. Look again, then close the month.")
    }
  }

  private static func about(
    _ period: Period, vi vietnamese: String, en english: String
  ) -> BilingualText {
    BilingualText(
      vi: "\(period.label(.vietnamese)): \(vietnamese)", en: "\(period.label(.english)): \(english)"
    )
  }
}
