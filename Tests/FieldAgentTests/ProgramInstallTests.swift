import Foundation
import MountedDisk
import Replica
import Testing

@testable import FieldAgent

/// Putting a newer program in place and going back: at any moment there is a whole one.
@Suite struct ProgramInstallTests {
  private let centre: TestCentre
  private let program: TestProgram
  private let home: TemporaryFolder
  private let stick: TemporaryFolder

  init() throws {
    centre = try TestCentre()
    program = try TestProgram()
    home = try TemporaryFolder()
    stick = try TemporaryFolder()
  }

  private func install(at path: String? = nil) throws -> ProgramInstall {
    try ProgramInstall(
      path.map(program.desktop(of:)) ?? program.desktop, HomeFolder(path: home.path))
  }

  private func put(_ version: String, says: String? = nil, at path: String? = nil) throws {
    let update = try centre.writeProgram(version, says: says, to: stick.path)
    try install(at: path).install(
      update, from: UpdateFolder(StickFolder(in: stick.path, creating: false)), progress: { _ in })
  }

  private func versions() -> [String?] {
    [program.path, program.previous].map(TestProgram.version(of:))
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted()
  }

  @Test func `after two updates undo goes back by one, and back again`() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    try put("0.2.0")
    #expect(versions() == ["camtay 0.2.0", "camtay 0.1.0"])
    try put("0.3.0")
    #expect(versions() == ["camtay 0.3.0", "camtay 0.2.0"])
    #expect(try install().before?.text == "0.2.0")
    try install().undo()
    #expect(versions() == ["camtay 0.2.0", "camtay 0.3.0"])
    try install().undo()
    #expect(versions() == ["camtay 0.3.0", "camtay 0.2.0"])
    #expect(try files() == ["camtay", "camtay.previous"])
    #expect(FileManager.default.isExecutableFile(atPath: program.path))
  }

  @Test func `an install that was broken off between its two names leaves nothing to go back to`()
    throws
  {
    try FileManager.default.linkItem(atPath: program.path, toPath: program.previous)
    #expect(throws: UpdateProblem.nothingBefore) { try install().undo() }
    #expect(try install().before == nil)
    try put("0.2.0")
    #expect(versions() == ["camtay 0.2.0", "camtay 0.1.0"])
    #expect(try files() == ["camtay", "camtay.previous"])
  }

  @Test func `a program that says another version, or is in place already, changes nothing`() throws
  {
    #expect(throws: UpdateProblem.doesNotStart) { try put("0.2.0", says: "0.1.0") }
    #expect(try files() == ["camtay"])
    try put("0.2.0")
    // The program that asks still is the old one.
    let update = try centre.writeProgram("0.2.0", to: stick.path)
    #expect(throws: UpdateProblem.inPlace("0.2.0")) {
      try install().requireOlder(than: update)
    }
    #expect(versions() == ["camtay 0.2.0", "camtay 0.1.0"])
  }

  @Test(.enabled(if: MountedDisk.FileSystem.tmpfs.isPossible, "mounting a tmpfs needs root"))
  func
    `where the folder cannot be written, the sound program waits with words for somebody who may`()
    throws
  {
    let disk = try MountedDisk(.tmpfs, kilobytes: 2_000)
    let path = "\(disk.path)/camtay"
    try Data(TestProgram.bytes("0.1.0", filling: 10)).write(to: URL(filePath: path))
    try disk.lock()
    let prepared = "\(home.path)/update/camtay"
    #expect(
      throws: UpdateProblem.notAllowed(command: "-b -S .previous '\(prepared)' '\(path)'")
    ) { try put("0.2.0", at: path) }
    #expect(TestProgram.version(of: prepared) == "camtay 0.2.0")
    #expect(TestProgram.version(of: path) == "camtay 0.1.0")
    #expect(try install(at: path).before == nil)
  }

  @Test(.enabled(if: MountedDisk.FileSystem.tmpfs.isPossible, "mounting a tmpfs needs root"))
  func `a disk without room is said to be full, and the program stays`() throws {
    let disk = try MountedDisk(.tmpfs, kilobytes: 500)
    let path = "\(disk.path)/camtay"
    try Data(TestProgram.bytes("0.1.0", filling: 10)).write(to: URL(filePath: path))
    let problem = try #require(throws: UpdateProblem.self) { try put("0.2.0", at: path) }
    guard case .noRoom(let wanted, let free) = problem else {
      Issue.record("\(problem)")
      return
    }
    #expect(wanted == 600_013 && free < 512_000)
    #expect(TestProgram.version(of: path) == "camtay 0.1.0")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["camtay"])
  }
}
