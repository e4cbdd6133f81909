import Cryptography
import Replica
import SyncProtocol

/// The practice of a laptop: a home of its own in a folder of the real one, with keys of its own.
///
/// Nobody can hand anything of it over. Its certificates stand under a root key that was made for it
/// and thrown away, so that no centre believes what it signs and none can open what it seals. Its
/// store key lies sealed under that of the real store: whoever unlocks the laptop can practise, and
/// nobody else.
struct PracticeHome: Sendable {
  /// The laptop's own home.
  let real: HomeFolder

  init(of real: HomeFolder) { self.real = real }

  /// The home of the practice; the folders of one that is being made, and of one being replaced.
  var folder: HomeFolder { HomeFolder(path: "\(real.path)/practice") }
  var unfinished: HomeFolder { HomeFolder(path: "\(real.path)/practice.new") }
  private var replaced: HomeFolder { HomeFolder(path: "\(real.path)/practice.old") }

  private static let sealedKey = "keys/store.sealed"
  private static let purpose = Array("practice".utf8)

  /// Whether there is one to go on with.
  var exists: Bool { folder.hasStore }

  /// Bytes that it takes on the disk.
  func bytesOnDisk() throws -> Int64 { try HomeFolder.bytesOnDisk(folder.path) }

  /// Opens it, as long as the real laptop is held, whose clock it goes by.
  /// - Throws: `AgentError.noPractice`, and as `Laptop.init`.
  func open(under laptop: Laptop, _ surroundings: Surroundings) throws -> Laptop {
    try recover()
    guard exists else { throw AgentError.noPractice }
    let practice = try Laptop(
      folder, surroundings, isPractice: true, storeKey: try key(under: laptop))
    try Self.keepInStep(practice, with: laptop)
    return practice
  }

  /// Lets the practice know the time, what was moved and who was erased, as the real store does.
  static func keepInStep(_ practice: Laptop, with laptop: Laptop) throws {
    try practice.store.adoptClock(of: laptop.store)
    try PracticeLedger(practice.store).adoptMoves(of: PracticeLedger(laptop.store))
    let name = PracticeLedger.name(of: practice.store)
    let erased = Set(try laptop.store.keyring.erasedSubjects())
    let moved = try PracticeLedger(laptop.store).moves(of: name)
    let rows = moved.filter { erased.contains($0.value.record) }.keys.sorted()
    let names = try namesToForget(practice, laptop, moved.mapValues(\.record), erased)
    if try practice.store.destroyKeys(of: rows + names) { practice.records.search.invalidate() }
    practice.forgetErasedDrafts()
    let ledger = PracticeLedger(laptop.store)
    try ledger.noteForgotten(try ledger.movedRecords().intersection(erased))
  }

  /// The names in the practice of households that were erased, or whose name was: a name is a subject
  /// of its own in each store.
  private static func namesToForget(
    _ practice: Laptop, _ laptop: Laptop, _ moved: [RowID: RowID], _ erased: Set<RowID>
  ) throws -> [RowID] {
    // Looking through the log is for whoever has something to forget.
    guard !moved.isEmpty, !erased.isEmpty else { return [] }
    let table = HouseholdTable.definition
    let names = try laptop.store.valuesApart(
      of: HouseholdTable.name, in: table, Array(Set(moved.values)))
    let rows = moved.filter { _, real in
      erased.contains(real) || names[real]?.contains { erased.contains($0.subject) } ?? false
    }.keys.sorted()
    return try practice.store.valuesApart(of: HouseholdTable.name, in: table, rows).values
      .flatMap { $0.map(\.subject) }.sorted()
  }

  /// Whether somebody was erased whose record came out of a practice, which has to follow.
  static func owesErasures(_ laptop: Laptop) throws -> Bool {
    guard PracticeHome(of: laptop.home).exists else { return false }
    let erased = Set(try laptop.store.keyring.erasedSubjects())
    return try !erased.isDisjoint(with: PracticeLedger(laptop.store).movedRecords())
  }

  private func key(under laptop: Laptop) throws -> StoreKey {
    guard let sealed = try folder.read(Self.sealedKey),
      let key = try? StoreKey(opening: sealed, under: laptop.storeKey, for: Self.purpose)
    else { throw AgentError.keyDamaged(path: "\(folder.path)/\(Self.sealedKey)") }
    return key
  }

  /// Makes the store key of a practice that is being made, and leaves it sealed there.
  func makeKey(
    under laptop: Laptop, random: inout some RandomNumberGenerator
  ) throws -> StoreKey {
    guard let key = StoreKey(random.bytes(StoreKey.byteCount)) else {
      preconditionFailure("as many bytes as a key has")
    }
    try unfinished.write(
      Self.sealedKey, try key.sealed(under: laptop.storeKey, for: Self.purpose, random: &random))
    return key
  }

  /// Puts the practice that was made in the place of the one that is there.
  func putInPlace() throws {
    try recover()
    if HomeFolder.exists(folder.path) { try HomeFolder.move(folder.path, to: replaced.path) }
    try HomeFolder.move(unfinished.path, to: folder.path)
    try HomeFolder.removeFolder(replaced.path)
  }

  /// Ends a replacement that was cut off: what was there before goes on unless the new one is there.
  private func recover() throws {
    guard HomeFolder.exists(replaced.path) else { return }
    if HomeFolder.exists(folder.path) {
      try HomeFolder.removeFolder(replaced.path)
    } else {
      try HomeFolder.move(replaced.path, to: folder.path)
    }
  }
}
