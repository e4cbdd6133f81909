import CommandLine
import Cryptography
import FieldWork
import Replica
import SyncProtocol

/// Takes in what laptops packed onto sticks, and writes their returns.
struct BundleDesk {
  /// What became of one bundle for this centre.
  struct Item {
    /// The folder it lies in, as it was named.
    var folder: String
    /// The characters that its files have in common.
    var stem: String
    /// What it says of itself, where that can be read.
    var contents: BundleContents?
    /// What it brought, or would bring; nil where nothing was taken in.
    var intake: CarriedIntake?
    /// What tells its laptop so on paper; nil where nothing was taken in.
    var receipt: PaperReceipt?
    /// Why nothing was taken in.
    var failure: Failure?
    /// Where the files of a damaged one were copied to.
    var keptAside: String?
    /// True where they were to be copied and could not be: no room, or as many as are kept.
    var isNotKept = false
  }

  /// What lies on a stick.
  struct Stick {
    /// The folder, as it was named.
    var folder: String
    /// The bundles for this centre, as they were taken in.
    var items: [Item] = []
    /// Bundles for others.
    var others = 0
    /// Files that were never finished.
    var unfinished = 0
    /// What has a name of ours and is no ordinary file.
    var refused: [String] = []
    /// What went wrong with the stick itself, behind the last of `items`; nil when all was read.
    var stopped: StickProblem?
    /// Bundles that were taken in.
    var taken: Int { items.count { $0.intake != nil } }
  }

  /// A return that was written.
  struct Return {
    /// The laptop.
    var laptop: Peer
    /// What it holds.
    var answer: CarriedReturn
    /// Its files.
    var written: BundleWriter.Written
    /// True when they lie on the centre's own disk, where nobody can take them away.
    var isOwnDisk: Bool
  }

  let centre: Centre
  let actor: AuditActor

