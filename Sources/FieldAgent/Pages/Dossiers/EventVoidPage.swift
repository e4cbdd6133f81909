import FieldWork
import Pages
import SyncProtocol
import Web

/// Taking back something that was recorded of a dossier by mistake: what it was, why, and which status
/// the dossier has without it.
struct EventVoidPage {
  private static let pattern = "/submissions/:code/events/:event/void"

  static let routes = [
    LaptopRoute(.get, pattern) { try EventVoidPage($0).answer() },
    LaptopRoute(.post, pattern) { try EventVoidPage($0).void() },
  ]

  static func path(_ event: SubmissionEvent, of submission: Submission) -> String {
    "\(SubmissionPage.path(submission))/events/\(event.id.rawValue)/void"
  }

  private let request: LaptopRequest
  private let submission: Submission
  private let event: SubmissionEvent

  private init(_ request: LaptopRequest) throws {
    self.request = request
    let id = try request.reader.resolveOne(request.parameters["code"], as: .submission)
    submission = try request.reader.existing(Submission.self, id)
    let row = Int64(request.parameters["event"]).flatMap(RowID.init(rawValue:))
    guard let event = try request.reader.events(of: id).first(where: { $0.id == row }) else {
      throw FieldError.noSuchRecord(SubmissionEventTable.definition.name)
    }
    self.event = event
  }

  private var title: BilingualText {
    BilingualText(
      vi: "Hủy một tin của hồ sơ \(submission.codeText)",
      en: "Void an entry of dossier \(submission.codeText)")
  }

  private func answer() throws -> HTTPResponse {
    if let reason = event.voidReason {
      // A page that is behind, or a form that is sent twice.
      request.memory.say(
        PageNotice(
          BilingualText(
            vi: "Tin này đã bị hủy rồi: \(reason).", en: "This is voided already: \(reason).")))
      return .seeOther(SubmissionPage.path(submission))
    }
    let language = request.language
    let refused = request.refusedPress
    return try request.page(title, status: refused == nil ? 200 : 422) {
      HTML.group {
        facts(
          [
            (FieldLabel.words(of: "occurred_minute"), event.occurred.map(Format.dayOrTime)),
            (
              FieldLabel.words(of: "status"),
              SubmissionStatus.words(of: event.status).text(in: language)
            ), (FieldLabel.words(of: "note"), event.note),
          ], language)
        element("p") {
          language.text(
            "Tin không mất: vẫn xem được kèm lý do. Trạng thái và hạn của hồ sơ theo những tin còn "
              + "lại. Nếu hủy nhầm, hãy ghi lại tin đó.",
            "It is not lost: it stays readable with the reason. The status and deadline of the "
              + "dossier follow what is left. If you void it by mistake, record it again.")
        }
        PageForm(
          action: Self.path(event, of: submission), formToken: request.formToken,
          submit: BilingualText(vi: "Hủy tin này", en: "Void this entry")
        ).html(language) {
          PageField(
            "reason", FieldLabel.words(of: "void_reason"), value: refused?.form["reason"] ?? "",
            hint: BilingualText(vi: "như: nhầm hồ sơ", en: "such as: another dossier"),
            error: refused?.problem, isRequired: true
          ).html(language)
        }
        element("p") {
          link(
            SubmissionPage.path(submission),
            language.text("Không hủy, quay lại", "Do not void, go back"))
        }
      }
    }
  }

  private func void() throws -> HTTPResponse {
    let reason = request.form["reason"] ?? ""
    guard event.voidReason == nil else { return try answer() }
    do {
      try request.laptop.writing { records, clock in
        try records.voidSubmissionEvent(
          event.id, of: submission.id, reason: reason, author: request.member, clock: clock)
      }
    } catch FieldError.invalid(let problems) {
      guard let problem = problems.first?.kind.words else { return try answer() }
      return request.refused(at: Self.path(event, of: submission), field: "reason", problem)
    }
    let status = SubmissionStatus.words(
      of: try request.reader.timeline(of: submission.id).status)
    request.memory.say(
      PageNotice(
        BilingualText(
          vi: "Đã hủy; vẫn xem được. Hồ sơ bây giờ: ",
          en: "Voided; it stays readable. The dossier is now: ") + status + BilingualText(same: ".")
          + request.notSent))
    return .seeOther(SubmissionPage.path(submission))
  }
}
