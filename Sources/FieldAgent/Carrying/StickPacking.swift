import Cryptography
import Replica
import SyncProtocol

/// Writes everything that the centre has not confirmed onto a stick, for a laptop without a network.
struct StickPacking {
  /// What a stick is before anything is written to it.
  struct Outlook {
    /// The folder that bundles go to.
    var path: String
    /// What its file system says.
    var facts: StickFacts
    /// True when it lies on the laptop's own disk, where nobody can take it away.
    var isOwnDisk: Bool
    /// Records with something that the centre has not confirmed.
    var records: Int
    /// Bytes of records that will be written, about.
    var expectedBytes: Int
    /// Files of broken tries that were taken away.
    var cleanedFiles = 0
    /// Bytes that the files take on the stick, at most about.
    var neededBytes: Int { BundleWriter.fileBytes(ofContent: expectedBytes) }
  }

  /// What was written.
  struct Result {
    var outlook: Outlook
    var round: PackedRound
    var written: BundleWriter.Written
  }

  private let laptop: Laptop
  private let folder: any BundleFolder
  private let maker: BundleMaker
  /// What the stick is, and what would be written to it.
  private(set) var outlook: Outlook

  /// Looks at a stick and, unless nothing is to be changed, takes away what broken tries of this laptop
  /// left there.
  ///
  /// - Throws: `StickProblem`.
  init(_ laptop: Laptop, to path: String, isDryRun: Bool) throws {
    let stick = try StickFolder(in: path, creating: !isDryRun)
    try self.init(
      laptop, stick, path: stick.path, isOwnDisk: !isElsewhere(stick.path, laptop.home),
      isDryRun: isDryRun)
  }

  /// The same for any folder.
  init(
    _ laptop: Laptop, _ folder: any BundleFolder, path: String, isOwnDisk: Bool,
    isDryRun: Bool = false
  ) throws {
    self.laptop = laptop
    self.folder = folder
    maker = try BundleMaker(LaptopKeys(laptop.home).enrolledKey())
    let facts = try folder.facts()
    guard !facts.isReadOnly else { throw StickProblem.readOnly }
    outlook = Outlook(
      path: path, facts: facts, isOwnDisk: isOwnDisk,
      records: try laptop.standing().unsentRecords,
      expectedBytes: try laptop.store.expectedPackBytes())
    if !isDryRun { outlook.cleanedFiles = try BundleShelf.clean(folder, of: maker) }
  }

  /// Packs. When this returns, the stick may be removed; when it throws, everything is on the laptop as
  /// before, and on the stick is nothing that could be taken for a bundle.
  ///
  /// - Throws: `StickProblem`, `ReplicaError`.
  func run(progress: @escaping (_ writtenBytes: Int) -> Void = { _ in }) throws -> Result {
    let identity = laptop.store.identity
    var random = laptop.random
    let writer = try BundleWriter(
      to: folder, for: VerifyingKey(identity.rootPublicKey), maker: maker,
      expectedBytes: try laptop.store.expectedPackBytes(), random: &random, progress: progress)
    do {
      return try laptop.writing { records, clock in
        let round = try records.store.packRound(
          laptop.report, clock: clock, random: &random
        ) { stream in
          // Sticks are slow: whoever records meanwhile does not wait for one.
          try laptop.releasingHome { try writer.append(stream) }
        }
        let written = try laptop.releasingHome {
          try writer.finish(
            { _ in BundleContents(of: round, by: identity) }, sign: identity.signer.sign)
        }
        try records.store.notePacked(round)
        return Result(outlook: outlook, round: round, written: written)
      }
    } catch {
      writer.abandon()
      throw error
    }
  }
}

private func isElsewhere(_ path: String, _ home: HomeFolder) -> Bool {
  HomeFolder.areOnDifferentDevices(path, home.path) ?? true
}
