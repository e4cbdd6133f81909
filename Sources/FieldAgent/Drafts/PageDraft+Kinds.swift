import FieldWork
import SyncProtocol

// Which records the kinds of drafts are about.
extension PageDraft.Kind {
  /// The table of the row that a form of the kind is about; nil where it may be of any, and is named in
  /// a field.
  var subjectTable: TableDefinition? {
    switch self {
    case .visit, .resident: HouseholdTable.definition
    case .assists: VisitTable.definition
    case .submission: AssistTable.definition
    case .event: SubmissionTable.definition
    case .record: nil
    default: recordTable
    }
  }

  /// The table of the record that it becomes, or changes.
  var recordTable: TableDefinition? {
    switch self {
    case .visit, .assists, .visitEdit: VisitTable.definition
    case .household, .householdEdit: HouseholdTable.definition
    case .resident, .residentEdit: ResidentTable.definition
    case .event: SubmissionEventTable.definition
    case .assistEdit: AssistTable.definition
    case .submission, .submissionEdit: SubmissionTable.definition
    case .record(let noun), .recordEdit(let noun):
      RecordForms.ofField.first { $0.noun == noun }?.table
    }
  }

  /// Whether it changes a record that is there.
  var isChange: Bool {
    switch self {
    case .visit, .household, .resident, .assists, .submission, .event, .record: false
    default: true
    }
  }

  /// Whether it has blocks of assists, each about somebody of its own.
  var holdsAssists: Bool { self == .visit || self == .assists }
}
