import FieldWork
import Pages
import SyncProtocol
import Web

/// The form of a dossier that was filed at an assist which was saved before.
struct MoreDossiers: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  private let assist: Assist
  private let visit: Visit?

  static let button = BilingualText(vi: "Thêm hồ sơ đã nộp", en: "Add a dossier that was filed")

  /// Where the form of an assist is begun.
  static func path(_ assist: Assist) -> String { "/assists/\(assist.codeText)/submissions" }

  static let routes = [
    LaptopRoute(.post, "/assists/:code/submissions") { request in
      let id = try request.reader.resolveOne(request.parameters["code"], as: .assist)
      let assist = try request.reader.existing(Assist.self, id)
      guard assist.voidReason == nil else { throw FieldError.voided("assist") }
      let visit = try assist.visit.flatMap { try request.reader.record(Visit.self, $0) }
      guard visit?.voidReason == nil else { throw FieldError.voided("visit") }
      let book = try request.reader.serviceBook()
      let procedure = assist.service.flatMap { book.entry(of: $0) }
      return try DraftPages.begin(
        .submission, about: id, request,
        with: [("procedure", procedure?.isProcedure == true ? procedure?.code ?? "" : "")])
    }
  ]

  let submit = BilingualText(vi: "Lưu hồ sơ", en: "Save the dossier")
  var back: String { "/assists/\(assist.codeText)" }

  var title: BilingualText {
    BilingualText(
      vi: "Thêm hồ sơ vào \(assist.codeText)", en: "Add a dossier to \(assist.codeText)")
  }
  let heading: BilingualText

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("assist") }
    assist = try request.reader.existing(Assist.self, subject)
    visit = try assist.visit.flatMap { try request.reader.record(Visit.self, $0) }
    heading =
      BilingualText(vi: "Thêm hồ sơ đã nộp: ", en: "Add a dossier: ")
      + (try request.reader.called(assist.id, .assist))
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    try HTML.group {
      facts(
        [
          (
            FieldLabel.words(of: "resident"),
            try assist.resident.map {
              try request.reader.described($0.rawValue, .resident).text(in: language)
            } ?? language.text("không ghi tên", "without a name")
          ),
          (
            FieldLabel.words(of: "service"),
            try assist.service.map { try request.reader.serviceName(of: $0).text(in: language) }
          ),
          (FieldLabel.words(of: "outcome"), assist.outcome?.words.text(in: language)),
        ], language)
      try ServiceBox.list(language, request.reader)
      try element("div", ["class": "field-grid"]) {
        try ServiceBox(
          name: "procedure", label: FieldLabel.words(of: "procedure"),
          value: draft["procedure"] ?? "", error: problems["procedure"]
        ).html(language, request.reader)
        DossierFields(prefix: "", draft: draft, problems: problems).fields(language)
      }
    }
  }

  func questions() -> [FormQuestion] {
    let source = request.questionSource
    return [
      .moments(source) { _ in
        [TypedMoment(draft["received"], "received", FieldLabel.words(of: "received_minute"))]
      },
      .codes(source) {
        [
          TypedCode(
            field: "dossier_code", label: FieldLabel.words(of: "dossier_code"),
            text: draft["dossier_code"] ?? "")
        ]
      },
    ]
  }

  func words(of field: String, _ value: String) throws -> BilingualText? {
    switch field {
    case "procedure": try request.reader.serviceName(of: value)
    case "channel": SubmissionChannel.words(named: value)
    default: nil
    }
  }

  func reshaped(by action: String) -> [(name: String, value: String)] {
    ServiceBox.taken(by: action, ["procedure"], request.reader).map { [$0] } ?? []
  }

  func save() throws -> SavedDraft {
    var typed = DossierFields(prefix: "", draft: draft, problems: FormProblems())
      .submission(of: assist.id, visit?.filed ?? (nil, nil))
    typed.procedure = draft["procedure"]
    let saved = try SavedDraft.writing(
      draft, request, named: DossierFields.formName, called: DossierFields.label
    ) {
      try $0.addSubmissionLater(typed, author: request.member, clock: request.clock)
    }
    let isFiled = assist.outcome == .submitted
    return SavedDraft(
      row: saved.id, path: RecordPath.of(saved.codeText) ?? back,
      notice: PageNotice(
        BilingualText(
          vi: "Đã lưu hồ sơ \(saved.codeText) trên máy này.",
          en: "Saved on this laptop: dossier \(saved.codeText).") + request.notSent,
        warnings: saved.warnings.map(\.words) + (isFiled ? [] : [outcomeStays]),
        ways: try request.reader.ways(to: saved.warnings)
          + (isFiled
            ? []
            : [
              (
                back,
                BilingualText(
                  vi: "Xem lượt hỗ trợ \(assist.codeText)",
                  en: "Look at assist \(assist.codeText)")
              )
            ])))
  }

  /// A dossier alone does not make an assist count.
  private var outcomeStays: BilingualText {
    let outcome =
      assist.outcome?.words ?? BilingualText(vi: "chưa có kết quả", en: "without an outcome")
    return BilingualText(
      vi:
        "Lượt hỗ trợ vẫn ghi kết quả “\(outcome.vietnamese)”; nếu kết quả là đã nộp, hãy sửa ở đó.",
      en: "The assist still says “\(outcome.english)”; if it ended with a dossier, change it there."
    )
  }
}
