import Glibc
import Randomness
import Synchronization
import Testing

@testable import Web

/// Runs a server on a port of its own while `test` runs.
func withServer(
  _ configuration: ServerConfiguration = ServerConfiguration(),
  _ handler: @escaping HTTPServer.Handler, test: (String, UInt16) throws -> Void
) throws {
  try withServer(HTTPServer(configuration: configuration, handler: handler)) { port in
    let scheme = configuration.identity == nil ? "http" : "https"
    try test("\(scheme)://127.0.0.1:\(port)", port)
  }
}

/// Runs a server while `test` runs.
func withServer(_ server: HTTPServer, test: (UInt16) throws -> Void) throws {
  try server.start()
  defer { server.stop() }
  try test(try #require(server.port))
}

/// Sends text as it is and returns all that comes until the server closes or pauses.
func rawExchange(_ port: UInt16, _ request: String) throws -> String {
  try rawExchange(port, bytes: Array(request.utf8))
}

func rawExchange(_ port: UInt16, bytes: [UInt8]) throws -> String {
  let socket = try RawSocket(port: port)
  _ = socket.send(bytes)
  socket.finishSending()
  return String(decoding: socket.readToEnd() ?? [], as: UTF8.self)
}

/// A plain TCP connection that can say anything.
final class RawSocket {
  private let descriptor: Int32

  /// - Parameter address: where it connects from; any address of loopback will do.
  init(port: UInt16, from address: IPAddress = .loopback) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let bound = address.withSocketAddress(port: 0) {
      bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
    try #require(bound == 0)
    let code = IPAddress.loopback.withSocketAddress(port: port) {
      connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
    try #require(code == 0)
  }

  deinit { close(descriptor) }

  /// False once the other side has cut the connection.
  func send(_ bytes: [UInt8]) -> Bool {
    Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// All bytes until the other side closes; nil when it stays open and silent for this long.
  func readToEnd(milliseconds: Int = patience) -> [UInt8]? {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, Int32(clamping: milliseconds)) > 0 else { return nil }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return received }
      received += buffer[..<count]
    }
  }
}

/// How long a test waits for what is sure to come, in milliseconds: a loaded machine keeps threads
/// from going on for minutes.
let patience = 600_000

/// Whether something that happens on another thread comes true within that time, so that a test of
/// what never happens fails and does not hang.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
  let deadline = ContinuousClock.now + .milliseconds(patience)
  while try !condition() {
    guard ContinuousClock.now < deadline else { return false }
    sched_yield()
  }
  return true
}

/// The generator of random tests, under a name that every file of this folder sees.
typealias SeededGenerator = Randomness.SeededGenerator

/// What handlers leave for the test to look at.
final class Kept<Element: Sendable>: Sendable {
  private let list = Mutex<[Element]>([])

  var all: [Element] { list.withLock { $0 } }

  /// Adds one and returns how many there are.
  func append(_ element: Element) -> Int {
    list.withLock { list in
      list.append(element)
      return list.count
    }
  }
}
