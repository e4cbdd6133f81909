extension Measure {
  /// What dossiers tell.
  static let dossiers: [Measure] = [
    Measure("dossiers", vi: "hồ sơ tiếp nhận", en: "dossiers received", .dossier { _ in 1 }),
    Measure(
      "dossiers-online", vi: "hồ sơ nộp trực tuyến", en: "dossiers filed online",
      .dossier { $0.channel.map { count($0 == .online) } }),
    Measure(
      "dossiers-online-full", vi: "hồ sơ nộp trực tuyến toàn trình",
      en: "dossiers filed online, wholly online",
      .dossier { facts in
        // Not online is enough to know.
        if let channel = facts.channel, channel != .online { return 0 }
        guard facts.channel != nil else { return nil }
        return facts.serviceLevel.map { count($0 == .full) }
      }),
    Measure(
      "dossiers-judged", vi: "hồ sơ có hẹn trả", en: "dossiers with an appointment",
      .dossier { facts in
        facts.hasEnded ? 0 : facts.isInTime.map { _ in 1 }
      }),
    Measure(
      "dossiers-in-time", vi: "hồ sơ trước hạn, đúng hạn hoặc còn hạn",
      en: "dossiers early, on time or running in time",
      .dossier { $0.hasEnded ? 0 : $0.isInTime.map(count) }),
    Measure(
      "dossiers-late", vi: "hồ sơ trễ hẹn hoặc quá hẹn", en: "dossiers late or overdue",
      .dossier { facts in
        facts.hasEnded ? 0 : facts.isInTime.map { count(!$0) }
      }),
    Measure(
      "dossiers-finished", vi: "hồ sơ đã giải quyết", en: "dossiers settled",
      .dossier { count($0.finished != nil && $0.hasResult) }),
    Measure(
      "dossiers-finished-in-time", vi: "hồ sơ giải quyết trước hạn, đúng hạn",
      en: "dossiers settled early or on time",
      .dossier { facts in
        facts.finished == nil ? 0 : facts.isInTime.map(count)
      }),
    Measure(
      "dossiers-early", vi: "hồ sơ giải quyết trước hạn", en: "dossiers settled early",
      .dossier { facts in
        facts.finished == nil || facts.isInTime != nil ? count(facts.daysEarly != nil) : nil
      }),
    Measure(
      "days-early", vi: "số ngày làm việc sớm", en: "working days early",
      .dossier { $0.daysEarly ?? 0 }),
    Measure(
      "days-late", vi: "số ngày làm việc trễ", en: "working days late",
      .dossier { $0.daysLate ?? 0 }),
    Measure(
      "settlement-days", vi: "số ngày làm việc giải quyết", en: "working days to settle",
      .dossier { $0.settlementDays }),
    Measure(
      "dossiers-with-result", vi: "hồ sơ có kết quả", en: "dossiers with a result",
      .dossier { count($0.hasResult) }),
    Measure(
      "dossiers-electronic-result", vi: "hồ sơ cấp kết quả điện tử",
      en: "dossiers with an electronic result", .dossier { $0.electronicResult.map(count) }),
    Measure(
      "dossiers-digitised", vi: "hồ sơ số hóa (giấy tờ và kết quả)",
      en: "dossiers digitised, papers and result", .dossier { $0.isDigitised.map(count) }),
    Measure(
      "files", vi: "giấy tờ thành phần", en: "component papers", .dossier { $0.files }),
    Measure(
      "files-digitised", vi: "giấy tờ đã số hóa", en: "component papers digitised",
      .dossier { $0.filesDigitised }),
    Measure(
      "dossiers-with-fee", vi: "hồ sơ có phí, lệ phí", en: "dossiers with a fee",
      .dossier { $0.hasFee.map(count) }),
    Measure(
      "dossiers-paid-online", vi: "hồ sơ thanh toán trực tuyến", en: "dossiers paid online",
      .dossier { $0.isPaidOnline.map(count) }),
    Measure(
      "dossiers-helped", vi: "hồ sơ có tổ hỗ trợ", en: "dossiers with help",
      .dossier { $0.isHelped.map(count) }),
    Measure(
      "dossiers-alone", vi: "hồ sơ tự nộp", en: "dossiers without help",
      .dossier { $0.isHelped.map { count(!$0) } }),
    Measure(
      "dossiers-first-try", vi: "hồ sơ được nhận ngay lần đầu",
      en: "dossiers accepted at the first try", .dossier { $0.isFirstTry.map(count) }),
    Measure(
      "dossiers-mobile", vi: "hồ sơ làm tại nhà người dân", en: "dossiers made at homes",
      .dossier { count($0.helpChannel == home) }),
    Measure(
      "dossiers-mobile-beneficiaries", vi: "hồ sơ tại nhà cho người cao tuổi, khuyết tật",
      en: "dossiers at homes of elderly and disabled people",
      .dossier { mobile($0, of: elderly, disabled) }),
    Measure(
      "dossiers-mobile-elderly", vi: "hồ sơ tại nhà cho người cao tuổi",
      en: "dossiers at homes of elderly people", .dossier { mobile($0, of: elderly) }),
    Measure(
      "dossiers-mobile-disabled", vi: "hồ sơ tại nhà cho người khuyết tật",
      en: "dossiers at homes of disabled people", .dossier { mobile($0, of: disabled) }),
    Measure(
      "dossiers-waiting", vi: "hồ sơ đang chờ kết quả", en: "dossiers without a result yet",
      .waiting { _ in 1 }),
    Measure(
      "dossiers-overdue", vi: "hồ sơ tồn đọng quá hẹn", en: "overdue dossiers",
      .waiting { $0.isInTime.map { count(!$0) } }),
  ]

  /// 1 for what is so.
  static func count(_ isSo: Bool) -> Int { isSo ? 1 : 0 }

  // Numbers of `ChoiceList.visitChannel` and `ChoiceList.beneficiary`.
  private static let home: Int64 = 1
  private static let elderly: Int64 = 1
  private static let disabled: Int64 = 2

  /// A category is recorded only with consent: one that is not given is not counted, and not guessed.
  private static func mobile(_ facts: DossierFacts, of categories: Int64...) -> Int {
    count(facts.helpChannel == home && facts.beneficiary.map(categories.contains) ?? false)
  }
}
