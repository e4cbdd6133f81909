import FieldWork
import Listings
import Pages
import Web

/// The dossiers that wait for a result, overdue first, so that nobody has to keep a list on paper.
struct WaitingPage {
  static let path = "/waiting"
  static let title = BilingualText(vi: "Chờ kết quả", en: "Waiting results")

  static let routes = [
    LaptopRoute(.get, path) { request in
      let page = try WaitingPage(request)
      return try request.page(title) { try page.content() }
    }
  ]

  /// The most lines; the rest is said in words.
  private static let listLimit = 200
  /// The item of the query that asks for finished dossiers too.
  private static let all = "all"

  private let request: LaptopRequest
  private let language: Language
  private let showsAll: Bool
  private let waiting: [WaitingSubmission]

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    showsAll = request.http.query["show"] == Self.all
    waiting = try request.records.waitingSubmissions(asOf: request.knowledge().now)
  }

  private func content() throws -> HTML {
    try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      Self.summary(waiting, on: try request.knowledge().today).html(language)
      try panel(id: "dossiers") { try showsAll ? everything() : table(waiting) }
      element("p") {
        showsAll
          ? link(Self.path, language.text("Chỉ hồ sơ đang chờ", "Only those that wait"))
          : link(
            "\(Self.path)?show=\(Self.all)",
            language.text("Xem cả hồ sơ đã xong", "Show finished ones too"))
      }
    }
  }

  /// How many wait and how many of these are due today or overdue, in one sentence.
  static func summary(_ waiting: [WaitingSubmission], on today: LocalDate) -> WaitingSummary {
    WaitingSummary(
      count: waiting.count,
      dueToday: waiting.count {
        !$0.deadline.isOverdue && $0.submission.appointment?.date == today
      }, overdue: waiting.count(where: \.deadline.isOverdue))
  }

  /// Every dossier, latest first.
  private func everything() throws -> HTML {
    let submissions = try request.reader.submissions(page: RecordPage(limit: Self.listLimit + 1))
    let now = try request.knowledge().now
    return try table(
      submissions.map {
        try request.records.standing(of: $0, asOf: now)
      })
  }

  private func table(_ dossiers: [WaitingSubmission]) throws -> HTML {
    try PageTable(
      showsAll
        ? BilingualText(vi: "Mọi hồ sơ, mới trước", en: "Every dossier, latest first")
        : BilingualText(vi: "Đang chờ, gấp trước", en: "Waiting, the most pressing first"),
      columns: [
        .text(FieldLabel.words(of: "resident")), .text(FieldLabel.words(of: "deadline")),
        .text(FieldLabel.words(of: "procedure")), .text(FieldLabel.words(of: "dossier_code")),
        .text(FieldLabel.words(of: "status")),
      ],
      rows: dossiers.prefix(Self.listLimit).map(row),
      empty: BilingualText(
        vi: "Không có hồ sơ nào đang chờ trên máy này. Hồ sơ được ghi cùng lượt hỗ trợ “đã nộp”.",
        en: "No dossier waits on this laptop. One is recorded with an assist whose outcome is "
          + "“submitted”."),
      note: dossiers.count > Self.listLimit
        ? BilingualText(
          vi: "Còn nữa: chỉ hiện \(Self.listLimit) hồ sơ đầu.",
          en: "There are more: the first \(Self.listLimit) are shown.") : nil
    ).html(language)
  }

  private func row(_ dossier: WaitingSubmission) throws -> PageTable.Row {
    let submission = dossier.submission
    let resident = try submission.resident.flatMap {
      try request.reader.record(Resident.self, $0)
    }
    return PageTable.Row(
      [
        link(
          SubmissionPage.path(submission),
          resident?.fullName ?? resident?.codeText ?? submission.codeText),
        deadline(dossier),
        .text(
          try request.reader.serviceName(of: submission.procedure ?? "").text(in: language)
            .shortened(to: 80)),
        element("span", ["class": "nowrap"]) { submission.dossierCode },
        .text(SubmissionStatus.words(of: dossier.status).text(in: language)),
      ], style: dossier.deadline.isOverdue ? "row-attention" : nil)
  }

  /// How much time is left, and until when.
  private func deadline(_ dossier: WaitingSubmission) -> HTML {
    HTML.group {
      dossier.deadline.mark.html(dossier.deadline.words.text(in: language))
      if let due = dossier.deadline.due ?? dossier.submission.appointment {
        element("span", ["class": "detail"]) { Format.dateTime(due) }
      }
    }
  }
}

/// How many dossiers wait, on the page of the day and on their own.
struct WaitingSummary {
  let count: Int
  let dueToday: Int
  let overdue: Int

  /// The sentence, with its shape.
  func html(_ language: Language) -> HTML {
    element("p") {
      (overdue > 0 ? StateMark.attention : .neutral).html(
        language.text(
          "\(count) hồ sơ đang chờ, " + (dueToday > 0 ? "\(dueToday) hẹn hôm nay, " : "")
            + "\(overdue) quá hẹn.",
          "\(counted(count, "dossier waits", "dossiers wait")), "
            + (dueToday > 0 ? "\(dueToday) due today, " : "") + "\(overdue) overdue."))
    }
  }
}

extension SubmissionDeadline {
  /// The shape beside its words.
  var mark: StateMark {
    switch self {
    case .judged(.overdue, _), .judged(.late, _): .attention
    case .judged(.early, _), .judged(.onTime, _): .good
    default: .neutral
    }
  }
}
