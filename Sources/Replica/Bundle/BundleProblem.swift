import SyncProtocol

/// Why a bundle is not taken in; nothing of it was.
package enum BundleProblem: Error, Hashable, Sendable {
  /// Of a format version that this program does not read.
  case otherVersion(UInt8)
  /// Addressed to somebody else.
  case notForUs
  /// The sender is not one of this installation, or did not sign this.
  case unknownSender
  /// Of a kind that this program does not know, or not meant for this side.
  case otherKind(UInt8)
  /// Something is missing or was changed.
  case damaged(BundleDamage)

  /// A stable code.
  package var code: String {
    switch self {
    case .otherVersion: "unsupported-version"
    case .notForUs: "bundle-for-another"
    case .unknownSender: "bundle-sender-unknown"
    case .otherKind: "bundle-kind"
    case .damaged(let damage): damage.manifest == .missing ? "bundle-incomplete" : "bundle-damaged"
    }
  }
}

/// What of a bundle is not there as it was written.
package struct BundleDamage: Hashable, Sendable {
  /// How the manifest is, without which nothing can be believed.
  package enum Manifest: Hashable, Sendable {
    /// As it was written.
    case sound
    /// Not there: writing was broken off, or the file was lost.
    case missing
    /// Changed or cut.
    case damaged
  }

  /// The manifest.
  package var manifest: Manifest = .sound
  /// How many parts the bundle has; nil where no manifest says so.
  package var parts: Int?
  /// The parts that are not there, ascending.
  package var missing: [Int] = []
  /// The parts that were changed or cut, ascending.
  package var damaged: [Int] = []
  /// Files by a name of this bundle that are parts of another, ascending.
  package var foreign: [Int] = []

  /// True when nothing is wrong.
  package var isNone: Bool {
    manifest == .sound && missing.isEmpty && damaged.isEmpty && foreign.isEmpty
  }

  /// Nothing wrong, as far as is known.
  package init() {}
}
