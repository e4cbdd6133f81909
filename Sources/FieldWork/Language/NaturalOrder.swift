/// The order in which numbered things stand along a way: 2 before 10, 12 before 12A, letters as in
/// the dictionary. Blanks at the ends, case and zeros in front make no difference.
package struct NaturalOrder: Comparable, Sendable {
  private let key: [UInt8]

  /// The place of a text in that order.
  package init(_ text: String) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map { word in
      let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isNumber ? word.drop { $0 == "0" } : word
    }
    key = VietnameseCollation.sortKey(words.joined(separator: " "))
  }

  /// Whether one comes before another; a beginning comes before what goes on.
  package static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
    left.key.lexicographicallyPrecedes(right.key)
  }
}
