import FieldWork
import Pages
import SyncProtocol
import Web

/// The form of something that was heard of a dossier: its result, a request for papers, a refusal.
struct EventForm: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  private let submission: Submission
  private let timeline: SubmissionTimeline

  let title: BilingualText
  let heading: BilingualText
  let submit = BilingualText(vi: "Lưu tin này", en: "Save this news")
  var back: String { SubmissionPage.path(submission) }

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("submission") }
    submission = try request.reader.existing(Submission.self, subject)
    timeline = try request.reader.timeline(of: subject)
    title = BilingualText(
      vi: "Tin mới của hồ sơ \(submission.codeText)",
      en: "News of dossier \(submission.codeText)")
    heading =
      BilingualText(vi: "Tin mới của hồ sơ ", en: "News of dossier ")
      + (try request.reader.called(submission.id, .submission))
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    try HTML.group {
      try element("p", ["class": "subject"]) {
        try element("strong") {
          try submission.procedure.map { try request.reader.serviceName(of: $0).text(in: language) }
        }
        element("span", ["class": "detail"]) {
          SubmissionStatus.words(of: timeline.status).text(in: language)
        }
      }
      element("div", ["class": "field-grid"]) {
        PageField(
          "status", Self.statusLabel,
          .choice(
            [("", BilingualText(vi: "– chọn –", en: "– choose –"))]
              + likely.map { ($0.name, $0.words) }),
          value: draft["status"] ?? "", error: problems["status"], isRequired: true
        ).html(language)
        PageField(
          "occurred", FieldLabel.words(of: "occurred_minute"), .digits,
          value: draft["occurred"] ?? "",
          hint: BilingualText(
            vi: "như 18/11/2026 08:30, không rõ giờ thì chỉ ngày; bỏ trống là bây giờ",
            en: "such as 18/11/2026 08:30, or the day alone; empty means now"),
          error: problems["occurred"]
        ).html(language)
        superseded(problems, language)
        PageField(
          "note", FieldLabel.words(of: "note"), .lines, value: draft["note"] ?? "",
          hint: BilingualText(
            vi: "giấy tờ phải bổ sung, lý do từ chối, ai báo",
            en: "papers to bring, the reason of a refusal, who told"),
          error: problems["note"]
        ).html(language)
      }
    }
  }

  /// What may follow comes first; the rest is for putting right a mistake.
  private var likely: [SubmissionStatus] {
    let all = SubmissionStatus.allCases.reversed()
    return all.filter { $0.canFollow(timeline.status) }
      + all.filter { !$0.canFollow(timeline.status) }
  }

  private func superseded(_ problems: FormProblems, _ language: Language) -> HTML {
    let events = timeline.steps.filter(\.isInForce).map(\.event)
    guard !events.isEmpty else { return .empty }
    return PageField(
      "supersedes", BilingualText(vi: "Sửa một tin ghi nhầm", en: "Puts a mistake right"),
      .choice(
        [("", BilingualText(vi: "không, đây là tin mới", en: "no, this is news"))]
          + events.map { event in
            (
              String(event.id.rawValue),
              BilingualText(same: event.occurred.map { Format.dayOrTime($0) + " · " } ?? "")
                + SubmissionStatus.words(of: event.status)
            )
          }),
      value: draft["supersedes"] ?? "", error: problems["supersedes"]
    ).html(language)
  }

  func questions() -> [FormQuestion] {
    [
      .moments(request.questionSource) { _ in
        [TypedMoment(draft["occurred"], "occurred", FieldLabel.words(of: "occurred_minute"))]
      }
    ]
  }

  func save() throws -> SavedDraft {
    let typed = SubmissionEventDraft(
      status: draft["status"], occurred: draft["occurred"],
      supersedes: draft["supersedes"].flatMap { Int64($0) }.flatMap(RowID.init(rawValue:)),
      note: draft["note"])
    do {
      let saved = try SavedDraft.writing(
        draft, request, named: Self.formName,
        called: { $0 == "status" ? Self.statusLabel : nil }
      ) {
        try $0.addSubmissionEvent(
          typed, to: submission.id, author: request.member, clock: request.clock)
      }
      return SavedDraft(
        row: saved.id, path: back,
        notice: PageNotice(
          BilingualText(
            vi: "Đã ghi tin của hồ sơ \(submission.codeText) trên máy này.",
            en: "Recorded for dossier \(submission.codeText) on this laptop.") + request.notSent,
          warnings: saved.warnings.map(\.words)))
    } catch let error as FieldError {
      guard case .statusCannotFollow = error else { throw error }
      var problems = FormProblems()
      problems.add("status", label: Self.statusLabel, error.words)
      throw problems
    }
  }

  private static let statusLabel = BilingualText(
    vi: "Hồ sơ bây giờ thế nào", en: "How it stands now")

  private static func formName(_ field: String) -> String {
    field == "occurred_minute" ? "occurred" : field
  }
}
