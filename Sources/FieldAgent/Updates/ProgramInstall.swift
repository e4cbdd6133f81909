import Cryptography
import FieldWork
import Glibc
import Replica
import SyncProtocol

/// Puts a newer program in the place of the one that runs, keeps that one beside it, and goes back.
///
/// At any moment the program's name leads to a whole program, the old one or the new. No record is
/// touched.
struct ProgramInstall {
  /// How a program that starts answers `version`; nil where it does not start.
  typealias Start = @Sendable (_ program: String) -> String?

  private let program: String
  private let home: HomeFolder
  private let start: Start

  /// - Throws: `UpdateProblem.programUnknown`.
  init(_ desktop: Desktop, _ home: HomeFolder) throws {
    guard let program = desktop.programPath else { throw UpdateProblem.programUnknown }
    self.program = program
    self.home = home
    start = desktop.versionOf
  }

  /// Where the program before this one lies.
  var previous: String { "\(program).previous" }
  private var folder: String {
    String(program[..<(program.lastIndex(of: "/") ?? program.startIndex)])
  }
  /// Where a sound program is put that this user cannot put in place.
  private var prepared: String { "\(home.path)/update/camtay" }

  /// Whether a word is believed, and on a program that this machine should run.
  ///
  /// - Throws: `UpdateProblem`.
  static func check(_ update: ProgramUpdate, rootPublicKey: [UInt8]) throws(UpdateProblem) {
    guard update.isSigned(underRoot: rootPublicKey) else { throw .otherCentre }
    guard update.machine == ProgramUpdate.thisMachine else { throw .otherMachine(update.machine) }
    guard let running = ProgramNumber(FieldAgent.version), running < update.version else {
      throw .notNewer(update.version.text)
    }
  }

  /// Puts a program in place whose word was checked.
  ///
  /// - Throws: `UpdateProblem`, `StickProblem`, `HomeError`; then the old one is in its place.
  func install(
    _ update: ProgramUpdate, from folder: UpdateFolder,
    progress: (_ writtenBytes: Int) -> Void
  ) throws {
    let isAllowed = access(self.folder, W_OK) == 0
    if !isAllowed { try HomeFolder.makeFolders("\(home.path)/update") }
    let place = isAllowed ? self.folder : "\(home.path)/update"
    let new = isAllowed ? "\(program).new" : prepared
    try requireRoom(UInt64(update.byteCount), in: place)
    do {
      try write(update, from: folder, to: new, progress)
      guard let said = start(new),
        said.split(whereSeparator: \.isWhitespace).contains(
          Substring(update.version.text))
      else { throw UpdateProblem.doesNotStart }
    } catch {
      unlink(new)
      throw error
    }
    guard isAllowed else {
      throw UpdateProblem.notAllowed(program: program, prepared: prepared)
    }
    // The old one under both names first: it stays whatever happens next.
    try keep(as: previous)
    try rename(new, to: program)
  }

  /// Puts the program before this one back; this one takes its place beside it.
  ///
  /// - Throws: `UpdateProblem`.
  func undo() throws {
    guard access(previous, F_OK) == 0 else { throw UpdateProblem.nothingBefore }
    guard access(folder, W_OK) == 0 else {
      throw UpdateProblem.notAllowed(program: program, prepared: previous)
    }
    guard start(previous) != nil else { throw UpdateProblem.doesNotStart }
    let aside = "\(program).undone"
    try keep(as: aside)
    try rename(previous, to: program)
    try rename(aside, to: previous)
  }

  private func requireRoom(_ wanted: UInt64, in place: String) throws {
    guard let free = try StickFolder.facts(of: place).freeBytes, free < wanted + (wanted >> 3)
    else { return }
    throw UpdateProblem.noRoom(wantedBytes: wanted, freeBytes: free)
  }

  private func write(
    _ update: ProgramUpdate, from folder: UpdateFolder, to path: String,
    _ progress: (_ writtenBytes: Int) -> Void
  ) throws {
    unlink(path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o700)
    guard file >= 0 else { throw UpdateProblem.failed(reason: errno) }
    defer { close(file) }
    var written = 0
    try folder.read(update) { _, bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw UpdateProblem.failed(reason: errno) }
        rest = rest.dropFirst(count)
      }
      written += bytes.count
      progress(written)
    }
    // Whoever could run the old one can run the new one.
    var facts = stat()
    let mode = stat(program, &facts) == 0 ? facts.st_mode & 0o777 : 0o755
    guard fchmod(file, mode | 0o500) == 0, fsync(file) == 0 else {
      throw UpdateProblem.failed(reason: errno)
    }
  }

  /// Gives the program that runs a second name, in the place of what had it.
  private func keep(as path: String) throws {
    let temporary = "\(path).link"
    unlink(temporary)
    guard link(program, temporary) == 0 else { throw UpdateProblem.failed(reason: errno) }
    try rename(temporary, to: path)
  }

  private func rename(_ path: String, to target: String) throws {
    do {
      try HomeFolder.move(path, to: target)
    } catch HomeError.system(_, let reason) {
      throw UpdateProblem.failed(reason: reason)
    }
  }
}
