/// The order in which numbered things stand along a way: 2 before 10, 12 before 12A, letters as in
/// the dictionary.
package struct NaturalOrder: Comparable, Sendable {
  private enum Part: Comparable {
    /// Digits without leading zeros; fewer digits are less.
    case number([UInt8])
    case letters([UInt8])

    static func < (left: Part, right: Part) -> Bool {
      switch (left, right) {
      case (.number(let left), .number(let right)):
        left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
      case (.letters(let left), .letters(let right)): left.lexicographicallyPrecedes(right)
      case (.number, .letters): true
      case (.letters, .number): false
      }
    }
  }

  private let parts: [Part]

  /// The place of a text in that order; blanks at its ends and its case do not matter.
  package init(_ text: String) {
    var parts: [Part] = []
    var rest = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
    while let first = rest.first {
      let isNumber = Self.isDigit(first)
      let run = rest.prefix { Self.isDigit($0) == isNumber }
      rest = rest[run.endIndex...]
      if isNumber {
        parts.append(.number(Array(run.utf8.drop { $0 == UInt8(ascii: "0") })))
      } else {
        let letters = run.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !letters.isEmpty { parts.append(.letters(VietnameseCollation.sortKey(letters))) }
      }
    }
    self.parts = parts
  }

  private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }

  /// Whether one comes before another; a beginning comes before what goes on.
  package static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}
