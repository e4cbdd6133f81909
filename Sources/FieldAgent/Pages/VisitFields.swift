import FieldWork
import Pages
import SyncProtocol
import Web

/// The fields of a visit itself, in the form of a new one and of changes to one.
struct VisitFields {
  private let draft: PageDraft
  private let request: LaptopRequest
  private let problems: FormProblems

  init(_ draft: PageDraft, _ request: LaptopRequest, _ problems: FormProblems) {
    self.draft = draft
    self.request = request
    self.problems = problems
  }

  /// The team of whoever records, and others who took part already.
  static func members(
    _ request: LaptopRequest, and others: [RowID] = []
  ) throws -> [Member] {
    let team = try request.reader.existing(Member.self, request.member).team
    let colleagues = try team.map { try request.reader.members(team: $0) } ?? []
    return try colleagues
      + others.filter { other in !colleagues.contains { $0.id == other } }
      .compactMap { try request.reader.record(Member.self, $0) }
  }

  /// The members whose boxes were ticked.
  static func members(in value: String) -> [RowID] {
    value.split(separator: " ").compactMap { Int64($0) }.compactMap(RowID.init(rawValue:))
  }

  private static let channelLabel = BilingualText(vi: "Gặp ở đâu", en: "Where")

  /// What the form calls a field of the visit, where that is not what it is called elsewhere.
  static func label(_ field: String) -> BilingualText? { field == "channel" ? channelLabel : nil }

  /// The name in the form of a field of the visit.
  static func formName(_ field: String) -> String {
    switch field {
    case "participants": "with"
    case "start_minute": "start"
    default: field
    }
  }

  /// What people read for a value of a field that is chosen; nil for what they typed.
  static func words(
    of field: String, _ value: String, _ request: LaptopRequest
  ) throws -> BilingualText? {
    switch field {
    case "outcome": VisitOutcome.words(named: value)
    case "channel": ChoiceList.visitChannel.parse(value)?.words
    case "session":
      try (try? request.reader.resolveOne(value, as: .session)).map {
        try request.reader.described($0.rawValue, .session)
      }
    case "with":
      BilingualText(
        same: try members(in: value).compactMap { try request.reader.record(Member.self, $0) }
          .map { $0.fullName ?? $0.codeText }.joined(separator: ", "))
    default: nil
    }
  }

  /// The fields; `members` are the boxes of who took part.
  func html(_ members: [Member], _ language: Language) throws -> HTML {
    try element("div", ["class": "field-grid"]) {
      PageField(
        "outcome", FieldLabel.words(of: "outcome"),
        .choice(
          [("", BilingualText(vi: "– chọn –", en: "– choose –"))]
            + VisitOutcome.allCases.map { ($0.name, $0.words) }),
        value: draft["outcome"] ?? "", error: problems["outcome"], isRequired: true
      ).html(language)
      PageField(
        "date", FieldLabel.words(of: "date"), .digits, value: draft["date"] ?? "",
        hint: BilingualText(vi: "ngày/tháng/năm", en: "day/month/year"), error: problems["date"],
        isRequired: draft.kind == .visit
      ).html(language)
      PageField(
        "start", FieldLabel.words(of: "start_minute"), .digits, value: draft["start"] ?? "",
        hint: BilingualText(vi: "như 08:30", en: "such as 08:30"),
        error: problems["start"]
      ).html(language)
      PageField(
        "minutes", FieldLabel.words(of: "minutes"), .digits, value: draft["minutes"] ?? "",
        error: problems["minutes"]
      ).html(language)
      PageField(
        "return_date", FieldLabel.words(of: "return_date"), .digits,
        value: draft["return_date"] ?? "",
        hint: BilingualText(vi: "khi hẹn quay lại", en: "when they expect you again"),
        error: problems["return_date"]
      ).html(language)
      PageField(
        "channel", Self.channelLabel,
        .choice(
          [("", BilingualText(vi: "– không ghi –", en: "– not given –"))]
            + ChoiceList.visitChannel.choices.map { ($0.name, $0.words) }),
        value: draft["channel"] ?? "", error: problems["channel"]
      ).html(language)
      try session(language)
      participants(members, language)
      PageField(
        "note", FieldLabel.words(of: "note"), .lines, value: draft["note"] ?? "",
        error: problems["note"]
      ).html(language)
    }
  }

  private func participants(_ members: [Member], _ language: Language) -> HTML {
    TickBoxes(
      name: "with",
      legend: draft.kind == .visit
        ? BilingualText(vi: "Đi cùng", en: "Who came along") : FieldLabel.words(of: "participants"),
      choices: members.map {
        (String($0.id.rawValue), BilingualText(same: $0.fullName ?? $0.codeText))
      },
      chosen: Set((draft["with"] ?? "").split(separator: " ").map(String.init)),
      problem: problems["with"]
    ).html(language)
  }

  /// The session that the visit is part of; the choice stands where there are sessions here.
  private func session(_ language: Language) throws -> HTML {
    var choices = try AtHand(request).choices(.session) ?? []
    let chosen = draft["session"] ?? ""
    if !chosen.isEmpty, !choices.contains(where: { $0.value == chosen }) {
      choices.append((chosen, BilingualText(same: chosen)))
    }
    guard !choices.isEmpty else { return .empty }
    return PageField(
      "session", FieldLabel.words(of: "session"),
      .choice([("", BilingualText(vi: "– không thuộc buổi nào –", en: "– none –"))] + choices),
      value: chosen, error: problems["session"]
    ).html(language)
  }

  /// The session whose code stands in the form; nil for none.
  static func session(_ codeText: String?, _ request: LaptopRequest) throws -> RowID? {
    guard let codeText, !codeText.isEmpty else { return nil }
    return try request.reader.resolveOne(codeText, as: .session)
  }
}
