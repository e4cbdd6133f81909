import Foundation
import MountedDisk
import Randomness
import SyncProtocol
import Testing

@testable import Replica

/// Bundles on real file systems.
@Suite(.serialized) struct StickFolderTests {
  /// Packs, reads, fills up, cleans up.
  private func tryOut(_ disk: MountedDisk, megabytes: Int) throws {
    let folder = disk.path
    var world = try BundleWorld(seed: 41)
    let stick = try StickFolder(in: folder, creating: true)
    let facts = try stick.facts()
    #expect(facts.fileSystem == disk.fileSystem.mountedType && !facts.isReadOnly)
    let streams = world.streams([400_000, 30])
    let written = try world.pack(streams, to: stick, chunksPerPart: 2)
    #expect(try world.read(stick) == streams)
    // It is there under those names, and nothing else.
    let again = try StickFolder(in: "\(folder)/camtay", creating: false)
    let entries = try again.entries(atMost: 100)
    #expect(entries.map(\.name).sorted() == written.files.sorted())
    #expect(entries.allSatisfy { $0.kind == .file })
    // What has no users shows what it was mounted with.
    if [.tmpfs, .ext4].contains(disk.fileSystem) { try canBeUsedByOthers(again) }
    // More than fits is refused before it is begun, and what cannot be known before ends cleanly.
    let big = world.streams(Array(repeating: 4 << 20, count: megabytes / 4 + 1))
    let problem = #expect(throws: StickProblem.self) { try world.pack(big, to: stick) }
    #expect(problem?.code == "stick-full")
    let writer = try BundleWriter(
      to: stick, for: world.root.verifyingKey, maker: world.maker(), expectedBytes: 0,
      random: &world.random)
    let full = #expect(throws: StickProblem.self) {
      for stream in big { try writer.append(stream) }
      let contents = try world.contents(0, streams: 1)
      _ = try writer.finish({ _ in contents }, sign: { $0 })
    }
    #expect(full?.code == "stick-full")
    writer.abandon()
    #expect(try world.read(stick) == streams)
    #expect(try stick.entries(atMost: 100).count == written.files.count)
  }

  /// On another machine the number of this user is somebody else's.
  private func canBeUsedByOthers(_ stick: StickFolder) throws {
    let paths = try stick.entries(atMost: 100).map { "\(stick.path)/\($0.name)" }
    for (path, mode) in [(stick.path, mode_t(0o777))] + paths.map({ ($0, mode_t(0o444)) }) {
      var facts = stat()
      try #require(stat(path, &facts) == 0)
      #expect(facts.st_mode & mode == mode, "\(path)")
      // And when this was written is nobody's business.
      #expect(facts.st_mtim.tv_sec == 1_577_836_800, "\(path)")
    }
  }

  @Test(.enabled(if: MountedDisk.FileSystem.tmpfs.isPossible, "mounting a tmpfs needs root"))
  func `a small tmpfs takes bundles`() throws {
    try tryOut(MountedDisk(.tmpfs, kilobytes: 3_072), megabytes: 3)
  }

  @Test(.enabled(if: MountedDisk.FileSystem.ext4.isPossible, "ext4 by loop needs root"))
  func `ext4 takes bundles, and read-only it says so`() throws {
    let disk = try MountedDisk(.ext4, kilobytes: 12_288)
    try tryOut(disk, megabytes: 12)
    try disk.lock()
    var world = try BundleWorld(seed: 42)
    let stick = try StickFolder(in: disk.path, creating: true)
    #expect(throws: StickProblem.readOnly) { try world.pack([[1]], to: stick) }
    #expect(try BundleShelf(stick, for: world.centre).bundles.count == 1)
    #expect(try stick.facts().isReadOnly)
  }

  @Test(
    .enabled(
      if: MountedDisk.FileSystem.exFAT.isPossible, "exFAT needs root, exfat-fuse and exfatprogs"))
  func `exFAT takes bundles`() throws {
    try tryOut(MountedDisk(.exFAT, kilobytes: 12_288), megabytes: 12)
  }

  @Test(
    .enabled(if: MountedDisk.FileSystem.fat.isPossible, "FAT needs root, fusefat and dosfstools"))
  func `FAT takes bundles`() throws {
    try tryOut(MountedDisk(.fat, kilobytes: 40_960), megabytes: 40)
  }

  @Test func `links, pipes and folders by our names are never followed or opened`() throws {
    let folder = NSTemporaryDirectory() + "camtay-stick-\(UUID().uuidString.prefix(8))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let inside = "\(folder)/camtay"
    try FileManager.default.createDirectory(
      atPath: "\(inside)/00000000.001", withIntermediateDirectories: true)
    try Data([1]).write(to: URL(fileURLWithPath: "\(folder)/secret"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(inside)/00000001.001", withDestinationPath: "\(folder)/secret")
    #expect(mkfifo("\(inside)/00000002.000", 0o600) == 0)
    let world = try BundleWorld(seed: 43)
    let stick = try StickFolder(in: folder, creating: false)
    let shelf = try BundleShelf(stick, for: world.centre)
    #expect(shelf.refused == ["00000000.001", "00000001.001", "00000002.000"])
    #expect(shelf.bundles.isEmpty)
    for name in shelf.refused {
      #expect(throws: StickProblem.notAnOrdinaryFile(name: name)) { try stick.open(name) }
    }
  }

  @Test func `each wrong folder has its own problem`() throws {
    let folder = NSTemporaryDirectory() + "camtay-stick-\(UUID().uuidString.prefix(8))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(throws: StickProblem.noSuchFolder(path: folder)) {
      try StickFolder(in: folder, creating: true)
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(throws: StickProblem.noBundles(path: folder)) {
      try StickFolder(in: folder, creating: false)
    }
    try Data().write(to: URL(fileURLWithPath: "\(folder)/file"))
    #expect(throws: StickProblem.notAFolder(path: "\(folder)/file")) {
      try StickFolder(in: "\(folder)/file", creating: true)
    }
    // What leads elsewhere is not written through.
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/camtay", withDestinationPath: "/tmp")
    #expect(throws: StickProblem.notAFolder(path: "\(folder)/camtay")) {
      try StickFolder(in: folder, creating: true)
    }
  }

  @Test func `a file system that says impossible numbers has room, and traps nobody`() {
    var status = statvfs()
    status.f_bavail = 3
    status.f_frsize = 4_096
    #expect(HomeFolder.freeBytes(status) == 12_288)
    status.f_bavail = .max
    #expect(HomeFolder.freeBytes(status) == UInt64(Int64.max))
    status.f_frsize = 1
    #expect(HomeFolder.freeBytes(status) == UInt64(Int64.max))
  }

  @Test func `the system's table of mounts tells the type of a device`() {
    let table = """
      22 27 8:17 / /media/a\\040b rw,relatime shared:5 - vfat /dev/sdb1 rw,fmask=0022
      23 27 0:39 / /mnt rw - fuse.fusefat fusefat rw
      broken 8:99 -
      """
    #expect(MountedFileSystem.type(ofDevice: "8:17", in: table) == "vfat")
    #expect(MountedFileSystem.type(ofDevice: "0:39", in: table) == "fuse.fusefat")
    #expect(MountedFileSystem.type(ofDevice: "8:99", in: table) == nil)
    #expect(MountedFileSystem.type(ofDevice: "1:1", in: table) == nil)
  }
}
