import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// The assists of a form: a block for each, with the buttons that add, repeat and remove one.
struct AssistRows {
  /// The field of a draft that counts the assists which were taken out of it, since whom they were
  /// about was erased.
  static let erasedField = "assists-erased"

  /// The most assists of one form.
  static let maximum = 20

  let draft: PageDraft
  let request: LaptopRequest
  /// Whose people the assists may be for; nil for a visit whose household is not known.
  let household: RowID?
  /// How many assists the visit has already; those of the form are counted on.
  var saved = 0

  /// The greatest number that an assist of the form has had.
  private var greatestNumber: Int {
    min(max(draft["assists"].flatMap { Int($0) } ?? 0, 0), Self.maximum)
  }

  /// The numbers of the assists that stand in the form, in their order.
  var numbers: [Int] {
    guard greatestNumber > 0 else { return [] }
    return (1...greatestNumber).filter { draft["assist-\($0)-removed"] != "1" }
  }

  /// The number of the next assist: a new one, or that of one which was removed; nil where the form is
  /// full.
  private var nextNumber: Int? {
    if greatestNumber < Self.maximum { return greatestNumber + 1 }
    return (1...Self.maximum).first { draft["assist-\($0)-removed"] == "1" }
  }

  func html(_ problems: FormProblems, _ language: Language) throws -> HTML {
    let residents = try residents()
    return try HTML.group {
      erased(language)
      try ServiceBox.list(language, request.reader)
      for (index, number) in numbers.enumerated() {
        try AssistBlock(
          number: number, heading: saved + index + 1, draft: draft, residents: residents,
          problems: problems
        ).html(language, request.reader)
      }
      element("div", ["class": "row-actions"]) {
        if nextNumber != nil {
          button("add-assist", BilingualText(vi: "Thêm lượt hỗ trợ", en: "Add an assist"), language)
        }
        if nextNumber != nil, !numbers.isEmpty {
          button(
            "repeat-assist",
            BilingualText(vi: "Thêm, giống lượt trên", en: "Add, same as the last"), language)
        }
      }
    }
  }

  /// That assists are not in the form any more, without a word of whom they were about.
  private func erased(_ language: Language) -> HTML {
    guard let count = draft[Self.erasedField].flatMap({ Int($0) }), count > 0 else { return .empty }
    return element("p", ["class": "message warn", "role": "status", "id": Self.erasedField]) {
      language.text(
        "\(count) lượt hỗ trợ về người đã được xóa theo yêu cầu đã bị bỏ khỏi biểu mẫu này. Đừng gõ "
          + "lại. Mọi thứ khác vẫn còn nguyên.",
        "\(counted(count, "assist", "assists")) about somebody who was erased on request "
          + "\(count == 1 ? "was" : "were") taken out of this form. Do not type that again. "
          + "Everything else is as it was.")
    }
  }

  /// Who lives there, and whoever stands in an assist and does not any more.
  private func residents() throws -> [Resident] {
    var residents = try here()
    for number in numbers {
      guard let chosen = draft["assist-\(number)-resident"].flatMap({ Int64($0) }),
        let id = RowID(rawValue: chosen), !residents.contains(where: { $0.id == id }),
        let resident = try request.reader.record(Resident.self, id)
      else { continue }
      residents.append(resident)
    }
    return residents
  }

  private func here() throws -> [Resident] {
    try household.map { try request.reader.people(of: $0) } ?? []
  }

  private func button(_ action: String, _ words: BilingualText, _ language: Language) -> HTML {
    element(
      "button",
      ["type": "submit", "name": "action", "value": action, "class": "quiet", "id": action]
    ) { words.text(in: language) }
  }

  func anchor(after action: String) -> String {
    guard ["add-assist", "repeat-assist"].contains(action) else { return action }
    let empty = numbers.last { (draft["assist-\($0)-service"] ?? "").isEmpty }
    return (empty ?? numbers.last).map { "assist-\($0)" } ?? action
  }

  /// What an assist is that nobody has typed into: for the one person who lives there. Where several
  /// do, nobody is chosen for them.
  static func start(
    _ number: Int, of household: RowID?, _ request: LaptopRequest
  ) throws -> [(name: String, value: String)] {
    let residents = try household.map { try request.reader.residents(household: $0) } ?? []
    guard residents.count == 1, let only = residents.first else { return [] }
    return [("assist-\(number)-resident", String(only.id.rawValue))]
  }

  /// Fields to write for a button of the rows; nil for other buttons.
  func reshaped(by action: String) -> [(name: String, value: String)]? {
    if action.hasPrefix("remove-"), let number = Int(action.dropFirst("remove-".count)) {
      return [("assist-\(number)-removed", "1")]
    }
    let boxes = numbers.map { "assist-\($0)-service" }
    if let taken = ServiceBox.taken(by: action, boxes, request.reader) { return [taken] }
    guard action == "add-assist" || action == "repeat-assist", let next = nextNumber else {
      return nil
    }
    var values = emptied(next)
    for field in (try? Self.start(next, of: household, request)) ?? [] {
      values[field.name] = field.value
    }
    if action == "repeat-assist", let before = numbers.last {
      for name in AssistBlock.repeated {
        if let value = draft["assist-\(before)-\(name)"] {
          values["assist-\(next)-\(name)"] = value
        }
      }
    }
    return Self.fields(values)
  }

