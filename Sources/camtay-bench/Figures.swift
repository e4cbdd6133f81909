import CommandLine
import Foundation

/// Named figures in the order in which they are shown.
struct Figures {
  /// A figure and its name, for example `wire.edit_bytes_500`.
  struct Figure {
    let name: String
    let value: Double
  }

  private(set) var all: [Figure] = []

  subscript(_ name: String) -> Double? { all.first { $0.name == name }?.value }

  mutating func add(_ name: String, _ value: Double) {
    all.append(Figure(name: name, value: (value * 100).rounded() / 100))
  }

  /// The figures of an object of numbers; anything else in it is left out.
  init(_ json: JSONValue?) {
    for member in json?.objectValue ?? [] {
      switch member.value {
      case .integer(let integer): add(member.key, Double(integer))
      case .number(let number): add(member.key, number)
      case .null, .bool, .text, .array, .object: break
      }
    }
  }

  init() {}

  var json: JSONValue {
    .object(all.map { JSONValue.Member($0.name, .number($0.value)) })
  }

  /// One line of `name=value`.
  var line: String { all.map { "\($0.name)=\(Self.text($0.value))" }.joined(separator: " ") }

  static func text(_ value: Double) -> String {
    String(format: "%.2f", locale: Locale(identifier: "en_US_POSIX"), value)
  }

  func write(to console: Console) {
    if console.isJSON { console.json(json) } else { console.write("\(line)\n") }
  }
}
