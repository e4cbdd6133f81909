import CommandLine
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
  private let program: String
  private let home: HomeFolder
  private let start: @Sendable (_ program: String) -> String?

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
    let folder = String(program[..<(program.lastIndex(of: "/") ?? program.startIndex)])
    return folder.isEmpty ? "/" : folder
  }
  /// Where a sound program is put that this user cannot put in place.
  private var prepared: String { "\(home.path)/update/camtay" }

  /// The version of the program that starts next; nil where it does not say.
  var standing: ProgramNumber? { version(of: program) }

  /// The version that `undo` goes back to; nil for none.
  var before: ProgramNumber? { hasPrevious ? version(of: previous) : nil }

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

  /// A program that stays open runs on after its file gave way to a newer one, which must not become
  /// the one that is kept.
  ///
  /// - Throws: `UpdateProblem.inPlace`.
  func requireOlder(than update: ProgramUpdate) throws(UpdateProblem) {
    if let standing, standing >= update.version { throw .inPlace(standing.text) }
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
    let new = isAllowed ? "\(program).new" : prepared
    try Self.requireRoom(
      UInt64(update.byteCount), in: isAllowed ? self.folder : "\(home.path)/update")
    do {
      try write(update, from: folder, to: new, progress)
      guard version(of: new) == update.version else { throw UpdateProblem.doesNotStart }
    } catch {
      unlink(new)
      throw error
    }
    guard isAllowed else {
      throw UpdateProblem.notAllowed(command: "-b -S .previous \(words(prepared, program))")
    }
    // The old one under both names first: it stays whatever happens next.
    try keep(as: previous)
    try rename(new, to: program)
  }

  /// Puts the program before this one back; this one takes its place beside it.
  ///
  /// - Throws: `UpdateProblem`.
  func undo() throws {
    guard hasPrevious else { throw UpdateProblem.nothingBefore }
    guard access(folder, W_OK) == 0 else {
      throw UpdateProblem.notAllowed(command: words(previous, program))
    }
    guard version(of: previous) != nil else { throw UpdateProblem.doesNotStart }
    let aside = "\(program).undone"
    try keep(as: aside)
    try rename(previous, to: program)
    try rename(aside, to: previous)
  }

  /// - Throws: `UpdateProblem.noRoom` where a disk has less than so many bytes and an eighth.
  static func requireRoom(_ wanted: UInt64, in place: String) throws {
    guard let free = try StickFolder.facts(of: place).freeBytes, free < wanted + (wanted >> 3)
    else { return }
    throw UpdateProblem.noRoom(wantedBytes: wanted, freeBytes: free)
  }

  /// An install that was broken off leaves one file under both names: nothing to go back to.
  private var hasPrevious: Bool {
    var (now, then) = (stat(), stat())
    guard stat(previous, &then) == 0, stat(program, &now) == 0 else { return false }
    return now.st_ino != then.st_ino || now.st_dev != then.st_dev
  }

  private func version(of path: String) -> ProgramNumber? {
    start(path)?.split(whereSeparator: \.isWhitespace).lazy
      .compactMap { ProgramNumber(String($0)) }.first
  }

  private func words(_ paths: String...) -> String {
    paths.map(ShellWord.quoted).joined(separator: " ")
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
    try folder.read(update) { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw Self.problem(errno, update, path) }
        rest = rest.dropFirst(count)
      }
      written += bytes.count
      progress(written)
    }
    guard fchmod(file, mode) == 0, fsync(file) == 0 else { throw Self.problem(errno, update, path) }
  }

  /// Whoever could run the old one can run the new one.
  private var mode: mode_t {
    var facts = stat()
    return (stat(program, &facts) == 0 ? facts.st_mode & 0o777 : 0o755) | 0o500
  }

  private static func problem(
    _ reason: Int32, _ update: ProgramUpdate, _ path: String
  ) -> UpdateProblem {
    guard [ENOSPC, EDQUOT].contains(reason) else { return .failed(reason: reason) }
    return .noRoom(
      wantedBytes: UInt64(update.byteCount),
      freeBytes: HomeFolder(path: path).freeDiskBytes ?? 0)
  }

  /// Gives the program in place a second name, in the place of what had it.
  private func keep(as path: String) throws {
    let temporary = "\(path).link"
    unlink(temporary)
    if link(program, temporary) != 0 { try copy(to: temporary) }
    try rename(temporary, to: path)
    // Two names of one file are left as they are by a rename.
    unlink(temporary)
  }

  /// Where a second name is not given: of somebody else's file, and on some file systems.
  private func copy(to path: String) throws {
    let file = open(program, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw UpdateProblem.failed(reason: errno) }
    defer { close(file) }
    do {
      try HomeFolder.write(path: path, copyOf: file)
    } catch HomeError.system(_, let reason) {
      throw UpdateProblem.failed(reason: reason)
    }
    guard chmod(path, mode) == 0 else { throw UpdateProblem.failed(reason: errno) }
  }

  private func rename(_ path: String, to target: String) throws {
    do {
      try HomeFolder.move(path, to: target)
    } catch HomeError.system(_, let reason) {
      throw UpdateProblem.failed(reason: reason)
    }
  }
}
