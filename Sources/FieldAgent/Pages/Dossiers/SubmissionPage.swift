import FieldWork
import Pages
import SyncProtocol
import Web

/// A dossier: what was promised, everything that was heard of it, and the way to record more.
struct SubmissionPage {
  static let routes =
    [
      LaptopRoute(.get, "/submissions/:code") { request in
        let page = try SubmissionPage(request)
        return try request.page(page.title, heading: try page.heading()) { try page.content() }
      },
      LaptopRoute(.post, "/submissions/:code/events") { request in
        try DraftPages.begin(.event, about: try SubmissionPage(request).submission.id, request)
      },
    ] + EventVoidPage.routes

  /// The page of a dossier.
  static func path(_ submission: Submission) -> String { "/submissions/\(submission.codeText)" }

  private let request: LaptopRequest
  private let language: Language
  private let submission: Submission

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    let id = try request.reader.resolveOne(request.parameters["code"], as: .submission)
    submission = try request.reader.existing(Submission.self, id)
  }

  private var title: BilingualText {
    BilingualText(vi: "Hồ sơ \(submission.codeText)", en: "Dossier \(submission.codeText)")
      + RecordActions.voidedWords(submission.voidReason)
  }

  private func resident() throws -> Resident? {
    try submission.resident.flatMap { try request.reader.record(Resident.self, $0) }
  }

  private func heading() throws -> BilingualText {
    BilingualText(vi: "Hồ sơ ", en: "Dossier ")
      + BilingualText(same: named(try resident()?.fullName, submission.codeText))
      + RecordActions.voidedWords(submission.voidReason)
  }

  /// That the dossier and its assist name different persons, with the way to the assist; nothing where
  /// they do not.
  private func ofTwoPersons() throws -> HTML {
    guard submission.voidReason == nil, let named = submission.resident,
      let assist = try submission.assist.flatMap({ try request.reader.record(Assist.self, $0) }),
      assist.voidReason == nil, assist.resident != named
    else { return .empty }
    let there =
      try assist.resident.map {
        try request.reader.described($0.rawValue, .resident).text(in: language)
      } ?? language.text("không ghi tên", "nobody by name")
    return try element("p") {
      StateMark.attention.html(
        language.text(
          "Lượt hỗ trợ nộp hồ sơ này lại ghi người khác: \(there). Sai ở đâu thì sửa ở đó: ",
          "The assist at which it was filed names somebody else: \(there). Change whichever is "
            + "wrong: "))
      try request.reader.namedLink(assist.id, .assist, language)
    }
  }

  private func content() throws -> HTML {
    let now = try request.knowledge().now
    let deadline = try request.records.deadline(of: submission, asOf: now)
    let timeline = try request.reader.timeline(of: submission.id)
    let isCounted = try request.records.isAppointmentCounted(submission)
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      try panel {
        try subject()
        element("p") {
          if submission.voidReason != nil {
            RecordActions.voidedMark(language)
          } else {
            deadline.mark.html(
              SubmissionStatus.words(of: timeline.status).text(in: language) + " · "
                + deadline.words.text(in: language))
          }
        }
        if submission.voidReason == nil,
          let words = try request.reader.visitState(of: submission).words
        {
          element("p") { StateMark.attention.html(words.text(in: language)) }
        }
        try ofTwoPersons()
        facts(try lines(deadline, isCounted), language)
        if isCounted {
          element("p", ["class": "detail"]) { AppointmentWords.countedDay.text(in: language) }
        }
        try SameCode.html(try request.records.twins(of: submission), request)
      }
      if submission.voidReason == nil {
        element("div", ["class": "big-actions"]) {
          actionForm(
            "\(Self.path(submission))/events",
            BilingualText(vi: "Ghi tin mới của hồ sơ", en: "Record news of the dossier"), request,
            accessKey: "v")
        }
        try SlipPage.way(submission, request)
      }
      RecordActions.html(
        submission.codeText, isVoided: submission.voidReason != nil, request)
      if submission.voidReason != nil {
        try RecordingAgain.html(dossierOf: submission.assist, request)
      }
      events(timeline)
      try RelatedRecords(
        .submission, submission.header, isVoided: submission.voidReason != nil, request
      ).html()
    }
  }

  private func subject() throws -> HTML {
    let resident = try resident()
    let visit = try submission.assist.flatMap { try request.reader.record(Assist.self, $0)?.visit }
      .flatMap { try request.reader.record(Visit.self, $0) }
    return element("p", ["class": "subject"]) {
      if let resident {
        link("/residents/\(resident.codeText)", resident.fullName ?? resident.codeText)
      }
      if let visit {
        element("span", ["class": "detail"]) {
          link(
            "/visits/\(visit.codeText)", language.text("Lượt thăm ", "Visit ") + visit.codeText)
        }
      }
    }
  }

  private func lines(
    _ deadline: SubmissionDeadline, _ isCounted: Bool
  ) throws -> [(label: BilingualText, value: String?)] {
    [
      (
        FieldLabel.words(of: "procedure"),
        try submission.procedure.map { try request.reader.serviceName(of: $0).text(in: language) }
      ),
      (FieldLabel.words(of: "dossier_code"), submission.dossierCode),
      (
        FieldLabel.words(of: SubmissionTable.channel, in: SubmissionTable.definition),
        submission.channel?.words.text(in: language)
      ),
      (FieldLabel.words(of: "received_minute"), submission.receivedWords?.text(in: language)),
      (FieldLabel.words(of: "time_limit"), submission.term?.label(language)),
      (
        AppointmentWords.label(isCounted: isCounted),
        submission.appointment.map(Format.dateTime)
      ),
      (
        BilingualText(vi: "Hạn sau khi bổ sung", en: "Due after the supplement"),
        deadline.due.flatMap { $0 == submission.appointment ? nil : Format.dateTime($0) }
      ),
      (FieldLabel.words(of: "fee"), submission.fee.map { Format.money($0, language) }),
      (FieldLabel.words(of: "note"), submission.note),
      (FieldLabel.words(of: "void_reason"), submission.voidReason),
    ]
  }

  private func events(_ timeline: SubmissionTimeline) -> HTML {
    panel(id: "events") {
      PageTable(
        BilingualText(vi: "Tin của hồ sơ", en: "News of the dossier"),
        columns: [
          .text(FieldLabel.words(of: "occurred_minute")), .text(FieldLabel.words(of: "status")),
          .text(BilingualText(vi: "Có hiệu lực", en: "In force")),
          .text(FieldLabel.words(of: "note")),
          .text(BilingualText(vi: "Ghi nhầm?", en: "A mistake?")),
        ],
        rows: timeline.steps.map { step in
          PageTable.Row([
            .text(step.event.occurred.map(Format.dayOrTime) ?? "—"),
            .text(SubmissionStatus.words(of: step.event.status).text(in: language)),
            inForce(step), .text(step.event.note ?? ""), voiding(step.event),
          ])
        },
        empty: BilingualText(
          vi: "Chưa có tin gì từ khi nộp.", en: "No news since it was filed.")
      ).html(language)
    }
  }

  /// The way to void an event; of a dossier that stands.
  private func voiding(_ event: SubmissionEvent) -> HTML {
    guard event.voidReason == nil, submission.voidReason == nil else { return .empty }
    return link(EventVoidPage.path(event, of: submission), language.text("Hủy…", "Void…"))
  }

  private func inForce(_ step: SubmissionTimeline.Step) -> HTML {
    if step.isInForce { return StateMark.good.html(language.text("có", "yes")) }
    return StateMark.neutral.html(
      step.event.voidReason.map { language.text("đã hủy: \($0)", "voided: \($0)") }
        ?? language.text("không: đã có tin khác thay", "no: something else took its place"))
  }
}
