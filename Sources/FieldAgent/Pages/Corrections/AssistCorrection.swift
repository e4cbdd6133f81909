import FieldWork
import Pages
import SyncProtocol
import Web

/// The form that changes an assist, above all to add the evidence that came later.
struct AssistCorrection: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  private let assist: Assist

  let title: BilingualText
  let heading: BilingualText
  let submit = BilingualText(vi: "Lưu chỗ đã sửa", en: "Save the changes")
  var back: String { "/assists/\(assist.codeText)" }

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("assist") }
    assist = try request.reader.existing(Assist.self, subject)
    title = BilingualText(
      vi: "Sửa lượt hỗ trợ \(assist.codeText)", en: "Change assist \(assist.codeText)")
    heading =
      BilingualText(vi: "Sửa lượt hỗ trợ ", en: "Change assist ")
      + (try request.reader.called(assist.id, .assist))
  }

  func recorded() -> [(name: String, value: String)]? {
    let values = [
      ("resident", assist.resident.map { String($0.rawValue) }), ("service", assist.service),
      ("mode", assist.mode?.name), ("outcome", assist.outcome?.name),
      ("blocked_reason", assist.blockedReason), ("evidence_kind", assist.evidenceKind?.name),
      ("evidence", assist.evidence), ("alone_now", assist.aloneNow.map { $0 ? "yes" : "no" }),
    ]
    return values.map { ("assist-1-\($0.0)", $0.1 ?? "") } + [("note", assist.note ?? "")]
  }

  func words(of field: String, _ value: String) throws -> BilingualText? {
    try AssistBlock.words(of: field, value, request)
  }

  private func block(_ residents: [Resident], _ problems: FormProblems) -> AssistBlock {
    AssistBlock(
      number: 1, heading: 1, draft: draft, residents: residents, problems: problems,
      isCorrection: true)
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    let visit = try assist.visit.flatMap { try request.reader.record(Visit.self, $0) }
    var residents = try visit?.household.map { try request.reader.residents(household: $0) } ?? []
    // Who moved away since, or has another household, stays to be chosen.
    if let present = assist.resident, !residents.contains(where: { $0.id == present }),
      let resident = try request.reader.record(Resident.self, present)
    {
      residents.append(resident)
    }
    return try HTML.group {
      try ServiceBox.list(language, request.reader)
      try block(residents, problems).html(language, request.reader)
      PageField(
        "note", FieldLabel.words(of: "note"), .lines, value: draft["note"] ?? "",
        error: problems["note"]
      ).html(language)
    }
  }

  func reshaped(by action: String) -> [(name: String, value: String)] {
    ServiceBox.taken(by: action, ["assist-1-service"], request.reader).map { [$0] } ?? []
  }

  /// About the evidence that was changed; what stood before was asked about then.
  func questions() -> [FormQuestion] {
    let isChanged = ["evidence_kind", "evidence"].contains {
      draft.changed("assist-1-\($0)") != nil
    }
    guard isChanged else { return [] }
    return [.codes(request.questionSource) { block([], FormProblems()).codes(of: assist.id) }]
  }

  func save() throws -> SavedDraft {
    let block = block([], FormProblems())
    var typed = block.assist(of: nil) { draft.changed($0) }
    typed.note = draft.changed("note")
    return try Correction.save(
      draft, of: assist.header, request, named: { $0 == "note" ? $0 : block.formName($0) }
    ) { try $0.editAssist(assist.id, typed, author: request.member, clock: request.clock) }
  }
}
