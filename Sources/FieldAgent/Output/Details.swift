import CommandLine
import FieldWork
import Listings

/// One record for people, from the same members that `--json` shows.
enum Details {
  /// Writes one line a member that has a value; lists and objects are left to the caller.
  static func say(_ record: JSONValue, _ console: Console) {
    for member in record.objectValue ?? [] {
      let text: String
      switch member.value {
      case .text(let value): text = value
      case .integer(let value): text = String(value)
      case .bool(let value): text = value ? "✓" : "–"
      case .null, .number, .array, .object: continue
      }
      if text.isEmpty || member.key == "id" { continue }
      let label = FieldLabel.words(of: member.key).text(in: console.language.language)
      console.write("\(label): \(text)\n")
    }
  }
}
