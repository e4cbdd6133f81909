import SyncProtocol

/// Why the centre does not accept an operation that it has merged, or one field of it.
package struct Objection: Hashable, Sendable {
  /// The reasons; codes are stable and stand in review rows.
  package enum Reason: String, Sendable, CaseIterable {
    /// A value of another type than the registry gives its field.
    case badType = "bad-type"
    /// Only the centre, or only the creating operation, writes this field.
    case fieldNotYours = "field-not-yours"
    /// A rule of the domain is broken; the detail says which.
    case ruleBroken = "rule-broken"
    /// A date that hardly can be right.
    case doubtfulDate = "doubtful-date"
    /// The laptop was not granted the scope.
    case notGranted = "not-granted"
    /// Written after the laptop had given the scope back.
    case lateGrant = "late-grant"
    /// The laptop was revoked or declared lost.
    case revoked = "revoked"
    /// The batch had been declared lost before it came.
    case declaredLost = "declared-lost"
    /// The batch is kept aside, and a person adopted it; the detail is the number of the laptop. Of
    /// what its author wrote again after that, the detail is `twice`.
    case keptAside = "kept-aside"
    /// No rule is broken: a person rejected the record.
    case rejectedByPerson = "rejected-by-person"
    /// No rule is broken, and the record stands: a person asks its author to look at it again. The
    /// detail is how it stood.
    case sentBack = "sent-back"
    /// No rule is broken: a person undid the whole pack, carried by hand, that brought it.
    case bundleUndone = "bundle-undone"
  }

  /// The detail of `keptAside` about what an author writes again after it was adopted.
  package static let writtenTwice = "twice"

  /// The field; nil for the whole operation.
  package var field: FieldID?
  /// Why.
  package var reason: Reason
  /// Which rule, or what was found: a stable code, never a value that somebody typed.
  package var detail: String

  /// Objects to a field, or to everything when `field` is nil.
  package init(_ field: FieldID?, _ reason: Reason, _ detail: String = "") {
    self.field = field
    self.reason = reason
    self.detail = detail
  }
}

/// What a judge is asked about.
package struct JudgedOperation {
  /// The operation, which is merged.
  package var operation: Operation
  /// Its table.
  package var table: TableDefinition
  /// The centre's time.
  package var now: Timestamp
  /// True when its author's registry is later than the centre's: choices that are unknown here may
  /// be known there.
  package var isFromLaterVersion: Bool
  /// Whether a row of the directory has a text in a field, voided rows included: what was given to
  /// laptops stays good, whenever their work arrives.
  package var isInDirectory:
    (_ text: String, _ table: TableDefinition, _ field: FieldDefinition)
      throws -> Bool

  /// Gathers them.
  package init(
    operation: Operation, table: TableDefinition, now: Timestamp, isFromLaterVersion: Bool,
    isInDirectory:
      @escaping (_ text: String, _ table: TableDefinition, _ field: FieldDefinition) throws -> Bool
  ) {
    self.operation = operation
    self.table = table
    self.now = now
    self.isFromLaterVersion = isFromLaterVersion
    self.isInDirectory = isInDirectory
  }
}

/// The domain's rules, by which the centre judges what laptops wrote.
///
/// A judge sees one operation at a time, and beside it only what the centre itself has given to
/// laptops, so that the order in which batches arrive does not change its mind.
package protocol Judge: Sendable {
  /// What is wrong with an operation of a laptop; empty when nothing is.
  /// - Throws: what reading the directory meets.
  func objections(to judged: JudgedOperation) throws -> [Objection]
}
