import SyncProtocol

/// Checks the typed fields of one record and collects every problem.
///
/// In a draft nil means "not given": an add leaves the field unset, an edit leaves it as it is. An
/// empty text empties the field.
struct DraftChecker {
  /// The row as it stands when it is edited; nil for a new one.
  let current: RowState?
  private(set) var problems: [FieldProblem] = []
  private(set) var values: [(field: FieldDefinition, value: Value)] = []

  init(current: RowState? = nil) { self.current = current }

  var isNew: Bool { current == nil }

  mutating func set(_ field: FieldDefinition, _ value: Value) {
    values.append((field, value))
  }

  /// Sets what was computed anew; nothing empties what the record had.
  mutating func replace(_ field: FieldDefinition, _ value: Value?) {
    if let value { set(field, value) } else if !result(field).isUnset { set(field, .unset) }
  }

  mutating func complain(_ field: FieldDefinition, _ kind: FieldProblem.Kind) {
    problems.append(FieldProblem(field.name, kind))
  }

  /// That a day with its time cannot be read; a personal id that was typed there is not repeated.
  mutating func complainOfMoment(
    _ typed: String, _ field: FieldDefinition, _ problem: InputProblem
  ) {
    guard !PersonalID.seemsToStand(in: typed), typed.count <= 40 else {
      return complain(field, .input(problem))
    }
    complain(field, .momentUnreadable(typed: typed, problem))
  }

  /// Whether something is wrong with a field, as far as it was read.
  func hasComplaint(_ field: FieldDefinition) -> Bool {
    problems.contains { $0.field == field.name }
  }

  /// What the record will hold once this is written.
  func result(_ field: FieldDefinition) -> Value {
    values.last { $0.field.id == field.id }?.value ?? current?.shown(field.id)?.value ?? .unset
  }

  /// The record that the record will name; nil for none.
  func row(_ field: FieldDefinition) -> RowID? {
    result(field).integer.flatMap(RowID.init(rawValue:))
  }

  /// Whether there is something to read: reports what is missing, and empties what was emptied.
  mutating func given(
    _ raw: String?, _ field: FieldDefinition, required: Bool,
    orElse problem: FieldProblem.Kind = .missing
  ) -> String? {
    guard let raw else {
      if required, isNew { complain(field, problem) }
      return nil
    }
    if raw.allSatisfy(\.isWhitespace) {
      if required { complain(field, problem) } else if !isNew { set(field, .unset) }
      return nil
    }
    return raw
  }

