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
    /// True for one that the centre wrote before it was restored: it lies on sticks for long, and
    /// nothing is wrong with them.
    var isOutdated = false
  }

  /// What became of all bundles of a stick.
  struct Result {
    /// Those for this laptop, as they were taken in.
    var bundles: [Bundle] = []
    /// Bundles for others.
    var others = 0
    /// Packs of this laptop that lie there still.
    var own = 0
    /// What went wrong with the stick itself, behind the last of `bundles`; nil when all was read.
    var stopped: StickProblem?
    /// What they did together.
    var outcome = RoundOutcome()
    /// True when one was taken in.
    var hasTaken: Bool { taken > 0 }
    /// Bundles that were taken in.
    var taken: Int { bundles.count { $0.problem == nil && !$0.isOutdated } }
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
  /// - Throws: `StickProblem` when the stick cannot be read at all.
  func run(
    isDryRun: Bool, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Result {
    let key = try LaptopKeys(laptop.home).enrolledKey()
    let maker = try BundleMaker(key)
    let recipient = BundleRecipient(key, rootPublicKey: laptop.store.identity.rootPublicKey)
    // Sticks are slow: whoever records meanwhile does not wait for one.
    let reading = try laptop.releasingHome {
      try BundleReading(folder, of: .answer, for: recipient, progress: progress)
    }
    let own = reading.others.count { $0.id?.isOf(maker) == true }
    var result = Result(others: reading.others.count - own, own: own)
    result.bundles = reading.unusable.map { entry, problem in
      Bundle(stem: entry.bundle.stem, contents: entry.contents, problem: problem)
    }
    let (taken, stopped) = reading.takeIn { reader in
      if !isDryRun { try take(reader, &result.outcome) }
    }
    result.stopped = stopped
    result.bundles += taken.map { bundle in
      var told = Bundle(stem: bundle.entry.bundle.stem, contents: bundle.entry.contents)
      switch bundle.result {
      case .success: break
      case .failure(ReplicaError.returnOfEarlierLife): told.isOutdated = true
      case .failure(let error): told.problem = error
      }
      return told
    }
    if !isDryRun {
      // A stick speaks of some areas only: the others stop as before.
      let former = try laptop.store.stoppedScopes()
      try laptop.store.noteStopped(Array(Set(former + result.outcome.stoppedScopes)))
    }
    return result
  }

  private func take(_ reader: BundleReader, _ sum: inout RoundOutcome) throws {
    defer { laptop.forgetErasedDrafts() }
    sum.add(
      try laptop.writing { records, clock in
        try records.store.absorbCarried(clock: clock) {
          try laptop.releasingHome(reader.next)
        }
      })
  }
}
