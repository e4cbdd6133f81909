import Foundation

/// The files of this repository, found from the place of this one.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the repository with its path from the root.
  struct File: Sendable {
    let path: String
    let text: String

    /// The target it belongs to: `Sources/Web/Server.swift` to `Web`.
    var target: String {
      let parts = path.split(separator: "/").map(String.init)
      return parts[0] == "SyncProtocol" ? parts[0] : parts[1]
    }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
  }

  /// All Swift files below the folders, in the order of their paths.
  static func swiftFiles(_ folders: [String]) throws -> [File] {
    try folders.flatMap { folder in
      let below = try FileManager.default.subpathsOfDirectory(
        atPath: root.appending(path: folder).path)
      return try below.filter { $0.hasSuffix(".swift") }.sorted().map { path in
        try File(path: "\(folder)/\(path)", text: text("\(folder)/\(path)"))
      }
    }
  }

  static let sourceFolders = ["Sources", "SyncProtocol/Sources"]
}
