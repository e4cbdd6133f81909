import SyncProtocol

/// What is begun on a laptop and not saved: none of it is a record, so that none of it is handed over.
package struct BegunForms: Sendable {
  /// The forms of whoever asks, the latest first.
  package let own: [PageDraft]
  /// How many others have begun; whose they are and what stands in them is theirs alone.
  package let others: Int
}

extension PageDraft {
  /// Whether it is somebody's work: a form that was only looked at, to change a record or with what it
  /// begins with, was not begun.
  var isBegun: Bool {
    guard saved == nil else { return false }
    if kind.startsFilled { return isChanged }
    // The line of a day sheet was typed on the way to the form.
    return !(self["paper"] ?? "").isEmpty
      || fields.contains { $0.rival != nil || ($0.revision > 1 && !$0.value.isEmpty) }
  }
}

extension DraftBook {
  /// What is begun and not saved.
  ///
  /// - Parameter following: a draft as it stands beside what its record says by now.
  package func begun(
    by member: RowID, following: (PageDraft) throws -> PageDraft
  ) throws -> BegunForms {
    let begun = try open().filter { try $0.isBegun && following($0).isBegun }
    let own = begun.filter { $0.member == member }
    return BegunForms(own: own, others: begun.count - own.count)
  }
}
