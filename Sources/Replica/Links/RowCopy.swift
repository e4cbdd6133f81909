import SyncProtocol

/// A row that was copied.
package struct RowCopy: Sendable, Hashable {
  /// The table of both.
  package var table: TableID
  /// What was copied.
  package var original: RowID
  /// Where to.
  package var copy: RowID
  /// The scope of the copy.
  package var scope: ScopeID
}
