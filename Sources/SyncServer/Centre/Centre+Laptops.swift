import FieldWork
import Replica
import SyncProtocol

extension Centre {
  /// Every enrolled laptop, by label.
  package func laptops() throws -> [Peer] { try inspect { try $0.store.peers() } }

  /// Which laptops a count of a period covers; one that was replaced, and of which all is here, is
  /// waited for no more.
  package func coverage(of period: Period, today: LocalDate) throws -> Coverage {
    try inspect { field in
      Coverage(
        of: period, today: today, try LaptopReport.gather(field.store),
        try CentreShortfall(field.store))
    }
  }
}
