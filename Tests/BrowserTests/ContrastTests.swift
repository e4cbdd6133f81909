import Foundation
import Pages
import Testing

/// The colours of the stylesheet, by the formula of WCAG 2.2; no browser needed.
@Suite struct ContrastTests {
  private typealias Tokens = [String: (colour: [Double], claim: Double?)]

  /// `--name: #rrggbb;` of each rule, with the figure that its comment claims on white.
  private static let rules: [String: Tokens] = {
    var found: [String: Tokens] = [:]
    var selector = ""
    for line in String(decoding: Stylesheet.bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasSuffix("{") { selector = String(line.dropLast()).filter { $0 != " " } }
      let parts = line.split(whereSeparator: { " :;".contains($0) })
      guard parts.count >= 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#"),
        let colour = luminances(parts[1])
      else { continue }
      let claim = parts.dropFirst(2).first == "/*" ? parts.dropFirst(3).first : nil
      let figure = claim.flatMap { Double($0.filter { $0.isNumber || $0 == "." }) }
      found[selector, default: [:]][String(parts[0].dropFirst(2))] = (colour, figure)
    }
    return found
  }()

  private static func tokens(_ selector: String) throws -> Tokens {
    try #require(rules[selector], "\(rules.keys)")
  }

  private static func luminances(_ colour: Substring) -> [Double]? {
    guard colour.count == 7, let value = Int(colour.dropFirst(), radix: 16) else { return nil }
    return [16, 8, 0].map { (shift: Int) -> Double in
      let part = Double((value >> shift) & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private static func contrast(_ one: [Double], _ other: [Double]) -> Double {
    func light(_ parts: [Double]) -> Double {
      0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05
    }
    let pair = [light(one), light(other)].sorted()
    return pair[1] / pair[0]
  }

  /// What stands on what, and how far it must stand out: texts of the design and of high contrast.
  private static let pairs: [(front: String, behind: [String], least: Double, high: Double)] = [
    ("ink", ["canvas", "surface", "good-pale", "attention-pale", "missing-pale"], 7, 7),
    ("ink-soft", ["canvas", "surface"], 4.5, 7),
    ("accent", ["canvas", "surface", "accent-pale"], 4.5, 7),
    ("accent-deep", ["surface", "accent-pale"], 4.5, 7),
    ("good", ["surface", "good-pale"], 4.5, 7),
    ("attention", ["surface", "canvas", "attention-pale"], 4.5, 7),
    ("missing", ["surface", "canvas", "missing-pale"], 4.5, 7),
    ("line-strong", ["surface", "canvas"], 3, 7), ("line", ["surface", "canvas"], 1, 4.5),
    ("focus", ["surface", "canvas"], 3, 7),
  ]

  @Test(arguments: [(":root", false), ("html.contrast-high", true)])
  func `texts and marks stand out from what is behind them`(
    selector: String, isHigh: Bool
  ) throws {
    let tokens = try Self.tokens(selector)
    for pair in Self.pairs {
      let colour = try #require(tokens[pair.front], "\(pair.front)").colour
      for name in pair.behind {
        let ground = try #require(tokens[name], "\(name)").colour
        let least = isHigh ? pair.high : pair.least
        #expect(Self.contrast(colour, ground) >= least, "\(pair.front) on \(name)")
      }
    }
  }

  @Test(arguments: [":root", "html.contrast-high"])
  func `the contrast that a colour's comment claims is what it has on white`(
    selector: String
  ) throws {
    let white = [1.0, 1.0, 1.0]
    let claimed = try Self.tokens(selector).filter { $0.value.claim != nil }
    #expect(claimed.count >= 8)
    for (name, token) in claimed {
      let figure = Self.contrast(token.colour, white)
      #expect(abs(figure - (token.claim ?? 0)) < 0.1, "\(name): \(figure)")
    }
  }

  @Test func `high contrast names every colour of the design anew`() throws {
    #expect(
      try Self.tokens(":root").keys.sorted() == Self.tokens("html.contrast-high").keys.sorted())
  }
}
