import Replica
import SyncProtocol

/// A field of a record of any kind with what it shows, as people read it.
package struct ShownField: Sendable {
  /// One value; a set shows several.
  package struct Shown: Sendable {
    /// What people read.
    package let words: BilingualText
    /// The code of the record that it names; nil where it names none.
    package let code: String?
  }

  /// What people call the field.
  package let label: BilingualText
  /// What it shows.
  package let values: [Shown]
}

extension FieldStore {
  /// What a record shows, field by field in the order of its table; fields that are empty, and those
  /// that only programs read, are left out. What cannot be opened says why.
  package func shownFields(of record: LocatedRow) throws -> [ShownField] {
    guard let state = try store.row(record.table.id, record.row) else { return [] }
    return try record.table.fields.compactMap { field in
      let values: [Value] =
        switch field.id.kind {
        case .set: state.heads(of: field.id).map(\.value)
        case .tally: [.integer(state.sum(of: field.id))]
        default:
          [state.shown(field.id)?.value].compactMap(\.self)
        }
      let shown = try values.compactMap { try self.shown($0, field, record) }
      guard field.name != Self.numberName, !shown.isEmpty else { return nil }
      return ShownField(label: FieldLabel.words(of: field, in: record.table), values: shown)
    }
  }

  /// The running number of a code, which the code says.
  private static let numberName = "number"

  private func shown(
    _ value: Value, _ field: FieldDefinition, _ record: LocatedRow
  ) throws -> ShownField.Shown? {
    let opened = try reader.keyring.open(
      value, table: record.table.id, row: record.row, field: field.id)
    guard let plain = opened.value else {
      return ShownField.Shown(words: opened.inBrackets, code: nil)
    }
    switch plain {
    // Keyed hashes and the like tell nobody anything.
    case .unset, .bytes: return nil
    case .text(let text) where text.isEmpty: return nil
    default: break
    }
    return ShownField.Shown(
      words: try reader.words(of: plain, in: field, of: record.table),
      code: try reader.referenceCode(plain, field))
  }
}
