import FieldWork

/// What a coordinator says of a laptop; raw values stand in addresses.
enum LaptopAct: String, CaseIterable, Sendable {
  /// It is gone.
  case lost
  /// It was declared lost and is back.
  case found
  /// Another one took its place.
  case replaced
  /// It reports for another team.
  case team

  /// Whether it can be said of a laptop that stands like this.
  func applies(to laptop: LaptopStanding) -> Bool {
    let isLost = if case .lost = laptop.report.fate { true } else { false }
    return switch self {
    case .lost: !isLost
    case .found: isLost
    case .replaced, .team: true
    }
  }

  /// What the button says.
  var words: BilingualText {
    switch self {
    case .lost: BilingualText(vi: "Báo mất máy", en: "Declare it lost")
    case .found: BilingualText(vi: "Đã tìm thấy máy", en: "It was found")
    case .replaced: BilingualText(vi: "Đã thay bằng máy khác", en: "Another took its place")
    case .team: BilingualText(vi: "Chuyển sang tổ khác", en: "Move it to another team")
    }
  }

  /// What it does, told before it is done.
  var effect: BilingualText {
    switch self {
    case .lost:
      BilingualText(
        vi: "Máy không được giữ dữ liệu nào nữa. Những gì máy đã gửi vẫn còn; gói nào đến sau sẽ "
          + "được gộp và chờ điều phối viên xem. Máy mới cần mã ghi danh mới. Tìm thấy máy thì báo "
          + "lại ở đây.",
        en: "It may hold no data any more. What it sent is safe; what turns up later is merged and "
          + "waits for a coordinator's look. A new laptop needs a new code. Should it be found, say "
          + "so here.")
    case .found:
      BilingualText(
        vi: "Máy không còn bị coi là mất; việc nó ghi từ nay được tính như mọi máy. Mục nó gửi "
          + "trong lúc báo mất vẫn chờ quyết định, trừ khi bạn chấp nhận ngay ở dưới.",
        en: "It is lost no more; what it writes from now on counts like any laptop's. What it sent "
          + "while it was lost still waits for a ruling, unless you admit it here.")
    case .replaced:
      BilingualText(
        vi: "Máy này không bị coi là im lặng nữa khi dữ liệu của nó đã về đủ. Không gì bị xóa.",
        en: "It is no longer counted as silent once its data are here. Nothing is deleted.")
    case .team:
      BilingualText(
        vi:
          "Từ giờ máy báo cáo cho tổ ấy; việc đã ghi vẫn thuộc tổ cũ. Máy được giữ dữ liệu gì thì "
          + "không đổi.",
        en: "It reports for that team from now on; past work stays where it is. What it may hold "
          + "stays as it is.")
    }
  }

  /// What was done.
  var done: BilingualText {
    switch self {
    case .lost: BilingualText(vi: "Đã báo mất máy.", en: "The laptop is declared lost.")
    case .found:
      BilingualText(vi: "Máy không còn bị coi là mất.", en: "The laptop is lost no more.")
    case .replaced:
      BilingualText(vi: "Đã ghi máy thay.", en: "The laptop that took its place is noted.")
    case .team: BilingualText(vi: "Đã chuyển máy sang tổ ấy.", en: "It reports for that team now.")
    }
  }
}
