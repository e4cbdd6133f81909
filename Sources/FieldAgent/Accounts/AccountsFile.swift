import CommandLine
import Cryptography
import FieldWork
import Replica
import SyncProtocol

/// keys/accounts.json: who may unlock this laptop, and the store key sealed for each of them.
///
/// It names the volunteers, whom the page to unlock shows, and nothing of residents. Whoever has the
/// file can try passwords at the cost of Argon2id each, and nothing else. Whole or not: it is
/// written at once. A file without accounts is damaged: a home without accounts has no file.
struct AccountsFile: Equatable {
  /// One account.
  struct Entry: Equatable {
    /// Whose it is.
    var account: LocalAccount
    /// Salt of Argon2id.
    var salt: [UInt8]
    /// Cost of Argon2id when the password was set.
    var cost: PasswordHash.Cost
    /// The store key under the derived key.
    var sealedKey: [UInt8]

    /// What the sealed key is for: one entry cannot take the place of another's.
    static func purpose(_ member: RowID) -> [UInt8] { Array("account \(member.rawValue)".utf8) }
  }

  static let name = "keys/accounts.json"
  /// The most accounts of a laptop.
  static let maximumCount = 100
  private static let version: Int64 = 1
  static let maximumNameBytes = 400

  /// A reset that happened: kept as the laptop's own log of them.
  struct Reset: Equatable {
    /// When, by the laptop's clock.
    var at: Timestamp
    /// Whose password was set.
    var member: RowID
  }

  /// The most resets of which the log tells.
  static let maximumResets = 100

  /// In the order in which they were added; never empty in a file.
  var entries: [Entry] = []
  /// The way back for who forgets every password; nil where none could be drawn.
  var resetPoint: ResetPoint?
  /// The last resets, the oldest first.
  private(set) var resets: [Reset] = []

  init() {}

  /// Reads the file; nil when there is none.
  /// - Throws: `AgentError.keyDamaged`, `ReplicaError.storeIsNewer`, `HomeError`.
  init?(reading files: HomeFiles) throws {
    guard let bytes = try files.read(Self.name) else { return nil }
    let damaged = AgentError.keyDamaged(path: "\(files.home.path)/\(Self.name)")
    guard let json = try? JSONValue(parsing: bytes), let version = json["version"]?.integerValue
    else { throw damaged }
    guard version <= Self.version else { throw ReplicaError.storeIsNewer }
    guard let list = json["accounts"]?.arrayValue, (1...Self.maximumCount).contains(list.count)
    else { throw damaged }
    entries = try list.map {
      guard let entry = Entry($0) else { throw damaged }
      return entry
    }
    guard Set(entries.map(\.account.member)).count == entries.count else { throw damaged }
    if let json = json["reset"], json != .null {
      guard let point = ResetPoint(json) else { throw damaged }
      resetPoint = point
    }
    resets = try (json["resets"]?.arrayValue ?? []).suffix(Self.maximumResets).map {
      guard let at = $0["at"]?.integerValue,
        let member = $0["member"]?.textValue.flatMap({ Int64($0) }).flatMap(RowID.init)
      else { throw damaged }
      return Reset(at: Timestamp(rawValue: at), member: member)
    }
  }

  /// Notes a reset.
  mutating func note(_ reset: Reset) {
    resets = (resets + [reset]).suffix(Self.maximumResets)
  }

  /// Writes the file, whole or not at all.
  func write(to home: HomeFolder) throws {
    precondition(!entries.isEmpty, "a home without accounts has no file of them")
    let json: JSONValue = [
      "version": .integer(Self.version), "accounts": .array(entries.map(\.json)),
      "reset": resetPoint?.json ?? .null,
      "resets": .array(
        resets.map {
          ["at": .integer($0.at.rawValue), "member": .text(String($0.member.rawValue))]
        }),
    ]
    try home.write(Self.name, Array((json.indentedText + "\n").utf8))
  }
}

extension AccountsFile.Entry {
  /// Costs beyond these are refused, so that a damaged file cannot stop the program.
  private static let operations: ClosedRange<Int64> = 1...16
  private static let memoryBytes: ClosedRange<Int64> = 8_192...1 << 30

