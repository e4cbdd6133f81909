import Foundation
import Pages
import Testing

/// The colours of the stylesheet, by the formula of WCAG 2.2; no browser needed.
@Suite struct ContrastTests {
  /// `--name: #rrggbb;` of the stylesheet, with the figure that its comment claims on white.
  private static let tokens: [String: (colour: [Double], claim: Double?)] = {
    var found: [String: (colour: [Double], claim: Double?)] = [:]
    for line in String(decoding: Stylesheet.bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(whereSeparator: { " :;".contains($0) })
      guard parts.count >= 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#"),
        let colour = luminances(parts[1])
      else { continue }
      let claim = parts.dropFirst(2).first == "/*" ? parts.dropFirst(3).first : nil
      let figure = claim.flatMap { Double($0.filter { $0.isNumber || $0 == "." }) }
      found[String(parts[0].dropFirst(2))] = (colour, figure)
    }
    return found
  }()

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

  @Test(arguments: [
    ("ink", ["canvas", "surface", "good-pale", "attention-pale", "missing-pale"], 7.0),
    ("ink-soft", ["canvas", "surface"], 4.5),
    ("accent", ["canvas", "surface", "accent-pale"], 4.5),
    ("accent-deep", ["surface", "accent-pale"], 4.5), ("good", ["surface", "good-pale"], 4.5),
    ("attention", ["surface", "canvas", "attention-pale"], 4.5),
    ("missing", ["surface", "canvas", "missing-pale"], 4.5),
    ("line-strong", ["surface", "canvas"], 3), ("focus", ["surface", "canvas"], 3),
  ])
  func `texts and marks stand out from what is behind them`(
    front: String, behind: [String], least: Double
  ) throws {
    let colour = try #require(Self.tokens[front], "\(front)").colour
    for name in behind {
      let ground = try #require(Self.tokens[name], "\(name)").colour
      #expect(Self.contrast(colour, ground) >= least, "\(front) on \(name)")
    }
  }

  @Test func `the contrast that a colour's comment claims is what it has on white`() {
    let white = [1.0, 1.0, 1.0]
    let claimed = Self.tokens.filter { $0.value.claim != nil }
    #expect(claimed.count >= 8)
    for (name, token) in claimed {
      let figure = Self.contrast(token.colour, white)
      #expect(abs(figure - (token.claim ?? 0)) < 0.1, "\(name): \(figure)")
    }
  }
}
