import CGnuTLS
import CMicroHTTPD
import Glibc
import Synchronization

/// An HTTP/1.1 server with TLS on libmicrohttpd's bounded pool of threads.
///
/// Handlers are called on those threads, several at a time; a handler may block for a
/// transaction, and must not call `stop`.
package final class HTTPServer: Sendable {
  /// Answers one request.
  package typealias Handler = @Sendable (HTTPRequest) -> HTTPResponse
  /// Answers one request at once, or returns nil and answers later.
  package typealias DeferringHandler = @Sendable (HTTPRequest, DeferredAnswer) -> HTTPResponse?

  /// A started daemon with the thread that counts its seconds.
  private struct Running: @unchecked Sendable {
    // Both pointers are libmicrohttpd's and pthread's own; their functions may be called from any
    // thread, and only the one thread that took `Running` out of the lock ends them.
    let daemon: OpaquePointer
    let ticker: pthread_t
    let tickerStop: WakeableTimer
    let port: UInt16
  }

  private enum State {
    case ready
    case running(Running)
    case stopped
  }

  private let core: ServerCore
  private let state = Mutex(State.ready)

  /// A server that does not listen yet.
  package convenience init(configuration: ServerConfiguration, handler: @escaping Handler) {
    self.init(configuration: configuration, deferring: { request, _ in handler(request) })
  }

  /// A server that does not listen yet, whose handler may answer later.
  ///
  /// A connection that waits for its answer holds no thread; `stop` gives it 503 when its time is
  /// over.
  package init(configuration: ServerConfiguration, deferring: @escaping DeferringHandler) {
    core = ServerCore(configuration: configuration, handler: deferring)
  }

  /// Bytes of requests and answers held at this moment.
  package var bufferedBytes: Int { core.budget.heldBytes }

  deinit { stop() }

  /// Binds, listens, and returns once requests are answered.
  /// - Throws: `WebError.addressInvalid`, `.addressNeedsTLS`, `.identityInvalid`,
  ///   `.cannotListen`, `.alreadyStarted`.
  package func start() throws(WebError) {
    let configuration = core.configuration
    guard let address = IPAddress(configuration.address) else {
      throw .addressInvalid(configuration.address)
    }
    guard address.isLoopback || configuration.identity != nil else {
      throw .addressNeedsTLS(configuration.address)
    }
    if let identity = configuration.identity { try Self.check(identity) }
    try state.withLock { (state) throws(WebError) in
      guard case .ready = state else { throw .alreadyStarted }
      state = .running(try Self.run(core, address: address))
    }
  }

  /// The port that is listened on, also when the configuration said 0; nil when not running.
  package var port: UInt16? {
    state.withLock { state in
      guard case .running(let running) = state else { return nil }
      return running.port
    }
  }

  /// Takes no new connection, lets answers under way finish within the configured time, ends.
  ///
  /// A second call does nothing. A handler that never returns would hold it for ever.
  package func stop() {
    let running: Running? = state.withLock { state in
      defer { state = .stopped }
      guard case .running(let running) = state else { return nil }
      return running
    }
    guard let running else { return }
    let listener = MHD_quiesce_daemon(running.daemon)
    if listener >= 0 { close(listener) }
    core.drain()
    // The ticker ends first, so that it never shuts a socket of a daemon that is gone.
    running.tickerStop.wake()
    pthread_join(running.ticker, nil)
    MHD_stop_daemon(running.daemon)
  }

  private static func run(
    _ core: ServerCore, address: IPAddress
  ) throws(WebError) -> Running {
    let configuration = core.configuration
    let daemon = address.withSocketAddress(port: configuration.port) { socketAddress in
      withOptions(configuration) { options in
        camtay_daemon_start(
          configuration.identity == nil ? 0 : 1, address.isVersion6 ? 1 : 0, socketAddress,
          webRequestStep, webRequestOpened,
          webRequestCompleted, webConnectionChanged,
          Unmanaged.passUnretained(core).toOpaque(), options)
      }
    }
    guard let daemon else { throw .cannotListen(port: configuration.port, systemError: errno) }

    let ticking = Ticking(core: core)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(ticking)
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let ticking = Unmanaged<Ticking>.fromOpaque(context).takeRetainedValue()
        while !ticking.stop.wait(milliseconds: 1000) { ticking.core.watch.tick() }
        return nil
      }, context.toOpaque())
    guard code == 0 else {
      context.release()
      MHD_stop_daemon(daemon)
      throw .cannotListen(port: configuration.port, systemError: code)
    }
    return Running(
      daemon: daemon, ticker: thread, tickerStop: ticking.stop, port: camtay_daemon_port(daemon))
  }

  /// What the ticker's thread holds.
  private final class Ticking: Sendable {
    let core: ServerCore
    let stop = WakeableTimer()
    init(core: ServerCore) { self.core = core }
  }

  /// At least what MHD keeps of a parameter of an address.
  private static let parameterBytes = 64

  /// Lends the options; libmicrohttpd has copied or loaded what they point to when it returns.
  private static func withOptions<Result>(
    _ configuration: ServerConfiguration,
    _ body: (UnsafeMutablePointer<MHD_OptionItem>?) -> Result
  ) -> Result {
    let threads = max(1, configuration.threadCount)
    // The pool also holds what is being read and written, hence twice the headers; and an entry for
    // each parameter of the address, of which every second byte may begin one. Where it is full, MHD
    // has no room to refuse in and keeps the connection silent until its time is over. What is not
    // used takes no memory.
    let memory = max(
      32 * 1024,
      configuration.maximumHeaderBytes * 2 + configuration.maximumHeaderBytes / 2 * parameterBytes)
    var options: [MHD_OptionItem] = []
    func add(_ option: MHD_OPTION, _ value: Int, _ pointer: UnsafeMutableRawPointer? = nil) {
      options.append(MHD_OptionItem(option: option, value: value, ptr_value: pointer))
    }
    add(.CONNECTION_MEMORY_LIMIT, memory)
    add(.CONNECTION_LIMIT, max(threads, configuration.maximumConnections))
    add(.PER_IP_CONNECTION_LIMIT, max(1, configuration.maximumConnectionsPerAddress))
    add(.CONNECTION_TIMEOUT, max(1, configuration.idleTimeoutSeconds))
    add(.STRICT_FOR_CLIENT, 1)
    if threads > 1 { add(.THREAD_POOL_SIZE, threads) }

    var texts: [UnsafeMutablePointer<CChar>] = []
    defer { for text in texts { free(text) } }
    func addText(_ option: MHD_OPTION, _ bytes: [UInt8]) {
      guard let text = strndup(bytes.map { CChar(bitPattern: $0) } + [0], bytes.count) else {
        return
      }
      texts.append(text)
      add(option, 0, UnsafeMutableRawPointer(text))
    }
    if let identity = configuration.identity {
      addText(.HTTPS_MEM_KEY, identity.privateKeyPEM)
      addText(.HTTPS_MEM_CERT, identity.certificatePEM)
      addText(
        .HTTPS_PRIORITIES, Array("NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2".utf8))
    }
    add(.END, 0)
    return options.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }

  /// Tries certificate and key together, for a clearer error than "cannot listen".
  private static func check(_ identity: ServerConfiguration.Identity) throws(WebError) {
    var credentials: gnutls_certificate_credentials_t?
    guard gnutls_certificate_allocate_credentials(&credentials) == 0, let credentials else {
      throw .identityInvalid
    }
    defer { gnutls_certificate_free_credentials(credentials) }
    let code = withDatum(identity.certificatePEM) { certificate in
      withDatum(identity.privateKeyPEM) { key in
        gnutls_certificate_set_x509_key_mem(credentials, certificate, key, GNUTLS_X509_FMT_PEM)
      }
    }
    guard code >= 0, !identity.certificatePEM.contains(0), !identity.privateKeyPEM.contains(0)
    else { throw .identityInvalid }
  }
}
