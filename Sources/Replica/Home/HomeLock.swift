import Glibc

/// Holds a home for one process; also remembers the last dot that the store issued, so that a store
/// put back from a backup is found out.
package final class HomeLock: Sendable {
  private let file: Int32
  private let path: String

  /// Takes the lock, trying for at most `patienceMilliseconds`; throws `HomeError.inUse`.
  ///
  /// - Parameter file: another file than the home's own, for a part that is changed apart from it.
  package init(
    _ home: HomeFolder, patienceMilliseconds: Int, file name: String = "lock"
  ) throws {
    path = "\(home.path)/\(name)"
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw HomeError.system(path: path, reason: errno) }
    try acquire(patienceMilliseconds: patienceMilliseconds)
  }

  deinit { close(file) }

  /// The last dot noted; 0 when none is, or the note is unreadable.
  package var lastIssued: Int64 { number(at: 0) }

  /// Lets other processes have the home while `body` waits for something else, such as a network.
  package func released<Result>(
    patienceMilliseconds: Int, while body: () throws -> Result
  ) throws -> Result {
    letGo()
    let result = Swift.Result { try body() }
    try acquire(patienceMilliseconds: patienceMilliseconds)
    return try result.get()
  }

  /// Lets other processes have the home until `acquire`.
  package func letGo() { flock(file, LOCK_UN) }

  /// Takes the home again after `letGo`; throws `HomeError.inUse`.
  package func acquire(patienceMilliseconds: Int) throws {
    var waited = 0
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      guard reason == EWOULDBLOCK || reason == EINTR, waited < patienceMilliseconds else {
        throw reason == EWOULDBLOCK ? HomeError.inUse : .system(path: path, reason: reason)
      }
      usleep(20_000)
      waited += 20
    }
  }

  /// Notes the last dot issued. Losing it in a power cut is harmless: it is a second opinion.
  package func note(lastIssued: Int64) { write(lastIssued, at: 0) }

  /// How many arrival numbers the store had given when that was last noted; 0 when none is. A store
  /// that has fewer was put back.
  package var arrivals: Int64 { number(at: Self.noteBytes) }

  /// Notes the arrival numbers given so far, after they were committed.
  package func note(arrivals: Int64) { write(arrivals, at: Self.noteBytes) }

  private static let noteBytes = 32

  /// A number in a field of its own, so that neither note disturbs the other.
  private func write(_ number: Int64, at offset: Int) {
    var line = Array("\(number)".utf8)
    line += Array(repeating: UInt8(ascii: " "), count: Self.noteBytes - 1 - line.count)
    line.append(UInt8(ascii: "\n"))
    _ = pwrite(file, line, line.count, off_t(offset))
  }

  private func number(at offset: Int) -> Int64 {
    var buffer = [UInt8](repeating: 0, count: Self.noteBytes)
    let count = pread(file, &buffer, buffer.count, off_t(offset))
    guard count > 0 else { return 0 }
    let digits = buffer[..<count].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return Int64(String(decoding: digits, as: UTF8.self)) ?? 0
  }
}
