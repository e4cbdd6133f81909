import FieldWork
import Pages
import SyncProtocol
import Web

/// The form that changes what was written down when a dossier was filed; what is heard of it later
/// has a form of its own.
struct SubmissionCorrection: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  private let submission: Submission

  let title: BilingualText
  let heading: BilingualText
  let submit = BilingualText(vi: "Lưu chỗ đã sửa", en: "Save the changes")
  var back: String { SubmissionPage.path(submission) }

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("submission") }
    submission = try request.reader.existing(Submission.self, subject)
    title = BilingualText(
      vi: "Sửa hồ sơ \(submission.codeText)", en: "Change dossier \(submission.codeText)")
    heading =
      BilingualText(vi: "Sửa hồ sơ ", en: "Change dossier ")
      + (try request.reader.called(submission.id, .submission))
  }

  /// A day that the team counted itself stands on no slip, and is counted anew.
  func recorded() throws -> [(name: String, value: String)]? {
    let isCounted = try request.records.isAppointmentCounted(submission)
    let values: [(String, String?)] = [
      ("resident", submission.resident.map { String($0.rawValue) }),
      ("procedure", submission.procedure), ("channel", submission.channel?.name),
      ("dossier_code", submission.dossierCode), ("portal", submission.portal),
      ("received_minute", submission.received.map(Format.dayOrTime)),
      ("appointment_minute", isCounted ? nil : submission.appointment.map(Format.dateTime)),
      ("fee", submission.fee.map { String($0) }),
      ("paid_online", submission.paidOnline.map { String($0) }),
      ("files", submission.files.map { String($0) }),
      ("files_digitised", submission.filesDigitised.map { String($0) }),
      ("electronic_result", submission.electronicResult.map { $0 ? "yes" : "no" }),
      ("note", submission.note),
    ]
    return values.map { (name: $0.0, value: $0.1 ?? "") }
  }

  func words(of field: String, _ value: String) throws -> BilingualText? {
    switch field {
    case "resident": try Int64(value).map { try request.reader.described($0, .resident) }
    case "procedure": try request.reader.serviceName(of: value)
    case "channel": SubmissionChannel.words(named: value)
    case "electronic_result": .yesOrNo(value == "yes")
    default: nil
    }
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    func field(
      _ name: String, _ kind: PageField.Kind = .text, hint: BilingualText? = nil,
      isRequired: Bool = false
    ) -> HTML {
      PageField(
        name, DossierFields.label(name) ?? FieldLabel.words(of: name), kind,
        value: draft[name] ?? "", hint: hint,
        error: problems[name], isRequired: isRequired
      ).html(language)
    }
    let moment = BilingualText(
      vi: "như 18/11/2026 08:30; không rõ giờ thì chỉ ngày",
      en: "such as 18/11/2026 08:30; the day alone where the hour is not known")
    return try HTML.group {
      try ServiceBox.list(language, request.reader, isOfProcedures: true)
      let residents = try choices()
      try element("div", ["class": "field-grid"]) {
        field("resident", .choice(residents))
        try ServiceBox(
          name: "procedure", label: FieldLabel.words(of: "procedure"),
          value: draft["procedure"] ?? "", error: problems["procedure"], isOfProcedures: true
        ).html(language, request.reader)
        field(
          "channel",
          .choice(SubmissionChannel.allCases.map { ($0.name, $0.words) }), isRequired: true)
        field("dossier_code")
        field("portal")
        field("received_minute", .digits, hint: moment, isRequired: true)
        field(
          "appointment_minute", .digits,
          hint: BilingualText(
            vi: "bỏ trống: máy tính lại theo ngày làm việc",
            en: "empty: counted anew by working days"))
        field("fee", .digits, hint: BilingualText(vi: "đồng", en: "in dong"))
        field("paid_online", .digits, hint: BilingualText(vi: "đồng", en: "in dong"))
        field("files", .digits)
        field("files_digitised", .digits)
        field(
          "electronic_result",
          .choice([
            ("", BilingualText(vi: "– chưa rõ –", en: "– not known –")),
            ("yes", .yesOrNo(true)), ("no", .yesOrNo(false)),
          ]))
        field("note", .lines)
      }
    }
  }

  /// Whoever lives where the help was given, and whom the dossier names now.
  private func choices() throws -> [(String, BilingualText)] {
    let reader = request.reader
    let assist = try submission.assist.flatMap { try reader.record(Assist.self, $0) }
    let visit = try assist?.visit.flatMap { try reader.record(Visit.self, $0) }
    let named = try submission.resident.flatMap { try reader.record(Resident.self, $0) }
    let household = visit?.household ?? named?.household
    var residents = try household.map { try reader.residents(household: $0) } ?? []
    if let named, !residents.contains(where: { $0.id == named.id }) { residents.append(named) }
    // A dossier that names somebody is given to another, not to nobody.
    let nobody =
      named == nil ? [("", BilingualText(vi: "không ghi tên", en: "without a name"))] : []
    return try nobody
      + residents.map { resident in
        (String(resident.id.rawValue), try reader.described(resident.id.rawValue, .resident))
      }
  }

  func reshaped(by action: String) -> [(name: String, value: String)] {
    ServiceBox.taken(by: action, ["procedure"], request.reader).map { [$0] } ?? []
  }

  /// What was not changed was asked about when it was typed.
  func questions() -> [FormQuestion] {
    let source = request.questionSource
    return [
      .moments(source) { _ in
        [
          TypedMoment(
            draft.changed("received_minute"), "received_minute",
            FieldLabel.words(of: "received_minute"))
        ]
      },
      .codes(source) {
        [
          TypedCode(
            field: "dossier_code", label: FieldLabel.words(of: "dossier_code"),
            text: draft.changed("dossier_code") ?? "", record: submission.id)
        ]
      },
    ]
  }

  func save() throws -> SavedDraft {
    let resident = draft.changed("resident").flatMap { Int64($0) }.flatMap(RowID.init(rawValue:))
    let typed = SubmissionDraft(
      resident: resident, procedure: draft.changed("procedure"), channel: draft.changed("channel"),
      portal: draft.changed("portal"), dossierCode: draft.changed("dossier_code"),
      received: draft.changed("received_minute"), appointment: draft.changed("appointment_minute"),
      fee: draft.changed("fee"), paidOnline: draft.changed("paid_online"),
      files: draft.changed("files"), filesDigitised: draft.changed("files_digitised"),
      electronicResult: draft.changed("electronic_result"), note: draft.changed("note"))
    return try Correction.save(
      draft, of: submission.header, request, called: DossierFields.label
    ) {
      try $0.editSubmissionAndEvidence(
        submission.id, typed, author: request.member, clock: request.clock)
    }
  }
}
