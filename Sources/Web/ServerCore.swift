import CMicroHTTPD
import Glibc
import Synchronization

/// What libmicrohttpd's threads call into; `HTTPServer` owns it and outlives every call.
///
/// The C functions below are written in this file and not in a `main.swift`, where they would be
/// bound to the main actor and trap on libmicrohttpd's threads.
final class ServerCore: Sendable {
  let configuration: ServerConfiguration
  let watch: ConnectionWatch
  let budget: IntakeBudget
  private let handler: HTTPServer.DeferringHandler
  private let waiting = Mutex(Waiting())
  private let activeRequestCount = Atomic(0)
  private let isStopping = Atomic(false)
  private let drained = WakeableTimer()

  /// The requests that wait for a late answer.
  private struct Waiting {
    var slots: [ObjectIdentifier: AnswerSlot] = [:]
    /// Set when the server ends: libmicrohttpd aborts when a connection is suspended then.
    var isOver = false
  }

  init(configuration: ServerConfiguration, handler: @escaping HTTPServer.DeferringHandler) {
    self.configuration = configuration
    budget = IntakeBudget(
      limit: configuration.maximumBufferedBytes,
      limitPerSource: configuration.maximumBufferedBytesPerAddress)
    self.handler = handler
    watch = ConnectionWatch(
      requestSeconds: configuration.requestTimeoutSeconds,
      minimumBytesPerSecond: configuration.minimumBytesPerSecond,
      unfinishedPerAddress: configuration.maximumUnfinishedPerAddress,
      shareSilenceSeconds: configuration.shareSilenceSeconds)
  }

  /// Answers now close their connection; waits until none is under way or the time is over.
  func drain() {
    isStopping.store(true, ordering: .sequentiallyConsistent)
    if activeRequestCount.load(ordering: .sequentiallyConsistent) > 0 {
      _ = drained.wait(milliseconds: configuration.stopTimeoutSeconds * 1000)
    }
    let left = waiting.withLock { waiting in
      waiting.isOver = true
      return Array(waiting.slots.values)
    }
    for slot in left { slot.put(.plain(503)) }
  }

  fileprivate func opened(
    _ target: UnsafePointer<CChar>?, _ connection: OpaquePointer
  ) -> PendingRequest {
    activeRequestCount.add(1, ordering: .sequentiallyConsistent)
    watch.requestStarted(connection)
    let text = target.flatMap { String(validatingCString: $0) }
    return PendingRequest(rawTarget: text)
  }

  fileprivate func completed(_ connection: OpaquePointer, _ pending: PendingRequest) {
    watch.answered(connection)
    budget.release(pending.heldBytes, body: pending.bodyBytes, from: Self.source(connection))
    waiting.withLock { _ = $0.slots.removeValue(forKey: ObjectIdentifier(pending)) }
    let left = activeRequestCount.subtract(1, ordering: .sequentiallyConsistent).newValue
    if left == 0, isStopping.load(ordering: .sequentiallyConsistent) { drained.wake() }
  }

  fileprivate func step(
    _ pending: PendingRequest, _ connection: OpaquePointer, method: UnsafePointer<CChar>?,
    data: UnsafePointer<CChar>?, dataCount: UnsafeMutablePointer<Int>?
  ) -> MHD_Result {
    if pending.isNew {
      let method = method.flatMap { String(validatingCString: $0) } ?? ""
      return perform(
        pending.receiveHead(
          method: method, connection: connection, configuration: configuration,
          admission: { length in
            let source = Self.source(connection)
            let admission = budget.admit(length, from: source)
            switch admission {
            case .admitted:
              if length > 0 { watch.admitted(connection) }
              return nil
            case .shareTaken: watch.makeRoom(for: connection, from: source)
            case .full: break
            }
            return budget.retrySeconds(shortest: configuration.busyRetrySeconds)
          }),
        pending, connection)
    }
    if let dataCount, dataCount.pointee > 0 {
      let bytes = UnsafeRawBufferPointer(start: data, count: dataCount.pointee)
      dataCount.pointee = 0
      watch.received(bytes.count, on: connection)
      return perform(pending.receiveBody(bytes), pending, connection)
    }
    let peer = IPAddress(camtay_connection_peer(connection))
    return perform(
      pending.complete(peer: peer, isSecure: configuration.identity != nil), pending, connection)
  }

