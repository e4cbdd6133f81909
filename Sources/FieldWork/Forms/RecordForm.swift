import SyncProtocol

/// A kind of record, described once: what can be typed, what it must be, where it lives. Adding,
/// changing, showing, listing and judging read it from here, in both programs.
package struct RecordForm: Sendable {
  /// Where a new record lives.
  package enum Home: Sendable {
    /// In the scope that everybody has: the directory.
    case everyone
    /// In the scope of the first of these references that is given; else of the own team's hamlet.
    case references([FieldDefinition])
    /// With the team that it names, or with the directory of the commune of the hamlet that it names.
    case commune
  }

  /// Rules that look at several fields, or at other records.
  typealias Rule = @Sendable (inout DraftChecker, RecordReader, RowID?) throws -> Void

  /// What people type in commands: `session`.
  package let noun: String
  /// The name of a list in `--json`: `sessions`.
  package let plural: String
  /// The table.
  package let table: TableDefinition
  /// The kind of its codes; nil for what has none.
  package let kind: RecordCode.Kind?
  /// The fields, in the order of the form.
  package let fields: [FormField]
  /// Where a new record lives.
  package let home: Home
  /// Fields that say which record it is, to people.
  package let title: [FieldDefinition]
  /// The day by which lists are cut and ordered.
  package let day: FieldDefinition?
  let rule: Rule?

  init(
    _ noun: String, _ plural: String, _ table: TableDefinition, home: Home,
    title: [FieldDefinition], day: FieldDefinition? = nil,
    _ fields: [FormField], rule: Rule? = nil
  ) {
    self.noun = noun
    self.plural = plural
    self.table = table
    self.home = home
    self.title = title
    self.day = day
    self.fields = fields.map { $0.labelled(in: table) }
    self.rule = rule
    kind = RecordCode.Kind.allCases.first { $0.table.id == table.id }
  }

  /// What people call the kind.
  package var words: BilingualText { TableWords.words(of: table.name) }
  /// Whether the centre alone writes it.
  package var isOfCentre: Bool { table.id.isOfCentre }
  /// The field that says why a person voided it.
  package var voidReason: FieldDefinition? { table.fields.first { $0.name == "void_reason" } }
  /// Whether a record can be voided; what the roster keeps ends on a day instead.
  package var canVoid: Bool { voidReason != nil }
  /// The field of a definition.
  package func field(_ id: FieldID) -> FormField? { fields.first { $0.definition.id == id } }
}

/// All forms.
package enum RecordForms {
  /// What is recorded in the field.
  package static let ofField: [RecordForm] = [
    consent, session, tally, observation, feedback, task, difficulty, attendance,
  ]
  /// What the centre keeps for everybody.
  package static let ofCentre: [RecordForm] = [
    device, procedureVersion, checklistItem, service, calendarDay, target, indicatorSet, indicator,
    indicatorValue, campaign, hamlet, team, member,
  ]

  private static let byTable = Dictionary(
    uniqueKeysWithValues: (ofField + ofCentre).map { ($0.table.id, $0) })

  /// The form of a table; nil for records with forms of their own.
  package static func form(of table: TableID) -> RecordForm? { byTable[table] }

  /// The field of a form; nil where there is none.
  package static func field(_ id: FieldID, of table: TableID) -> FormField? {
    byTable[table]?.field(id)
  }
}
