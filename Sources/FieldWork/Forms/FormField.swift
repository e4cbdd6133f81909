import SyncProtocol

/// One field of a form: what people type it as, and what it must be.
package struct FormField: Sendable {
  /// What a new record gets where nothing was typed.
  package enum Standard: Sendable {
    /// Today by a clock that can be trusted, or the day of the session that the record belongs to.
    case today
    /// The team of who records.
    case ownTeam
    /// Who records.
    case author
    /// A number.
    case number(Int64)
    /// A text.
    case text(String)
  }

  /// The field.
  package let definition: FieldDefinition
  /// What people type it as: the option of a command, the name of an input.
  package let option: String
  /// What it must be.
  package let rule: FormRule
  /// Whether no record can be without it.
  package let isRequired: Bool
  /// What a new record gets where nothing was typed.
  package let standard: Standard?
  /// Whether lists show it.
  package let isListed: Bool
  /// Whether a record without it is saved with a warning.
  package let isExpected: Bool

  private let isLasting: Bool

  /// - Parameter fixed: whether it is given once although other programs may write it later.
  init(
    _ definition: FieldDefinition, _ option: String, _ rule: FormRule, required: Bool = false,
    standard: Standard? = nil, listed: Bool = false, expected: Bool = false, fixed: Bool = false
  ) {
    self.definition = definition
    self.option = option
    self.rule = rule
    isRequired = required
    self.standard = standard
    isListed = listed
    isExpected = expected
    isLasting = fixed
    label = FieldLabel.words(of: definition.name)
  }

  /// The field as the form of a table calls it.
  func labelled(in table: TableDefinition) -> FormField {
    var field = self
    field.label = FieldLabel.words(of: definition, in: table)
    return field
  }

  /// Its name in `--json`.
  package var key: String { String(option.map { $0 == "-" ? "_" : $0 }) }
  /// What people call it.
  package private(set) var label: BilingualText
  /// Whether it is given once, when the record is made.
  package var isFixed: Bool { isLasting || definition.id.kind == .event }
  /// Whether it holds several elements.
  package var isSet: Bool { definition.id.kind == .set }
}

/// What a field of a form must be.
package enum FormRule: Sendable {
  /// A text of so many characters.
  case text(Int)
  /// A text with lines.
  case note
  /// A short code that programs know.
  case code
  /// A language, as BCP 47 writes it.
  case language
  /// A telephone number.
  case phone
  /// One of some choices.
  case choice(ChoiceList)
  /// One of the choices that go with another field's number.
  case choices([Int64: ChoiceList], by: FieldDefinition)
  /// A day on which something happened.
  case dayOfEvent
  /// A day on which something shall happen, or from or until which something holds.
  case day
  /// A time of day, in minutes.
  case timeOfDay
  /// A number.
  case number(ClosedRange<Int>)
  /// An amount in đồng.
  case money
  /// Yes 1 or no 0.
  case yesOrNo
  /// The code of a procedure or service.
  case service
  /// The codes of several.
  case services
  /// A blocked reason.
  case blockedReason
  /// The national code of a commune.
  case commune
  /// What a target is set for.
  case measure
  /// What is to be reached of the measure in another field: a percentage, an average or a number.
  case aim(at: FieldDefinition)
  /// A record that has a code.
  case record(RecordCode.Kind)
  /// Several of them.
  case records(RecordCode.Kind)
  /// A row of the directory that has no code.
  case row(TableID)

  /// What stands for the value in help.
  package var placeholder: String {
    switch self {
    case .text, .note, .code: "TEXT"
    case .language: "TAG"
    case .phone: "NUMBER"
    case .choice, .choices: "CHOICE"
    case .dayOfEvent, .day: "DATE"
    case .timeOfDay: "TIME"
    case .number: "N"
    case .aim: "N|N%"
    case .money: "DONG"
    case .yesOrNo: "yes|no"
    case .service, .services, .blockedReason, .commune, .row, .measure: "CODE"
    case .record(let kind), .records(let kind):
      switch kind {
      case .place: "HAMLET"
      case .member: "MEMBER"
      default: "CODE"
      }
    }
  }

  /// The names of the choices, where there are some.
  package var choiceNames: [String] {
    switch self {
    case .choice(let list): list.names
    case .choices(let lists, _):
      lists.keys.sorted().map { (lists[$0]?.names ?? []).joined(separator: "/") }
    case .blockedReason: BlockedReason.allCases.map(\.rawValue)
    default: []
    }
  }
}
