import CommandLine
import FieldWork
import Listings
import Replica

extension HandOverStatus {
  /// The six stages with stable keys.
  var json: JSONValue {
    [
      "written": .integer(written), "closed": .integer(closed), "sent": .integer(sent),
      "received": .integer(received), "merged": .integer(merged),
      "needs_attention": .integer(needsAttention), "not_handed_over": .integer(notHandedOver),
      "last_hand_over": .text(
        orNull: lastRound.map { LocalDateTime(milliseconds: $0.rawValue).iso }),
    ]
  }

  /// The six stages on one line, in operations.
  var words: BilingualText {
    BilingualText(
      vi: "Đã ghi \(written) · đóng gói \(closed) · đã thử gửi \(sent) · trung tâm nhận \(received)"
        + " · đã gộp \(merged) · còn chờ ở đó \(needsAttention)",
      en: "Written \(written) · closed \(closed) · tried to send \(sent) · received \(received)"
        + " · merged \(merged) · waiting there \(needsAttention)")
  }

  /// When the laptop last handed over. A round in which the centre confirmed nothing of this laptop was
  /// none: after the first one, which comes with the enrolment, people took the lists for their work.
  var lastHandOver: BilingualText {
    guard let lastRound else {
      return BilingualText(vi: "Máy này chưa gửi lần nào", en: "This laptop has never handed over")
    }
    let time = Format.dateTime(LocalDateTime(milliseconds: lastRound.rawValue))
    guard received > 0 else {
      return BilingualText(
        vi: "Đã ghi danh và nhận danh sách (\(time)), chưa gửi gì",
        en: "Enrolled and received the lists (\(time)), nothing handed over yet")
    }
    return BilingualText(vi: "Lần gửi gần nhất: \(time)", en: "Last handed over: \(time)")
  }

  /// What the centre has confirmed, said where a hand-over came to nothing.
  ///
  /// - Parameter count: how many records the centre has not confirmed.
  func confirmedWords(unsentRecords count: Int) -> BilingualText {
    let confirmed =
      lastRound.flatMap { received > 0 ? $0 : nil }.map {
        Format.dateTime(LocalDateTime(milliseconds: $0.rawValue))
      }.map { time in
        BilingualText(
          vi: "Trung tâm xác nhận lần cuối lúc \(time): đã nhận \(received) thay đổi.",
          en: "The centre last confirmed at \(time): it has "
            + counted(received, "change", "changes") + ".")
      }
      ?? BilingualText(
        vi: "Trung tâm chưa xác nhận thay đổi nào của máy này.",
        en: "The centre has not confirmed any change of this laptop.")
    guard count > 0 else { return confirmed }
    return confirmed
      + BilingualText(
        vi: " Chưa được xác nhận: \(count) bản ghi, đều còn ở máy này.",
        en: " Not confirmed: \(counted(count, "record", "records")), all still on this laptop.")
  }
}

extension StoreStanding {
  /// The line that is always true, with what a person recorded and the centre has not confirmed.
  ///
  /// - Parameter isAllSaved: whether nothing is begun that is no record yet.
  func handOverWords(isAllSaved: Bool = true) -> BilingualText {
    status.lastHandOver + BilingualText(same: " · ") + waiting(isAllSaved)
  }

  private func waiting(_ isAllSaved: Bool) -> BilingualText {
    if status.written == 0 {
      return BilingualText(vi: "chưa ghi gì để gửi", en: "nothing is recorded yet")
    }
    guard unsentRecords > 0 else {
      return isAllSaved
        ? BilingualText(vi: "mọi thứ đã gửi", en: "everything is sent")
        : BilingualText(vi: "những gì đã lưu thì đã gửi", en: "all that was saved is sent")
    }
    let left = unsentRecords - (carried?.count ?? 0)
    let unsent = BilingualText(
      vi: "chưa gửi: \(left) bản ghi", en: "not yet sent: " + counted(left, "record", "records"))
    guard let carried else { return unsent }
    return left == 0 ? carried.words : unsent + BilingualText(same: " · ") + carried.words
  }
}

extension Laptop {
  /// How many of these rows hold something that the centre has not confirmed to have, each once,
  /// however often it was changed. The page Numbers lists them.
  static func unsentRecords(_ status: HandOverStatus, _ passages: [RowPassage]) -> Int {
    guard status.notHandedOver > 0 else { return 0 }
    // What a later version wrote has no table here, and is not sent all the same.
    return max(1, passages.count { $0.stage != .waiting })
  }
}

/// What is said of a clock that is off.
enum ClockWarning {
  /// Below two minutes nobody needs to know.
  static let limitMilliseconds: Int64 = 120_000

  /// The warning for a wall clock that is ahead by so many milliseconds; nil when it is right.
  static func words(_ error: Int64) -> BilingualText? {
    guard error.magnitude > UInt64(limitMilliseconds) else { return nil }
    let (amountVietnamese, amountEnglish) = amount(error.magnitude / 60_000)
    return error > 0
      ? BilingualText(
        vi: "Đồng hồ máy này nhanh \(amountVietnamese) so với trung tâm; hãy chỉnh lại. "
          + "Bản ghi vẫn đúng thứ tự.",
        en: "This laptop's clock is \(amountEnglish) ahead of the centre's; set it right. "
          + "Records keep their true order.")
      : BilingualText(
        vi: "Đồng hồ máy này chậm \(amountVietnamese) so với trung tâm; hãy chỉnh lại. "
          + "Bản ghi vẫn đúng thứ tự.",
        en: "This laptop's clock is \(amountEnglish) behind the centre's; set it right. "
          + "Records keep their true order.")
  }

  private static func amount(_ minutes: UInt64) -> (String, String) {
    if minutes < 120 { return ("\(minutes) phút", counted(minutes, "minute", "minutes")) }
    if minutes < 48 * 60 { return ("\(minutes / 60) giờ", counted(minutes / 60, "hour", "hours")) }
    return ("\(minutes / 1_440) ngày", counted(minutes / 1_440, "day", "days"))
  }
}
