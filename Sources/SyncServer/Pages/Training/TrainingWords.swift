import FieldWork
import Listings

/// The words of the training log.
enum TrainingWords {
  static let byDay = BilingualText(vi: "theo ngày tập huấn", en: "by the day of the training")
  static let title = BilingualText(vi: "Sổ tập huấn", en: "Training log")
  static let sessions = BilingualText(vi: "Buổi tập huấn", en: "Trainings")
  static let trained = BilingualText(vi: "Đã tập huấn", en: "Trained")
  static let people = BilingualText(
    vi: "Thành viên và việc tập huấn", en: "Members and their training")
  static let never = BilingualText(vi: "chưa", en: "not yet")
  static let times = BilingualText(vi: "Số buổi", en: "Trainings attended")
  static let members = BilingualText(vi: "Thành viên", en: "Members")
  static let log = BilingualText(vi: "Các buổi tập huấn", en: "The trainings")
  static let training = BilingualText(vi: "Tập huấn", en: "Training")
  static let topic = BilingualText(vi: "Nội dung", en: "Topic")
  static let learners = BilingualText(vi: "Người học", en: "Learners")
  static let scores = BilingualText(vi: "Điểm trước → sau", en: "Scores before → after")
  static let scoreNote = BilingualText(
    vi: "Điểm trung bình của người có cả hai điểm; dưới 5 người không nêu điểm: hãy xem điểm gộp "
      + "theo nội dung và cả kỳ.",
    en: "Averages of those with both scores; of fewer than 5 they are not told: see those of all "
      + "trainings about one thing, and of the whole period.")
  static let scoresByTopic = BilingualText(
    vi: "Điểm gộp theo nội dung", en: "Scores by what was trained")
  static let few = BilingualText(vi: "ít lượt", en: "too few")

  static func topic(_ number: Int) -> BilingualText {
    BilingualText(vi: "Nội dung \(number)", en: "Topic \(number)")
  }

  static func tested(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "trung bình của \(Format.integer(Int64(count))) lượt học có cả hai điểm",
      en: "average of \(counted(count, "attendance", "attendances")) with both scores")
  }
  static let none = BilingualText(
    vi: "Kỳ này chưa ghi buổi tập huấn nào. Tổ ghi buổi và người dự trên máy, mục Buổi phục vụ.",
    en: "No training is recorded in this period. Teams record sessions and who was there on their "
      + "laptops, under Sessions.")
  static let byTeam = BilingualText(vi: "Theo tổ", en: "By team")
  static let last = BilingualText(vi: "Buổi gần nhất", en: "Last training")
  static let before = BilingualText(vi: "Làm được, 30 ngày trước", en: "Success, 30 days before")
  static let after = BilingualText(vi: "Làm được, 30 ngày sau", en: "Success, 30 days after")
  static let rateNote = BilingualText(
    vi:
      "Làm được = đã xong hoặc đã nộp ÷ (đã xong, đã nộp, bị vướng), 30 ngày trước và sau buổi gần "
      + "nhất, làm tròn 5 %; dưới 10 lượt không nêu. Ít lượt thì chênh lệch có thể chỉ là ngẫu nhiên.",
    en:
      "Success = completed or submitted ÷ (completed, submitted, blocked), 30 days before and after "
      + "the last training, in steps of 5 %; of fewer than 10 it is not told. Of few assists a "
      + "difference may be chance alone.")
  static let which = BilingualText(vi: "Tổ nào", en: "Which teams")
  static let neverTrained = BilingualText(vi: "chưa ai được học", en: "nobody trained")
  static let partTrained = BilingualText(vi: "còn người chưa học", en: "somebody not trained")
  static let untrained = BilingualText(
    vi: "Ai chưa được tập huấn", en: "Who has not been trained")
  static let untrainedShort = BilingualText(vi: "Chưa tập huấn", en: "Not trained")
  static let role = BilingualText(vi: "Vai trò", en: "Role")
  static let noRole = BilingualText(vi: "(không ghi vai trò)", en: "(no role recorded)")
  static let noMembers = BilingualText(
    vi: "Danh sách chưa có thành viên nào.", en: "The roster has no member yet.")
  static let names = BilingualText(vi: "Xem danh sách tên", en: "See their names")
  static let member = BilingualText(vi: "Thành viên", en: "Member")
  static let allTrained = BilingualText(
    vi: "Mọi thành viên đã được tập huấn trong kỳ này.",
    en: "Every member has been trained in this period.")
  static let back = BilingualText(vi: "‹ Về sổ tập huấn", en: "‹ Back to the training log")

  static func share(_ part: Int, of whole: Int) -> BilingualText {
    guard let ratio = Ratio(Int64(part), of: Int64(whole)) else {
      return BilingualText(vi: "chưa có thành viên", en: "no members yet")
    }
    return BilingualText(
      vi: "\(Format.percent(hundredths: ratio.hundredthsOfPercent)) thành viên",
      en: "\(Format.percent(hundredths: ratio.hundredthsOfPercent, .english)) of the members")
  }

  /// Averages before and after; nil where they are not told.
  static func scores(_ sum: TrainingScores.Sum?) -> BilingualText {
    guard let sum, let before = Ratio(sum.before, of: Int64(sum.tested)),
      let after = Ratio(sum.after, of: Int64(sum.tested))
    else { return TrainerWords.hidden }
    func told(_ language: Language) -> String {
      "\(Format.hundredths(before.hundredths(), language)) → "
        + Format.hundredths(after.hundredths(), language)
    }
    return BilingualText(vi: told(.vietnamese), en: told(.english))
  }

  static func more(_ limit: Int) -> BilingualText {
    BilingualText(
      vi: " Chỉ nêu \(limit) buổi gần nhất; hãy chọn kỳ ngắn hơn.",
      en: " Only the latest \(limit) are listed; choose a shorter period.")
  }

  static func rate(_ percent: Int?, _ last: LocalDate?) -> BilingualText {
    guard last != nil else { return BilingualText(same: "—") }
    guard let percent else { return few }
    return BilingualText(vi: "khoảng \(percent) %", en: "about \(percent) %")
  }

  static func toCome(_ days: Int) -> BilingualText {
    BilingualText(
      vi: "còn \(days) ngày nữa mới đủ", en: "\(counted(days, "day", "days")) still to come")
  }
}
