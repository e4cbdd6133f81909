import Foundation

/// Who may import whom.
enum ImportTable {
  static let libraryOwners = [
    "CSQLite": "SQLite", "CSodium": "Cryptography", "CZstd": "Compression", "CMicroHTTPD": "Web",
    "CCurl": "Web", "CGnuTLS": "Web", "CQREncode": "Documents", "CXLSXWriter": "Documents",
  ]

  private static let edges: Set<String> = [
    "Cryptography", "Compression", "CommandLine", "Documents", "Web",
  ]
  private static let core: Set<String> = ["SyncProtocol", "SQLite"]
  private static let below5 = edges.union(core).union([
    "Replica", "FieldWork", "Pages", "Listings",
  ])
  private static let below7 = below5.union(["FieldAgent", "SyncServer", "Simulation"])

  /// The rooms that each room may import, by level; libraries belong to their owners.
  static let rooms: [String: Set<String>] = [
    "SyncProtocol": [],
    "Randomness": [], "MountedDisk": [], "SQLite": ["CSQLite", "Randomness"],
    "Cryptography": ["CSodium"], "Compression": ["CZstd"],
    "Documents": ["CQREncode", "CXLSXWriter"],
    "Bilingual": [], "CommandLine": ["Bilingual"], "Web": ["CMicroHTTPD", "CCurl", "CGnuTLS"],
    "Replica": ["SyncProtocol", "SQLite", "Cryptography", "Compression"],
    // Counting stays free of every library but SQLite.
    "FieldWork": ["Replica", "SyncProtocol", "SQLite", "Bilingual"],
    "Pages": ["Web", "Documents", "FieldWork"],
    "Listings": ["CommandLine", "FieldWork", "Replica", "SyncProtocol"],
    "FieldAgent": below5, "SyncServer": below5,
    "Simulation": below5.union(["FieldAgent", "SyncServer", "Randomness"]),
    "Fuzzing": below5.subtracting(["Pages", "Listings"]).union(["Randomness"]),
    "camtay-fuzz": ["Fuzzing"],
    "camtay": below7, "camtay-server": below7, "camtay-bench": below7.union(["Randomness"]),
  ]

  /// What comes with the toolchain and may be imported anywhere but in SyncProtocol.
  static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch",
  ]

  /// The modules that a source imports.
  static func imports(in source: String) -> [String] {
    codeOnly(source).split(separator: "\n").compactMap { line in
      var words = line.split(whereSeparator: { $0 == " " || $0 == ";" })[...]
      let modifiers = ["public", "package", "internal", "private", "fileprivate"]
      while let word = words.first, word.hasPrefix("@") || modifiers.contains(String(word)) {
        words = words.dropFirst()
      }
      guard words.first == "import" else { return nil }
      words = words.dropFirst()
      let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      if let kind = words.first, kinds.contains(String(kind)) { words = words.dropFirst() }
      return words.first.map { String($0.prefix { $0 != "." }) }
    }
  }

  /// The imports of a room that its level does not allow.
  static func violations(room: String, imports: [String]) -> [String] {
    guard let allowed = rooms[room] else { return imports }
    return imports.filter { module in
      !allowed.contains(module) && (room == "SyncProtocol" || !toolchain.contains(module))
    }
  }

  /// The dependencies of every target as the manifest declares them.
  static func declared(in manifest: String) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for maker in ["room(", "program(", "tests("] {
      for piece in manifest.components(separatedBy: maker).dropFirst() {
        let body = piece.drop { $0.isWhitespace }
        guard body.first == "\"" else { continue }
        let name = String(body.dropFirst().prefix { $0 != "\"" })
        let rest = body.dropFirst(name.count + 2).drop { $0 == "," || $0.isWhitespace }
        guard rest.first == "[" else {
          result[name] = []
          continue
        }
        let list = rest.dropFirst().prefix { $0 != "]" }.components(separatedBy: "\"")
        result[name] = list.indices.filter { $0 % 2 == 1 }.map { list[$0] }
      }
    }
    return result
  }
}
