import SyncProtocol

extension Store {
  /// What the grants say about a whole batch of a laptop; nil when it may write there.
  ///
  /// - Parameter isGranted: whether it held the scope when the batch arrived.
  func objection(to header: Batch.Header, isGranted: Bool) throws -> Objection? {
    guard !isGranted else { return nil }
    return switch try lateGrant(of: header) {
    case .admitted: nil
    case .neverGranted: Objection(nil, .notGranted)
    case .lateGrant:
      Objection(nil, try lostLaptops()[header.replica] == nil ? .lateGrant : .revoked)
    }
  }
}
