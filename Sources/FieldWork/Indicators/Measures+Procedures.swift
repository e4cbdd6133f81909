extension Measure {
  /// What procedures tell.
  static let procedures: [Measure] = [
    Measure(
      "catalogue", vi: "thủ tục trong danh mục", en: "procedures in the catalogue",
      .procedure { count($0.level != nil) }),
    Measure(
      "catalogue-online", vi: "dịch vụ công trực tuyến trong danh mục",
      en: "procedures offered online",
      .procedure { count($0.level == .full || $0.level == .partial) }),
    Measure(
      "catalogue-full", vi: "dịch vụ công trực tuyến toàn trình", en: "procedures wholly online",
      .procedure { count($0.level == .full) }),
    Measure(
      "catalogue-partial", vi: "dịch vụ công trực tuyến một phần", en: "procedures partly online",
      .procedure { count($0.level == .partial) }),
    Measure(
      "online-services-filed", vi: "dịch vụ công trực tuyến có phát sinh hồ sơ",
      en: "online services with an online dossier",
      .procedure { count(($0.level == .full || $0.level == .partial) && $0.isFiledOnline) }),
    Measure(
      "procedures-with-fee", vi: "thủ tục có hồ sơ phải nộp phí",
      en: "procedures with a dossier that has a fee", .procedure { $0.hasFee.map(count) }),
    Measure(
      "procedures-paid-online", vi: "thủ tục có giao dịch thanh toán trực tuyến",
      en: "procedures with an online payment", .procedure { $0.isPaidOnline.map(count) }),
  ]
}
