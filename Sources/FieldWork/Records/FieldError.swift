import SyncProtocol

/// What the domain refuses. Codes are stable; nothing was written when one is thrown.
package enum FieldError: Error, Equatable, Sendable {
  /// Fields that cannot be taken as typed: all of them.
  case invalid([FieldProblem])
  /// Not a record code.
  case badCode(typed: String, RecordCodeError)
  /// A code of another kind of record than the command takes.
  case otherKind(typed: String, expected: RecordCode.Kind)
  /// No record here has the code.
  case notFound(String)
  /// The record of the code was deleted, so it can be looked at only.
  case hidden(String)
  /// A record that the action needs is not in this store; names its table.
  case noSuchRecord(String)
  /// A copied store issued the code twice.
  case severalRecords(code: String, [RecordCandidate])
  /// No hamlet here has the name.
  case unknownPlace(String)
  /// Several hamlets have the name; their codes.
  case severalPlaces(String, codes: [String])
  /// The hamlet has no scope for households.
  case placeWithoutScope
  /// This laptop does not hold the households of the hamlet, so what it wrote there would not stay.
  case placeNotHeld
  /// The laptop is handing the area of the hamlet back to the centre.
  case placeLeaving
  /// No member here has the name.
  case unknownMember(String)
  /// Several members have the name; their codes.
  case severalMembers(String, codes: [String])
  /// The action needs to know which member acts.
  case memberNeeded
  /// The member belongs to no team.
  case memberWithoutTeam
  /// The record was voided; it is shown but not changed.
  case voided(String)
  /// The record was not voided.
  case notVoided(String)
  /// The status cannot follow the dossier's present one.
  case statusCannotFollow(SubmissionStatus, after: SubmissionStatus)
  /// A personal id number was given where no key for its hash is at hand.
  case personalIDKeyMissing
  /// An edit that names no field.
  case nothingToChange
  /// Files of the directory that cannot be taken: every problem with its line.
  case directory([DirectoryProblem])
  /// The file of a reform that cannot be taken: every problem with its line.
  case reform([ReformProblem])
  /// No list and no row here knows the unit.
  case unknownUnit(String)
  /// The code named no unit on the day; what lay there, by code and name.
  case unitNotThen(String, LocalDate, others: [String])
  /// The hamlet did not exist on the day, and nobody can say what it was then.
  case hamletNotThen(String, LocalDate)
  /// No reform here has the number.
  case noSuchReform(Int64)
  /// The reform was taken back already.
  case reformUndone(Int64)
  /// Later changes rest on the reform: the reforms among them that still stand, newest first; none
  /// where units were changed otherwise.
  case reformBuiltUpon(Int64, by: [Int64])
  /// A month cannot be closed or opened.
  case closing(ClosingProblem)
  /// A list of households of which nothing can be taken: why, by line.
  case list([ListProblem])
  /// No import wrote the record.
  case notImported(String)
  /// Only the centre writes the directory.
  case notTheCentre
  /// A record cannot be joined with itself.
  case linkToItself
  /// Nothing was said of these two records.
  case notLinked
  /// One is the other after a move, which no unlinking undoes.
  case linkedByMove
  /// No review here has the number.
  case noSuchReview(String)
  /// Two lives of the centre issued one number.
  case severalReviews([RowID])
  /// The review judges a whole operation or a set: there is no one value to replace.
  case reviewNotEditable
  /// Nobody has ruled on the review: there is nothing to have read.
  case reviewStillOpen(Int64)
  /// It was written anew since, and accepted: there is nothing to acknowledge.
  case reviewCorrected(Int64)

  /// The stable code.
  package var code: String {
    switch self {
    case .invalid: "invalid-input"
    case .badCode(_, let error): error.code
    case .otherKind: "record-code-other-kind"
    case .notFound: "record-not-found"
    case .hidden: "record-deleted"
    case .noSuchRecord: "record-not-here"
    case .severalRecords: "record-code-twice"
    case .unknownPlace: "place-unknown"
    case .severalPlaces: "place-ambiguous"
    case .placeWithoutScope: "place-without-scope"
    case .placeNotHeld: "place-not-held"
    case .placeLeaving: "scope-not-held"
    case .unknownMember: "member-unknown"
    case .severalMembers: "member-ambiguous"
    case .memberNeeded: "member-needed"
    case .memberWithoutTeam: "member-without-team"
    case .voided: "record-voided"
    case .notVoided: "record-not-voided"
    case .statusCannotFollow: "status-cannot-follow"
    case .personalIDKeyMissing: "personal-id-key-missing"
    case .nothingToChange: "nothing-to-change"
    case .directory: "directory-invalid"
    case .reform: "reform-invalid"
    case .unknownUnit: "unit-unknown"
    case .unitNotThen: "unit-not-then"
    case .hamletNotThen: "hamlet-not-then"
    case .noSuchReform: "reform-not-found"
    case .reformUndone: "reform-undone"
    case .reformBuiltUpon: "reform-built-upon"
    case .closing(let problem): problem.code
    case .list: "list-invalid"
    case .notImported: "not-imported"
    case .notTheCentre: "not-the-centre"
    case .linkToItself: "link-to-itself"
    case .notLinked: "not-linked"
    case .linkedByMove: "linked-by-move"
    case .noSuchReview: "review-not-found"
    case .severalReviews: "review-number-twice"
    case .reviewNotEditable: "review-not-editable"
    case .reviewStillOpen: "review-still-open"
    case .reviewCorrected: "review-corrected"
    }
  }

  /// What kind of trouble it is.
  package var category: ErrorCategory {
    switch self {
    case .severalRecords, .severalReviews, .closing(.openItems): .needsAttention
    case .personalIDKeyMissing, .reformBuiltUpon: .refusedForSafety
    case .notTheCentre, .placeNotHeld, .placeLeaving: .notAllowed
    default: .userError
    }
  }
}
