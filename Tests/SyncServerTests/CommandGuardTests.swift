import CommandLine
import Cryptography
import FieldWork
import Foundation
import Replica
import Testing

@testable import SyncServer

@Suite struct CommandGuardTests {
  /// Words that pass the checks of a command's own arguments, so that its guard is reached; no file
  /// can be made at a path of theirs.
  private static func words(for command: any Command, _ text: String) -> [String] {
    command.name
      + command.arguments.filter(\.isRequired).flatMap { argument -> [String] in
        let value =
          switch argument.kind {
          case .text, .checked: text
          case .integer(let range): String(range.lowerBound)
          case .choice(let words): words.first ?? text
          }
        if case .positional = argument.form { return [value] }
        return ["--\(argument.name)", value]
      }
  }

  /// Gives an account the same password at the least cost, for a test that proves it hundreds of
  /// times.
  private static func cheapen(
    _ name: String, _ password: String, _ world: CentreWorld
  ) throws {
    var random = SeededGenerator(seed: 545)
    let hash = try PasswordHash.hashString(
      Array(NormalizedText.composed(password).utf8),
      cost: PasswordHash.Cost(operations: 1, memoryBytes: 8_192), using: &random)
    try world.centre.administer { store, _ in
      try store.connection.execute(
        "UPDATE account SET password = ? WHERE name = ?",
        .text(PasswordDigest(.chosen, hash: hash).text), .text(name))
    }
  }

  @Test func `every command lets in exactly the roles that its guard names`() throws {
    let world = try CentreWorld(seed: 541)
    let password = "một câu ngắn dễ nhớ"
    let file = world.path("password")
    try HomeFolder.write(path: file, Array(password.utf8))
    for role in Role.allCases {
      _ = try world.signIn(as: try world.rights(role), "the-\(role.rawValue)")
      try Self.cheapen("the-\(role.rawValue)", password, world)
    }
    let set = CentreCommands.set(
      version: "test", surroundings: world.clock.surroundings,
      stop: StopSignal(prepare: {}, wait: {}))
    var tried: Set<String> = []
    for command in set.commands {
      let guarded = try #require(command as? CommandGuard)
      guard case .roles(let roles) = guarded.access,
        !["serve", "restore"].contains(command.title)
      else { continue }
      tried.insert(command.title)
      for role in Role.allCases {
        let result = world.run(
          Self.words(for: command, "/no/x") + [
            "--account", "the-\(role.rawValue)", "--account-password-file", file,
          ])
        let isRefused = result.error.contains("may not do this")
        #expect(isRefused == !roles.contains(role), "\(command.title) as \(role): \(result.error)")
        #expect(!isRefused || result.exit == .notAllowed, "\(command.title) as \(role)")
      }
    }
    #expect(tried.count > 80)
  }

  @Test func `a wrong password, a locked account and a small reach run nothing`() throws {
    let world = try CentreWorld(seed: 542)
    let chosen = "một câu ngắn dễ nhớ"
    _ = try world.signIn(as: try world.rights(.coordinator, unit: "17713"), "lan")
    let right = world.path("right")
    let wrong = world.path("wrong")
    try HomeFolder.write(path: right, Array(chosen.utf8))
    try HomeFolder.write(path: wrong, Array("xxxxxxxx".utf8))
    func count(_ file: String) -> CommandRun.Result {
      world.run("count", "--account", "lan", "--account-password-file", file)
    }
    #expect(count(wrong).exit == .notAllowed && count(wrong).error.contains("wrong"))
    // Commands show the whole centre; this account has one commune.
    #expect(count(right).exit == .notAllowed && count(right).error.contains("use the pages"))
    try world.centre.setRights(try world.rights(.coordinator), of: AccountName("lan"), by: .keeper)
    #expect(count(right).exit == .done)
    try world.centre.setClosed(true, of: AccountName("lan"), by: .keeper)
    #expect(count(right).exit == .notAllowed && count(right).error.contains("closed"))
    #expect(world.run("count", "--account", "lan").exit == .notAllowed)
    #expect(world.run("count").exit == .done)
  }

  @Test func `wrong passwords of commands lock an account, and the log keeps it`() throws {
    let world = try CentreWorld(seed: 543)
    _ = try world.signIn(as: try world.rights(.coordinator), "lan")
    let (right, wrong) = (world.path("right"), world.path("wrong"))
    try HomeFolder.write(path: right, Array("một câu ngắn dễ nhớ".utf8))
    try HomeFolder.write(path: wrong, Array("xxxxxxxx".utf8))
    func count(_ file: String) -> CommandRun.Result {
      world.run("count", "--account", "lan", "--account-password-file", file)
    }
    // Only tries one after another lock: the right one in between forgets them.
    for _ in 0..<19 { try world.centre.noteWrongTry(at: AccountName("lan")) }
    #expect(count(right).exit == .done)
    for _ in 0..<19 { try world.centre.noteWrongTry(at: AccountName("lan")) }
    #expect(try world.centre.account("lan").locked == nil)
    #expect(!world.run("audit", "list", "--act", "account-locked").out.contains("lan"))
    #expect(count(wrong).exit == .notAllowed)
    #expect(count(right).error.contains("account unlock lan"))
    #expect(world.run("audit", "list", "--act", "account-locked").out.contains("lan"))
  }

  @Test func `a password that somebody else made runs nothing`() throws {
    let world = try CentreWorld(seed: 544)
    let made = try world.centre.addAccount("lan", try world.rights(.coordinator), by: .keeper)
    let file = world.path("made")
    try HomeFolder.write(path: file, Array(made.utf8))
    func count() -> CommandRun.Result {
      world.run("count", "--account", "lan", "--account-password-file", file)
    }
    #expect(count().exit == .notAllowed && count().error.contains("choose another one first"))
    let chosen = "ruộng bậc thang mùa lúa"
    try world.centre.choosePassword(
      chosen, again: chosen, of: AccountName("lan"), present: made)
    try HomeFolder.write(path: file, Array(chosen.utf8))
    #expect(count().exit == .done)
  }
}
