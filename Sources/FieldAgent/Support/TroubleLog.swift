import CommandLine
import FieldWork
import Replica
import Synchronization
import SyncProtocol

/// troubles.json: the last errors that pages told of, for whoever looks after the software.
///
/// A line holds a time, a place of the program and a stable code; what an error carries besides, such
/// as a name or what was typed, is never written.
struct TroubleLog {
  /// One error, or several of a kind one after the other.
  struct Entry: Equatable, Sendable {
    /// When it last happened, by the laptop's clock.
    var at: Timestamp
    /// The route, such as `POST /drafts/:id`, or the work in the background.
    var place: String
    /// The stable code, or the kind of an error that has none.
    var code: String
    /// How often one after the other.
    var count: Int
  }

  static let fileName = "troubles.json"
  /// The most that are kept; the oldest give way.
  static let maximumCount = 50
  private static let version: Int64 = 1
  private static let turn = Mutex(())

  let home: HomeFolder

  init(_ home: HomeFolder) { self.home = home }

  /// Notes an error. What cannot be written, as on a full disk, is not kept.
  func note(_ error: any Error, at place: String, _ time: Timestamp) {
    let code = Self.code(of: error)
    Self.turn.withLock { _ in
      var entries = entries()
      if let last = entries.last, last.place.utf8.elementsEqual(place.utf8),
        last.code.utf8.elementsEqual(code.utf8)
      {
        entries.removeLast()
        entries.append(Entry(at: time, place: place, code: code, count: last.count + 1))
      } else {
        entries.append(Entry(at: time, place: place, code: code, count: 1))
      }
      let json: JSONValue = [
        "version": .integer(Self.version),
        "troubles": .array(entries.suffix(Self.maximumCount).map(\.json)),
      ]
      try? home.write(Self.fileName, Array((json.indentedText + "\n").utf8))
    }
  }

  /// What is kept, the oldest first; none where the file is damaged.
  func entries() -> [Entry] {
    guard let bytes = try? home.read(Self.fileName), let json = try? JSONValue(parsing: bytes),
      json["version"]?.integerValue == Self.version
    else { return [] }
    return (json["troubles"]?.arrayValue ?? []).suffix(Self.maximumCount).compactMap(Entry.init)
  }

  /// The stable code of an error, in small letters, digits and hyphens alone: a code that came over a
  /// network is no exception.
  private static func code(of error: any Error) -> String {
    let code = FailureCatalogue.failure(for: error)?.code ?? String(reflecting: type(of: error))
    let allowed = code.unicodeScalars.prefix(80).map { scalar -> Character in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-_.:".unicodeScalars.contains(scalar))
        ? Character(scalar) : "?"
    }
    return String(allowed)
  }
}

extension TroubleLog.Entry {
  fileprivate init?(_ json: JSONValue) {
    guard let at = json["at"]?.integerValue, let place = json["place"]?.textValue,
      let code = json["code"]?.textValue, let count = json["count"]?.integerValue
    else { return nil }
    self.init(
      at: Timestamp(rawValue: at), place: place, code: code, count: Int(clamping: count))
  }

  fileprivate var json: JSONValue {
    [
      "at": .integer(at.rawValue), "place": .text(place), "code": .text(code),
      "count": .integer(Int64(count)),
    ]
  }
}
