import Glibc

/// The folder `camtay` of a stick, or of any other folder that a person names.
///
/// Everything goes through the folder that was opened once, so that a path which leads elsewhere later
/// changes nothing, and nothing in it is followed that is not an ordinary file.
package final class StickFolder: BundleFolder {
  /// The name of the folder that holds bundles.
  package static let name = "camtay"

  /// The path of the folder itself.
  package let path: String
  private let folder: Int32

  /// Opens the folder of bundles below what a person named, or that one itself where it has the name.
  ///
  /// - Parameter creating: make it where it is not there.
  /// - Throws: `StickProblem`.
  package init(in given: String, creating: Bool) throws {
    let parent = try Self.openFolder(given, of: AT_FDCWD, O_RDONLY)
    guard let parent else { throw StickProblem.noSuchFolder(path: given) }
    let below = given.hasSuffix("/") ? given + Self.name : "\(given)/\(Self.name)"
    if let found = try Self.openFolder(Self.name, of: parent, O_NOFOLLOW, telling: below) {
      close(parent)
      (folder, path) = (found, below)
    } else if given.split(separator: "/").last?.lowercased() == Self.name {
      (folder, path) = (parent, given)
    } else {
      defer { close(parent) }
      guard creating else { throw StickProblem.noBundles(path: given) }
      guard mkdirat(parent, Self.name, 0o777) == 0 else {
        throw Self.problem(errno, below, writing: true)
      }
      try Self.sync(parent)
      guard let made = try Self.openFolder(Self.name, of: parent, O_NOFOLLOW, telling: below)
      else { throw StickProblem.pulledOut }
      // Where a stick keeps users, others read it and answer on it: on another machine the number of
      // this user is somebody else's. What lies here tells nobody anything.
      _ = fchmod(made, 0o777)
      (folder, path) = (made, below)
    }
  }

  deinit { close(folder) }

  /// What lies in the folder, links as what they are.
  package func entries(atMost maximum: Int) throws -> [BundleFolderEntry] {
    // A descriptor of its own: closing the directory closes it.
    let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let directory = fdopendir(copy) else {
      throw Self.problem(errno, path, writing: false)
    }
    defer { closedir(directory) }
    var entries: [BundleFolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        guard errno == 0 else { throw Self.problem(errno, path, writing: true) }
        return entries
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      guard entries.count < maximum else { throw StickProblem.tooManyFiles(path: path) }
      var facts = stat()
      guard fstatat(folder, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      let kind: BundleFolderEntry.Kind =
        switch facts.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
      entries.append(BundleFolderEntry(name: name, kind: kind))
    }
  }

  /// Makes a file that only this user changes and everybody reads, and fails where anything has its
  /// name.
  package func create(_ name: String) throws -> any BundleFileOutput {
    let file = openat(
      folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(0o644))
    guard file >= 0 else { throw Self.problem(errno, path, writing: true) }
    _ = fchmod(file, 0o644)
    return StickOutput(file) { [self] reason in problem(reason) }
  }

  /// Gives a file another name within the folder.
  package func rename(_ name: String, to target: String) throws {
    guard renameat(folder, name, folder, target) == 0 else { throw problem(errno) }
  }

  /// Returns once names are on the medium, also where a file system knows that of files only.
  package func sync() throws {
    Self.undate(folder)
    try Self.sync(folder)
  }

  /// Gives a file or folder the same times as every other: when somebody worked, and how often, is
  /// nobody's business who finds a stick. Not every file system takes them.
  fileprivate static func undate(_ file: Int32) {
    // 1 January 2020, 00:00 UTC: every file system of sticks knows it.
    let time = timespec(tv_sec: 1_577_836_800, tv_nsec: 0)
    _ = [time, time].withUnsafeBufferPointer { futimens(file, $0.baseAddress) }
  }

  /// Opens an ordinary file; what is remembered of it is let go, so that the medium is read.
  package func open(_ name: String) throws -> any BundleFileInput {
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ELOOP { throw StickProblem.notAnOrdinaryFile(name: name) }
      throw errno == EIO || errno == ENOENT
        ? StickProblem.unreadable(name: name) : Self.problem(errno, path, writing: false)
    }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw StickProblem.notAnOrdinaryFile(name: name)
    }
    // What was written a moment ago is to come from the medium and not from memory.
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
    return StickInput(file, name, byteCount: Int(facts.st_size))
  }

  /// Removes a file of the folder.
  package func remove(_ name: String) throws {
    guard unlinkat(folder, name, 0) == 0 || errno == ENOENT else { throw problem(errno) }
  }

  /// What the file system says; no free room where it counts none.
  package func facts() throws -> StickFacts { try Self.facts(folder) { problem($0) } }

  /// The same of any folder that a person could name, whether or not bundles lie in it; nothing is
  /// made.
  ///
  /// - Throws: `StickProblem`.
  package static func facts(of given: String) throws -> StickFacts {
    guard let folder = try openFolder(given, of: AT_FDCWD, O_RDONLY) else {
      throw StickProblem.noSuchFolder(path: given)
    }
    defer { close(folder) }
    return try facts(folder) { problem($0, given, writing: false) }
  }

  private static func facts(
    _ folder: Int32, _ problem: (Int32) -> StickProblem
  ) throws -> StickFacts {
    var status = statvfs()
    guard fstatvfs(folder, &status) == 0 else { throw problem(errno) }
    return StickFacts(
      // One that has no blocks at all does not count them.
      freeBytes: status.f_blocks > 0 ? HomeFolder.freeBytes(status) : nil,
      fileSystem: MountedFileSystem.type(of: folder),
      isReadOnly: status.f_flag & UInt(ST_RDONLY) != 0)
  }

  private func problem(_ reason: Int32) -> StickProblem {
    Self.problem(reason, path, writing: true, free: { try? facts().freeBytes })
  }

  private static func sync(_ folder: Int32) throws {
    guard fsync(folder) != 0 else { return }
    let reason = errno
    guard reason == EINVAL || reason == ENOSYS || reason == ENOTSUP else {
      throw problem(reason, "", writing: true)
    }
    // Some file systems in user space do not know it for a folder; then everything is synced.
    Glibc.sync()
  }

  /// The folder; nil when there is none.
  private static func openFolder(
    _ name: String, of parent: Int32, _ flags: Int32, telling path: String? = nil
  ) throws -> Int32? {
    let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags)
    if folder >= 0 { return folder }
    switch errno {
    case ENOENT: return nil
    case ENOTDIR, ELOOP: throw StickProblem.notAFolder(path: path ?? name)
    default: throw problem(errno, path ?? name, writing: true)
    }
  }

  private static func problem(
    _ reason: Int32, _ path: String, writing: Bool, free: () -> UInt64? = { nil }
  ) -> StickProblem {
    switch reason {
    case ENOSPC, EDQUOT, EFBIG: .full(wantedBytes: nil, freeBytes: free())
    case EROFS: .readOnly
    case EACCES, EPERM: .notAllowed(path: path)
    case EIO, ENOENT: .pulledOut
    default: isGone(reason) ? .pulledOut : .failed(reason: reason)
    }
  }

  /// Whether an error of the system says that the medium, or the program that drives its file system,
  /// is not there any more.
  fileprivate static func isGone(_ reason: Int32) -> Bool {
    // A file system in user space that ends says the last of these to whoever waits for it.
    [ENODEV, ENXIO, ENOTCONN, ESTALE, ECONNABORTED].contains(reason)
  }
}

