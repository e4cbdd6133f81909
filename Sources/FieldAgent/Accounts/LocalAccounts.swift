import Cryptography
import FieldWork
import Replica
import SyncProtocol

/// Somebody who may unlock this laptop.
package struct LocalAccount: Equatable, Sendable {
  /// The member of the roster.
  package let member: RowID
  /// The name that the page to unlock shows.
  package let name: String
  /// The member's record code, if it was known; it can be typed where the name can.
  package let code: String?
}

/// The accounts of a laptop: each password opens the store key, which lies nowhere else.
///
/// A home without accounts is on its key file. The first account ends that: accounts are on disk
/// before the file goes, so that being killed in between loses nothing, and the next unlocking
/// removes it. The removed file's blocks may survive on the disk until they are written over.
package struct LocalAccounts {
  let home: HomeFolder
  let files: HomeFiles
  let surroundings: Surroundings

  /// What a guess at a password costs that is set now.
  var passwordCost: PasswordHash.Cost { surroundings.passwordCost(AccountPassword.cost) }

  /// The accounts of a home; where it has none, those of a file of keys, if one is given.
  package init(
    _ home: HomeFolder, _ surroundings: Surroundings, filledInFrom bundle: KeyBundle? = nil
  ) {
    self.home = home
    files = HomeFiles(home, filledInFrom: bundle)
    self.surroundings = surroundings
  }

  /// Everybody who may unlock, in the order of adding; empty on a laptop that is on its key file.
  /// - Throws: `AgentError.keyDamaged`, `ReplicaError.storeIsNewer`, `HomeError`.
  package func all() throws -> [LocalAccount] {
    try AccountsFile(reading: files)?.entries.map(\.account) ?? []
  }

  /// The store key, by a member's password. It takes Argon2id's time, right or wrong.
  /// - Throws: `AccountError.wrongPassword`, `.unknown`.
  package func unlock(_ member: RowID, password: String) throws -> StoreKey {
    let key = try entry(of: member).open(password)
    // What being killed after the first account left behind.
    if try home.read(AccountsFile.name) != nil { try home.remove(StoreKey.fileName) }
    return key
  }

  /// Adds an account. The first one ends the laptop's key file.
  ///
  /// - Parameters:
  ///   - name: what the page to unlock shows.
  ///   - code: the member's record code, if it is known.
  ///   - key: the key that the laptop is open with.
  /// - Throws: `AccountError.tooShort`, `.tooLong`, `.alreadyThere`, `.tooMany`, `HomeError`.
  package func add(
    _ member: RowID, name: String, code: String? = nil, password: String, key: StoreKey
  ) throws {
    let password = try AccountPassword(choosing: password)
    var random = surroundings.generator()
    try changing { accounts in
      if let there = accounts.entries.first(where: { $0.account.member == member }) {
        throw AccountError.alreadyThere(name: there.account.name)
      }
      guard accounts.entries.count < AccountsFile.maximumCount else { throw AccountError.tooMany }
      let account = LocalAccount(member: member, name: name, code: code)
      accounts.entries.append(
        try AccountsFile.Entry(account, password, key, cost: passwordCost, random: &random))
      try keepResetPoint(in: &accounts, key, random: &random)
    }
    try home.remove(StoreKey.fileName)
  }

  /// Gives an account another password; the old one is needed.
  /// - Throws: `AccountError.wrongPassword`, `.unknown`, `.tooShort`, `.tooLong`.
  package func changePassword(_ member: RowID, from old: String, to new: String) throws {
    _ = try AccountPassword(choosing: new)
    try setPassword(member, to: new, key: try unlock(member, password: old))
  }

  /// Gives an account another password, with the key that it or another account unlocked.
  /// - Throws: `AccountError.unknown`, `.tooShort`, `.tooLong`.
  package func setPassword(_ member: RowID, to new: String, key: StoreKey) throws {
    let password = try AccountPassword(choosing: new)
    var random = surroundings.generator()
    try changing {
      try $0.set(password, of: member, key, cost: passwordCost, random: &random)
    }
  }

  /// Removes one of several accounts: its password opens nothing here from now on.
  /// - Throws: `AccountError.unknown`, `.lastAccount`.
  package func remove(_ member: RowID) throws {
    try changing { accounts in
      let index = try accounts.index(of: member)
      guard accounts.entries.count > 1 else {
        throw AccountError.lastAccount(name: accounts.entries[index].account.name)
      }
      accounts.entries.remove(at: index)
    }
  }

  /// Ends all accounts: the laptop goes back to its key file and opens without a password.
  ///
  /// The file is on disk before the accounts go; killed in between, the accounts stay.
  /// - Throws: `AccountError.noAccounts`, `HomeError`.
  package func removeAll(key: StoreKey) throws {
    let lock = try lock()
    guard try AccountsFile(reading: HomeFiles(home)) != nil else { throw AccountError.noAccounts }
    try key.write(to: home)
    try home.remove(AccountsFile.name)
    withExtendedLifetime(lock) {}
  }

  /// The account that somebody means: by its member's record code, or by its name, also without
  /// tones; nil when nobody or more than one is meant.
  package func find(_ typed: String) throws -> LocalAccount? {
    let accounts = try all()
    if let code = try? RecordCode(parsing: typed) {
      return accounts.first { $0.code == code.text }
    }
    for fold in [SearchFold.exact, SearchFold.toneless, SearchFold.base] {
      let wanted = fold(String(typed.prefix(200)))
      let found = accounts.filter { fold($0.name) == wanted }
      if !wanted.isEmpty, !found.isEmpty { return found.count == 1 ? found[0] : nil }
    }
    return nil
  }

  private func entry(of member: RowID) throws -> AccountsFile.Entry {
    guard let accounts = try AccountsFile(reading: files) else { throw AccountError.noAccounts }
    return accounts.entries[try accounts.index(of: member)]
  }

  /// Two processes that change accounts at once come one after the other.
  private func lock() throws -> HomeLock {
    try HomeLock(
      home, patienceMilliseconds: Laptop.patienceMilliseconds, file: "keys/accounts.lock")
  }

  /// Changes the file, whole or not at all, after every other process that does.
  func changing(_ change: (inout AccountsFile) throws -> Void) throws {
    let lock = try lock()
    var accounts = try AccountsFile(reading: HomeFiles(home)) ?? AccountsFile()
    let before = accounts
    try change(&accounts)
    if accounts != before { try accounts.write(to: home) }
    withExtendedLifetime(lock) {}
  }
}

extension AccountsFile {
  /// Where a member's account stands.
  /// - Throws: `AccountError.unknown`.
  func index(of member: RowID) throws(AccountError) -> Int {
    guard let index = entries.firstIndex(where: { $0.account.member == member }) else {
      throw .unknown(name: String(member.rawValue))
    }
    return index
  }

  /// Seals the store key for an account under another password.
  mutating func set(
    _ password: AccountPassword, of member: RowID, _ key: StoreKey, cost: PasswordHash.Cost,
    random: inout some RandomNumberGenerator
  ) throws {
    let index = try index(of: member)
    entries[index] = try Entry(
      entries[index].account, password, key, cost: cost, random: &random)
  }
}
