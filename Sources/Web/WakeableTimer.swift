import Glibc

/// A descriptor to wait on with a limit and to wake from any thread.
///
/// It waits with `poll`, so that no clock has to be named.
final class WakeableTimer: Sendable {
  private let readEnd: Int32
  private let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    // Without descriptors it waits the full time, which is slower and still right.
    if pipe(&ends) == 0 {
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    if readEnd >= 0 { close(readEnd) }
    if writeEnd >= 0 { close(writeEnd) }
  }

  /// Ends the present and every later wait; meant to be called a few times at most.
  func wake() {
    var one: UInt8 = 1
    _ = write(writeEnd, &one, 1)
  }

  /// Forgets that it was woken, so that the next wait waits.
  func forget() {
    var entry = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    var byte: UInt8 = 0
    while poll(&entry, 1, 0) > 0, read(readEnd, &byte, 1) > 0 {}
  }

  /// Waits until woken or the time is over; true when it was woken.
  func wait(milliseconds: Int) -> Bool {
    var entry = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, Int32(clamping: milliseconds)) > 0
  }
}