  /// Takes in every bundle of a stick that is for this centre, each as a whole or not at all, in the
  /// order in which their laptops made them.
  ///
  /// - Parameter isDryRun: all of it is looked at as it would be, one bundle behind the other, and
  ///   nothing is kept.
  /// - Throws: `StickProblem` when the stick cannot be read at all, and what the store throws; what came
  ///   before stands.
  func takeIn(
    from path: String, isDryRun: Bool,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Stick {
    try takeIn(
      from: try StickFolder(in: path, creating: false), named: path, isDryRun: isDryRun,
      progress: progress)
  }

  /// The same of any folder of bundles, under a name for people.
  func takeIn(
    from folder: any BundleFolder, named path: String, isDryRun: Bool,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Stick {
    let root = centre.keys.root
    let reading = try BundleReading(
      folder, of: .handOver,
      for: BundleRecipient(root, rootPublicKey: root.verifyingKey.bytes), progress: progress)
    var stick = Stick(
      folder: path, others: reading.others.count, unfinished: reading.unfinished.count,
      refused: reading.refused)
    stick.items = try reading.unusable.map { entry, problem in
      var item = Item(folder: path, stem: entry.bundle.stem, contents: entry.contents)
      item.failure = CentreFailure.describe(problem)
      // What has our names and nothing of ours inside is somebody else's file.
      if case .damaged = problem, let id = entry.bundle.id, !isDryRun {
        if let contents = entry.contents {
          try note {
            try $0.noteAwaited(
              id, contents, byteCount: 0, received: 0, by: nil, problem: problem.code, at: $1)
          }
        }
        // A disk without room for it keeps nothing that is sound back.
        item.keptAside =
          (try? BundleQuarantine(centre.home).keep(entry.bundle, from: folder, saying: item)) ?? nil
        item.isNotKept = item.keptAside == nil
      }
      return item
    }
    let (taken, stopped) = isDryRun ? try preview(reading) : reading.takeIn(take)
    stick.stopped = stopped
    for bundle in taken {
      var item = Item(
        folder: path, stem: bundle.entry.bundle.stem, contents: bundle.entry.contents)
      switch bundle.result {
      case .success(let intake):
        item.intake = intake
        if !isDryRun {
          item.receipt = try centre.paperReceipt(of: intake.pack, from: intake.replica)
          if let id = bundle.entry.bundle.id {
            try note { try $0.noteTaken(id, intake, by: actor.courier, at: $1) }
          }
        }
      case .failure(let error):
        guard let failure = CentreFailure.describe(error) else { throw error }
        item.failure = failure
      }
      stick.items.append(item)
    }
    return stick
  }

  /// Notes what became of a bundle on its way.
  private func note(_ body: (CourierBook, Timestamp) throws -> Void) throws {
    try centre.administer { store, clock in try body(CourierBook(store), clock.wall) }
  }

  private typealias Taken = (taken: [BundleReading.Taken<CarriedIntake>], stopped: StickProblem?)

  /// What two bundles both hold is new once.
  private func preview(_ reading: BundleReading) throws -> Taken {
    try centre.perform { field, clock in
      try field.store.previewing {
        reading.takeIn { try field.store.takeInCarried(by: "", clock: clock, next: $0.next) }
      }
    }
  }

  /// Takes one in; where it proves that the store was put back, the centre begins another life first,
  /// and the bundle, which counts for nothing so far, is read from its beginning.
  private func take(_ reader: BundleReader) throws -> CarriedIntake {
    let life = centre.keys.certificate.replica
    let intake: CarriedIntake
    do {
      intake = try takeInThisLife(reader)
    } catch ReplicaError.centreSetBack(let evidence) {
      try centre.beginEpoch(after: life, because: evidence)
      intake = try takeInThisLife(reader.again())
    }
    try centre.note(
      AuditEvent(
        .bundleTakenIn, "\(intake.replica.rawValue)/\(intake.number)",
        detail: "new=\(intake.newOperations) known=\(intake.knownOperations)"),
      by: actor)
    return intake
  }

  private func takeInThisLife(_ reader: BundleReader) throws -> CarriedIntake {
    try centre.perform { field, clock in
      try field.store.takeInCarried(by: actor.account ?? "", clock: clock, next: reader.next)
    }
  }

  /// Writes what a laptop lacks onto a stick, for that laptop alone.
  ///
  /// - Throws: `StickProblem`, `ReplicaError`.
  func writeReturn(
    for laptop: Peer, to path: String, progress: @escaping (_ writtenBytes: Int) -> Void = { _ in }
  ) throws -> Return {
    let folder = try StickFolder(in: path, creating: true)
    return try writeReturn(
      for: laptop, to: folder,
      isOwnDisk: HomeFolder.areOnDifferentDevices(folder.path, centre.home.path) == false,
      progress: progress)
  }

  /// The same into any folder of bundles.
  func writeReturn(
    for laptop: Peer, to folder: any BundleFolder, isOwnDisk: Bool = false,
    progress: @escaping (_ writtenBytes: Int) -> Void = { _ in }
  ) throws -> Return {
    let maker = try BundleMaker(centre.keys.root)
    _ = try BundleShelf.clean(folder, of: maker)
    guard
      let key = try centre.inspect({ try $0.store.certificate(of: laptop.replica)?.publicKey })
    else { throw ProtocolError.unknownReplica(laptop.replica) }
    var random = centre.surroundings.generator()
    let writer = try BundleWriter(
      to: folder, for: VerifyingKey(key), maker: maker, expectedBytes: 0, random: &random,
      progress: progress)
    do {
      // The store stays with this process while the stick is written: the return is of one state.
      let (answer, identity, time) = try centre.perform { field, clock in
        (
          try field.store.answerCarried(
            for: laptop.replica, clock: clock, write: writer.append),
          field.store.identity, clock.wall
        )
      }
      let written = try writer.finish(
        { _ in BundleContents(of: answer, at: time, by: identity) }, sign: identity.signer.sign)
      try centre.note(
        AuditEvent(
          .bundleWritten, "\(laptop.replica.rawValue)/\(answer.number)",
          detail: "bytes=\(written.byteCount)"), by: actor)
      return Return(laptop: laptop, answer: answer, written: written, isOwnDisk: isOwnDisk)
    } catch {
      writer.abandon()
      throw error
    }
  }
}
