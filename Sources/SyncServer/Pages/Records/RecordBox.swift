import FieldWork
import Pages
import SyncProtocol
import Web

/// One field of a form that describes a record, as a page of the centre asks for it.
struct RecordBox {

  let field: FormField
  let form: RecordForm
  /// What is typed into every field of the form, by option.
  let typed: (String) -> String
  let problem: BilingualText?
  let choices: RecordChoices

  /// The most boxes to tick; more are typed.
  private static let boxLimit = 24

  private var value: String { typed(field.option) }

  /// Whether records of a kind can be meant by their names.
  private func isNamed(_ rule: FormRule) -> Bool {
    switch rule {
    case .record(let kind), .records(let kind): [.team, .member, .place].contains(kind)
    default: false
    }
  }

  /// The field in one language.
  func html(_ language: Language) -> HTML {
    switch field.rule {
    case .record(let kind):
      choice(
        choices.of(kind),
        or: isNamed(field.rule) ? RecordBoxWords.codeOrName : RecordBoxWords.code, language)
    case .row(let table): choice(choices.of(table), or: RecordBoxWords.code, language)
    case .commune: choice(choices.communes, or: RecordBoxWords.code, language)
    case .measure: choice(choices.measures, or: RecordBoxWords.code, language)
    case .records(let kind): several(choices.of(kind), language)
    case .services: several(nil, language)
    case .service: box(.text, RecordBoxWords.service).html(language)
    default: box(field.boxKind(in: form, typed), field.typingHint).html(language)
    }
  }

  private func box(_ kind: PageField.Kind, _ hint: BilingualText? = nil) -> PageField {
    PageField(
      field.option, field.label, kind, value: value, hint: hint, error: problem,
      isRequired: field.isRequired)
  }

  /// One of those that are few enough to choose from, or typed.
  private func choice(
    _ choices: [FormField.Choice]?, or hint: BilingualText, _ language: Language
  ) -> HTML {
    guard var choices else { return box(.text, hint).html(language) }
    if !value.isEmpty, !choices.contains(where: { $0.value.utf8.elementsEqual(value.utf8) }) {
      choices.append((value, BilingualText(same: value)))
    }
    return box(.choice([field.blank] + choices)).html(language)
  }

  private func several(_ choices: [FormField.Choice]?, _ language: Language) -> HTML {
    guard let choices, choices.count <= Self.boxLimit else {
      return box(.lines, isNamed(field.rule) ? RecordBoxWords.names : RecordBoxWords.lines)
        .html(language)
    }
    let chosen = RecordBox.parts(value)
    let others = chosen.filter { code in !choices.contains { $0.value == code } }
    return TickBoxes(
      name: field.option, legend: field.label,
      choices: choices + others.map { ($0, BilingualText(same: $0)) }, chosen: Set(chosen),
      problem: problem
    ).html(language)
  }

  /// The elements of a set as they were typed, one a line or with commas.
  static func parts(_ text: String) -> [String] {
    text.split { $0.isNewline || $0 == "," || $0 == ";" }
      .map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

/// Everything within reach that a form's fields can mean.
struct RecordChoices {
  /// The most choices of one list; more are typed.
  private static let limit = 300
  /// The most records without a name of their own that are listed, the latest.
  private static let recentLimit = 60

  private var lists: [RecordCode.Kind: [FormField.Choice]] = [:]
  private var rows: [TableID: [FormField.Choice]] = [:]
  /// The communes of the centre that are within reach.
  let communes: [FormField.Choice]
  /// What targets can be set for, by their words.
  private(set) var measures: [FormField.Choice] = []

  /// Looks up what the fields of a form can mean.
  init(
    _ form: RecordForm, _ reader: RecordReader, _ reached: ReachedWork,
    at place: CentreSettings.Place
  ) throws {
    communes = try ServedUnits(place, reader).choices(for: form, within: reached)
    for field in CentreForms.fields(of: form) {
      switch field.rule {
      case .record(let kind), .records(let kind):
        if lists[kind] == nil { lists[kind] = try Self.list(kind, reader, reached) }
      case .measure: measures = try reader.targetMeasures()
      case .row(let table): rows[table] = try Self.list(table, reader)
      default: continue
      }
    }
  }

  /// The rows of a table that has no codes; nil where they are typed.
  func of(_ table: TableID) -> [FormField.Choice]? { rows[table] }

  private static func list(
    _ table: TableID, _ reader: RecordReader
  ) throws -> [FormField.Choice]? {
    guard let form = RecordForms.form(of: table) else { return nil }
    let records = try reader.formRecords(form, FormFilter(), page: RecordPage(limit: limit + 1))
    guard records.count <= limit else { return nil }
    return try records.map { ($0.code, try reader.title(of: $0)) }
  }

  /// The choices of a kind; nil where they are typed.
  func of(_ kind: RecordCode.Kind) -> [FormField.Choice]? { lists[kind] }

  /// The records of a kind; nil where there are too many to choose from.
  static func list(
    _ kind: RecordCode.Kind, _ reader: RecordReader, _ reached: ReachedWork
  ) throws -> [FormField.Choice]? {
    let choices: [FormField.Choice]
    switch kind {
    case .place:
      choices = try reader.places().filter { $0.validTo == nil && reached.holds($0) }.map {
        ($0.codeText, BilingualText(same: $0.name ?? $0.codeText))
      }
    case .team:
      choices = try reader.teams().filter { reached.holds(team: $0.id) }
        .map { ($0.codeText, BilingualText(same: $0.name ?? $0.codeText)) }
    case .member:
      let teams = Dictionary(
        try reader.teams().map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
      choices = try reader.members().filter { $0.to == nil && reached.holds(team: $0.team) }.map {
        let team = $0.team.flatMap { teams[$0] ?? nil }
        let parts = [$0.fullName ?? $0.codeText, team].compactMap(\.self)
        return ($0.codeText, BilingualText(same: parts.joined(separator: " · ")))
      }
    default:
      guard let form = CentreForms.form(of: kind) else { return nil }
      choices = try reader.formRecords(
        form, FormFilter(), page: RecordPage(limit: recentLimit)
      ).filter { try reached.mayShow($0, reader) }
        .map { ($0.header.codeText, try reader.title(of: $0)) }
    }
    return choices.count > limit ? nil : choices
  }
}

private enum RecordBoxWords {
  static let code = BilingualText(vi: "mã của bản ghi", en: "the record's code")
  static let codeOrName = BilingualText(vi: "mã hoặc tên", en: "code or name")
  static let service = BilingualText(
    vi: "mã thủ tục hay dịch vụ", en: "code of the procedure or service")
  static let lines = BilingualText(vi: "mỗi dòng một mã", en: "one code a line")
  static let names = BilingualText(
    vi: "mỗi dòng một mã hoặc một tên", en: "one code or one name a line")
}
