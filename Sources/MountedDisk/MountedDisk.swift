import Foundation

/// A real file system that is mounted as long as the value lives: what a stick, or a disk that fills
/// up, is to the programs. Tests use it.
///
/// What a kernel cannot mount is mounted in user space by Debian's exfat-fuse and fusefat.
package final class MountedDisk {
  /// What it is formatted as.
  package enum FileSystem: String, CaseIterable, Sendable {
    /// In memory, without a file behind it.
    case tmpfs
    /// By a loop device.
    case ext4
    /// By exfat-fuse on a loop device, as most sticks are sold.
    case exFAT
    /// FAT32 by fusefat.
    case fat

    /// What the system's table of mounts calls it.
    package var mountedType: String {
      switch self {
      case .tmpfs, .ext4: rawValue
      case .exFAT: "fuseblk"
      case .fat: "fuse.fusefat"
      }
    }

    /// Whether this machine lets one be mounted: as root, with its tools.
    package var isPossible: Bool { Self.possible.contains(self) }

    private static let possible = Set(
      allCases.filter { (try? MountedDisk($0, kilobytes: 40_960)) != nil })

    /// Formats `$IMAGE`.
    fileprivate var formatting: String {
      switch self {
      case .tmpfs: "true"
      case .ext4: "mkfs.ext4 -q -F $IMAGE"
      case .exFAT: "mkfs.exfat $IMAGE"
      case .fat: "mkfs.vfat -F 32 $IMAGE"
      }
    }

    /// Mounts `$IMAGE`, or `$SIZE` kilobytes of memory, at `$DIR`.
    fileprivate var mounting: String {
      switch self {
      case .tmpfs: "mount -t tmpfs -o size=${SIZE}k tmpfs $DIR"
      case .ext4: "mount -o loop $IMAGE $DIR"
      case .exFAT: "mount.exfat-fuse $(losetup -f --show $IMAGE) $DIR"
      case .fat: "fusefat -o rw+ $IMAGE $DIR"
      }
    }
  }

  /// Why there is none.
  package enum Problem: Error {
    /// The machine does not let this user do this, or lacks a tool.
    case failed(command: String)
  }

  /// The folder where it is mounted.
  package let path: String
  /// What it is formatted as.
  package let fileSystem: FileSystem
  private let kilobytes: Int

  /// Formats and mounts an empty one.
  ///
  /// - Parameters:
  ///   - kilobytes: its whole size; FAT32 wants 40,000.
  ///   - folder: where it gets a folder of its own. Laptops look for sticks in `/mnt`.
  /// - Throws: `Problem`, and leaves nothing.
  package init(
    _ fileSystem: FileSystem, kilobytes: Int, in folder: String = NSTemporaryDirectory()
  ) throws {
    let parent = folder.hasSuffix("/") ? folder : "\(folder)/"
    var template = Array("\(parent)camtay-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Problem.failed(command: "mkdtemp") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.fileSystem = fileSystem
    self.kilobytes = kilobytes
    let format = "truncate -s ${SIZE}k $IMAGE; \(fileSystem.formatting)"
    do {
      guard getuid() == 0 else { throw Problem.failed(command: "mount") }
      try run(format)
      try run(fileSystem.mounting)
    } catch {
      erase()
      throw error
    }
  }

  deinit { erase() }

  /// Lets nothing be written any more; not for what runs in user space.
  package func lock() throws { try run("mount -o remount,ro $DIR") }

  /// Takes it out of the machine, whoever is writing: a file system in user space dies, the other ones
  /// are let go. The medium keeps what it has.
  package func pullOut() {
    if [.exFAT, .fat].contains(fileSystem) {
      try? run("pkill -9 -f \"^(mount.exfat-fuse|fusefat) .*$DIR\\$\"")
    } else {
      try? run("umount -l $DIR")
    }
  }

  /// Puts it in again after it was pulled out.
  package func putIn() throws {
    try? run("umount -l $DIR")
    try? run("losetup -j $IMAGE -O NAME -n | xargs -r losetup -d")
    try run(fileSystem.mounting)
  }

  private func erase() {
    pullOut()
    try? run("umount -l $DIR")
    try? run("losetup -j $IMAGE -O NAME -n | xargs -r losetup -d")
    try? run("rmdir $DIR; rm -f $IMAGE")
  }

  private func run(_ commands: String) throws {
    // A file system in user space goes on running: it must not hold what tells that the shell ended.
    let apart =
      "for f in /proc/self/fd/*; do n=${f##*/}; [ $n -gt 2 ] && eval \"exec $n>&-\"; done"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "(\(apart); set -e; \(commands))"]
    process.environment = [
      "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DIR": path, "IMAGE": "\(path).img",
      "SIZE": "\(kilobytes)",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Problem.failed(command: commands) }
  }
}
