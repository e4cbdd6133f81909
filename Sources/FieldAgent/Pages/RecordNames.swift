import FieldWork
import Pages
import SyncProtocol
import Web

/// What people call a record, with its code behind it; the code alone where it has no name.
///
/// For headings, notices and lists, never for titles and addresses.
func named(_ name: String?, _ codeText: String) -> String {
  name.map { "\($0) · \(codeText)" } ?? codeText
}

extension RecordReader {
  /// What people call a record: whom it is about, where that is known, and its code.
  func called(_ id: RowID, _ kind: RecordCode.Kind) throws -> BilingualText {
    let code = BilingualText(same: try codeText(of: id, in: kind.table))
    return try name(of: id, kind).map { $0 + BilingualText(same: " · ") + code } ?? code
  }

  /// The way to a record by what people call it; its name alone where it has no page.
  func namedLink(_ id: RowID, _ kind: RecordCode.Kind, _ language: Language) throws -> HTML {
    let code = try codeText(of: id, in: kind.table)
    let name = try name(of: id, kind)
    let words = HTML.group {
      if let name { name.text(in: language) + " · " }
      // A code that is broken over two lines is read as two.
      element("span", ["class": "nowrap"]) { code }
    }
    return RecordPath.of(code).map { path in element("a", ["href": path]) { words } } ?? words
  }

  /// The ways to some records, with the hour of those that are visits; nothing where there are none.
  func links(to rows: [RowID], _ language: Language) throws -> HTML {
    guard !rows.isEmpty else { return .empty }
    return try element("ul") {
      for row in rows {
        let kind = try RecordCode(parsing: codeText(of: row)).kind
        let start = kind == .visit ? try record(Visit.self, row)?.startMinute : nil
        try element("li") {
          try namedLink(row, kind, language)
          if let start { " · " + Format.time(minuteOfDay: start) }
        }
      }
    }
  }

  /// Whom or what a record is about; nil where that is not said, or not here.
  private func name(of id: RowID, _ kind: RecordCode.Kind) throws -> BilingualText? {
    switch kind {
    case .household, .resident, .visit, .assist, .submission:
      return try whom(id, kind).map { BilingualText(same: $0) }
    default:
      guard let form = RecordForms.form(of: kind.table.id) else { return nil }
      return try formRecord(form, id).map { try title(of: $0) }
    }
  }

  private func whom(_ id: RowID, _ kind: RecordCode.Kind) throws -> String? {
    switch kind {
    case .household: return try record(Household.self, id)?.name
    case .resident: return try record(Resident.self, id)?.fullName
    case .visit:
      guard let visit = try record(Visit.self, id) else { return nil }
      let name = try visit.household.flatMap { try whom($0, .household) }
      return [name, visit.date.map(Format.date)].compactMap(\.self).joined(separator: " · ")
    case .assist: return try record(Assist.self, id)?.resident.flatMap { try whom($0, .resident) }
    case .submission:
      return try record(Submission.self, id)?.resident.flatMap { try whom($0, .resident) }
    default: return nil
    }
  }
}
