import Replica
import SyncProtocol

/// Which files of one laptop's export of a scope are at hand.
package struct ScopeExportParts: Sendable, Equatable {
  /// More missing parts of one export than these are not named.
  static let namedParts = 100

  /// The scope.
  package var scope: ScopeID
  /// The laptop that exported it.
  package var replica: ReplicaID
  /// What people call the laptop.
  package var label: String
  /// How many files the export has, as they say.
  package var parts: Int
  /// The files at hand.
  package var given: Set<Int>

  /// The first parts that are not at hand, ascending.
  ///
  /// Anybody can seal a file that claims any number of parts, so they are never listed to the end.
  package var missing: [Int] {
    Array((1...max(1, parts)).lazy.filter { !given.contains($0) }.prefix(Self.namedParts))
  }

  /// Groups files by scope, laptop and number of parts: two laptops may have exported one scope.
  /// Ascending.
  static func grouping(
    _ files: [(file: ScopeFile.Part, sender: Certificate)]
  ) -> [ScopeExportParts] {
    var exports: [ScopeExportParts] = []
    for (file, sender) in files {
      let place = exports.firstIndex {
        $0.scope == file.scope && $0.replica == sender.replica && $0.parts == file.parts
      }
      if let place {
        exports[place].given.insert(file.part)
      } else {
        exports.append(
          ScopeExportParts(
            scope: file.scope, replica: sender.replica, label: sender.label, parts: file.parts,
            given: [file.part]))
      }
    }
    return exports.sorted {
      ($0.scope, $0.replica, $0.parts) < ($1.scope, $1.replica, $1.parts)
    }
  }
}
