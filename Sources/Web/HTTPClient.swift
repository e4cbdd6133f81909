import CCurl
import Synchronization

/// Sends requests over libcurl: TLS with a pinned key, bounds on everything, no redirects.
///
/// Connections are kept and used again. One request at a time: a second thread waits its turn.
/// Proxies from the environment are not used, since records go to the centre and nowhere else.
package final class HTTPClient: Sendable {
  private let transfers: Mutex<CurlTransfers>

  /// A client that accepts servers by this rule alone.
  package init(trust: ClientTrust) {
    transfers = Mutex(CurlTransfers(trust: trust))
  }

  /// Sends one request and waits for the whole answer.
  ///
  /// `shouldStop` is asked several times a second, on the calling thread.
  /// - Throws: `WebError`: `.urlInvalid` and `.urlNeedsTLS` before anything is sent, else what
  ///   broke. After `.timedOut`, `.interrupted` and `.stopped` the server may have done the work.
  ///
  /// - Parameter receive: takes the body piece by piece, on the calling thread, whatever the status;
  ///   the answer's own body is empty then. A piece is lent for the call alone.
  package func send(
    _ request: ClientRequest, receive: ((UnsafeRawBufferPointer) -> Void)? = nil,
    shouldStop: @escaping () -> Bool = { false }
  ) throws(WebError) -> ClientResponse {
    try ClientURL.check(request.url)
    guard request.headers.isValid else { throw .headerInvalid }
    let exchange = CurlExchange(
      maximumBodyBytes: request.maximumResponseBytes, receive: receive, shouldStop: shouldStop)
    let status = try transfers.withLock { (transfers) throws(WebError) in
      try transfers.perform(request, exchange)
    }
    return ClientResponse(status: status, headers: exchange.headers, body: exchange.body)
  }
}
