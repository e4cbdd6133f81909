import Replica
import SyncProtocol

/// Why the day of a visit is asked about once before it is saved: most of those that lie far back, in a
/// month that was reported or ahead are a slip of the finger.
package struct VisitDateQuestion: Hashable, Sendable {
  /// Days back to which nobody is asked: what was noted on paper is entered within the week.
  package static let daysUnasked = 7

  /// The day as typed.
  package let date: LocalDate
  /// How many days it lies back; negative for a day to come.
  package let daysBack: Int
  /// The month of the day, where that is closed.
  package let closedMonth: Period?
  /// Whether the clock by which it lies back was compared with the centre's.
  package var isClockChecked = true

  /// What is asked, and what the day means for the counts.
  package var words: BilingualText {
    let clock =
      isClockChecked
      ? BilingualText(same: "")
      : BilingualText(
        vi: " theo đồng hồ máy này, vốn chưa đối chiếu",
        en: " by this laptop's clock, which is unchecked")
    return BilingualText(vi: "Ngày \(Format.date(date)) là ", en: "\(Format.date(date)) is ")
      + distance + clock
      + BilingualText(vi: ". Đúng không? ", en: ". Is that right? ") + meaning
  }

  /// The question in a few words, among what else is wrong.
  package var shortWords: BilingualText {
    (isAhead ? BilingualText(vi: "còn ", en: "") : BilingualText(vi: "đã ", en: "")) + distance
      + BilingualText(vi: ", đúng không?", en: ", is that right?")
  }

  /// Whether the day is still to come.
  package var isAhead: Bool { daysBack < 0 }

  private var distance: BilingualText {
    let days = daysBack.magnitude == 1 ? "1 day" : "\(daysBack.magnitude) days"
    return isAhead
      ? BilingualText(vi: "\(daysBack.magnitude) ngày nữa", en: "\(days) ahead")
      : BilingualText(vi: "\(daysBack) ngày trước", en: "\(days) back")
  }

  private var meaning: BilingualText {
    if isAhead {
      return BilingualText(
        vi:
          "Lưu thì lượt thăm được tính ngay vào ngày đó, dù chưa thăm. Nếu mới là hẹn, đừng ghi lượt "
          + "thăm: ghi một việc cần làm cho hộ này.",
        en:
          "Saved, the visit counts on that day at once, although it has not taken place. If it is "
          + "an appointment only, record no visit but a task for this household.")
    }
    guard let closedMonth else {
      return BilingualText(
        vi: "Lượt thăm được tính vào ngày đó, không phải hôm nay.",
        en: "The visit counts on that day, not today.")
    }
    return BilingualText(
      vi:
        "\(closedMonth.label(.vietnamese)) đã chốt: lượt thăm vẫn tính vào ngày đó và hiện ở phần "
        + "điều chỉnh.",
      en: "\(closedMonth.label(.english)) is closed: the visit counts on that day all the same and "
        + "shows as an adjustment.")
  }
}

extension FieldStore {
  /// What is to be asked about the day of a visit; nil for a day that nobody wonders about, and for
  /// one that cannot be read.
  package func dateQuestion(
    ofVisit typed: String?, to household: RowID?, clock: ClockReading
  ) throws -> VisitDateQuestion? {
    guard let typed, let date = try? Format.parseDate(typed) else { return nil }
    let knowledge = try knowledge(of: clock)
    let daysBack = knowledge.today.daysSince1970 - date.daysSince1970
    guard daysBack != 0 else { return nil }
    var closedMonth: Period?
    let warnings = try reader.closingWarnings(on: date) {
      let place = try household.flatMap { try reader.record(Household.self, $0)?.place }
      return try place.flatMap { try reader.commune(of: $0, on: date) }
    }
    if case .monthClosed(let month) = warnings.first { closedMonth = month }
    guard daysBack < 0 || daysBack > VisitDateQuestion.daysUnasked || closedMonth != nil
    else { return nil }
    return VisitDateQuestion(
      date: date, daysBack: daysBack, closedMonth: closedMonth,
      isClockChecked: knowledge.isChecked)
  }
}
