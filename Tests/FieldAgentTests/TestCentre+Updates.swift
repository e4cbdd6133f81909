import Foundation
import Replica
import Testing

@testable import FieldAgent

/// A program's file that says that it is a version, for tests: its first line is its answer.
struct TestProgram {
  let folder: TemporaryFolder
  var path: String { "\(folder.path)/camtay" }
  var previous: String { "\(path).previous" }

  /// A program of the version of these tests.
  init() throws {
    folder = try TemporaryFolder()
    try Data(Self.bytes(FieldAgent.version)).write(to: URL(filePath: path))
  }

  /// Bytes of another version.
  static func bytes(_ version: String, filling: Int = 600_000) -> [UInt8] {
    Array("camtay \(version)\n".utf8) + [UInt8](repeating: 35, count: filling)
  }

  /// The desktop on which it is the program that runs.
  var desktop: Desktop { desktop(of: path) }

  /// The same of a program elsewhere.
  func desktop(of path: String) -> Desktop {
    Desktop(programPath: path, versionOf: Self.version(of:)) { _ in false }
  }

  /// What a file says that it is.
  static func version(of path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    return (try? file.read(upToCount: 40))
      .flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\n").first }
      .map(String.init)
  }
}

extension TestCentre {
  /// A newer program that this centre signed, in the folder of a stick.
  @discardableResult func writeProgram(
    _ version: String, says: String? = nil, filling: Int = 600_000, to path: String
  ) throws -> ProgramUpdate {
    var rest = TestProgram.bytes(says ?? version, filling: filling)[...]
    let number = try #require(ProgramNumber(version))
    let now = machine.surroundings.clock().wall
    return try with { records in
      try UpdateFolder(StickFolder(in: path, creating: true)).write(
        {
          defer { rest = rest.dropFirst(250_000) }
          return Array(rest.prefix(250_000))
        },
        sign: { parts, digest in
          ProgramUpdate(
            number, machine: ProgramUpdate.thisMachine, madeAt: now, digest: digest, parts: parts,
            by: records.store.identity)
        })
    }
  }
}