  /// Whether an assist of the form is for somebody.
  func hasBlock(for resident: RowID) -> Bool {
    numbers.contains { draft["assist-\($0)-resident"] == String(resident.rawValue) }
  }

  /// Fields that add an assist for somebody, in the place of one in which nothing stands where there
  /// is one; none where the form is full.
  func added(for resident: RowID) -> [(name: String, value: String)] {
    let blank = numbers.first { number in
      draft.fields.allSatisfy { !$0.name.hasPrefix("assist-\(number)-") || $0.value.isEmpty }
    }
    guard let number = blank ?? nextNumber else { return [] }
    var values = emptied(number)
    values["assist-\(number)-resident"] = String(resident.rawValue)
    return Self.fields(values)
  }

  /// What makes room for an assist: what was typed in a removed one of this number is not the new
  /// one's.
  private func emptied(_ number: Int) -> [String: String] {
    var values: [String: String] = [:]
    for field in draft.fields where field.name.hasPrefix("assist-\(number)-") {
      values[field.name] = ""
    }
    values["assists"] = String(max(number, greatestNumber))
    return values
  }

  private static func fields(_ values: [String: String]) -> [(name: String, value: String)] {
    values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }

  /// The blocks, to be read or written.
  private func blocks() -> [AssistBlock] {
    numbers.enumerated().map { index, number in
      AssistBlock(
        number: number, heading: saved + index + 1, draft: draft, residents: [],
        problems: FormProblems())
    }
  }

  /// The assists that will be provisional for want of evidence.
  func reminders() -> FormProblems {
    var reminders = FormProblems()
    for block in blocks() where block.lacksEvidence {
      reminders.add(
        block.formName("evidence_kind"), label: block.title, AssistBlock.evidenceLater)
    }
    return reminders
  }
}

// How they are written.
extension AssistRows {
  /// When the dossiers of the form were filed, where a form says so.
  var moments: [TypedMoment?] {
    blocks().map { block in
      let field = block.formName("received_minute")
      return TypedMoment(
        draft[field], field,
        block.title + BilingualText(same: ", ") + FieldLabel.words(of: "received_minute"))
    }
  }

  /// The codes that the form says.
  var codes: [TypedCode] { blocks().flatMap { $0.codes() } }

  /// Writes every assist of the form with its dossier.
  ///
  /// - Parameters:
  ///   - visit: the visit; nil where that cannot be saved, which is told by its own problems.
  ///   - filed: the session at which dossiers were filed, and the day and time where a form says
  ///     none.
  func write(
    of visit: RowID?, filed: (session: RowID?, time: String?), _ writing: inout FormWriting
  ) throws {
    let isAsked = try !here().isEmpty
    for block in blocks() {
      if isAsked, !block.isForSomebody {
        writing.problems.add(
          block.formName("resident"),
          label: block.title + BilingualText(same: ", ") + FieldLabel.words(of: "resident"),
          AssistBlock.residentNeeded)
      }
      let assist = try writing.attempt(
        block.title, named: block.formName, ignoring: visit == nil ? ["visit"] : []
      ) { try $0.addAssist(block.assist(of: visit), author: $1, clock: $2) }
      guard let assist else {
        try check(block, visit: visit, filed, &writing)
        continue
      }
      if assist.warnings.contains(.evidenceMissing) {
        writing.ways.append(
          (
            RecordPath.of(assist.codeText) ?? TodayPage.path,
            block.title + BilingualText(vi: ": bổ sung minh chứng", en: ": add its evidence")
          ))
      }
      guard let dossier = block.submission(of: assist.id, filed) else { continue }
      _ = try writing.attempt(
        block.title, named: block.formName, called: DossierFields.label
      ) {
        try $0.addSubmission(dossier, author: $1, clock: $2)
      }
    }
  }

  /// Looks for what is wrong with the dossier of an assist that cannot be saved.
  private func check(
    _ block: AssistBlock, visit: RowID?, _ filed: (session: RowID?, time: String?),
    _ writing: inout FormWriting
  ) throws {
    guard let dossier = block.submission(of: nil, filed) else { return }
    // The procedure is the assist's service, and an hour that was not typed here the visit's: what is
    // wrong with these is told there.
    let isTyped = dossier.received != filed.time
    try writing.check(
      block.title, named: block.formName, called: DossierFields.label,
      ignoring: isTyped ? ["procedure"] : ["procedure", "received_minute"]
    ) { try $0.checkSubmission(dossier, service: block.service, clock: $1) }
  }
}
