/// The bundles of one folder that are for one reader, in the order in which they are taken in.
package struct BundleReading {
  /// A bundle for this reader.
  package struct Entry: Sendable {
    /// Its files.
    package let bundle: FoundBundle
    /// What it says of itself, where that can be read.
    package let contents: BundleContents?
  }

  /// What became of one that was taken in, or was to be.
  package struct Taken<Value: Sendable>: Sendable {
    /// The bundle.
    package let entry: Entry
    /// What taking it in gave, or why nothing of it was taken.
    package let result: Result<Value, any Error>
  }

  /// Those that are whole: those of one sender in the order in which it made them. Numbers say it and
  /// no times: a clock that was set back would put a later one first.
  package private(set) var whole: [Entry] = []
  /// Those of which nothing can be taken, with the reasons.
  package private(set) var unusable: [(entry: Entry, problem: BundleProblem)] = []
  /// Bundles for others.
  package private(set) var others: [FoundBundle] = []
  /// Files that were never finished, by name.
  package let unfinished: [String]
  /// What has a name of ours and is no ordinary file; never opened.
  package let refused: [String]
  private let folder: any BundleFolder

  /// Looks through a folder.
  ///
  /// - Parameters:
  ///   - kind: which bundles this reader takes.
  ///   - progress: told how many of all bundles were looked at.
  /// - Throws: `StickProblem`.
  package init(
    _ folder: any BundleFolder, of kind: BundleContents.Kind, for recipient: BundleRecipient,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws {
    self.folder = folder
    let shelf = try BundleShelf(folder, for: recipient, progress: progress)
    unfinished = shelf.unfinished
    refused = shelf.refused
    for bundle in shelf.bundles {
      do {
        whole.append(Entry(bundle: bundle, contents: try bundle.contents(of: kind)))
      } catch .notForUs {
        others.append(bundle)
      } catch {
        unusable.append((Entry(bundle: bundle, contents: bundle.told), error))
      }
    }
    func place(_ entry: Entry) -> (UInt32, UInt64) {
      (entry.contents?.sender.replica.rawValue ?? 0, entry.contents?.number ?? 0)
    }
    whole.sort { place($0) < place($1) }
  }

  /// Takes one bundle after another in. One that fails keeps none of the others back; when the stick
  /// itself fails, no further one is tried.
  ///
  /// - Returns: what became of those that were tried, and what is wrong with the stick; what was taken
  ///   in before stands.
  package func takeIn<Value: Sendable>(
    _ take: (BundleReader) throws -> Value
  ) -> (taken: [Taken<Value>], stopped: StickProblem?) {
    var taken: [Taken<Value>] = []
    for entry in whole {
      let result = Result {
        guard let reader = BundleReader(folder, entry.bundle) else { throw BundleProblem.notForUs }
        return try take(reader)
      }
      if case .failure(let problem as StickProblem) = result { return (taken, problem) }
      taken.append(Taken(entry: entry, result: result))
    }
    return (taken, nil)
  }
}
