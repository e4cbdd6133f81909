import SyncProtocol

/// What the centre wrote down to bring for a procedure or service, as it holds on a day; never made
/// up.
package struct Checklist: Sendable {
  /// One thing to bring.
  package struct Item: Sendable {
    /// What it is.
    package let words: BilingualText
    /// Whether everybody needs it.
    package let isAlwaysNeeded: Bool
    fileprivate let position: Int64
  }

  /// The things in the order that the centre gave them.
  package let items: [Item]
  /// When the newest of them was written; nil where there is none.
  package let written: LocalDate?

  /// A list that nobody has written.
  package static let none = Checklist(items: [], written: nil)

  /// Said where nobody wrote a list.
  package static let missing = BilingualText(
    vi: "Trung tâm chưa ghi danh mục giấy tờ của việc này; hãy xem trên cổng hoặc hỏi bộ phận một "
      + "cửa.",
    en: "Not on file: the centre has written no list for this. See the portal, or ask the "
      + "one-stop desk.")

  /// What stands behind a thing that not everybody needs.
  package static let whereItApplies = BilingualText(vi: "(nếu có)", en: "(where it applies)")

  /// When the list was written; nil where there is none.
  package var writtenWords: BilingualText? {
    written.map {
      BilingualText(
        vi: "Trung tâm ghi ngày \(Format.date($0)).",
        en: "Written by the centre on \(Format.date($0)).")
    }
  }
}

extension RecordReader {
  /// The list for a procedure or service that holds on a day.
  package func checklist(of code: String, on day: LocalDate) throws -> Checklist {
    var filter = FormFilter()
    filter.values = [(ChecklistItemTable.procedure, .text(code))]
    let today = Int64(day.daysSince1970)
    let records = try formRecords(RecordForms.checklistItem, filter, page: .all).filter { record in
      func date(_ field: FieldDefinition) -> Int64? { record[field]?.value?.integer }
      return (date(ChecklistItemTable.validFrom) ?? .min) <= today
        && today <= (date(ChecklistItemTable.validTo) ?? .max)
    }
    let items = records.compactMap { record -> Checklist.Item? in
      guard let item = record[ChecklistItemTable.item]?.value?.text else { return nil }
      return Checklist.Item(
        words: BilingualText(
          vi: item, en: record[ChecklistItemTable.itemEnglish]?.value?.text ?? item),
        isAlwaysNeeded: record[ChecklistItemTable.needed]?.value?.integer != 0,
        position: record[ChecklistItemTable.position]?.value?.integer ?? .max)
    }.sorted { $0.position < $1.position }
    return Checklist(
      items: items,
      written: records.compactMap { $0.header.createdAt }.max().map {
        LocalDateTime(milliseconds: $0.rawValue).date
      })
  }
}
