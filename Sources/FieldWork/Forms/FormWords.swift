import Replica
import SyncProtocol

/// What people read in the fields of forms.
extension RecordReader {
  /// A field of a record; nil where nothing stands.
  package func words(of field: FormField, in record: FormRecord) throws -> BilingualText? {
    if field.isSet {
      let elements = record.elements[field.definition.id] ?? []
      return elements.isEmpty ? nil : try words(ofElements: elements, field, record.form)
    }
    guard let opened = record[field.definition] else { return nil }
    guard let value = opened.value else { return opened.inBrackets }
    return try words(of: value, field, record.form) { record[$0]?.value ?? .unset }
  }

  /// The elements of a set, one after another.
  func words(
    ofElements values: [Value], _ field: FormField, _ form: RecordForm
  ) throws -> BilingualText {
    let words = try values.map { try self.words(of: $0, in: field.definition, of: form.table) }
    return BilingualText(
      vi: words.map(\.vietnamese).joined(separator: ", "),
      en: words.map(\.english).joined(separator: ", "))
  }

  /// A value beside the other values of its record.
  func words(
    of value: Value, _ field: FormField, _ form: RecordForm,
    beside other: (FieldDefinition) -> Value
  ) throws -> BilingualText {
    if case .choices(let lists, let by) = field.rule, let number = value.integer,
      let choice = other(by).integer.flatMap({ lists[$0]?[number] })
    {
      return choice.words
    }
    if case .aim(let measure) = field.rule, let number = value.integer,
      let aim = try aim(at: other(measure).text)
    {
      return BilingualText(
        vi: aim.text(number, .vietnamese), en: aim.text(number, .english))
    }
    return try words(of: value, in: field.definition, of: form.table)
  }

  /// What tells a record from others of its kind.
  package func title(of record: FormRecord) throws -> BilingualText {
    let words = try record.form.title.compactMap { title -> BilingualText? in
      try record.form.field(title.id).flatMap { try self.words(of: $0, in: record) }
    }
    guard let first = words.first else { return BilingualText(same: record.header.codeText) }
    return words.dropFirst().reduce(first) { $0 + BilingualText(same: ", ") + $1 }
  }

  /// A number in a field of a form; nil where the form says nothing about it.
  func formWords(ofNumber number: Int64, _ rule: FormRule) throws -> BilingualText? {
    switch rule {
    case .choice(let list): return list[number]?.words
    case .dayOfEvent, .day:
      return BilingualText(same: Format.date(LocalDate(daysSince1970: Int(number))))
    case .timeOfDay:
      return BilingualText(same: Format.time(minuteOfDay: Int(min(max(number, 0), 1_439))))
    case .money:
      return BilingualText(
        vi: Format.money(number, .vietnamese), en: Format.money(number, .english))
    case .yesOrNo: return .yesOrNo(number != 0)
    case .record(let kind), .records(let kind): return try described(number, kind)
    case .row(let table):
      guard let form = RecordForms.form(of: table), let id = RowID(rawValue: number),
        let record = try formRecord(form, id)
      else { return Self.notHere(number) }
      return try title(of: record)
    default: return nil
    }
  }

  /// A text in a field of a form; nil where it stands for itself.
  func formWords(ofText text: String, _ rule: FormRule) throws -> BilingualText? {
    switch rule {
    case .service, .services: try serviceName(of: text)
    case .blockedReason: BlockedReason.words(of: text)
    case .measure: try words(ofMeasure: text)
    case .commune:
      BilingualText(
        same: Communes.commune(code: text)?.fullName ?? Provinces.province(code: text)?.name
          ?? text)
    default: nil
    }
  }

  /// The code and name of a record that a number names.
  package func described(_ number: Int64, _ kind: RecordCode.Kind) throws -> BilingualText {
    guard let id = RowID(rawValue: number) else { return BilingualText(same: "#\(number)") }
    func named<Record: FieldRecord>(
      _ type: Record.Type, _ name: (Record) -> String?
    ) throws -> BilingualText {
      guard let record = try self.record(type, id) else { return Self.notHere(number) }
      return BilingualText(
        same: [record.codeText, name(record)].compactMap { $0 }.joined(separator: " "))
    }
    switch kind {
    case .household: return try named(Household.self) { $0.name }
    case .resident: return try named(Resident.self) { $0.fullName }
    case .visit: return try named(Visit.self) { $0.date.map(Format.date) }
    case .assist: return try named(Assist.self) { _ in nil }
    case .submission: return try named(Submission.self) { $0.dossierCode }
    case .team: return try named(Team.self) { $0.name }
    case .place: return try named(Place.self) { $0.name }
    case .member: return try named(Member.self) { $0.fullName }
    default:
      guard let form = RecordForms.form(of: kind.table.id), let record = try formRecord(form, id)
      else { return Self.notHere(number) }
      return BilingualText(same: record.header.codeText + " ") + (try title(of: record))
    }
  }

  private static func notHere(_ number: Int64) -> BilingualText {
    BilingualText(vi: "#\(number) (chưa về máy này)", en: "#\(number) (not here yet)")
  }
}
