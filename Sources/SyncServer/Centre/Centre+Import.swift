import FieldWork
import Replica

/// The files of an import, told apart by their headers.
package struct DirectoryFiles: Sendable {
  /// Bytes of hamlets.csv; nil when it was not given.
  package private(set) var hamlets: [UInt8]?
  /// Bytes of members.csv; nil when it was not given.
  package private(set) var members: [UInt8]?

  /// The longest file that is read.
  package static let maximumBytes = 32 << 20

  /// Takes bytes that are known to be of one kind.
  package init(hamlets: [UInt8]? = nil, members: [UInt8]? = nil) {
    self.hamlets = hamlets
    self.members = members
  }

  /// Reads files and tells them apart.
  /// - Throws: `HomeError`, `CentreError.unknownImportFile`, `.importFileTwice`.
  package init(reading paths: [String]) throws {
    for path in paths {
      try add(path, HomeFolder.readNamed(path, maximumBytes: Self.maximumBytes))
    }
  }

  /// Tells files apart that somebody sent, each with its name.
  /// - Throws: `CentreError.unknownImportFile`, `.importFileTwice`.
  package init(_ files: [(name: String, bytes: [UInt8])]) throws {
    for file in files { try add(file.name, file.bytes) }
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) throws {
    let columns = Self.columns(bytes)
    if columns.contains("commune_code") {
      guard hamlets == nil else { throw CentreError.importFileTwice(name) }
      hamlets = bytes
    } else if columns.contains("full_name") {
      guard members == nil else { throw CentreError.importFileTwice(name) }
      members = bytes
    } else {
      throw CentreError.unknownImportFile(name)
    }
  }

  /// The names of the first line, as far as they tell the kind of file.
  private static func columns(_ bytes: [UInt8]) -> Set<String> {
    let line = bytes.prefix(4_096).prefix { $0 != 0x0a && $0 != 0x0d }
    let cells = line.split(whereSeparator: { ",;\t\"".utf8.contains($0) })
    return Set(
      cells.map { cell in
        let letters = cell.filter { $0 < 0x80 && $0 != 0x20 }
        return String(decoding: letters, as: UTF8.self).lowercased()
      })
  }
}

extension Centre {
  /// Imports hamlets, teams and members in one transaction, or says what an import would do.
  ///
  /// - Throws: `FieldError.directory` with every problem of both files; then nothing was written.
  @discardableResult
  package func importDirectory(
    _ files: DirectoryFiles, isDryRun: Bool = false
  ) throws -> DirectoryPlan {
    let communes = settings.place.communes
    let today = LocalDateTime(milliseconds: surroundings.clock().wall.rawValue).date
    guard !isDryRun else {
      return try inspect {
        try $0.previewDirectory(
          hamlets: files.hamlets, members: files.members, communes: communes, on: today)
      }
    }
    return try change { field, clock in
      let plan = try field.previewDirectory(
        hamlets: files.hamlets, members: files.members, communes: communes, on: today)
      try field.applyDirectory(plan, clock: clock)
      return plan
    }
  }
}
