import SyncProtocol

/// Reads what was typed into the fields of forms.
struct FormReading {
  let reader: RecordReader
  /// The scopes whose hamlets can be meant; nil for all.
  let held: [ScopeID]?

  /// Reads one text into a checker; problems are collected there.
  func read(_ raw: String?, _ field: FormField, _ checker: inout DraftChecker) throws {
    let definition = field.definition
    let required = field.isRequired
    switch field.rule {
    case .text(let limit): checker.text(raw, definition, limit: limit, required: required)
    case .note:
      checker.text(
        raw, definition, limit: TextLimit.note, allowsLines: true, required: required)
    case .language: checker.language(raw, definition, required: required)
    case .phone: checker.phone(raw, definition)
    case .choice(let list): checker.choice(raw, definition, list, required: required)
    case .choices(let lists, let other):
      let list = checker.result(other).integer.flatMap { lists[$0] }
      checker.choice(raw, definition, list ?? Self.union(of: lists), required: required)
    case .dayOfEvent, .day: checker.date(raw, definition, required: required)
    case .timeOfDay: checker.timeOfDay(raw, definition)
    case .number(let range): checker.number(raw, definition, range, required: required)
    case .money: checker.money(raw, definition)
    case .yesOrNo: checker.yesOrNo(raw, definition)
    case .aim(let measure):
      guard let raw = checker.given(raw, definition, required: required) else { return }
      do {
        let aim = try reader.aim(at: checker.result(measure).text) ?? .number
        checker.set(definition, .integer(try aim.parse(raw)))
      } catch let problem as InputProblem {
        checker.complain(definition, .input(problem))
      }
    case .code, .service, .services, .blockedReason, .commune, .measure:
      guard let raw = checker.given(raw, definition, required: required) else { return }
      try readCode(raw, field, &checker)
    case .record, .records, .row:
      guard
        let raw = checker.given(raw, definition, required: required, orElse: .notChosen)
      else { return }
      guard let id = try resolve(raw, field, &checker) else { return }
      checker.set(definition, .integer(id.rawValue))
    }
  }

  /// Reads the elements of a set; nil when one of them has a problem.
  func elements(
    _ typed: [String], _ field: FormField, _ checker: inout DraftChecker
  ) throws -> [Value] {
    var values: [Value] = []
    for raw in typed where !raw.allSatisfy(\.isWhitespace) {
      var one = DraftChecker()
      try read(raw, field, &one)
      for problem in one.problems { checker.complain(field.definition, problem.kind) }
      if let value = one.values.last?.value, !values.contains(value) { values.append(value) }
    }
    return values
  }

  private static func union(of lists: [Int64: ChoiceList]) -> ChoiceList {
    lists.max { $0.value.choices.count < $1.value.choices.count }?.value ?? ChoiceList()
  }

  private func readCode(
    _ raw: String, _ field: FormField, _ checker: inout DraftChecker
  ) throws {
    let definition = field.definition
    let start = String(raw.prefix(60))
    switch field.rule {
    case .service, .services:
      guard let code = try reader.serviceCode(raw) else {
        return checker.complain(definition, .unknownService(start))
      }
      checker.set(definition, .text(code))
    case .measure:
      if let measure = try reader.measure(named: raw) {
        return checker.set(definition, .text(measure))
      }
      readPlainCode(raw, definition, &checker)
    case .blockedReason:
      guard let reason = BlockedReason.parse(raw) else {
        let choices = BlockedReason.allCases.map(\.rawValue)
        return checker.complain(definition, .unknownChoice(typed: start, choices: choices))
      }
      checker.set(definition, .text(reason.rawValue))
    case .commune:
      if let code = Communes.commune(code: raw)?.code ?? Provinces.province(code: raw)?.code {
        checker.set(definition, .text(code))
      } else if try PlaceMap(reader).hasUnit(start, on: .latest) {
        // A reform that was carried out here made it.
        checker.set(definition, .text(start))
      } else {
        checker.complain(definition, .unknownCommune(start))
      }
    default: readPlainCode(raw, definition, &checker)
    }
  }

  private func readPlainCode(
    _ raw: String, _ definition: FieldDefinition, _ checker: inout DraftChecker
  ) {
    let code = raw.filter { !$0.isWhitespace }
    let isCode = code.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || [0x2D, 0x2E, 0x5F].contains($0)
    }
    guard isCode, (1...60).contains(code.utf8.count) else {
      return checker.complain(definition, .codeUnreadable)
    }
    checker.set(definition, .text(code))
  }

  /// Finds a record that a text names; what is wrong is a problem of the field.
  private func resolve(
    _ raw: String, _ field: FormField, _ checker: inout DraftChecker
  ) throws -> RowID? {
    do {
      let (id, table) = try find(raw, field.rule)
      // The elements of a set that stood before stay with it.
      guard try field.isSet || checker.mayMean(id, field.definition, table, in: reader) else {
        checker.complain(field.definition, .voidedReference)
        return nil
      }
      return id
    } catch let error as FieldError {
      checker.complain(field.definition, .reference(error))
      return nil
    }
  }

  private func find(_ raw: String, _ rule: FormRule) throws -> (RowID, TableDefinition) {
    switch rule {
    case .row(let table):
      guard let form = RecordForms.form(of: table) else { throw FieldError.notFound(raw) }
      return (try reader.resolve(raw, of: form), form.table)
    case .record(let kind), .records(let kind):
      return (try reader.find(raw, kind, held: held), kind.table)
    default: throw FieldError.notFound(raw)
    }
  }
}

extension RecordReader {
  /// Finds the only record of a kind that a code means, or a name where such records have names.
  func find(_ text: String, _ kind: RecordCode.Kind, held: [ScopeID]? = nil) throws -> RowID {
    switch kind {
    case .place: try findPlace(text, held: held).id
    case .member: try findMember(text).id
    case .team: try findTeam(text)
    default: try resolveOne(text, as: kind)
    }
  }

  /// Finds the only team that a code or name means.
  package func findTeam(_ text: String) throws -> RowID {
    let wanted = SearchFold.base(String(text.prefix(200)))
    let named = try teams().filter { $0.name.map(SearchFold.base) == wanted }
    if named.count == 1 { return named[0].id }
    return try resolveOne(text, as: .team)
  }
}

extension RecordReader {
  /// Reads one value of a form's field as typed.
  /// - Throws: `FieldError.invalid`.
  package func value(_ text: String, of field: FormField) throws -> Value {
    var checker = DraftChecker()
    try FormReading(reader: self, held: nil).read(text, field, &checker)
    try checker.finish()
    return checker.values.last?.value ?? .unset
  }
}
