import SyncProtocol

/// What a person would have typed for what a record holds, so that a form can be filled in from it.
extension RecordReader {
  /// The text of a field; empty where nothing stands, or where it cannot be read here.
  package func typedText(of field: FormField, in record: FormRecord) throws -> String {
    guard let value = record[field.definition]?.value else { return "" }
    return try typedText(of: value, field.rule) { record[$0]?.value }
  }

  /// The texts of a set's elements.
  package func typedTexts(of field: FormField, in record: FormRecord) throws -> [String] {
    try (record.elements[field.definition.id] ?? []).map { value in
      try typedText(of: value, field.rule) { record[$0]?.value }
    }
  }

  /// What a new record gets in a field where nothing is typed; nil for nothing, or where that depends
  /// on what is typed beside it.
  package func typedStandard(of field: FormField, author: RowID?) throws -> String? {
    switch field.standard {
    case .number(let number): try typedText(of: .integer(number), field.rule) { _ in nil }
    case .text(let text): text
    case .author: try author.map { try codeText(of: $0, in: MemberTable.definition) }
    case .ownTeam:
      try author.flatMap { try record(Member.self, $0)?.team }
        .map { try codeText(of: $0, in: TeamTable.definition) }
    case .today, nil: nil
    }
  }

  private func typedText(
    of value: Value, _ rule: FormRule, beside other: (FieldDefinition) -> Value?
  ) throws -> String {
    guard let stored = value.integer else { return value.text ?? "" }
    switch rule {
    case .choice(let list): return list[stored]?.name ?? String(stored)
    case .choices(let lists, let by):
      return other(by)?.integer.flatMap { lists[$0]?[stored]?.name } ?? String(stored)
    case .dayOfEvent, .day:
      return Format.date(LocalDate(daysSince1970: Int(clamping: stored)))
    case .timeOfDay: return Format.time(minuteOfDay: Int(min(max(stored, 0), 1_439)))
    case .yesOrNo: return stored == 0 ? "no" : "yes"
    case .record(let kind), .records(let kind):
      return try RowID(rawValue: stored).map { try codeText(of: $0, in: kind.table) } ?? ""
    case .row: return "#\(stored)"
    case .aim(let measure):
      return try aim(at: other(measure)?.text)?.typed(stored) ?? String(stored)
    default: return String(stored)
    }
  }
}
