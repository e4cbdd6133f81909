import FieldWork
import Replica
import SyncProtocol

/// What a laptop says that holds no area in which it could record.
enum AreaWarning {
  /// The warning; empty where the laptop holds what it needs, or has not been told yet.
  static func all(
    _ laptop: Laptop, on surface: Surface = .commands
  ) throws -> [(code: String, words: BilingualText)] {
    try laptop.missingArea.map { [($0.code, FailureCatalogue.failure($0, on: surface).words)] }
      ?? []
  }
}

extension Laptop {
  /// That the centre has told what this laptop may hold, and nothing can be recorded in it; nil
  /// otherwise. While it is declared lost, that alone is said.
  var missingArea: AgentError? {
    get throws {
      let status = try store.handOverStatus()
      guard status.lastRound != nil, try records.reader.hasPlaces(),
        try store.operationsAfterDeclaredLost() == nil
      else { return nil }
      let granted = try store.grantedScopes()
      if granted.isEmpty {
        return .noArea(
          label: store.identity.certificate.label, unsentOperations: status.notHandedOver)
      }
      let communes = try records.reader.scopes(of: .commune)
      return granted.contains(where: communes.contains) ? nil : .communeAreaMissing
    }
  }
}
