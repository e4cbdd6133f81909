import FieldWork
import Replica
import SQLite

// What is read beside the pages.
extension LaptopBench {
  /// Who may be recorded twice. Where nobody has looked since anything was written, everybody is
  /// compared with everybody through a connection of its own: pages and forms go on meanwhile.
  ///
  /// What others write while it is looked for, the next look tells.
  /// - Throws: `Locked`, `HomeError.inUse`, `SQLError`.
  func openDuplicates() throws -> OpenDuplicates {
    try comparing.withLock { _ in
      let before = try use { laptop in
        let mark = try laptop.records.watch.mark()
        return (
          known: laptop.rememberedDuplicates.value(asOf: mark), mark: mark, key: laptop.storeKey,
          store: home.copyIdentity
        )
      }
      if let known = before.known { return known }
      let found = try compareRegister(before.key)
      try use { laptop in
        // Another store may have been put in the place of the one that was read.
        guard home.copyIdentity == before.store else { return }
        laptop.rememberedDuplicates.keep(found, asOf: before.mark)
      }
      return found
    }
  }

  /// Compares everybody with everybody, beside whoever works at the laptop.
  func compareRegister(_ key: StoreKey) throws -> OpenDuplicates {
    let connection = try Connection(
      path: home.storePath, mode: .readOnly, busyTimeoutMilliseconds: 5_000)
    var random = surroundings.generator()
    let keyring = try Keyring(
      beside: Store.Location(path: home.storePath), key: key, random: &random)
    return try connection.transaction(.deferred) {
      try RecordReader(connection, keyring).openDuplicates()
    }
  }
}
