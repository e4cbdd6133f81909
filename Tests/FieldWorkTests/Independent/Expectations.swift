import Foundation

/// The files beside this one that another program computed; its script tells how.
enum Expectations {
  /// The lines of a file as cells, without remarks.
  static func rows(of name: String) throws -> [[String]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Expectations/\(name)")
    return try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
