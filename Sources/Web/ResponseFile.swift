import Glibc

/// A file that an answer is read from while it is sent: however long it is, memory holds a piece of
/// it. It is closed with the last who holds it.
package final class ResponseFile: Equatable, Sendable {
  /// The open file, for whoever writes it before it is sent.
  package let descriptor: Int32

  /// Takes over an open file.
  package init(takingOver descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Two are the same when they are one.
  package static func == (left: ResponseFile, right: ResponseFile) -> Bool { left === right }

  /// How long it is now; nil where the system cannot tell.
  var byteCount: UInt64? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return UInt64(exactly: status.st_size)
  }

  /// The same file for somebody who closes it; nil where the system has none left.
  var copy: Int32? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    return copy < 0 ? nil : copy
  }
}