  /// Takes a language as BCP 47 writes it: two or three letters, then parts of up to eight letters
  /// and digits.
  mutating func language(_ raw: String?, _ field: FieldDefinition, required: Bool = false) {
    guard let raw = given(raw, field, required: required) else { return }
    let parts = raw.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    func isDigit(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard raw.utf8.count <= 35, let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy(isLetter),
      parts.dropFirst().allSatisfy({ part in
        (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
      })
    else { return complain(field, .languageUnreadable) }
    text(raw, field, limit: 35, required: required)
  }

  mutating func text(
    _ raw: String?, _ field: FieldDefinition, limit: Int = 200, allowsLines: Bool = false,
    required: Bool = false, mayHoldNumbers: Bool = false
  ) {
    guard let raw = given(raw, field, required: required) else { return }
    guard mayHoldNumbers || !PersonalID.seemsToStand(in: raw) else {
      return complain(field, .personalIDInText)
    }
    do {
      set(field, .text(try NormalizedText(raw, limit: limit, allowsLines: allowsLines).value))
    } catch {
      complain(field, .input(error))
    }
  }

  mutating func phone(_ raw: String?, _ field: FieldDefinition) {
    guard let raw = given(raw, field, required: false) else { return }
    do {
      set(field, .text(try PhoneNumber(raw).canonical))
    } catch {
      complain(field, .input(error))
    }
  }

  mutating func date(_ raw: String?, _ field: FieldDefinition, required: Bool = false) {
    guard let raw = given(raw, field, required: required) else { return }
    do {
      set(field, .integer(Int64(try Format.parseDate(raw).daysSince1970)))
    } catch {
      complain(field, .input(error))
    }
  }

  mutating func number(
    _ raw: String?, _ field: FieldDefinition, _ range: ClosedRange<Int>, required: Bool = false
  ) {
    guard let raw = given(raw, field, required: required) else { return }
    read(field, range) { () throws(InputProblem) in try Format.parseInteger(raw) }
  }

  /// An amount in đồng, from 0 to 10¹².
  mutating func money(_ raw: String?, _ field: FieldDefinition) {
    guard let raw = given(raw, field, required: false) else { return }
    read(field, 0...1_000_000_000_000) { () throws(InputProblem) in try Format.parseMoney(raw) }
  }

  private mutating func read(
    _ field: FieldDefinition, _ range: ClosedRange<Int>,
    _ parse: () throws(InputProblem) -> Int64
  ) {
    do throws(InputProblem) {
      let number = try parse()
      guard range.contains(Int(number)) else {
        return complain(
          field, .numberOutOfRange(low: range.lowerBound, high: range.upperBound))
      }
      set(field, .integer(number))
    } catch {
      complain(field, .input(error))
    }
  }

  mutating func timeOfDay(_ raw: String?, _ field: FieldDefinition) {
    guard let raw = given(raw, field, required: false) else { return }
    guard let minute = LocalDateTime.minuteOfDay(raw) else {
      return complain(field, .timeUnreadable)
    }
    set(field, .integer(Int64(minute)))
  }

  mutating func choice<Choice: RecordEnumeration>(
    _ raw: String?, _ field: FieldDefinition, _: Choice.Type, required: Bool = false
  ) {
    guard let raw = given(raw, field, required: required, orElse: .notChosen) else { return }
    guard let choice = Choice.parse(raw) else {
      return complain(
        field, .unknownChoice(typed: String(raw.prefix(60)), choices: Choice.names))
    }
    set(field, .integer(choice.rawValue))
  }

  mutating func yesOrNo(_ raw: String?, _ field: FieldDefinition) {
    guard let raw = given(raw, field, required: false) else { return }
    switch SearchFold.base(raw) {
    case "yes", "y", "co", "1", "true": set(field, .integer(1))
    case "no", "n", "khong", "0", "false": set(field, .integer(0))
    default:
      complain(field, .unknownChoice(typed: String(raw.prefix(60)), choices: ["yes", "no"]))
    }
  }

  mutating func commune(_ raw: String?, _ field: FieldDefinition) {
    guard let raw = given(raw, field, required: false) else { return }
    let code = raw.filter { !$0.isWhitespace }
    // One of before is taken as well: papers carry it, and whether it existed then is a warning.
    guard !PlaceLineage.units(code: code).isEmpty else {
      return complain(field, .unknownCommune(String(raw.prefix(60))))
    }
    set(field, .text(code))
  }

  /// Whether a field may come to mean a row that is in the store: one that was voided only where the
  /// record meant it already.
  func mayMean(
    _ id: RowID, _ field: FieldDefinition, _ table: TableDefinition, in reader: RecordReader
  ) throws -> Bool {
    try !reader.isVoided(table, id)
      || current?.shown(field.id)?.value == .integer(id.rawValue)
  }

  /// A reference to a row that must be in the store.
  ///
  /// - Parameter mayBeVoided: for what the record is part of, which has an error of its own, and for
  ///   what another record said already.
  mutating func reference(
    _ id: RowID?, _ field: FieldDefinition, _ table: TableDefinition, in reader: RecordReader,
    required: Bool = false, mayBeVoided: Bool = false
  ) throws {
    guard let id else {
      if required, isNew { complain(field, .notChosen) }
      return
    }
    guard try reader.exists(table, id) else { return complain(field, .noSuchRecord) }
    guard try mayBeVoided || mayMean(id, field, table, in: reader) else {
      return complain(field, .voidedReference)
    }
    set(field, .integer(id.rawValue))
  }

  /// Ends the check.
  func finish() throws {
    if !problems.isEmpty { throw FieldError.invalid(problems) }
  }

  /// Refuses an edit that names nothing to change.
  func requireChange(or changesOtherwise: Bool = false) throws {
    if values.isEmpty, !changesOtherwise { throw FieldError.nothingToChange }
  }

  /// The fields for `Act.create` and `Act.write`.
  var fields: [(FieldDefinition, Value)] { values.map { ($0.field, $0.value) } }
}
