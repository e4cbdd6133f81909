extension Measure {
  /// What the register and observations tell.
  static let people: [Measure] =
    [
      Measure(
        "adults", vi: "người trưởng thành", en: "adults", .resident { $0.isAdult.map(count) }),
      Measure(
        "adults-vneid", vi: "người có VNeID mức 2", en: "people with VNeID level 2",
        .resident { $0.identityLevel.map { count($0 >= 2) } }),
      Measure(
        "adults-vneid-any", vi: "người có VNeID", en: "people with VNeID of any level",
        .resident { $0.identityLevel.map { count($0 >= 1) } }),
      Measure(
        "adults-observed", vi: "người đã được hỏi về VNeID", en: "people asked about VNeID",
        .resident { count($0.identityLevel != nil) }),
      Measure(
        "signatures", vi: "người có chữ ký số", en: "people with a digital signature",
        .resident { $0.signature.map { count($0 >= 1) } }),
      Measure(
        "signatures-used", vi: "người đã dùng chữ ký số", en: "people who use a digital signature",
        .resident { $0.signature.map { count($0 >= 2) } }),
      Measure("households", vi: "hộ", en: "households", .household { _ in 1 }),
      Measure(
        "households-connected", vi: "hộ có mạng", en: "households with any connection",
        .household { $0.connectivity.map { count($0 >= 1) } }),
      Measure(
        "households-broadband", vi: "hộ có băng rộng", en: "households with broadband",
        .household { $0.connectivity.map { count($0 >= 2) } }),
      Measure(
        "households-fibre", vi: "hộ có cáp quang", en: "households with fibre",
        .household { $0.connectivity.map { count($0 >= 3) } }),
    ]
    + ChoiceList.cashlessService.choices.map { choice in
      Measure(
        "households-cashless-\(choice.name)",
        vi: "hộ trả không tiền mặt: \(choice.words.vietnamese)",
        en: "households that pay without cash: \(choice.words.english)",
        .household { $0.cashless[choice.number].map(count) })
    }
}
