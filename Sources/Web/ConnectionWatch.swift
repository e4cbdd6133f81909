import Glibc
import Synchronization

/// Cuts connections whose request takes too long to arrive, though bytes keep trickling in, and
/// those by which one address would keep others of it out.
///
/// libmicrohttpd closes a silent connection by itself; a slow one that sends a byte now and then
/// would stay for ever. Time is counted in ticks of one second of this object's own thread, so
/// no clock is read. `shutdown` only wakes libmicrohttpd, which then closes as usual.
///
/// An address may have so many connections without a whole request; one more cuts the one of them
/// that was silent longest. An address whose share of bytes is taken loses a body that it announced
/// and has stopped sending. So whoever goes on sending is served, also behind the address of somebody
/// who opens connections and leaves them.
final class ConnectionWatch: Sendable {
  private struct Connection {
    var socket: Int32
    var source: IPAddress?
    var startTick: Int
    // The number of its last sign of life; the smallest was silent longest.
    var lastSign: UInt64
    // The second in which that came.
    var lastTick: Int
    var receivedBytes = 0
    var isReceiving = true
    // Whether bytes of its address's share are set aside for the body that it sends.
    var holdsShare = false
    var isCut = false

    mutating func cut() {
      shutdown(socket, Int32(SHUT_RDWR))
      isReceiving = false
      isCut = true
    }
  }

  private struct State {
    var tick = 0
    var signs: UInt64 = 0
    // The key is the connection's address; it is never followed.
    var connections: [UInt: Connection] = [:]

    mutating func nextSign() -> UInt64 {
      signs += 1
      return signs
    }

    /// Cuts that of an address's unfinished connections which was silent longest.
    mutating func cutMostSilent(
      of source: IPAddress, except key: UInt, where isMeant: (Connection) -> Bool = { _ in true }
    ) {
      let unfinished = connections.filter {
        $0.key != key && $0.value.isReceiving && $0.value.source == source && isMeant($0.value)
      }
      guard let first = unfinished.min(by: { $0.value.lastSign < $1.value.lastSign }) else {
        return
      }
      connections[first.key]?.cut()
    }
  }

  private let state = Mutex(State())
  private let requestSeconds: Int
  private let minimumBytesPerSecond: Int
  private let unfinishedPerAddress: Int
  private let shareSilenceSeconds: Int

  /// - Parameter shareSilenceSeconds: how long a body must have stood still to lose its share.
  init(
    requestSeconds: Int, minimumBytesPerSecond: Int, unfinishedPerAddress: Int,
    shareSilenceSeconds: Int
  ) {
    self.requestSeconds = max(1, requestSeconds)
    self.minimumBytesPerSecond = max(1, minimumBytesPerSecond)
    self.unfinishedPerAddress = max(1, unfinishedPerAddress)
    self.shareSilenceSeconds = max(0, shareSilenceSeconds)
  }

  func opened(_ connection: OpaquePointer, socket: Int32, from peer: IPAddress?) {
    state.withLock { state in
      let key = UInt(bitPattern: connection)
      let source = peer?.source
      state.connections[key] = Connection(
        socket: socket, source: source, startTick: state.tick, lastSign: state.nextSign(),
        lastTick: state.tick)
      guard let source else { return }
      let unfinished = state.connections.values.count { $0.isReceiving && $0.source == source }
      if unfinished > unfinishedPerAddress { state.cutMostSilent(of: source, except: key) }
    }
  }

  /// The address has announced more than its share: of its bodies that stand still, the one that was
  /// silent longest goes. Where all of them go on coming, none does, and room comes when they end.
  func makeRoom(for connection: OpaquePointer, from source: IPAddress) {
    state.withLock { state in
      let latest = state.tick - shareSilenceSeconds
      state.cutMostSilent(of: source, except: UInt(bitPattern: connection)) {
        $0.holdsShare && $0.lastTick <= latest
      }
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

  /// Bytes of the address's share are set aside for the body that now comes.
  func admitted(_ connection: OpaquePointer) {
    state.withLock { state in
      let key = UInt(bitPattern: connection)
      state.connections[key]?.holdsShare = true
      state.connections[key]?.lastTick = state.tick
    }
  }

  func received(_ byteCount: Int, on connection: OpaquePointer) {
    state.withLock { state in
      let key = UInt(bitPattern: connection)
      guard var entry = state.connections[key] else { return }
      entry.receivedBytes += byteCount
      entry.lastSign = state.nextSign()
      entry.lastTick = state.tick
      state.connections[key] = entry
    }
  }

  /// The request is complete; the handler's own time is not the other side's fault.
  func requestComplete(_ connection: OpaquePointer) {
    change(connection) { $0.isReceiving = false }
  }

  /// The answer is sent; the wait for the next request on this connection starts.
  func answered(_ connection: OpaquePointer) {
    change(connection) {
      $0.isReceiving = true
      $0.holdsShare = false
    }
  }

  private func change(_ connection: OpaquePointer, _ body: (inout Connection) -> Void) {
    state.withLock {
      guard var entry = $0.connections[UInt(bitPattern: connection)], !entry.isCut else { return }
      entry.startTick = $0.tick
      entry.lastTick = $0.tick
      entry.lastSign = $0.nextSign()
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
          $0.connections[key]?.cut()
        }
      }
    }
  }
}
