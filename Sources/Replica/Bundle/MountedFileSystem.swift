import Glibc

/// What the system says about the file systems that are mounted.
package enum MountedFileSystem {
  /// Where sticks are mounted, by the desktop or by hand.
  private static let stickFolders = ["/media/", "/run/media/", "/mnt/"]

  /// The folders of the sticks that are mounted on this machine, ascending.
  package static func sticks() -> [String] {
    let table =
      (try? HomeFolder.read(
        path: "/proc/self/mountinfo", maximumBytes: HomeFolder.maximumFileBytes)) ?? []
    return sticks(in: String(decoding: table, as: UTF8.self))
  }

  /// The same in the system's table: the fifth word of a line is the folder, blanks in octal.
  package static func sticks(in table: String) -> [String] {
    let folders = table.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard words.count > 4 else { return nil }
      return String(words[4]).replacing("\\040", with: " ")
    }
    return Set(folders.filter { folder in stickFolders.contains { folder.hasPrefix($0) } })
      .sorted()
  }

  /// The type of the one that an open file or folder lies in, such as `vfat` or `ext4`; nil when the
  /// system does not say.
  static func type(of file: Int32) -> String? {
    var facts = stat()
    guard fstat(file, &facts) == 0,
      let table = try? HomeFolder.read(
        path: "/proc/self/mountinfo", maximumBytes: HomeFolder.maximumFileBytes)
    else { return nil }
    let device = UInt64(facts.st_dev)
    let major = device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000
    let minor = device & 0xFF | device >> 12 & 0xFFFF_FF00
    return type(ofDevice: "\(major):\(minor)", in: String(decoding: table, as: UTF8.self))
  }

  /// The type of a device in the system's table: the third word of a line is the device, and the first
  /// behind the dash is the type.
  static func type(ofDevice device: String, in table: String) -> String? {
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 3, words[2] == device, let dash = words.firstIndex(of: "-"),
        dash + 1 < words.count
      else { continue }
      return String(words[dash + 1])
    }
    return nil
  }
}
