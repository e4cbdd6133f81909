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
    /// Why nothing was taken in.
    var failure: Failure?
    /// Where the files of a damaged one were copied to.
    var keptAside: String?
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
  /// - Parameter isDryRun: all of it is looked at as it would be, and nothing is kept.
  /// - Throws: `StickProblem` when the stick cannot be read; what came before stands.
  func takeIn(
    from path: String, isDryRun: Bool,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Stick {
    let folder = try StickFolder(in: path, creating: false)
    let root = centre.keys.root
    let shelf = try BundleShelf(
      folder, for: BundleRecipient(root, rootPublicKey: root.verifyingKey.bytes),
      progress: progress)
    var stick = Stick(folder: path)
    stick.unfinished = shelf.unfinished.count
    stick.refused = shelf.refused
    var whole: [(bundle: FoundBundle, contents: BundleContents)] = []
    for bundle in shelf.bundles {
      var item = Item(folder: path, stem: bundle.stem, contents: bundle.told)
      do {
        whole.append((bundle, try bundle.contents(of: .handOver)))
      } catch BundleProblem.notForUs {
        stick.others += 1
      } catch {
        item.failure = CentreFailure.describe(error)
        if case .damaged = error, !isDryRun {
          item.keptAside = try BundleQuarantine(centre.home).keep(
            bundle, from: folder, saying: item)
        }
        stick.items.append(item)
      }
    }
    whole.sort {
      ($0.contents.madeAt, $0.contents.number) < ($1.contents.madeAt, $1.contents.number)
    }
    for (bundle, contents) in whole {
      var item = Item(folder: path, stem: bundle.stem, contents: contents)
      do {
        item.intake = try take(bundle, folder, isDryRun: isDryRun)
      } catch let error as StickProblem {
        throw error
      } catch {
        guard let failure = CentreFailure.describe(error) else { throw error }
        item.failure = failure
      }
      stick.items.append(item)
    }
    return stick
  }

  private func take(
    _ bundle: FoundBundle, _ folder: StickFolder, isDryRun: Bool
  ) throws -> CarriedIntake {
    guard let reader = BundleReader(folder, bundle) else { throw BundleProblem.notForUs }
    let intake = try centre.perform { field, clock in
      isDryRun
        ? try field.store.previewCarried(clock: clock, next: reader.next)
        : try field.store.takeInCarried(
          by: actor.account ?? "", clock: clock, next: reader.next)
    }
    if !isDryRun {
      try centre.note(
        AuditEvent(
          .bundleTakenIn, "\(intake.replica.rawValue)/\(intake.number)",
          detail: "new=\(intake.newOperations) known=\(intake.knownOperations)"),
        by: actor)
    }
    return intake
  }

  /// Writes what a laptop lacks onto a stick, for that laptop alone.
  ///
  /// - Throws: `StickProblem`, `ReplicaError`.
  func writeReturn(
    for laptop: Peer, to path: String, progress: @escaping (_ writtenBytes: Int) -> Void = { _ in }
  ) throws -> Return {
    let folder = try StickFolder(in: path, creating: true)
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
      return Return(
        laptop: laptop, answer: answer, written: written,
        isOwnDisk: HomeFolder.areOnDifferentDevices(folder.path, centre.home.path) == false)
    } catch {
      writer.abandon()
      throw error
    }
  }
}
