import FieldWork
import Replica
import SyncProtocol

extension Centre {
  /// Every enrolled laptop, by label.
  package func laptops() throws -> [Peer] { try inspect { try $0.store.peers() } }

  /// Which laptops a count of a period covers; one that was replaced, and of which all is here, is
  /// waited for no more.
  package func coverage(of period: Period, today: LocalDate) throws -> Coverage {
    let fates = try laptopFates()
    return Coverage(
      of: period, today: today,
      laptops: try laptops().filter { !(fates[$0.replica]?.isSettled ?? false) }.map { peer in
        Coverage.Laptop(
          label: peer.label, team: peer.team,
          reportedThrough: peer.reportedThrough.map { LocalDateTime(milliseconds: $0.rawValue) })
      })
  }
}