private final class StickOutput: BundleFileOutput {
  private let file: Int32
  private let problem: (Int32) -> StickProblem

  init(_ file: Int32, _ problem: @escaping (Int32) -> StickProblem) {
    self.file = file
    self.problem = problem
  }

  deinit { close(file) }

  func append(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count >= 0 else {
        let reason = errno
        if reason == EINTR { continue }
        // The file was made a moment ago: fusefat says so for want of room.
        throw problem(reason == EPERM || reason == EACCES ? ENOSPC : reason)
      }
      written += count
    }
  }

  func sync() throws {
    StickFolder.undate(file)
    guard fsync(file) == 0 else { throw problem(errno) }
  }
}

private final class StickInput: BundleFileInput {
  let byteCount: Int
  private let file: Int32
  private let name: String

  init(_ file: Int32, _ name: String, byteCount: Int) {
    self.file = file
    self.name = name
    self.byteCount = byteCount
  }

  deinit { close(file) }

  func read(_ count: Int) throws -> [UInt8] {
    while true {
      var failure: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: max(1, count)) { buffer, filled in
        let result = Glibc.read(file, buffer.baseAddress, count)
        if result < 0 { failure = errno }
        filled = max(0, result)
      }
      if failure == 0 { return bytes }
      if failure == EINTR { continue }
      throw StickFolder.isGone(failure)
        ? StickProblem.pulledOut : StickProblem.unreadable(name: name)
    }
  }

  func seek(to offset: Int) throws {
    guard lseek(file, off_t(offset), SEEK_SET) >= 0 else {
      throw StickProblem.unreadable(name: name)
    }
  }
}