  /// The address that a connection counts for; loopback for the families that have none.
  private static func source(_ connection: OpaquePointer) -> IPAddress {
    (IPAddress(camtay_connection_peer(connection)) ?? .loopback).source
  }

  private func perform(
    _ step: PendingRequest.Step, _ pending: PendingRequest, _ connection: OpaquePointer
  ) -> MHD_Result {
    switch step {
    case .goOn: return .YES
    case .close: return .NO
    case .answer(let response):
      watch.requestComplete(connection)
      return send(response, pending, connection)
    case .handle(let request):
      watch.requestComplete(connection)
      let slot = AnswerSlot(of: connection)
      if let response = handler(request, DeferredAnswer(slot)) {
        return send(response, pending, connection)
      }
      let mayWait = waiting.withLock { waiting in
        waiting.slots[ObjectIdentifier(pending)] = slot
        return !waiting.isOver
      }
      if !mayWait { slot.put(.plain(503)) }
      return perform(pending.wait(for: slot), pending, connection)
    }
  }

  private func send(
    _ response: HTTPResponse, _ pending: PendingRequest, _ connection: OpaquePointer
  ) -> MHD_Result {
    var response = response
    budget.hold(response.body.count)
    pending.hold(response.body.count)
    // A field with a line break would be a second field: better no answer than that one.
    if !response.headers.isValid || !(200...599).contains(response.status) {
      response = .plain(500)
    }
    if isStopping.load(ordering: .sequentiallyConsistent) {
      response.headers.set("Connection", "close")
    }
    guard let created = Self.made(of: response) else { return .NO }
    defer { MHD_destroy_response(created) }
    // libmicrohttpd refuses an empty value; such a field says nothing and is left out.
    for field in SecurityHeaders.completed(response.headers).fields where !field.value.isEmpty {
      guard MHD_add_response_header(created, field.name, field.value) == .YES else { return .NO }
    }
    return MHD_queue_response(connection, UInt32(response.status), created)
  }
}

extension ServerCore {
  /// The answer as libmicrohttpd sends it: it copies bytes, and reads a file piece by piece.
  private static func made(of response: HTTPResponse) -> OpaquePointer? {
    guard let file = response.file else {
      return response.body.withUnsafeBytes { bytes in
        MHD_create_response_from_buffer(
          bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
      }
    }
    // The response closes its own copy, however the connection ends.
    guard let byteCount = file.byteCount, let copy = file.copy else { return nil }
    let created = MHD_create_response_from_fd64(byteCount, copy)
    if created == nil { close(copy) }
    return created
  }
}

private func core(_ context: UnsafeMutableRawPointer?) -> ServerCore? {
  context.map { Unmanaged<ServerCore>.fromOpaque($0).takeUnretainedValue() }
}

/// A request line has been read; what is returned becomes the request's context.
func webRequestOpened(
  context: UnsafeMutableRawPointer?, target: UnsafePointer<CChar>?, connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let core = core(context), let connection else { return nil }
  return Unmanaged.passRetained(core.opened(target, connection)).toOpaque()
}

/// Head, body and end of a request, one call each or more.
func webRequestStep(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?, path: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, data: UnsafePointer<CChar>?,
  dataCount: UnsafeMutablePointer<Int>?,
  request: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let core = core(context), let connection, let pending = request?.pointee else { return .NO }
  return core.step(
    Unmanaged<PendingRequest>.fromOpaque(pending).takeUnretainedValue(), connection,
    method: method, data: data, dataCount: dataCount)
}

/// The request is over, answered or not: gives back what `webRequestOpened` retained.
func webRequestCompleted(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  request: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, reason: MHD_RequestTerminationCode
) {
  guard let core = core(context), let connection, let pending = request?.pointee else { return }
  core.completed(connection, Unmanaged<PendingRequest>.fromOpaque(pending).takeRetainedValue())
  request?.pointee = nil
}

/// A connection was accepted or is about to be closed.
func webConnectionChanged(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  socketContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  change: MHD_ConnectionNotificationCode
) {
  guard let core = core(context), let connection else { return }
  // 0 is "started", 1 is "closed".
  if change.rawValue == 0 {
    core.watch.opened(
      connection, socket: camtay_connection_socket(connection),
      from: IPAddress(camtay_connection_peer(connection)))
  } else {
    core.watch.closed(connection)
  }
}
