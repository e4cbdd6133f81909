import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

@Suite struct LocalAccountTests {
  static let password = "bí mật của An"

  let centre: TestCentre
  let laptop: TestLaptop
  let member: RowID

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    member = try #require(try LaptopConfiguration.read(from: laptop.home)?.member)
  }

  var accounts: LocalAccounts { LocalAccounts(laptop.home, laptop.machine.surroundings) }

  func keyOfFile() throws -> StoreKey {
    try #require(try laptop.home.read(StoreKey.fileName).flatMap { StoreKey($0) })
  }

  func addAccount() throws {
    try accounts.add(member, name: "An", password: Self.password, key: keyOfFile())
  }

  /// Opens the laptop with an account, as the pages do.
  func open(_ password: String = password) throws -> Laptop {
    try Laptop(
      laptop.home, laptop.machine.surroundings, patienceMilliseconds: 0,
      storeKey: accounts.unlock(member, password: password))
  }

  func households(_ laptop: Laptop) throws -> [String?] {
    try laptop.records.reader.households().map(\.name)
  }

  @Test func `a laptop without accounts is on its key file`() throws {
    #expect(try accounts.all().isEmpty)
    #expect(throws: AccountError.noAccounts) {
      try accounts.unlock(member, password: Self.password)
    }
    #expect(laptop.run("status").code == .done)
  }

  @Test func `the first account ends the key file, and its password opens what was recorded`()
    throws
  {
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Lý Thị Mai")
    try addAccount()
    #expect(try laptop.home.read(StoreKey.fileName) == nil)
    #expect(try accounts.all() == [LocalAccount(member: member, name: "An", code: nil)])
    #expect(throws: AgentError.locked(names: ["An"])) { try laptop.open() }
    #expect(try laptop.home.read(StoreKey.fileName) == nil)
    #expect(try households(try open()) == ["Lý Thị Mai"])
  }

  @Test func `composed and decomposed letters are the same password, anything else is wrong`()
    throws
  {
    try addAccount()
    _ = try open(Self.password.decomposedStringWithCanonicalMapping)
    for wrong in ["", "Bí mật của An", Self.password + " ", String(repeating: "x", count: 5_000)] {
      #expect(throws: AccountError.wrongPassword) { try accounts.unlock(member, password: wrong) }
    }
    #expect(throws: AccountError.self) {
      try accounts.unlock(try #require(RowID(rawValue: 9)), password: Self.password)
    }
  }

  @Test func `a password has eight characters and at most 256 bytes`() throws {
    let key = try keyOfFile()
    func add(_ password: String) throws {
      try accounts.add(member, name: "An", password: password, key: key)
    }
    #expect(throws: AccountError.tooShort) { try add("mậtmật1") }
    // Eight scalars, seven characters.
    #expect(throws: AccountError.tooShort) {
      try add("mậtmật1".decomposedStringWithCanonicalMapping)
    }
    #expect(throws: AccountError.tooLong) { try add(String(repeating: "x", count: 257)) }
    #expect(try accounts.all().isEmpty)
    #expect(try laptop.home.read(StoreKey.fileName) != nil)
    try add(String(repeating: "x", count: 256))
    #expect(throws: AccountError.alreadyThere(name: "An")) { try add(Self.password) }
  }

  @Test func `killed between the accounts and the removal, the next unlocking removes the file`()
    throws
  {
    let file = try #require(try laptop.home.read(StoreKey.fileName))
    try addAccount()
    try laptop.home.write(StoreKey.fileName, file)
    #expect(throws: AgentError.locked(names: ["An"])) { try laptop.open() }
    #expect(throws: AccountError.wrongPassword) { try accounts.unlock(member, password: "x") }
    #expect(try laptop.home.read(StoreKey.fileName) == file)
    _ = try open()
    #expect(try laptop.home.read(StoreKey.fileName) == nil)
  }

  @Test func `where there are accounts no key is ever made, also without a keyring`() throws {
    try addAccount()
    try FileManager.default.removeItem(atPath: "\(laptop.home.path)/keyring.sqlite")
    #expect(throws: AgentError.locked(names: ["An"])) { try laptop.open() }
    #expect(try laptop.home.read(StoreKey.fileName) == nil)
  }

  @Test func `damaged accounts are named and never taken for none`() throws {
    try addAccount()
    let whole = try #require(try laptop.home.read(AccountsFile.name))
    let path = "\(laptop.home.path)/\(AccountsFile.name)"
    let text = String(decoding: whole, as: UTF8.self)
    for damaged in [
      "", "{", "{\"version\": 1, \"accounts\": []}",
      text.replacing(/"operations": [0-9]+/, with: "\"operations\": 99"),
      text.replacing("\"key\": \"", with: "\"key\": \"00"),
    ] {
      try laptop.home.write(AccountsFile.name, Array(damaged.utf8))
      #expect(throws: AgentError.keyDamaged(path: path)) { try laptop.open() }
      #expect(throws: AgentError.keyDamaged(path: path)) {
        try accounts.unlock(member, password: Self.password)
      }
    }
    try laptop.home.write(
      AccountsFile.name, Array(text.replacing("\"version\": 1", with: "\"version\": 2").utf8))
    #expect(throws: ReplicaError.storeIsNewer) { try laptop.open() }
    try laptop.home.write(AccountsFile.name, whole)
    _ = try open()
  }

  @Test func `a second account, another password and a removal`() throws {
    try addAccount()
    let other = try #require(RowID(rawValue: member.rawValue + 1))
    let key = try accounts.unlock(member, password: Self.password)
    try accounts.add(other, name: "Bình", password: "mật khẩu của Bình", key: key)
    #expect(throws: AccountError.wrongPassword) {
      try accounts.changePassword(other, from: Self.password, to: "mật khẩu khác")
    }
    #expect(throws: AccountError.tooShort) {
      try accounts.changePassword(other, from: "mật khẩu của Bình", to: "ngắn")
    }
    try accounts.changePassword(other, from: "mật khẩu của Bình", to: "mật khẩu khác")
    #expect(throws: AccountError.wrongPassword) {
      try accounts.unlock(other, password: "mật khẩu của Bình")
    }
    _ = try accounts.unlock(other, password: "mật khẩu khác")
    try accounts.remove(member)
    #expect(throws: AccountError.self) { try accounts.unlock(member, password: Self.password) }
    #expect(throws: AccountError.lastAccount(name: "Bình")) { try accounts.remove(other) }
    try accounts.removeAll(key: key)
    #expect(laptop.run("status").code == .done)
  }

  @Test func `nobody takes the place of another by swapping entries of the file`() throws {
    try addAccount()
    let other = try #require(RowID(rawValue: member.rawValue + 1))
    let text = String(
      decoding: try #require(try laptop.home.read(AccountsFile.name)), as: UTF8.self)
    try laptop.home.write(
      AccountsFile.name,
      Array(text.replacing("\(member.rawValue)", with: "\(other.rawValue)").utf8))
    #expect(throws: AccountError.wrongPassword) {
      try accounts.unlock(other, password: Self.password)
    }
  }

  @Test func `a restored backup with accounts opens with the password, and with nothing else`()
    throws
  {
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Lý Thị Mai")
    let folder = laptop.folder.path
    #expect(laptop.run("backup", "\(folder)/b0", "--with-keys", "\(folder)/k0").code == .done)
    try addAccount()
    let opened = try open()
    let names = try LaptopKeys(laptop.home).fileNames() + [LaptopConfiguration.fileName]
    #expect(names.contains(AccountsFile.name) && !names.contains(StoreKey.fileName))
    let bundle = try KeyBundle(of: laptop.home, names: names)
    try HomeFolder.write(path: "\(folder)/k", bundle.encoded)
    var random = SeededGenerator(seed: 1)
    _ = try opened.store.backup(to: "\(folder)/b", at: opened.clock().wall, random: &random)
    try KeyringBackup.make(
      of: opened.store.keyring, to: KeyringBackup.path(besideKeys: "\(folder)/k"),
      at: opened.clock().wall)
    let other = HomeFolder(path: "\(folder)/other")
    func restore(
      _ home: HomeFolder, keys: String = "k", _ unlock: (LocalAccounts) throws -> StoreKey?
    ) throws {
      _ = try LaptopRestore.restore(
        "\(folder)/b", into: home, keyFile: "\(folder)/\(keys)", force: true,
        surroundings: laptop.machine.surroundings, unlock: unlock)
    }
    #expect(throws: AgentError.locked(names: ["An"])) { try restore(other) { _ in nil } }
    #expect(throws: AccountError.wrongPassword) {
      try restore(other) { try $0.unlock(member, password: "nhầm nhầm") }
    }
    #expect(!HomeFolder.exists(other.path), "nothing was made")
    try restore(other) { try $0.unlock(member, password: Self.password) }
    #expect(throws: AgentError.locked(names: ["An"])) {
      try Laptop(other, laptop.machine.surroundings)
    }
    let accounts = LocalAccounts(other, laptop.machine.surroundings)
    _ = try Laptop(
      other, laptop.machine.surroundings,
      storeKey: accounts.unlock(member, password: Self.password))
    // Keys from before the first account bring no key file back into a home with accounts.
    try restore(other, keys: "k0") { try $0.unlock(member, password: Self.password) }
    #expect(try other.read(StoreKey.fileName) == nil)
  }

  @Test func `a locked home shows no resident and no key in any of its files`() throws {
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Lý Thị Mai")
    let key = try #require(try laptop.home.read(StoreKey.fileName))
    func contains(_ bytes: [UInt8]) throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: laptop.home.path).filter { name in
        let content = FileManager.default.contents(atPath: "\(laptop.home.path)/\(name)")
        return content?.firstRange(of: Data(bytes)) != nil
      }
    }
    #expect(try contains(key) == [StoreKey.fileName])
    try addAccount()
    #expect(try contains(key).isEmpty)
    #expect(try contains(Array(Hexadecimal.encode(key).utf8)).isEmpty)
    #expect(try contains(Array("Lý Thị Mai".utf8)).isEmpty)
    #expect(try contains(Array(Self.password.utf8)).isEmpty)
    #expect(try contains(Array("\"An\"".utf8)) == [AccountsFile.name])
  }
}
