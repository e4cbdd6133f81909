import FieldWork

/// What a coordinator says of a member; raw values stand in addresses.
enum PersonAct: String, CaseIterable, Sendable {
  /// They belong to another team from a day on.
  case team
  /// They leave.
  case leave

  /// Whether it can be said of somebody.
  func applies(to person: PersonStanding, on day: LocalDate) -> Bool {
    switch self {
    case .team: person.state(on: day) != .left
    case .leave: person.member.to == nil
    }
  }

  /// What the button says.
  var words: BilingualText {
    switch self {
    case .team: BilingualText(vi: "Chuyển sang tổ khác", en: "Move to another team")
    case .leave: BilingualText(vi: "Rời tổ", en: "Leaves the team")
    }
  }

  /// What it does, told before it is done.
  var effect: BilingualText {
    switch self {
    case .team:
      BilingualText(
        vi: "Việc đã ghi vẫn thuộc tổ cũ. Từ ngày ấy, máy được chọn ở dưới báo cáo cho tổ mới và "
          + "được giữ thêm thôn của tổ mới; máy vẫn giữ những gì đang có, nên việc chưa gửi không "
          + "mất. Ngày còn ở phía trước thì trung tâm tự chuyển khi tới ngày.",
        en:
          "Past work stays with the former team. From that day on the laptops chosen below report "
          + "for the new team and may hold its hamlet too; they keep what they have, so no unsent "
          + "work is lost. A day that is to come is waited for, and the centre does it then.")
    case .leave:
      BilingualText(
        vi: "Tên và việc đã ghi vẫn còn. Sau ngày cuối, người này không còn trong danh sách tổ. "
          + "Những gì còn lại dưới đây không tự chuyển cho ai.",
        en: "Their name and past work stay. After the last day they are not in the team any more. "
          + "What is left below goes to nobody by itself.")
    }
  }
}

/// The words of these acts.
enum PersonActWords {
  static let planned = BilingualText(vi: "Lượt hẹn quay lại", en: "Visits to come back to")
  static let remains = BilingualText(vi: "Những gì còn lại", en: "What remains")
  static let drafts = BilingualText(vi: "Mẫu đang ghi dở", en: "Forms begun and not saved")
  static let unknown = BilingualText(
    vi: "trung tâm không biết: chỉ có trên máy", en: "the centre cannot know: on the laptop alone")
  static let unsent = BilingualText(vi: "Thao tác chưa gửi", en: "Operations not handed over")
  static let lastDay = BilingualText(vi: "Ngày cuối", en: "Last day")
  static let firstDay = BilingualText(vi: "Vào tổ mới từ ngày", en: "In the new team from")
  static let newTeam = BilingualText(vi: "Tổ mới", en: "New team")
  static let choose = BilingualText(vi: "– chọn –", en: "– choose –")
  static let laptops = BilingualText(
    vi: "Máy đi cùng sang tổ mới", en: "Laptops that go along to the new team")
  static let noTeam = BilingualText(
    vi: "Trong phạm vi của bạn không có tổ nào khác.",
    en: "There is no other team within your reach.")
  static let teamNeeded = BilingualText(
    vi: "Chưa đổi gì; hãy chọn tổ mới.", en: "Nothing was changed; choose the new team.")
  static let tooFar = BilingualText(
    vi: "Chưa đổi gì: chỉ ghi trước được \(TeamChange.maximumDaysAhead) ngày.",
    en: "Nothing was changed: it can be told \(TeamChange.maximumDaysAhead) days ahead at most.")
  static let waiting = BilingualText(vi: "Sắp chuyển tổ", en: "Will change the team")
  static let stay = BilingualText(vi: "Bỏ lịch chuyển tổ", en: "Take the change back")

  static func waiting(_ team: String, _ day: LocalDate) -> BilingualText {
    BilingualText(
      vi: "sang \(team) từ \(Format.date(day))", en: "to \(team) from \(Format.date(day)) on")
  }
  static let back = BilingualText(
    vi: "Không đổi gì, trở lại người này", en: "Change nothing, back to this person")
  static let never = BilingualText(vi: "chưa biết", en: "not known")
}
