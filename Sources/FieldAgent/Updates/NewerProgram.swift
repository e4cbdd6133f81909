import FieldWork
import Replica

/// A newer program that lies on a stick or at the centre, whose word was believed: what the command and
/// the pages put in place.
struct NewerProgram {
  /// The centre's word on it.
  let update: ProgramUpdate
  private let stick: UpdateFolder?
  private let fetch: UpdateFetch?

  /// Looks for it.
  ///
  /// - Parameter path: the folder of a stick; nil for the centre, over the network.
  /// - Throws: `UpdateProblem`, `StickProblem`, and what the network throws.
  init(for laptop: Laptop, in path: String?) throws {
    if let path {
      do {
        stick = UpdateFolder(try StickFolder(in: path, creating: false))
      } catch StickProblem.noBundles {
        throw UpdateProblem.none
      }
      fetch = nil
    } else {
      stick = nil
      fetch = UpdateFetch(try CentreClient(laptop.configuration), laptop.home)
    }
    guard let update = try stick?.word() ?? fetch?.word() else { throw UpdateProblem.none }
    try ProgramInstall.check(update, rootPublicKey: laptop.store.identity.rootPublicKey)
    self.update = update
  }

  /// The word on a newer program for this laptop on a stick; nil where there is none.
  static func word(onStick path: String, for laptop: Laptop) -> ProgramUpdate? {
    guard let folder = try? StickFolder(in: path, creating: false),
      let update = (try? UpdateFolder(folder).word()) ?? nil,
      (try? ProgramInstall.check(
        update, rootPublicKey: laptop.store.identity.rootPublicKey)) != nil
    else { return nil }
    return update
  }

  /// Fetches it where it lies at the centre, and puts it in place; others may use the home meanwhile.
  ///
  /// - Parameter progress: bytes that were fetched or written, of `totalBytes`.
  /// - Throws: as `ProgramInstall.install`, and what the network throws.
  func put(
    in place: ProgramInstall, of laptop: Laptop, progress: (_ bytes: Int) -> Void
  ) throws {
    try laptop.releasingHome {
      try place.requireOlder(than: update)
      guard let fetch else {
        if let stick { try place.install(update, from: stick, progress: progress) }
        return
      }
      let folder = try fetch.run(update, progress: progress)
      do {
        try place.install(update, from: folder) { progress(update.byteCount + $0) }
      } catch UpdateProblem.damaged(let part) {
        try fetch.forget()
        throw UpdateProblem.damaged(part: part)
      }
      try fetch.forget()
    }
  }

  /// Bytes that putting it in place moves.
  var totalBytes: Int { fetch == nil ? update.byteCount : 2 * update.byteCount }
}
