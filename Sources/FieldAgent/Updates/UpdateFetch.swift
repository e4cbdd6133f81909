import Replica
import SyncProtocol

/// Fetches the newer program that the centre has over the network, in pieces that go on where a broken
/// link ended.
struct UpdateFetch {
  private let client: CentreClient
  private let path: String

  /// - Parameter home: where the pieces are kept until the program is in place.
  init(_ client: CentreClient, _ home: HomeFolder) {
    self.client = client
    path = "\(home.path)/update/arriving"
  }

  /// The word on what the centre has; nil where it has none.
  func word() throws -> ProgramUpdate? {
    try client.update("").map { try ProgramUpdate(decoding: $0) }
  }

  /// Fetches the parts of a program whose word was checked, and gives the folder that has them.
  ///
  /// - Throws: `UpdateProblem`, and what the network throws; what has come stays for the next time.
  func run(
    _ update: ProgramUpdate, progress: (_ bytes: Int) -> Void
  ) throws -> UpdateFolder {
    let folder = "\(path)/\(StickFolder.name)"
    let word = "\(folder)/\(UpdateFolder.name(0))"
    let known = try HomeFolder.read(path: word, maximumBytes: ProgramUpdate.maximumBytes)
    if known != update.encoded {
      // Parts of another program are of no use.
      try HomeFolder.removeFolder(path)
      try HomeFolder.makeFolders(folder)
      try HomeFolder.write(path: word, update.encoded)
    }
    let files = (1...update.parts.count).map { "\(folder)/\(UpdateFolder.name($0))" }
    let missing = update.byteCount - files.reduce(0) { $0 + Int(HomeFolder.bytes(of: $1)) }
    try ProgramInstall.requireRoom(UInt64(max(0, missing)), in: folder)
    var done = 0
    for (index, part) in update.parts.enumerated() {
      let file = files[index]
      var length = Int(HomeFolder.bytes(of: file))
      if length > part.byteCount {
        HomeFolder.removeFile(file)
        length = 0
      }
      while length < part.byteCount {
        guard let bytes = try client.update("/\(index + 1)/\(length)"), !bytes.isEmpty,
          length + bytes.count <= part.byteCount,
          try HomeFolder.append(path: file, bytes, to: length)
        else { throw UpdateProblem.damaged(part: index + 1) }
        length += bytes.count
        progress(done + length)
      }
      done += length
    }
    return UpdateFolder(try StickFolder(in: path, creating: false))
  }

  /// Forgets what was fetched, once it is in place or was found damaged.
  func forget() throws { try HomeFolder.removeFolder(path) }
}
