/// How the values of a field are encrypted: whom they are about, and how long they are needed.
public struct Sealing: Sendable {
  /// Whose key they are sealed under.
  public let subject: SubjectRule
  /// Which of the subject's keys.
  public let retention: RetentionClass

  /// Gathers the two.
  public init(_ subject: SubjectRule, _ retention: RetentionClass) {
    self.subject = subject
    self.retention = retention
  }
}

/// How the writer of a row finds the resident or household that it is about.
public struct SubjectRule: Sendable {
  /// A reference to follow: a field of the written row, or of the row that the step before led to.
  public struct Step: Sendable {
    /// The table of the field; nil for the written row itself.
    public let table: TableID?
    /// The field.
    public let field: FieldDefinition

    /// A field of the written row.
    public static func own(_ field: FieldDefinition) -> Step { Step(table: nil, field: field) }

    /// A field of the row that the step before led to.
    public static func of(_ table: TableID, _ field: FieldDefinition) -> Step {
      Step(table: table, field: field)
    }
  }

  /// Chains of references; the first that leads to its end names the subject. Where none does, the
  /// row is its own subject.
  public let routes: [[Step]]
  /// True where values have a subject of their own, which is no row, so that they can be erased
  /// without anything else of their row.
  public let isApart: Bool

  /// The row itself.
  public static let row = SubjectRule(routes: [], isApart: false)

  /// A subject that is made for the value and stays with those that take its place.
  public static let apart = SubjectRule(routes: [], isApart: true)

  /// The row at the end of the first chain that has one.
  public static func first(_ routes: [Step]...) -> SubjectRule {
    SubjectRule(routes: routes, isApart: false)
  }
}

/// How long the values of a field are needed; a key serves one class, so that a laptop can drop old
/// details and still know whom it visits.
public struct RetentionClass: RawRepresentable, Hashable, Comparable, Sendable {
  /// The number on the wire.
  public let rawValue: UInt8

  /// Wraps a received number, which a later version may have defined.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Who and where somebody is: needed as long as they are visited.
  public static let identity = RetentionClass(rawValue: 1)
  /// What happened at visits and assists.
  public static let activity = RetentionClass(rawValue: 2)
  /// Dossiers: needed until they are closed.
  public static let dossier = RetentionClass(rawValue: 3)

  /// Orders by number.
  public static func < (left: RetentionClass, right: RetentionClass) -> Bool {
    left.rawValue < right.rawValue
  }
}
