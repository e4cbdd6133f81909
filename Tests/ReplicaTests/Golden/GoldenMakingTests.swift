import Foundation
import SyncProtocol
import Testing

/// Makes the set of a new format version: `CAMTAY_GOLDEN=make swift test --filter GoldenMaking`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["CAMTAY_GOLDEN"] == "make"))
struct GoldenMakingTests {
  @Test func `the set of the present format is written once`() throws {
    let folder = GoldenSet.folder(of: Int(StreamFormat.version))
    try #require(
      !FileManager.default.fileExists(atPath: folder.path),
      "a set is never made again; a change of the format is a new version")
    try GoldenMaker.make(in: folder)
  }
}
