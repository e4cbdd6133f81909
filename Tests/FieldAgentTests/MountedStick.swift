import Foundation

/// A small file system where sticks are looked for, mounted as long as the value lives.
final class MountedStick {
  /// Whether this machine lets one be mounted.
  static let isPossible = (try? MountedStick(kilobytes: 4)) != nil

  let path: String

  init(kilobytes: Int) throws {
    path = "/mnt/camtay-\(UUID().uuidString.prefix(8))"
    guard getuid() == 0,
      Self.shell("mkdir -p \(path) && mount -t tmpfs -o size=\(kilobytes)k tmpfs \(path)")
    else {
      _ = Self.shell("rmdir \(path)")
      throw CocoaError(.fileWriteNoPermission)
    }
  }

  deinit { _ = Self.shell("umount -l \(path); rmdir \(path)") }

  /// Lets nothing be written any more.
  func lock() throws {
    guard Self.shell("mount -o remount,ro \(path)") else {
      throw CocoaError(.fileWriteNoPermission)
    }
  }

  /// Takes it out of the machine.
  func pullOut() { _ = Self.shell("umount -l \(path)") }

  private static func shell(_ command: String) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "PATH=/usr/sbin:/sbin:$PATH; \(command)"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
