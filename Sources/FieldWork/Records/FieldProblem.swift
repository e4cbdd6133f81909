import SyncProtocol

/// What is wrong with one field of something typed; a form or command shows all of them at once.
package struct FieldProblem: Equatable, Sendable {
  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    /// Nothing was given and the record cannot be without it; of a list, nothing was chosen.
    case nothingGiven(isList: Bool)
    /// The text itself cannot be read.
    case input(InputProblem)
    /// No such choice; the stable names of those there are.
    case unknownChoice(typed: String, choices: [String])
    /// A personal id in free text, where it would be stored readable.
    case personalIDInText
    /// Names, or numbers of people, in what somebody reads who may know nobody's.
    case namesPeople
    /// Outside the bounds.
    case numberOutOfRange(low: Int, high: Int)
    /// A percentage above 100.
    case moreThanTheWhole
    /// Not a time of day such as 08:30.
    case timeUnreadable
    /// Not a day with its time; what was typed, and what is wrong with it.
    case momentUnreadable(typed: String, InputProblem)
    /// No procedure on file has the code.
    case unknownProcedure(String)
    /// No procedure or service on file has the code.
    case unknownService(String)
    /// No commune has the code.
    case unknownCommune(String)
    /// A blocked assist needs a reason.
    case blockedReasonNeeded
    /// Only a blocked assist has a reason.
    case blockedReasonWithoutBlock
    /// Evidence needs the code, the receipt number or the name of who heard it.
    case evidenceTextNeeded
    /// Evidence needs its kind.
    case evidenceKindNeeded
    /// "Come back on" needs the day.
    case returnDateNeeded
    /// The day to come back on lies before the visit.
    case returnDateBeforeVisit
    /// A day of birth that is not in the calendar, or a day without its month.
    case birthDateImpossible
    /// A referenced record is not in this store.
    case noSuchRecord
    /// The date must be typed, because the clock cannot be trusted.
    case dateMustBeTyped(ClockDoubt)
    /// Only a day was given, on which other news has an hour: which came first is not told.
    case hourNeeded(beside: LocalDateTime)
    /// The appointment lies before the dossier was received.
    case appointmentBeforeReceipt
    /// Something happened to the dossier before it was received.
    case eventBeforeReceipt(received: LocalDateTime)
    /// More was paid than the fee.
    case paidMoreThanFee
    /// One of these fields must be given.
    case oneOfNeeded(fields: [String])
    /// The field has no meaning with what another says.
    case notForThisKind
    /// Lies before, or is less than, another field.
    case before(field: String)
    /// The referenced record was voided.
    case voidedReference
    /// The typed record cannot be found.
    case reference(FieldError)
    /// The field is given when the record is made, and stays.
    case fixedAtCreation
    /// The same is on record already.
    case alreadyRecorded(code: String)
    /// A worked Saturday must be one.
    case notASaturday
    /// Not a code of letters, digits, dots and hyphens.
    case codeUnreadable
    /// Not a language as BCP 47 writes it, such as `vi` or `hmn`.
    case languageUnreadable
    /// More files were digitised than there are.
    case moreDigitisedThanFiles
    /// A beneficiary category of a named resident needs their consent.
    case consentNeeded

    /// Nothing was typed that the record cannot be without.
    package static let missing = nothingGiven(isList: false)
    /// Nothing was chosen that the record cannot be without.
    package static let notChosen = nothingGiven(isList: true)
  }

  /// The field's stable name, as in `--json`.
  package let field: String
  /// What is wrong.
  package let kind: Kind
  /// What people call the field.
  package let label: BilingualText

  /// A problem of a field.
  ///
  /// - Parameter label: what the form calls the field, where that differs from its usual label.
  package init(_ field: String, _ kind: Kind, label: BilingualText? = nil) {
    self.field = field
    self.kind = kind
    self.label = label ?? FieldLabel.words(of: field)
  }

  /// Whether the same is wrong with the same field, whatever the form calls it.
  package static func == (left: FieldProblem, right: FieldProblem) -> Bool {
    left.field == right.field && left.kind == right.kind
  }
}

/// Why a clock cannot date a record.
package enum ClockDoubt: String, Sendable, CaseIterable {
  /// No time of the centre was seen since the last start, or it is older than 24 hours.
  case unchecked
  /// The clock shows a time before this laptop's newest record.
  case olderThanNewestRecord = "older-than-newest-record"
}
