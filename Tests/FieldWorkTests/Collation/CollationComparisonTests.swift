import Foundation
import Testing

@testable import FieldWork

/// The order of names against ICU's and the C library's for Vietnamese.
struct CollationComparisonTests {
  @Test(.enabled(if: ICUCollator.isThere, "this toolchain's Foundation shows no collation of ICU"))
  func `a large list sorts as ICU sorts it, but for what the rules explain`() throws {
    let list = CollationList.all
    #expect(list.count > 30_000)
    let sorted = try #require(ICUCollator()).sorted(list)
    let (explained, other) = CollationDifference.report(of: sorted)
    print("ICU: \(list.count) names, explained \(named(explained)), unexplained \(other.count)")
    #expect(other.isEmpty, "\(other.count): \(other.prefix(10))")
  }

  /// The C library's locale gives ă â ê ô ơ ư places of their own, but not their toned forms, which
  /// its newer base table sorts as a, e, o and u; names with such letters are left out here, and
  /// those with numbers, which it sorts digit by digit.
  @Test(.enabled(if: GlibcLocale.canBeMade, "localedef or the source of vi_VN is missing"))
  func `a large list sorts as the C library sorts it, but for what the rules explain`() throws {
    let list = CollationList.all.filter { !hasTonedMark($0) && !$0.contains(where: \.isNumber) }
    #expect(list.count > 10_000)
    let sorted = try GlibcLocale.sorted(list)
    try #require(sorted.count == list.count)
    // A locale that was not found sorts by bytes: Z before a.
    #expect(try GlibcLocale.sorted(["Za", "ab", "đa", "da"]) == ["ab", "da", "đa", "Za"])
    let (explained, other) = CollationDifference.report(of: sorted)
    print("glibc: \(list.count) names, explained \(named(explained)), unexplained \(other.count)")
    #expect(other.isEmpty, "\(other.count): \(other.prefix(10))")
  }

  private func hasTonedMark(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      guard let letter = VietnameseLetter.of($0.value) else { return false }
      return letter.mark != .none && letter.mark != .stroke && letter.tone > 0
    }
  }

  @Test func `a wrong order would be seen`() {
    let wrong = CollationDifference.report(of: ["Lan", "An", "Ân", "Án", "An"])
    #expect(wrong.other.count > 2)
    #expect(CollationDifference.report(of: ["An", "Án", "Ân", "Lan"]).other.isEmpty)
  }

  @Test func `both tone placements of every place sort side by side`() throws {
    let variants = [
      ("hòa", "hoà"), ("hóa", "hoá"), ("thủy", "thuỷ"), ("lũy", "luỹ"), ("khỏe", "khoẻ"),
      ("Hòa Bình", "Hoà Bình"), ("Thúy", "Thuý"), ("Thụy Hòa", "Thuỵ Hoà"),
    ]
    for (old, new) in variants {
      for behind in ["\(old) a", "\(new) a", "\(old)n", "\(new)n"] {
        #expect(
          VietnameseCollation.precedes(old, behind) == VietnameseCollation.precedes(new, behind))
      }
    }
    // A name of the same letters with another tone never comes between the two.
    let sorted = ["hoá", "hoà", "hóa", "hòa", "hoa", "hoạ"]
      .sorted(by: VietnameseCollation.precedes)
    let expected = ["hoa", "hòa", "hoà", "hóa", "hoá", "hoạ"]
    #expect(sorted.map(SearchFold.exact) == expected.map(SearchFold.exact))
  }

  private func named(_ counts: [CollationDifference: Int]) -> String {
    CollationDifference.allCases.map { "\($0.rawValue) \(counts[$0] ?? 0)" }.joined(separator: ", ")
  }
}

/// The C library's Vietnamese locale, made from its source in a temporary folder.
enum GlibcLocale {
  private static let localedef = "/usr/bin/localedef"

  static let canBeMade: Bool =
    FileManager.default.isExecutableFile(atPath: localedef)
    && FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/vi_VN")
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/sort")

  /// Sorts lines as the locale does, equal ones in the order given.
  static func sorted(_ lines: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("locale-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // localedef warns about its own sources; what counts is that the locale is there.
    try run(
      localedef,
      ["-c", "-i", "vi_VN", "-f", "UTF-8", folder.appendingPathComponent("vi_VN.UTF-8").path])
    let input = folder.appendingPathComponent("names")
    let output = folder.appendingPathComponent("sorted")
    try (lines.joined(separator: "\n") + "\n").write(to: input, atomically: false, encoding: .utf8)
    try run(
      "/usr/bin/sort", ["-s", "-o", output.path, input.path],
      ["LOCPATH": folder.path, "LC_ALL": "vi_VN.UTF-8"])
    return try String(contentsOf: output, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  private static func run(
    _ program: String, _ arguments: [String], _ environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }
}