  /// Reads an account; nil when it is none.
  init?(_ json: JSONValue) {
    guard let member = json["member"]?.textValue.flatMap({ Int64($0) }).flatMap(RowID.init),
      let name = json["name"]?.textValue, name.utf8.count <= AccountsFile.maximumNameBytes,
      let salt = json["salt"]?.textValue.flatMap(Hexadecimal.decode),
      salt.count == PasswordHash.saltLength,
      let operations = json["operations"]?.integerValue, Self.operations.contains(operations),
      let memoryBytes = json["memory"]?.integerValue, Self.memoryBytes.contains(memoryBytes),
      let sealedKey = json["key"]?.textValue.flatMap(Hexadecimal.decode),
      sealedKey.count == StoreKey.sealedByteCount
    else { return nil }
    self.init(
      account: LocalAccount(member: member, name: name, code: json["code"]?.textValue),
      salt: salt,
      cost: PasswordHash.Cost(operations: Int(operations), memoryBytes: Int(memoryBytes)),
      sealedKey: sealedKey)
  }

  /// Seals a store key for somebody under a password.
  init(
    _ account: LocalAccount, _ password: AccountPassword, _ key: StoreKey,
    cost: PasswordHash.Cost, random: inout some RandomNumberGenerator
  ) throws {
    let salt = random.bytes(PasswordHash.saltLength)
    self.init(
      account: account, salt: salt, cost: cost,
      sealedKey: try key.sealed(
        under: try password.key(salt: salt, cost: cost), for: Self.purpose(account.member),
        random: &random))
  }

  /// The store key, by the typed password.
  /// - Throws: `AccountError.wrongPassword`, `CryptographyError.derivationFailed`.
  func open(_ typed: String) throws -> StoreKey {
    guard let password = AccountPassword(typed: typed) else { throw AccountError.wrongPassword }
    let key = try password.key(salt: salt, cost: cost)
    do {
      return try StoreKey(opening: sealedKey, under: key, for: Self.purpose(account.member))
    } catch CryptographyError.notAuthentic {
      throw AccountError.wrongPassword
    }
  }

  var json: JSONValue {
    [
      "member": .text(String(account.member.rawValue)), "name": .text(account.name),
      "code": .text(orNull: account.code), "salt": .text(Hexadecimal.encode(salt)),
      "operations": .integer(Int64(cost.operations)), "memory": .integer(Int64(cost.memoryBytes)),
      "key": .text(Hexadecimal.encode(sealedKey)),
    ]
  }
}

extension ResetPoint {
  /// Reads a point; nil when it is none.
  init?(_ json: JSONValue) {
    guard let point = json["point"]?.textValue.flatMap(Hexadecimal.decode),
      point.count == BoxKey.length,
      let replica = json["replica"]?.integerValue.flatMap({ UInt32(exactly: $0) })
        .flatMap(ReplicaID.init),
      let root = json["root"]?.textValue.flatMap(Hexadecimal.decode),
      root.count == VerifyingKey.length,
      let firstDay = json["first_day"]?.textValue.flatMap(LocalDate.init(iso:)),
      let keys = json["keys"]?.arrayValue, keys.count <= ResetPoint.dayCount
    else { return nil }
    let sealed = keys.compactMap { $0.textValue.flatMap(Hexadecimal.decode) }
      .filter { $0.count == StoreKey.sealedByteCount }
    guard sealed.count == keys.count else { return nil }
    self.init(
      point: point, replica: replica, rootPublicKey: root,
      firstDay: Int64(firstDay.daysSince1970), sealedKeys: sealed)
  }

  var json: JSONValue {
    [
      "point": .text(Hexadecimal.encode(point)), "replica": .integer(Int64(replica.rawValue)),
      "root": .text(Hexadecimal.encode(rootPublicKey)),
      "first_day": .text(LocalDate(daysSince1970: Int(clamping: firstDay)).iso),
      "keys": .array(sealedKeys.map { .text(Hexadecimal.encode($0)) }),
    ]
  }
}
