import SyncProtocol

/// What the registry alone says about an operation of a laptop. What it does not know is left to
/// the version that knows it.
enum SchemaRules {
  static func objections(to operation: Operation, schema: Schema) -> [Objection] {
    if operation.because != nil { return [Objection(nil, .fieldNotYours, "because")] }
    guard let table = schema[operation.table] else {
      return operation.writes.filter { $0.field == .void }
        .map { Objection($0.field, .fieldNotYours, "void") }
    }
    if table.id.isOfCentre { return [Objection(nil, .fieldNotYours, "table")] }
    return operation.writes.compactMap { write in
      objection(to: write, isCreate: operation.isCreate, table)
    }
  }

  private static func objection(
    to write: FieldWrite, isCreate: Bool, _ table: TableDefinition
  ) -> Objection? {
    if write.field == .void { return Objection(write.field, .fieldNotYours, "void") }
    if write.field == .deletes {
      guard let value = write.value, value.bytes == nil else { return nil }
      return Objection(write.field, .badType, name(of: value.kind))
    }
    guard let field = table[write.field] else { return nil }
    if !isCreate {
      switch write.field.kind {
      case .centreRegister: return Objection(write.field, .fieldNotYours, "centre")
      case .event: return Objection(write.field, .fieldNotYours, "event")
      default: break
      }
    }
    guard let kind = write.value?.kind else { return nil }
    // A personal value in clear is as wrong as a sealed one where nobody looks for a key.
    let isSealed = kind == .sealed || kind == .erased
    guard field.sealing == nil ? kind != field.type : !isSealed else { return nil }
    return Objection(write.field, .badType, name(of: kind))
  }

  private static func name(of kind: Value.Kind?) -> String {
    switch kind {
    case .integer: "integer"
    case .text: "text"
    case .bytes: "bytes"
    case .sealed: "sealed"
    case .erased: "erased"
    case nil: "unset"
    }
  }
}
