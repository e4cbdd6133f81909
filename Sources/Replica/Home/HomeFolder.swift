import Glibc

/// What can go wrong with a home folder, apart from what is in the store itself.
package enum HomeError: Error, Equatable, Sendable {
  /// Another process has the home open.
  case inUse
  /// A file or folder could not be read or written; `reason` is the system's number.
  case system(path: String, reason: Int32)
  /// A file is longer than anything this program writes.
  case tooLarge(path: String)
  /// A file that a person named to be read is not there.
  case missing(path: String)

  /// There is no room left for what is to be written.
  package static func full(path: String) -> HomeError { .system(path: path, reason: ENOSPC) }

  /// A stable code.
  package var code: String {
    switch self {
    case .inUse: "home-in-use"
    case .system(_, let reason): reason == ENOSPC ? "disk-full" : "file-error"
    case .tooLarge: "file-too-large"
    case .missing: "file-missing"
    }
  }
}

/// The folder that holds everything of one installation: store.sqlite, keys/, config.json, lock.
///
/// Files are written whole: to a temporary name, synced, renamed, and the folder synced. Folders
/// are 0700 and files 0600, because keys and residents' data lie here.
package struct HomeFolder: Sendable {
  /// The longest file that `read` takes.
  package static let maximumFileBytes = 1 << 20

  /// The path of the folder.
  package let path: String

  /// Names a folder, which need not exist yet.
  package init(path: String) { self.path = path }

  /// The SQLite file.
  package var storePath: String { "\(path)/store.sqlite" }

  /// True when a store was made here.
  package var hasStore: Bool { access(storePath, F_OK) == 0 }

  /// True when a keyring was made here.
  package var hasKeyring: Bool { access(Store.Location(path: storePath).keyringPath, F_OK) == 0 }

  /// Bytes of the store file; 0 when there is none.
  package var storeBytes: Int64 { Self.bytes(of: storePath) }

  /// Bytes of a file; 0 when there is none.
  package static func bytes(of path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Makes the folder and its keys folder.
  package func create() throws {
    try Self.makeFolders(path)
    let keys = "\(path)/keys"
    if mkdir(keys, 0o700) != 0, errno != EEXIST {
      throw HomeError.system(path: keys, reason: errno)
    }
  }

  /// Makes a folder and those above it, each for this user alone; one that is there is no error.
  package static func makeFolders(_ path: String) throws {
    var prefix = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      prefix += prefix.isEmpty && !path.hasPrefix("/") ? "\(part)" : "/\(part)"
      prefix = prefix.replacing("//", with: "/")
      if prefix.isEmpty || prefix == "/" { continue }
      if mkdir(prefix, 0o700) != 0, errno != EEXIST {
        throw HomeError.system(path: prefix, reason: errno)
      }
    }
  }

  /// Reads a file by its name below the folder; nil when there is none.
  package func read(_ name: String) throws -> [UInt8]? {
    try Self.read(path: "\(path)/\(name)", maximumBytes: Self.maximumFileBytes)
  }

  /// Reads a whole file of at most `maximumBytes`; nil when there is none.
  ///
  /// A named pipe that nobody writes to would be waited for without end, so it is refused.
  package static func read(path: String, maximumBytes: Int) throws -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw HomeError.system(path: path, reason: errno)
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw HomeError.system(path: path, reason: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw HomeError.system(
        path: path, reason: facts.st_mode & S_IFMT == S_IFDIR ? EISDIR : ESPIPE)
    }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw HomeError.system(path: path, reason: errno)
      }
      if count == 0 { return content }
      content.append(contentsOf: buffer[..<count])
      guard content.count <= maximumBytes else { throw HomeError.tooLarge(path: path) }
    }
  }

  /// The first line of a file that a person named, such as a password, without the end that editors
  /// write behind it.
  /// - Throws: as `readNamed`.
  package static func firstLine(of path: String) throws -> String {
    let content = try readNamed(path, maximumBytes: 4_096)
    var line = content.prefix { $0 != UInt8(ascii: "\n") }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// A file that a person named, at most `maximumBytes` long.
  ///
  /// - Throws: `HomeError.missing`, `.tooLarge`, `.system`.
  package static func readNamed(_ path: String, maximumBytes: Int) throws -> [UInt8] {
    guard let content = try read(path: path, maximumBytes: maximumBytes) else {
      throw HomeError.missing(path: path)
    }
    return content
  }

  /// Fails with the system's reason where nothing can be written, before anything is tried.
  ///
  /// - Throws: `HomeError.system`.
  package func requireWritable() throws {
    guard access(path, W_OK) == 0 else { throw HomeError.system(path: path, reason: errno) }
  }

  /// Removes a file below the folder; a file that is not there is no error.
  package func remove(_ name: String) throws {
    let file = "\(path)/\(name)"
    guard unlink(file) == 0 || errno == ENOENT else {
      throw HomeError.system(path: file, reason: errno)
    }
  }

  /// Writes a file below the folder, whole or not at all.
  package func write(_ name: String, _ content: [UInt8]) throws {
    try Self.write(path: "\(path)/\(name)", content)
  }

  /// Writes a file, whole or not at all; it is on disk when this returns.
  package static func write(path: String, _ content: [UInt8]) throws {
    try write(path: path) { file in try add(content[...], to: file, "\(path).new") }
  }

  /// Writes a copy of an open file the same way, however long it is.
  package static func write(path: String, copyOf descriptor: Int32) throws {
    try write(path: path) { file in
      var offset: off_t = 0
      var piece = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let count = piece.withUnsafeMutableBytes {
          pread(descriptor, $0.baseAddress, $0.count, offset)
        }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw HomeError.system(path: path, reason: errno) }
        if count == 0 { return }
        try add(piece[..<count], to: file, "\(path).new")
        offset += off_t(count)
      }
    }
  }

  private static func write(path: String, _ body: (Int32) throws -> Void) throws {
    let temporary = "\(path).new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw HomeError.system(path: temporary, reason: errno) }
    do {
      defer { close(file) }
      try body(file)
      guard fsync(file) == 0 else { throw HomeError.system(path: temporary, reason: errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else { throw HomeError.system(path: path, reason: errno) }
    try syncFolder(of: path)
  }

  private static func add(_ bytes: ArraySlice<UInt8>, to file: Int32, _ path: String) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw HomeError.system(path: path, reason: errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Adds bytes to a file of `length` bytes, which is made where there is none; they are on disk when
  /// this returns. Nothing is written where the file has another length.
  ///
  /// - Returns: false where it has.
  package static func append(path: String, _ bytes: [UInt8], to length: Int) throws -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw HomeError.system(path: path, reason: errno) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw HomeError.system(path: path, reason: errno) }
    guard Int(facts.st_size) == length else { return false }
    try add(bytes[...], to: file, path)
    guard fsync(file) == 0 else { throw HomeError.system(path: path, reason: errno) }
    return true
  }

  /// Gives a file another name in the same file system; it stands when this returns.
  package static func move(_ path: String, to target: String) throws {
    guard rename(path, target) == 0 else { throw HomeError.system(path: target, reason: errno) }
    try syncFolder(of: target)
  }

  /// The files of a folder below the home, with its name, ascending; none when it is not there.
  package func fileNames(in folder: String) throws -> [String] {
    try (Self.entries(of: "\(path)/\(folder)") ?? []).filter { !$0.hasPrefix(".") }
      .map { "\(folder)/\($0)" }.sorted()
  }

  /// Whether what has this name is an ordinary file, and no folder, device or link; nil where nothing
  /// has it.
  package static func isOrdinaryFile(_ path: String) -> Bool? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Removes a file that may be there.
  package static func removeFile(_ path: String) { unlink(path) }

  /// True when a file or folder of this name is there.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// True when two paths lie on different devices; nil when that cannot be told.
  package static func areOnDifferentDevices(_ one: String, _ other: String) -> Bool? {
    var first = stat()
    var second = stat()
    guard stat(one, &first) == 0, stat(other, &second) == 0 else { return nil }
    return first.st_dev != second.st_dev
  }

  /// Removes a folder with everything below it; one that is not there is no error. A link is
  /// removed and never followed.
  package static func removeFolder(_ path: String) throws {
    for name in try entries(of: path) ?? [] {
      let entry = "\(path)/\(name)"
      var facts = stat()
      guard lstat(entry, &facts) == 0 else {
        if errno == ENOENT { continue }
        throw HomeError.system(path: entry, reason: errno)
      }
      if facts.st_mode & S_IFMT == S_IFDIR {
        try removeFolder(entry)
      } else if unlink(entry) != 0, errno != ENOENT {
        throw HomeError.system(path: entry, reason: errno)
      }
    }
    guard rmdir(path) == 0 || errno == ENOENT else {
      throw HomeError.system(path: path, reason: errno)
    }
  }

  /// Bytes that a folder with everything below it takes on its disk; 0 when it is not there.
  package static func bytesOnDisk(_ path: String) throws -> Int64 {
    try (entries(of: path) ?? []).reduce(0) { sum, name in
      let entry = "\(path)/\(name)"
      var facts = stat()
      guard lstat(entry, &facts) == 0 else { return sum }
      let isFolder = facts.st_mode & S_IFMT == S_IFDIR
      return try sum + Int64(facts.st_blocks) * 512 + (isFolder ? bytesOnDisk(entry) : 0)
    }
  }

  /// How many things lie in the folder; 0 when it is not there.
  package func entryCount() throws -> Int { try Self.entries(of: path)?.count ?? 0 }

  /// The names in a folder; nil when it is not there.
  private static func entries(of path: String) throws -> [String]? {
    guard let directory = opendir(path) else {
      if errno == ENOENT { return nil }
      throw HomeError.system(path: path, reason: errno)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func syncFolder(of path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let file = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw HomeError.system(path: folder, reason: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw HomeError.system(path: folder, reason: errno) }
  }

  /// What a copy of the home does not share, even where its files get their old places back: device
  /// and inode of the store, and the change time of the keys, which are written once and which no
  /// program can set.
  package var copyIdentity: String {
    var parts: [String] = []
    var status = stat()
    if stat(storePath, &status) == 0 { parts.append("\(status.st_dev):\(status.st_ino)") }
    for key in ["replica.key", "root.key"] where stat("\(path)/keys/\(key)", &status) == 0 {
      parts.append("\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)")
    }
    return parts.joined(separator: " ")
  }

  /// Bytes free for this user on the disk of the folder; nil when the system does not say.
  package var freeDiskBytes: UInt64? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Self.freeBytes(status)
  }

  /// Bytes free for this user on a file system. Those of a user's own making say what they like: what
  /// no message holds is more than anybody asks for.
  static func freeBytes(_ status: statvfs) -> UInt64 {
    let (bytes, overflows) = UInt64(status.f_bavail).multipliedReportingOverflow(
      by: UInt64(status.f_frsize))
    let greatest = UInt64(Int64.max)
    return overflows ? greatest : min(bytes, greatest)
  }
}
