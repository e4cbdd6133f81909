import SQLite

/// Programs of different versions: some machines know tables and fields that others do not, and are
/// upgraded while the others go on. Unknown fields are kept, relayed, and come to life.
enum SchemaFaults {
  /// A world that draws it begins with machines of any version; otherwise all are of the newest.
  static let apart = Fault("versions apart", weight: 3, .step { try $0.upgrade($1) })

  static let all = [apart]
}

extension World {
  fileprivate func upgrade(_ laptop: Machine) throws {
    let machine = random.chance(25) ? centre : laptop
    guard let next = SimulationSchema.versions.first(where: { $0.version > machine.schema.version })
    else { return }
    trace.note("\(machine.label): is upgraded to registry \(next.version)")
    machine.close()
    machine.schema = next
    do {
      try machine.open(&random)
    } catch let error as SQLError {
      trace.extend("\(machine.label) does not open: disk error \(error.code.rawValue)")
      report.diskErrors += 1
    }
  }
}
