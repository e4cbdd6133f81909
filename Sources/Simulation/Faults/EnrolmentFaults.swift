import Randomness
import Replica
import SyncProtocol

/// Laptops that come, and rights that grow.
enum EnrolmentFaults {
  static let all = [
    Fault("grant", weight: 1, .step { try $0.grant(to: $1) }),
    Fault("new laptop", weight: 1, .step { world, _ in try world.enrolAnother() }),
  ]
}

extension World {
  /// A laptop gets the scopes it does not have.
  fileprivate func grant(to laptop: Machine) throws {
    trace.note("\(laptop.label): is granted all hamlets")
    _ = try attempting(centre) {
      try $0.grant(scopes, to: laptop.replica, at: reading(of: centre).wall)
    }
  }

  fileprivate func enrolAnother() throws {
    guard laptops.count < CopyFaults.greatestLaptopCount, !centre.disk.isDead else { return }
    guard let laptop = try enrolLaptop(holdsAll: false) else { return }
    trace.note("\(laptop.label): is enrolled")
    guard random.chance(50) else { return }
    // By file: the beginning of the centre's log comes with the certificate.
    let starter = try attempting(centre) {
      try $0.starter(for: laptop.replica, clock: reading(of: centre))
    }
    if let starter {
      trace.extend("begins with the centre's log from a file")
      _ = try attempting(laptop) {
        try $0.absorbStarter(starter, clock: reading(of: laptop))
      }
    }
  }
}
