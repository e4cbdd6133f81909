/// How many dossiers a real commune's one-stop desk received in a time, and how many of them were
/// late: by these figures invented districts get their sizes.
package struct DossierVolume: Hashable, Sendable {
  /// National code of the commune.
  package let code: String
  /// Dossiers received.
  package let received: Int
  /// Those of them that were overdue.
  package let overdue: Int

  /// Dossiers that were late, of a hundred.
  package var overduePercent: Int { received == 0 ? 0 : overdue * 100 / received }
}

/// The dossiers of the 148 communes of Phú Thọ from 1 January to 26 September 2026, as the province's
/// public dashboard showed them; read on first use.
package enum DossierVolumes {
  /// The communes, by code.
  package static var all: [DossierVolume] { table.volumes }
  /// Dossiers of the commune in the middle.
  package static var medianReceived: Int { table.median }

  /// The figures of a commune; nil for one of another province.
  package static func volume(ofCommune code: String) -> DossierVolume? { table.byCode[code] }

  private static let table = Table()

  private struct Table: Sendable {
    let volumes: [DossierVolume]
    let byCode: [String: DossierVolume]
    let median: Int

    init() {
      var volumes: [DossierVolume] = []
      ReferenceLines.forEach(DossierData.text) { fields in
        guard let received = fields.number(1), let overdue = fields.number(2) else { return }
        volumes.append(DossierVolume(code: fields[0], received: received, overdue: overdue))
      }
      self.volumes = volumes
      byCode = Dictionary(volumes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      median = volumes.map(\.received).sorted()[volumes.count / 2]
    }
  }
}
