import Replica
import SyncProtocol

/// Takes in what the centre wrote for this laptop onto a stick.
struct StickReading {
  /// What became of one bundle.
  struct Bundle {
    /// The characters that its files have in common.
    var stem: String
    /// What it says of itself, where that can be read.
    var contents: BundleContents?
    /// Why it was not taken in; nil when it was.
    var problem: (any Error)?
  }

  /// What became of all bundles of a stick.
  struct Result {
    /// Those for this laptop, as they were taken in.
    var bundles: [Bundle] = []
    /// Bundles for others.
    var others = 0
    /// Packs of this laptop that lie there still.
    var own = 0
    /// What they did together.
    var outcome = RoundOutcome()
    /// True when one was taken in.
    var hasTaken: Bool { bundles.contains { $0.problem == nil } }
  }

  private let laptop: Laptop
  private let folder: any BundleFolder

  /// Looks at a stick.
  /// - Throws: `StickProblem`.
  init(_ laptop: Laptop, from path: String) throws {
    self.init(laptop, try StickFolder(in: path, creating: false))
  }

  /// The same for any folder.
  init(_ laptop: Laptop, _ folder: any BundleFolder) {
    self.laptop = laptop
    self.folder = folder
  }

  /// Takes in every return for this laptop, in the order in which the centre made them. A return may be
  /// taken in again; one that is damaged keeps none of the others back.
  ///
  /// - Parameter isDryRun: look only.
  /// - Throws: `StickProblem`; what came before stands.
  func run(
    isDryRun: Bool, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Result {
    let key = try LaptopKeys(laptop.home).enrolledKey()
    let maker = try BundleMaker(key)
    let shelf = try BundleShelf(
      folder, for: BundleRecipient(key, rootPublicKey: laptop.store.identity.rootPublicKey),
      progress: progress)
    var result = Result()
    var whole: [(bundle: FoundBundle, contents: BundleContents)] = []
    for bundle in shelf.bundles {
      do {
        whole.append((bundle, try bundle.contents(of: .answer)))
      } catch BundleProblem.notForUs {
        if bundle.id?.isOf(maker) == true { result.own += 1 } else { result.others += 1 }
      } catch {
        result.bundles.append(
          Bundle(stem: bundle.stem, contents: bundle.told, problem: error))
      }
    }
    whole.sort {
      ($0.contents.madeAt, $0.contents.number) < ($1.contents.madeAt, $1.contents.number)
    }
    for (bundle, contents) in whole {
      var entry = Bundle(stem: bundle.stem, contents: contents, problem: nil)
      do {
        if !isDryRun { try take(bundle, &result.outcome) }
      } catch let error as StickProblem {
        throw error
      } catch {
        entry.problem = error
      }
      result.bundles.append(entry)
    }
    if !isDryRun {
      // A stick speaks of some areas only: the others stop as before.
      let former = try laptop.store.stoppedScopes()
      try laptop.store.noteStopped(Array(Set(former + result.outcome.stoppedScopes)))
    }
    return result
  }

  private func take(_ bundle: FoundBundle, _ sum: inout RoundOutcome) throws {
    guard let reader = BundleReader(folder, bundle) else { throw BundleProblem.notForUs }
    defer { laptop.forgetErasedDrafts() }
    sum.add(
      try laptop.writing { records, clock in
        try records.store.absorbCarried(clock: clock, next: reader.next)
      })
  }
}
