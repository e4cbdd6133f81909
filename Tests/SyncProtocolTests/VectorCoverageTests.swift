import Foundation
import SyncProtocol
import Testing

/// Holds Vectors/README.md against SPEC.md and the files: every frame, receipt state, agreement,
/// error code, reason, ruling, file and kind of edge has a vector, and the page names the files that have it.
@Suite struct VectorCoverageTests {
  private static let protocolFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "SyncProtocol")

  /// The table of a page below the first line that has `heading`, its header left out.
  private func table(_ page: String, below heading: String) throws -> [[String]] {
    let text = try String(
      contentsOf: Self.protocolFolder.appending(path: page), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.contains(heading) }, "\(heading)")
    let rows = lines[start...].drop { !$0.hasPrefix("|") || $0 == heading }
      .prefix { $0.hasPrefix("|") }
    return rows.dropFirst(heading.hasPrefix("|") ? 1 : 2).map { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  private func codes(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// What a heading of the page covers, as SPEC.md lists it.
  private func listed(_ group: String) throws -> [String] {
    switch group {
    case "frame":
      return try table("SPEC.md", below: "| kind | name | payload |")
        .map { "\($0[0]) \($0[1])" }
    case "receipt":
      return try table("SPEC.md", below: "| state | name | meaning |")
        .map { "\($0[0]) \($0[1])" }
    case "agreed":
      return try table("SPEC.md", below: "| AGREED | name | when | CHECK |")
        .map { "\($0[0]) \($0[1])" }
    case "error":
      return try table("SPEC.md", below: "| code | when | the receiver |")
        .flatMap { codes($0[0]) }.map { "`\($0)`" }
    case "ruling":
      return try table("SPEC.md", below: "| review | name | meaning |")
        .map { "\($0[0]) \($0[1])" }
    case "file":
      return try table("SPEC.md", below: "| file | begins with | section |").map { $0[1] }
    case "half":
      let heading = "| kind | of the row it stands in | kind of the other half |"
      return try table("SPEC.md", below: heading).map { $0[0] }
    case "link": return ["copies", "late deletes", "late edits", "persons", "removals"]
    default:
      return try table("SPEC.md", below: "| reason | when | detail |").flatMap { row in
        let details = codes(row[2])
        return codes(row[0]).flatMap { reason in
          details.isEmpty ? ["`\(reason)`"] : details.map { "`\(reason): \($0)`" }
        }
      }
    }
  }

  @Test(arguments: [
    ("frame", "## Frames"), ("receipt", "## States"), ("agreed", "## AGREED"),
    ("error", "## Error codes"), ("reason", "## Reasons"), ("ruling", "## Rulings"),
    ("file", "## Files"), ("half", "## Halves"), ("link", "## What follows"),
  ])
  func `whatever SPEC.md lists has a vector`(_ group: String, _ heading: String) throws {
    let shown = try table("Vectors/README.md", below: heading)
    let expected = try listed(group)
    #expect(expected.count > 1, "SPEC.md lists no \(group)")
    #expect(shown.map { $0[0] }.sorted() == expected.sorted())
  }

  @Test func `the files show what the page says they show`() throws {
    var seen: [String: Set<String>] = [:]
    let vectors = Self.protocolFolder.appending(path: "Vectors")
    for folder in ["enrolment", "links", "round", "wire"] {
      let files = try FileManager.default.contentsOfDirectory(
        atPath: vectors.appending(path: folder).path)
      for file in files where file.hasSuffix(".json") {
        for vector in try VectorFile<Case>.load("\(folder)/\(file)") {
          for entry in try vector.seen() { seen[entry, default: []].insert("\(folder)/\(file)") }
        }
      }
    }
    for heading in [
      "## Frames", "## States", "## AGREED", "## Error codes", "## Reasons", "## Rulings",
      "## Files", "## Halves", "## What follows",
    ] {
      for row in try table("Vectors/README.md", below: heading) {
        let name =
          row[0].hasPrefix("`")
          ? codes(row[0])[0]
          : heading == "## What follows" ? row[0] : "\(heading) \(row[0].prefix { $0 != " " })"
        #expect(Set(codes(row[1])) == seen[name], "\(row[0])")
      }
    }
  }

  /// What the cases of any file have in common, as far as it is counted here.
  private struct Case: Decodable {
    struct Review: Decodable {
      var reason: String, detail: String
      var state: Int
    }
    struct Expect: Decodable {
      var error: String?, hex: String?
      var review: Review?
      var kind: Int?, mirrored: Int?
    }
    struct Shown: Decodable {
      var persons: [[String]]?
      var copies: [String: [String]]?
      var deleted: [String]?
    }
    struct Round: Decodable {
      var request: String, answer: String
      var expect: Shown
    }
    var file: String?
    var kind: UInt8?
    var request: String?, answer: String?
    var rounds: [Round]?
    var expect: Expect?

    func seen() throws -> Set<String> {
      var seen: Set<String> = []
      if let error = expect?.error { seen.insert(error) }
      if let kind, expect?.error == nil { seen.insert("## Frames \(kind)") }
      if let review = expect?.review {
        // The detail of a wrong type is the type that was found, of what was sent back a code.
        let isBare =
          review.detail.isEmpty || ["bad-type", "sent-back"].contains(review.reason)
        seen.insert(isBare ? review.reason : "\(review.reason): \(review.detail)")
        seen.insert("## Rulings \(review.state)")
      }
      var streams =
        (rounds ?? []).flatMap { [$0.request, $0.answer] } + [request].compactMap { $0 }
      if expect?.error == nil, let answer { streams.append(answer) }
      for stream in streams { seen.formUnion(try Self.seen(in: bytes(stream))) }
      if expect?.mirrored != nil, let half = expect?.kind { seen.insert("## Halves \(half)") }
      if expect?.error == nil, let content = file ?? expect?.hex {
        for magic in ["CAMTAYENROL", "CAMTAYSCOPE", "CAMTAYBUNDLE"] {
          if try bytes(content).starts(with: magic.utf8) { seen.insert(magic) }
        }
      }
      return seen.union(seenInLinks())
    }

    /// What comes of edges and copies from round to round of a story.
    private func seenInLinks() -> Set<String> {
      var seen: Set<String> = []
      var before: Shown?
      for shown in (rounds ?? []).map(\.expect) {
        if shown.persons?.isEmpty == false { seen.insert("persons") }
        if shown.copies?.isEmpty == false { seen.insert("copies") }
        if let old = before?.copies?.count, old > 0, old < shown.copies?.count ?? 0 {
          seen.insert("late edits")
        }
        if let old = before?.deleted?.count, old > 0, old < shown.deleted?.count ?? 0 {
          seen.insert("late deletes")
        }
        if before?.persons?.isEmpty == false, shown.persons?.isEmpty == true {
          seen.insert("removals")
        }
        before = shown
      }
      return seen
    }

    private static func seen(in stream: [UInt8]) throws -> Set<String> {
      var seen: Set<String> = ["## Frames 0"]
      for frame in try ReceivedStream(decoding: stream).frames {
        seen.insert("## Frames \(frame.kind.rawValue)")
        switch frame.kind {
        case .agreed:
          let agreed: Agreed = try frame.message()
          seen.insert("## AGREED \(agreed.rawValue)")
        case .receipt:
          let receipt: Receipt = try frame.message()
          seen.insert("## States \(receipt.state.rawValue)")
          if !receipt.reason.isEmpty { seen.insert(receipt.reason) }
        default: break
        }
      }
      return seen
    }
  }
}
