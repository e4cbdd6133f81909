import SyncProtocol

/// That this laptop was declared lost, as it hears of it.
extension Store {
  /// Own operations that reached the centre after it had declared this laptop lost: merged, not
  /// counted, and waiting for a ruling that does not come here while it may hold nothing. Nil where
  /// the centre said no such thing, or has given it something to hold since.
  package func operationsAfterDeclaredLost() throws -> Int64? {
    try state.integer(.lateOperations)
  }
}
