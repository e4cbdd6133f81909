import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// Something of the centre's own data that a person has to see to, in words with the command that
/// cures it.
package struct CentreConcern: Sendable, Equatable {
  /// A stable name of what it is.
  package var code: String
  /// What it concerns, as stable keys and values.
  package var details: [String: String]
  /// What is the matter and what to do.
  package var words: BilingualText
  /// Whether somebody has to act; false for what is only to be known.
  package var needsAttention = true

  /// With stable keys.
  package var json: JSONValue {
    .object(
      [JSONValue.Member("code", .text(code))]
        + details.sorted { $0.key < $1.key }.map {
          JSONValue.Member($0.key, .text($0.value))
        })
  }
}

extension Centre {
  /// Everything of its own data that a person has to see to.
  package func concerns() throws -> [CentreConcern] {
    try clockCheck().concerns + areaConcerns() + emptyHamletConcerns() + diskConcerns()
      + erasureConcerns()
  }

  /// That the disk is nearly full, before a write fails.
  private func diskConcerns() -> [CentreConcern] {
    guard let free = surroundings.freeDiskBytes(of: home), DiskRoom.isLow(free) else { return [] }
    return [
      CentreConcern(
        code: DiskRoom.code, details: ["free_bytes": String(free)], words: DiskRoom.words(free))
    ]
  }

  private func erasureConcerns() throws -> [CentreConcern] {
    try read { try $0.erasureRemainders() }.map { remainder in
      CentreConcern(
        code: remainder.kind.rawValue,
        details: ["record": remainder.code, "other": remainder.other], words: remainder.words,
        needsAttention: remainder.needsDecision)
    }
  }
}
