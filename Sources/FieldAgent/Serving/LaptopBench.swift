import Replica
import Synchronization
import SyncProtocol

/// The laptop that the pages work at: open while somebody is there, closed with its keys otherwise.
///
/// One page at a time uses it, and other processes have the home between two of them, so that
/// `camtay` commands and the sync go on beside the pages.
final class LaptopBench: Sendable {
  /// What an open laptop is known by.
  private struct Open {
    let laptop: Laptop
    /// Which files it stands on: whoever restores a backup puts others there.
    let copyIdentity: String
    let generation: Int
  }

  private struct State {
    var open: Open?
    var key: StoreKey?
    var generations = 0
  }

  /// Nobody has unlocked the laptop, or not since it locked itself.
  struct Locked: Error {}

  let home: HomeFolder
  let surroundings: Surroundings
  /// Held while everybody is compared with everybody: whoever asks meanwhile waits for the answer.
  let comparing = Mutex(())
  private let state = Confined(State())
  /// The practice beside the work, open only while the laptop is. Used under `state` alone.
  private let practice = Confined<Open?>(nil)

  init(_ home: HomeFolder, _ surroundings: Surroundings) {
    self.home = home
    self.surroundings = surroundings
  }

  /// Opens the laptop, or leaves it open; the number of this opening tells it from later ones.
  ///
  /// - Parameter key: opens sealed values; nil on a laptop that has no accounts yet.
  func open(_ key: StoreKey?) throws -> Int {
    try state.update { state in
      state.key = key
      if let open = state.open { return open.generation }
      state.generations += 1
      state.open = try opened(key, state.generations)
      state.open?.laptop.letHomeGo()
      return state.generations
    }
  }

  /// Closes the laptop and its practice; their keys leave the memory.
  func close() {
    state.update { state in
      closePractice()
      state.open?.laptop.store.close()
      state.open = nil
      state.key = nil
    }
  }

  /// The key of whoever unlocked, for a second look at the same home; throws `Locked`.
  func key() throws -> StoreKey? {
    try state.use { state in
      guard state.open != nil else { throw Locked() }
      return state.key
    }
  }

  /// The number of the opening that stands; nil while the laptop is closed.
  var generation: Int? { state.use { $0.open?.generation } }

  /// Works at the open laptop, alone.
  ///
  /// - Throws: `Locked`, `HomeError.inUse` while another process keeps the home, and what `body`
  ///   throws.
  func use<Result: Sendable>(_ body: (Laptop) throws -> Result) throws -> Result {
    try state.update { state in
      guard var open = state.open else { throw Locked() }
      try open.laptop.takeHome()
      if home.copyIdentity != open.copyIdentity {
        // Another store was put in this one's place; what is open leads nowhere any more.
        open.laptop.store.close()
        open.laptop.letHomeGo()
        state.open = nil
        open = try opened(state.key, open.generation)
        state.open = open
      }
      defer { open.laptop.letHomeGo() }
      // A sync beside this one may have brought an erasure.
      open.laptop.forgetErasedDrafts()
      return try body(open.laptop)
    }
  }

  /// Works at the practice, alone, while the laptop is held, by whose clock and accounts it goes.
  ///
  /// - Throws: `Locked`, `AgentError.noPractice`, `HomeError.inUse`, and what `body` throws.
  func practise<Result: Sendable>(_ body: (_ practice: Laptop) throws -> Result) throws -> Result {
    try use { laptop in try practise(beside: laptop, body) }
  }

  /// Works at the practice for somebody who holds the laptop.
  func practise<Result: Sendable>(
    beside laptop: Laptop, _ body: (_ practice: Laptop) throws -> Result
  ) throws -> Result {
    try practice.update { practice in
      let home = PracticeHome(of: home)
      if let open = practice {
        if home.folder.copyIdentity == open.copyIdentity {
          try open.laptop.takeHome()
          try PracticeHome.keepInStep(open.laptop, with: laptop)
        } else {
          // Another was made in its place.
          open.laptop.store.close()
          practice = nil
        }
      }
      let open =
        try practice
        ?? Open(
          laptop: try home.open(under: laptop, surroundings),
          copyIdentity: home.folder.copyIdentity, generation: 0)
      practice = open
      defer { open.laptop.letHomeGo() }
      return try body(open.laptop)
    }
  }

  /// Closes the practice, so that another can be made in its place.
  func closePractice() {
    practice.update { practice in
      practice?.laptop.store.close()
      practice = nil
    }
  }

  private func opened(_ key: StoreKey?, _ generation: Int) throws -> Open {
    let laptop = try Laptop(home, surroundings, storeKey: key)
    return Open(laptop: laptop, copyIdentity: home.copyIdentity, generation: generation)
  }
}
