import SyncProtocol

// Rules that several forms share. A field that has a problem already gets no second one.
extension DraftChecker {
  private func hasProblem(_ field: FieldDefinition) -> Bool {
    problems.contains { $0.field == field.name }
  }

  /// One of some fields must be given.
  mutating func requireOne(of fields: [FieldDefinition]) {
    guard fields.allSatisfy({ result($0).isUnset && !hasProblem($0) }), let first = fields.first
    else { return }
    complain(first, .oneOfNeeded(fields: fields.map(\.name)))
  }

  /// The field must be given, because of another.
  mutating func requireFilled(_ field: FieldDefinition) {
    if result(field).isUnset, !hasProblem(field) { complain(field, .missing) }
  }

  /// The field has no meaning with what another says.
  mutating func requireEmpty(_ field: FieldDefinition) {
    if !result(field).isUnset, !hasProblem(field) { complain(field, .notForThisKind) }
  }

  /// Both fields or none.
  mutating func requireBoth(_ first: FieldDefinition, _ second: FieldDefinition) {
    if !result(first).isUnset { requireFilled(second) }
    if !result(second).isUnset { requireFilled(first) }
  }

  /// A day, time or amount must not lie before another.
  mutating func requireOrder(_ first: FieldDefinition, _ second: FieldDefinition) {
    guard let low = result(first).integer, let high = result(second).integer, high < low,
      !hasProblem(second)
    else { return }
    complain(second, .before(field: first.name))
  }

  /// Reads one of some choices.
  mutating func choice(
    _ raw: String?, _ field: FieldDefinition, _ list: ChoiceList, required: Bool = false
  ) {
    guard let raw = given(raw, field, required: required, orElse: .notChosen) else { return }
    guard let choice = list.parse(raw) else {
      return complain(field, .unknownChoice(typed: String(raw.prefix(60)), choices: list.names))
    }
    set(field, .integer(choice.number))
  }
}
