import Glibc
import Synchronization

/// Cuts connections whose request takes too long to arrive, though bytes keep trickling in.
///
/// libmicrohttpd closes a silent connection by itself; a slow one that sends a byte now and then
/// would stay for ever. Time is counted in ticks of one second of this object's own thread, so
/// no clock is read. `shutdown` only wakes libmicrohttpd, which then closes as usual.
final class ConnectionWatch: Sendable {
  private struct Connection {
    var socket: Int32
    var startTick: Int
    var receivedBytes = 0
    var isReceiving = true
  }

  private struct State {
    var tick = 0
    // The key is the connection's address; it is never followed.
    var connections: [UInt: Connection] = [:]
  }

  private let state = Mutex(State())
  private let requestSeconds: Int
  private let minimumBytesPerSecond: Int

  init(requestSeconds: Int, minimumBytesPerSecond: Int) {
    self.requestSeconds = max(1, requestSeconds)
    self.minimumBytesPerSecond = max(1, minimumBytesPerSecond)
  }

  func opened(_ connection: OpaquePointer, socket: Int32) {
    state.withLock {
      $0.connections[UInt(bitPattern: connection)] = Connection(socket: socket, startTick: $0.tick)
    }
  }

  /// Called before libmicrohttpd closes the socket, so the number cannot be another's yet.
  func closed(_ connection: OpaquePointer) {
    state.withLock { _ = $0.connections.removeValue(forKey: UInt(bitPattern: connection)) }
  }

  /// A request line has come: its time starts.
  func requestStarted(_ connection: OpaquePointer) {
    change(connection) { $0.isReceiving = true }
  }

  func received(_ byteCount: Int, on connection: OpaquePointer) {
    state.withLock {
      $0.connections[UInt(bitPattern: connection)]?.receivedBytes += byteCount
    }
  }

  /// The request is complete; the handler's own time is not the other side's fault.
  func requestComplete(_ connection: OpaquePointer) {
    change(connection) { $0.isReceiving = false }
  }

  /// The answer is sent; the wait for the next request on this connection starts.
  func answered(_ connection: OpaquePointer) {
    change(connection) { $0.isReceiving = true }
  }

  private func change(_ connection: OpaquePointer, _ body: (inout Connection) -> Void) {
    state.withLock {
      guard var entry = $0.connections[UInt(bitPattern: connection)] else { return }
      entry.startTick = $0.tick
      entry.receivedBytes = 0
      body(&entry)
      $0.connections[UInt(bitPattern: connection)] = entry
    }
  }

  /// Counts one second and cuts whoever has used up its time.
  func tick() {
    state.withLock {
      $0.tick += 1
      for (key, connection) in $0.connections where connection.isReceiving {
        let earned = connection.receivedBytes / minimumBytesPerSecond
        if $0.tick - connection.startTick > requestSeconds + earned {
          shutdown(connection.socket, Int32(SHUT_RDWR))
          $0.connections[key]?.isReceiving = false
        }
      }
    }
  }
}
