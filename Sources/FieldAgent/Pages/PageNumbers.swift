import FieldWork
import Pages
import Web

/// Which part of a long list a page shows, and the ways to the parts beside it.
struct PageNumbers {
  private let path: String
  private let number: Int
  private let length: Int
  private let total: Int

  /// - Parameters:
  ///   - number: from 1; one past the end shows the last part.
  ///   - length: lines of a part.
  init(path: String, number: Int, length: Int, total: Int) {
    self.path = path
    self.length = length
    self.total = total
    self.number = max(1, min(number, (total + length - 1) / length))
  }

  /// The part that is asked for by `page`, from 1.
  static func number(in request: LaptopRequest) -> Int {
    max(1, min(request.http.query["page"].flatMap { Int($0) } ?? 1, 10_000))
  }

  /// The lines that are shown.
  var range: Range<Int> { (number - 1) * length..<min(number * length, total) }

  /// The ways; nothing where one page shows all.
  func html(_ language: Language) -> HTML {
    guard total > length else { return .empty }
    return element("p", ["class": "row-actions"]) {
      if number > 1 { link(address(number - 1), language.text("‹ Trước", "‹ Back")) }
      language.text(
        "\(range.lowerBound + 1)–\(range.upperBound) / \(total)",
        "\(range.lowerBound + 1)–\(range.upperBound) of \(total)")
      if range.upperBound < total {
        link(address(number + 1), language.text("Tiếp ›", "Next ›"))
      }
    }
  }

  private func address(_ number: Int) -> String { number > 1 ? "\(path)?page=\(number)" : path }
}
