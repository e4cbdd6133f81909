import Replica
import SyncProtocol

/// Which laptops are within reach, and what they are called; what is not known of is for whoever sees
/// the whole centre.
struct ReachedLaptops {
  private let reports: [ReplicaID: LaptopReport]
  private let reached: ReachedWork

  init(_ request: PageRequest) throws {
    reached = try request.reached()
    reports = Dictionary(
      try request.centre.inspect { try LaptopReport.gather($0.store) }.map { ($0.replica, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func holds(_ replica: ReplicaID) -> Bool {
    reports[replica].map(reached.holds) ?? reached.isEverything
  }

  func label(_ replica: ReplicaID) -> String {
    reports[replica]?.label ?? "#\(replica.rawValue)"
  }
}
