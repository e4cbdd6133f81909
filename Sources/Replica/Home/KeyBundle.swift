import SyncProtocol

/// Keys and settings of a home in one file, for a backup that lies apart from that of the data.
///
/// `bundle := "CAMTAYKEYS" version:byte count:unsigned (name:text content:block)* hash`, where the
/// hash is BLAKE2b-256 of everything before it. The file says everything: it is written with mode
/// 0600.
package struct KeyBundle: Sendable, Equatable {
  /// A file below the home.
  package struct Entry: Sendable, Equatable {
    /// Its name, with the folder.
    package var name: String
    /// Its content.
    package var content: [UInt8]
  }

  /// The files, in the order of their names.
  package private(set) var entries: [Entry]

  private static let magic = Array("CAMTAYKEYS".utf8)
  private static let maximumEntries = 1_024

  /// Reads the files of a home that are there.
  package init(of home: HomeFolder, names: [String]) throws {
    entries = try names.sorted().compactMap { name in
      try home.read(name).map { Entry(name: name, content: $0) }
    }
  }

  /// The content of a file; nil when the bundle lacks it.
  package func content(_ name: String) -> [UInt8]? { entries.first { $0.name == name }?.content }

  /// The bundle without some files.
  package func without(_ names: [String]) -> KeyBundle {
    var rest = self
    rest.entries.removeAll { names.contains($0.name) }
    return rest
  }

  /// The bytes of the file.
  package var encoded: [UInt8] {
    var writer = ByteWriter(Self.magic)
    writer.byte(StreamFormat.version)
    writer.count(entries.count)
    for entry in entries {
      writer.text(entry.name)
      writer.block(entry.content)
    }
    return writer.bytes + Primitives.standard.hash(writer.bytes).bytes
  }

  /// Reads a file that a person named.
  /// - Throws: `ReplicaError.backupUnsound`, `.storeIsNewer` for another format version, `HomeError`.
  package init(reading path: String) throws {
    let limit = HomeFolder.maximumFileBytes
    guard let bytes = try HomeFolder.read(path: path, maximumBytes: limit) else {
      throw HomeError.system(path: path, reason: 2)
    }
    do {
      self = try Self(decoding: bytes)
    } catch ProtocolError.unsupportedVersion {
      throw ReplicaError.storeIsNewer
    } catch {
      throw ReplicaError.backupUnsound(path)
    }
  }

  /// Reads the file's bytes, whose checksum must be right; names lead to files of a home only.
  package init(decoding bytes: [UInt8]) throws(ProtocolError) {
    let length = bytes.count - ContentHash.byteCount
    guard length > Self.magic.count, bytes.starts(with: Self.magic) else {
      throw .malformed(.truncated)
    }
    var reader = ByteReader(bytes[Self.magic.count..<length])
    let version = try reader.byte()
    guard version == StreamFormat.version else { throw .unsupportedVersion(version) }
    guard Primitives.standard.hash(Array(bytes[..<length])).bytes == Array(bytes[length...])
    else { throw .malformed(.truncated) }
    entries = []
    for _ in 0..<(try reader.count(atMost: Self.maximumEntries)) {
      let name = try reader.text(atMost: Limits.labelBytes)
      let content = Array(try reader.block(atMost: HomeFolder.maximumFileBytes))
      // Only what a home's own files are called: a name must not lead anywhere else.
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, parts.count == 1 || parts[0] == "keys",
        parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." })
      else { throw .malformed(.unknownCode) }
      entries.append(Entry(name: name, content: content))
    }
    try reader.end()
  }

  /// Writes the files that the home lacks; one that is there is never replaced.
  /// - Returns: the names that were written.
  package func fillIn(_ home: HomeFolder) throws -> [String] {
    try home.create()
    return try entries.compactMap { entry in
      guard try home.read(entry.name) == nil else { return nil }
      try home.write(entry.name, entry.content)
      return entry.name
    }
  }
}
