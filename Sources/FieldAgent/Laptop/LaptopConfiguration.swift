import CommandLine
import Replica
import SyncProtocol

/// config.json of a laptop's home: where its centre is and who works on it.
///
/// The laptop is enrolled when the file names a centre: it is written last and at once, so an
/// enrolment that was cut off leaves none.
package struct LaptopConfiguration: Equatable, Sendable {
  /// The centre's address; empty when an enrolment file named none. Nil before enrolment.
  package var centreURL: String?
  /// The pin of the centre's TLS key; empty over plain HTTP on loopback.
  package var pin = ""
  /// The member who records when `--as` names nobody else.
  package var member: RowID?
  /// Whether the home is for practice alone: it has a centre of its own that is gone, and nothing of
  /// it is ever handed over.
  package var isPractice = false

  static let fileName = "config.json"
  private static let version: Int64 = 1

  /// The configuration of a laptop that is not enrolled.
  package init() {}

  /// True once the laptop belongs to a centre.
  package var isEnrolled: Bool { centreURL != nil }

  /// Reads the file; nil when the home has none.
  /// - Throws: `AgentError.configurationDamaged`, `ReplicaError.storeIsNewer`, `HomeError`.
  package static func read(from home: HomeFolder) throws -> LaptopConfiguration? {
    guard let bytes = try home.read(fileName) else { return nil }
    guard let json = try? JSONValue(parsing: bytes), let version = json["version"]?.integerValue
    else { throw AgentError.configurationDamaged(home: home.path) }
    guard version <= Self.version else { throw ReplicaError.storeIsNewer }
    var configuration = LaptopConfiguration()
    if let centre = json["centre"], centre != .null {
      guard let url = centre["url"]?.textValue, let pin = centre["pin"]?.textValue else {
        throw AgentError.configurationDamaged(home: home.path)
      }
      configuration.centreURL = url
      configuration.pin = pin
    }
    configuration.isPractice = json["practice"] == .bool(true)
    if let member = json["member"], member != .null {
      guard let id = member.textValue.flatMap({ Int64($0) }).flatMap(RowID.init(rawValue:)) else {
        throw AgentError.configurationDamaged(home: home.path)
      }
      configuration.member = id
    }
    return configuration
  }

  /// Writes the file, whole or not at all.
  package func write(to home: HomeFolder) throws {
    let centre: JSONValue =
      centreURL.map { ["url": .text($0), "pin": .text(pin)] } ?? .null
    var members: [JSONValue.Member] = [
      .init("version", .integer(Self.version)), .init("centre", centre),
      .init("member", .text(orNull: member.map { String($0.rawValue) })),
    ]
    if isPractice { members.append(.init("practice", .bool(true))) }
    let json = JSONValue.object(members)
    try home.write(Self.fileName, Array((json.indentedText + "\n").utf8))
  }
}
