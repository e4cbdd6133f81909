import FieldWork
import Replica
import SyncProtocol
import Web

/// Makes a new centre in a home.
package enum CentreSetup {
  /// Makes keys, store and the first account, which is administrator and coordinator in one.
  ///
  /// The settings are the mark that all is done, written in one transaction with the account: when
  /// the machine dies before, the same command again goes on with what is there.
  /// - Returns: the password of that account, which is kept nowhere.
  /// - Throws: `CentreError.alreadyInitialised`, `.unknownPlace`, `.badHost`, `.inUse`,
  ///   `AccountError.badName`, `HomeError`.
  package static func make(
    _ home: HomeFolder, place code: String, hosts: [String] = [], coordinator: String,
    surroundings: Surroundings
  ) throws -> (settings: CentreSettings, password: String) {
    guard let place = CentreSettings.Place(code: code) else {
      throw CentreError.unknownPlace(code, suggestions: PlaceSuggestion.find(code))
    }
    if let host = hosts.first(where: { !isHost($0) }) { throw CentreError.badHost(host) }
    let name = try AccountName(coordinator)
    try home.create()
    let lock = try Centre.lock(home)
    var random = surroundings.generator()
    let clock = surroundings.clock()
    let settings = CentreSettings(place: place, hosts: hosts)
    try CentreKeys.prepare(
      home, label: place.name, hosts: ["localhost", "127.0.0.1", "::1"] + hosts, clock: clock,
      random: &random)
    let field = try Centre.openField(
      home, CentreKeys(reading: home), lastIssued: lock.lastIssued, surroundings)
    guard try CentreSettings(reading: field.store.connection) == nil else {
      throw CentreError.alreadyInitialised(home.path)
    }
    let password = Password.generate(using: &random)
    // Nobody but the reader of this line ever knows it, so that it need not be changed.
    let stored = AccountBook.StoredPassword(
      digest: try Password.digest(
        made: password, cost: surroundings.passwordCost(Password.cost), using: &random),
      mustChange: false)
    let rights = try AccountRights([.administrator, .coordinator])
    try field.store.connection.transaction(.immediate) {
      let connection = field.store.connection
      try AccountBook(connection).add(name, rights, stored, at: clock.wall)
      try AuditLog(connection).note(
        AuditEvent(.accountAdded, name.text, detail: rights.detail), by: .keeper, at: clock.wall)
      try settings.save(to: field.store.connection)
    }
    lock.note(lastIssued: field.store.lastIssued)
    return (settings, password)
  }

  /// A host name or numeric address as a certificate and a browser take it.
  private static func isHost(_ text: String) -> Bool {
    if IPAddress(text) != nil { return true }
    return (1...253).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
