/// Every target, by name.
package enum FuzzTargets {
  /// All of them, in the order of the rooms they reach into.
  package static let all: [FuzzTarget] =
    WireTargets.all + MessageTargets.all + FileTargets.all + BundleTargets.all
    + UpdateTargets.all + TextTargets.all + RequestTargets.all
    + StoreTargets.all + [MergeTarget.target] + RoundTargets.all

  /// The inputs that once broke something, by file name: SyncProtocol/Vectors/hostile.
  package static var hostile: [(name: String, bytes: [UInt8])] { ProtocolVectors.hostile }

  /// The target of a name; nil when there is none.
  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
