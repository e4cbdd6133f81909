/// The tables and fields that a version of the program knows. Merging never asks it; storing,
/// showing and judging do.
public struct Schema: Sendable {
  /// Grows with every table or field that is added.
  public let version: UInt64
  /// The tables in ascending order of number.
  public let tables: [TableDefinition]
  private let tableByID: [TableID: TableDefinition]

  /// Gathers tables; numbers and names must be unique.
  public init(version: UInt64, tables: [TableDefinition]) {
    precondition(Set(tables.map(\.id)).count == tables.count, "a table number stands for one table")
    precondition(Set(tables.map(\.name)).count == tables.count, "a table name stands for one table")
    self.version = version
    self.tables = tables.sorted { $0.id < $1.id }
    tableByID = Dictionary(uniqueKeysWithValues: tables.map { ($0.id, $0) })
  }

  /// The table of a number; nil when a later version defined it.
  public subscript(id: TableID) -> TableDefinition? { tableByID[id] }
}

/// A synced table.
public struct TableDefinition: Sendable {
  /// Its number on the wire.
  public let id: TableID
  /// Its name in SQL and JSON, singular.
  public let name: String
  /// Its fields in ascending order of number.
  public let fields: [FieldDefinition]
  private let fieldByID: [FieldID: FieldDefinition]

  /// Gathers fields; numbers and names must be unique within the table.
  public init(_ id: UInt16, _ name: String, _ fields: [FieldDefinition]) {
    precondition(Set(fields.map(\.id)).count == fields.count, "a field number stands for one field")
    precondition(Set(fields.map(\.name)).count == fields.count, "a field name stands for one field")
    self.id = TableID(rawValue: id)
    self.name = name
    self.fields = fields.sorted { $0.id < $1.id }
    fieldByID = Dictionary(uniqueKeysWithValues: fields.map { ($0.id, $0) })
  }

  /// The field of a number; nil when a later version defined it.
  public subscript(id: FieldID) -> FieldDefinition? { fieldByID[id] }

  /// The fields that have a column of their own: everything with one shown value.
  public var columns: [FieldDefinition] { fields.filter { $0.id.kind?.hasColumn ?? false } }
}

extension FieldKind {
  /// True for the kinds that show one value and so live in a typed column; sets and tallies show
  /// many heads.
  public var hasColumn: Bool {
    switch self {
    case .register, .centreRegister, .event: true
    case .set, .tally: false
    }
  }
}

/// A field of a synced table.
public struct FieldDefinition: Sendable {
  /// Its number on the wire; the low three bits are its kind.
  public let id: FieldID
  /// Its name in SQL and JSON.
  public let name: String
  /// The type of its values. A value of another type is kept and shown as unreadable.
  public let type: Value.Kind
  /// How its values are encrypted; nil for a field that is no personal data.
  public let sealing: Sealing?

  /// Declares a field; `type` is what stands inside a sealed one.
  public init(
    _ index: UInt16, _ kind: FieldKind, _ name: String, _ type: Value.Kind,
    sealed sealing: Sealing? = nil
  ) {
    precondition(index > 0, "index 0 is the set of deletes that every row has")
    id = FieldID(index, kind)
    self.name = name
    self.type = type
    self.sealing = sealing
  }

  /// True for a value of the declared form; another is kept and shown as unreadable.
  public func holds(_ value: Value) -> Bool {
    switch value.kind {
    case .sealed, .erased: sealing != nil
    case let kind: sealing == nil && kind == type
    }
  }
}
