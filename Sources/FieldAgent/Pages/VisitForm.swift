import FieldWork
import Pages
import SyncProtocol
import Web

/// The form of a visit: who was there, what came of it, and one block for each assist.
///
/// Everything in it is one act: the visit, its assists and the dossiers filed at it are on disk
/// together or not at all, and a form that is sent twice makes one visit.
struct VisitForm: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  let household: Household

  let title: BilingualText
  let submit = BilingualText(vi: "Lưu lượt thăm", en: "Save the visit")
  var back: String { "/households/\(household.codeText)" }

  var heading: BilingualText {
    BilingualText(vi: "Lượt thăm hộ ", en: "Visit to ")
      + BilingualText(same: named(household.name, household.codeText))
  }

  /// The most assists of one visit.
  static let maximumAssists = 20

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("household") }
    household = try request.reader.existing(Household.self, subject)
    title = BilingualText(
      vi: "Lượt thăm hộ \(household.codeText)", en: "Visit to \(household.codeText)")
  }

  /// The greatest number that an assist of the form has had.
  private var greatestNumber: Int {
    min(max(draft["assists"].flatMap { Int($0) } ?? 0, 0), Self.maximumAssists)
  }

  /// The numbers of the assists that stand in the form, in their order.
  var assistNumbers: [Int] {
    guard greatestNumber > 0 else { return [] }
    return (1...greatestNumber).filter { draft["assist-\($0)-removed"] != "1" }
  }

  /// The number of the next assist: a new one, or that of one which was removed; nil where the form is
  /// full.
  private var nextNumber: Int? {
    if greatestNumber < Self.maximumAssists { return greatestNumber + 1 }
    return (1...Self.maximumAssists).first { draft["assist-\($0)-removed"] == "1" }
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    try HTML.group {
      if let address = household.address { element("p", ["class": "detail"]) { address } }
      try occasion(language)
      if let entered = try LineEntered(self) { try entered.html(language) }
      try VisitFields(draft, request, problems).html(
        try VisitFields.members(request).filter { $0.id != request.member }, language)
      let residents = try residents()
      try ServiceBox.list(language, request.reader)
      for (index, number) in assistNumbers.enumerated() {
        try AssistBlock(
          number: number, heading: index + 1, draft: draft, residents: residents,
          problems: problems
        ).html(language, request.reader)
      }
      element("div", ["class": "row-actions"]) {
        if nextNumber != nil {
          button("add-assist", BilingualText(vi: "Thêm lượt hỗ trợ", en: "Add an assist"), language)
        }
        if nextNumber != nil, !assistNumbers.isEmpty {
          button(
            "repeat-assist",
            BilingualText(vi: "Thêm, giống lượt trên", en: "Add, same as the last"), language)
        }
      }
    }
  }

  /// Who lives here, and whoever stands in an assist and does not any more.
  private func residents() throws -> [Resident] {
    var residents = try request.reader.residents(household: household.id)
    for number in assistNumbers {
      guard let chosen = draft["assist-\(number)-resident"].flatMap({ Int64($0) }),
        let id = RowID(rawValue: chosen), !residents.contains(where: { $0.id == id }),
        let resident = try request.reader.record(Resident.self, id)
      else { continue }
      residents.append(resident)
    }
    return residents
  }

  func words(of field: String, _ value: String) throws -> BilingualText? {
    try VisitFields.words(of: field, value, request)
      ?? AssistBlock.words(of: field, value, request)
  }

  /// What brought the volunteer here, which the form keeps beside its fields.
  private func occasion(_ language: Language) throws -> HTML {
    let campaign = campaign()
    return facts(
      [
        (
          BilingualText(vi: "Theo đợt", en: "For the campaign"),
          try campaign.row.map {
            try WalkPage.name(of: .campaign($0), request.reader).text(in: language)
          }
            ?? campaign.lost.map {
              $0 + language.text(" (không còn trên máy này)", " (no longer on this laptop)")
            }
        ), (SheetEntry.codeLabel, draft["paper"]),
      ], language)
  }

  /// What a visit begins with that is begun on a campaign's list.
  static func campaignFields(
    _ request: LaptopRequest
  ) throws -> [(name: String, value: String)] {
    guard let code = request.form["campaign"] else { return [] }
    return [
      ("campaign", try request.reader.codeText(of: request.reader.resolveOne(code, as: .campaign)))
    ]
  }

  /// The campaign on whose list the visit was begun. One that has gone since keeps nobody from
  /// saving: its code is told, and goes into the note.
  func campaign() -> (row: RowID?, lost: String?) {
    guard let code = draft["campaign"], !code.isEmpty else { return (nil, nil) }
    let row = try? request.reader.resolveOne(code, as: .campaign)
    return (row, row == nil ? code : nil)
  }

  private func button(_ action: String, _ words: BilingualText, _ language: Language) -> HTML {
    element(
      "button",
      ["type": "submit", "name": "action", "value": action, "class": "quiet", "id": action]
    ) { words.text(in: language) }
  }

  /// Whom another assist is for most likely: whom the last one was for, or the only one here.
  private var likelyResident: String? {
    if let before = assistNumbers.last { return draft["assist-\(before)-resident"] }
    let residents = (try? request.reader.residents(household: household.id)) ?? []
    return residents.count == 1 ? residents.first.map { String($0.id.rawValue) } : nil
  }

  func anchor(after action: String) -> String {
    guard ["add-assist", "repeat-assist"].contains(action) else { return action }
    let empty = assistNumbers.last { (draft["assist-\($0)-service"] ?? "").isEmpty }
    return (empty ?? assistNumbers.last).map { "assist-\($0)" } ?? action
  }

  func reshaped(by action: String) -> [(name: String, value: String)] {
    if let fields = LineEntered.fields(by: action) { return fields }
    if action.hasPrefix("remove-"), let number = Int(action.dropFirst("remove-".count)) {
      return [("assist-\(number)-removed", "1")]
    }
    let boxes = assistNumbers.map { "assist-\($0)-service" }
    if let taken = ServiceBox.taken(by: action, boxes, request.reader) { return [taken] }
    guard action == "add-assist" || action == "repeat-assist", let next = nextNumber else {
      return []
    }
    // What was typed in a removed assist of this number is not the new one's.
    var values: [String: String] = [:]
    for field in draft.fields where field.name.hasPrefix("assist-\(next)-") {
      values[field.name] = ""
    }
    values["assists"] = String(max(next, greatestNumber))
    if let resident = likelyResident { values["assist-\(next)-resident"] = resident }
    if action == "repeat-assist", let before = assistNumbers.last {
      for name in AssistBlock.repeated {
        if let value = draft["assist-\(before)-\(name)"] {
          values["assist-\(next)-\(name)"] = value
        }
      }
    }
    return values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }
}
