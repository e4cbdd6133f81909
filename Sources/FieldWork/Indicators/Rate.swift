/// A rate that field reports name, with its one definition.
package struct Rate: Sendable {
  /// The stable name.
  package let key: String
  /// What people read.
  package let words: BilingualText
  /// How it is made.
  package let form: RateForm
  /// Whether less of it is better.
  package let isBetterLow: Bool

  private init(
    _ key: String, vi vietnamese: String, en english: String, _ form: RateForm,
    isBetterLow: Bool = false
  ) {
    self.key = key
    words = BilingualText(vi: vietnamese, en: english)
    self.form = form
    self.isBetterLow = isBetterLow
  }

  private init(
    _ key: String, vi vietnamese: String, en english: String, _ part: String, of whole: String,
    isBetterLow: Bool = false
  ) {
    self.init(
      key, vi: vietnamese, en: english, .share(.standing(part), of: .standing(whole)),
      isBetterLow: isBetterLow)
  }

  /// The rate of a name.
  package init?(named key: String) {
    guard let rate = Self.all.first(where: { $0.key == key }) else { return nil }
    self = rate
  }

  /// What is divided by what, in words.
  package var definition: BilingualText {
    switch form {
    case .share(let part, let whole), .average(let part, let whole):
      BilingualText(
        vi: "\(part.words.vietnamese) ÷ \(whole.words.vietnamese)",
        en: "\(part.words.english) ÷ \(whole.words.english)")
    case .number(let measure): measure.words
    case .satisfaction:
      BilingualText(
        vi: "100 % − tỷ lệ hồ sơ trễ hạn − tỷ lệ đánh giá không hài lòng",
        en: "100 % less the share of late dossiers, less that of ratings of 1 and 2")
    }
  }

  /// All rates, in the order in which people read them.
  package static let all: [Rate] =
    filing + deadlines + papers + payment + help + opinions + register + teams + catalogue

  private static let filing = [
    Rate(
      "online", vi: "hồ sơ nộp trực tuyến", en: "filed online", "dossiers-online",
      of: "dossiers"),
    Rate(
      "full-online", vi: "hồ sơ trực tuyến toàn trình", en: "filed wholly online",
      "dossiers-online-full", of: "dossiers"),
  ]

  private static let deadlines = [
    Rate(
      "on-time", vi: "đúng hạn (kể cả đang còn hạn)", en: "on time, or running in time",
      "dossiers-in-time", of: "dossiers-judged"),
    Rate(
      "settled-on-time", vi: "giải quyết trước hạn và đúng hạn", en: "settled early or on time",
      "dossiers-finished-in-time", of: "dossiers-finished"),
    Rate(
      "early", vi: "giải quyết trước hạn", en: "settled early", "dossiers-early",
      of: "dossiers-finished"),
    Rate(
      "late", vi: "trễ hẹn hoặc quá hẹn", en: "late or overdue", "dossiers-late",
      of: "dossiers-judged", isBetterLow: true),
    Rate(
      "days-early", vi: "ngày làm việc sớm, trung bình", en: "working days early, on average",
      .average(.standing("days-early"), of: .standing("dossiers-early"))),
    Rate(
      "days-late", vi: "ngày làm việc trễ, trung bình", en: "working days late, on average",
      .average(.standing("days-late"), of: .standing("dossiers-late")), isBetterLow: true),
    Rate(
      "settlement-days", vi: "ngày làm việc giải quyết, trung bình",
      en: "working days to settle, on average",
      .average(.standing("settlement-days"), of: .standing("dossiers-finished")),
      isBetterLow: true),
    Rate(
      "waiting", vi: "hồ sơ đang chờ", en: "dossiers waiting",
      .number(.standing("dossiers-waiting")), isBetterLow: true),
    Rate(
      "backlog", vi: "tồn đọng quá hẹn", en: "backlog", .number(.standing("dossiers-overdue")),
      isBetterLow: true),
    Rate(
      "backlog-tasks", vi: "tồn đọng: việc quá hạn", en: "backlog: overdue tasks",
      .number(.standing("tasks-overdue")), isBetterLow: true),
  ]

  private static let papers = [
    Rate(
      "digitised", vi: "hồ sơ số hóa", en: "dossiers digitised", "dossiers-digitised",
      of: "dossiers-with-result"),
    Rate(
      "files-digitised", vi: "giấy tờ số hóa", en: "papers digitised", "files-digitised",
      of: "files"),
    Rate(
      "electronic-result", vi: "kết quả điện tử", en: "electronic results",
      "dossiers-electronic-result", of: "dossiers-with-result"),
  ]

  private static let payment = [
    Rate(
      "paid-online", vi: "hồ sơ thanh toán trực tuyến", en: "dossiers paid online",
      "dossiers-paid-online", of: "dossiers-with-fee"),
    Rate(
      "procedures-paid-online", vi: "thủ tục có thanh toán trực tuyến",
      en: "procedures with online payment", "procedures-paid-online", of: "procedures-with-fee"),
  ]

  private static let help = [
    Rate(
      "campaign-coverage", vi: "đợt cao điểm: hộ trong danh sách đã thăm",
      en: "campaign: listed households visited", "households-listed-visited",
      of: "households-listed"),
    Rate(
      "first-try-helped", vi: "được nhận ngay lần đầu, có tổ hỗ trợ",
      en: "accepted at the first try, with help", "dossiers-first-try", of: "dossiers-helped"),
    Rate(
      "first-try-alone", vi: "được nhận ngay lần đầu, tự nộp",
      en: "accepted at the first try, without help", "dossiers-first-try", of: "dossiers-alone"),
    Rate(
      "success", vi: "lượt hỗ trợ làm được", en: "assists that got it done", "assists-successful",
      of: "assists-tried"),
    Rate(
      "mobile", vi: "hồ sơ làm tại nhà", en: "dossiers made at homes",
      .number(.standing("dossiers-mobile"))),
    Rate(
      "mobile-beneficiaries", vi: "hồ sơ tại nhà: người cao tuổi, khuyết tật",
      en: "at homes of elderly and disabled people",
      .number(.standing("dossiers-mobile-beneficiaries"))),
    Rate(
      "mobile-elderly", vi: "hồ sơ tại nhà: người cao tuổi", en: "at homes of elderly people",
      .number(.standing("dossiers-mobile-elderly"))),
    Rate(
      "mobile-disabled", vi: "hồ sơ tại nhà: người khuyết tật", en: "at homes of disabled people",
      .number(.standing("dossiers-mobile-disabled"))),
  ]

  private static let opinions = [
    Rate(
      "satisfaction", vi: "hài lòng (QĐ 766)", en: "satisfaction (Decision 766)", .satisfaction),
    Rate(
      "liked", vi: "đánh giá 4–5 điểm", en: "ratings of 4 and 5", "feedback-liked",
      of: "feedback-rated"),
    Rate(
      "feedback-in-time", vi: "phản ánh trả lời đúng hạn", en: "feedback answered in time",
      "feedback-in-time", of: "feedback-to-answer"),
  ]

  private static let register =
    [
      Rate(
        "vneid", vi: "VNeID mức 2", en: "VNeID level 2", "adults-vneid", of: "adults"),
      Rate(
        "vneid-any", vi: "VNeID các mức", en: "VNeID of any level", "adults-vneid-any",
        of: "adults"),
      Rate(
        "vneid-asked", vi: "người trưởng thành đã được hỏi", en: "adults asked about VNeID",
        "adults-observed", of: "adults"),
      Rate(
        "signatures", vi: "chữ ký số đã cấp", en: "digital signatures issued",
        .number(.standing("signatures"))),
      Rate(
        "signatures-used", vi: "chữ ký số đã dùng", en: "digital signatures in use",
        "signatures-used", of: "signatures"),
    ]
    + ChoiceList.cashlessService.choices.map { choice in
      Rate(
        "cashless-\(choice.name)", vi: "không tiền mặt: \(choice.words.vietnamese)",
        en: "cashless: \(choice.words.english)", "households-cashless-\(choice.name)",
        of: "households")
    }
    + [
      Rate(
        "connected", vi: "hộ có mạng", en: "households connected", "households-connected",
        of: "households"),
      Rate(
        "broadband", vi: "hộ có băng rộng", en: "households with broadband",
        "households-broadband", of: "households"),
      Rate(
        "fibre", vi: "hộ có cáp quang", en: "households with fibre", "households-fibre",
        of: "households"),
    ]

  private static let teams = [
    Rate(
      "trained", vi: "thành viên đã tập huấn", en: "members trained", "members-trained",
      of: "members"),
    Rate(
      "score-before", vi: "điểm trước tập huấn, trung bình",
      en: "score before training, on average",
      .average(.standing("score-before"), of: .standing("members-tested"))),
    Rate(
      "score-after", vi: "điểm sau tập huấn, trung bình", en: "score after training, on average",
      .average(.standing("score-after"), of: .standing("members-tested"))),
    Rate(
      "groups-with-team", vi: "thôn, tổ dân phố có tổ", en: "groups with a team",
      "groups-with-team", of: "groups"),
    Rate(
      "groups-with-project-06-team", vi: "thôn, tổ dân phố có tổ Đề án 06",
      en: "groups with a Project 06 team", "groups-with-project-06-team", of: "groups"),
  ]

  private static let catalogue = [
    Rate(
      "catalogue-online", vi: "thủ tục cung cấp trực tuyến", en: "procedures offered online",
      "catalogue-online", of: "catalogue"),
    Rate(
      "catalogue-full", vi: "dịch vụ công toàn trình", en: "procedures wholly online",
      .number(.standing("catalogue-full"))),
    Rate(
      "catalogue-partial", vi: "dịch vụ công một phần", en: "procedures partly online",
      .number(.standing("catalogue-partial"))),
    Rate(
      "services-filed", vi: "dịch vụ trực tuyến có phát sinh hồ sơ",
      en: "online services with a dossier", "online-services-filed", of: "catalogue-online"),
  ]
}
