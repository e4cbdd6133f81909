import SyncProtocol

extension Store {
  /// What the grants say about a whole batch of a laptop; nil when it may write there.
  ///
  /// - Parameter isGranted: whether it held the scope when the batch arrived.
  func objection(to header: Batch.Header, isGranted: Bool) throws -> Objection? {
    isGranted ? nil : Objection(nil, .notGranted)
  }
}
