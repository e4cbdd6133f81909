import Foundation

/// A folder of measured files, removed when the measuring ends.
final class BenchmarkFolder {
  private let url: URL

  /// Makes a folder below `parent`, or below the system's temporary folder.
  init(parent: String?) throws {
    let base =
      parent.map { URL(fileURLWithPath: $0) } ?? FileManager.default.temporaryDirectory
    url = base.appendingPathComponent("camtay-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Its own path.
  var path: String { url.path }

  /// The path of a file in it.
  func path(_ name: String) -> String { url.appendingPathComponent("\(name).sqlite").path }
}
