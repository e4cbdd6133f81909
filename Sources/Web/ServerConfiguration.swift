/// Where and within which bounds an `HTTPServer` serves.
package struct ServerConfiguration: Sendable {
  /// A certificate with its private key, both in PEM.
  package struct Identity: Sendable {
    /// The certificate, or the chain with the server's own first.
    package let certificatePEM: [UInt8]
    /// The private key that belongs to it.
    package let privateKeyPEM: [UInt8]

    /// Both as read from disk.
    package init(certificatePEM: [UInt8], privateKeyPEM: [UInt8]) {
      self.certificatePEM = certificatePEM
      self.privateKeyPEM = privateKeyPEM
    }
  }

  /// The numeric address to listen on; any other than loopback needs an `identity`.
  package var address = "127.0.0.1"
  /// The port; 0 lets the system choose one (see `HTTPServer.port`).
  package var port: UInt16 = 0
  /// With it the server speaks TLS only, without it plain HTTP only.
  package var identity: Identity?
  /// Connections at one time; more wait in the system's queue.
  package var maximumConnections = 256
  /// Connections at one time from one address; more are closed at once.
  package var maximumConnectionsPerAddress = 64
  /// Connections from one address whose request has not come whole; one more cuts the one of them
  /// that was silent longest. Less than `maximumConnectionsPerAddress`, or it has no effect.
  package var maximumUnfinishedPerAddress = 32
  /// Bytes of request line and headers together; more are answered with 414 or 431.
  package var maximumHeaderBytes = 16 * 1024
  /// Bytes of any body; `bodyLimit` can only lower it.
  package var maximumBodyBytes = 1024 * 1024
  /// Bytes of a body for this method and decoded path; a longer one gets 413 before it is read.
  package var bodyLimit: @Sendable (HTTPMethod, RequestTarget) -> Int = { method, _ in
    method.changesState ? .max : 0
  }
  /// What a body that is too long is answered with, of which nothing was read; nil for a short text.
  package var longBodyAnswer: @Sendable (HTTPMethod, RequestTarget, HTTPHeaders) -> HTTPResponse? =
    {
      _, _, _ in nil
    }
  /// Bytes of bodies and answers in memory at one time; a body beyond them gets 429 with
  /// `Retry-After` before it is read.
  package var maximumBufferedBytes = 64 * 1024 * 1024
  /// Bytes of bodies from one address whose requests are not over; a body beyond them gets 429, too.
  ///
  /// One that has come whole counts until its answer is sent: who sends much and reads no answer
  /// would otherwise take the place of all others.
  package var maximumBufferedBytesPerAddress = 32 * 1024 * 1024
  /// Seconds without a byte after which a body loses its place in its address's share to another that
  /// comes from there. A body that goes on coming never does: the other one gets 429 alone.
  package var shareSilenceSeconds = 10
  /// The shortest time after which a sender that got 429 shall come back.
  package var busyRetrySeconds = 2
  /// Seconds without a byte after which a connection is closed.
  package var idleTimeoutSeconds = 30
  /// Seconds for a whole request to arrive, so that a trickle of bytes cannot hold a connection.
  ///
  /// A body earns one more second for every `minimumBytesPerSecond`.
  package var requestTimeoutSeconds = 60
  /// The slowest body that is still waited for; 1 KB/s is a poor phone line.
  package var minimumBytesPerSecond = 1024
  /// Threads that answer; a handler may block one of them for a transaction.
  package var threadCount = 4
  /// Seconds that `stop` waits for answers that are under way.
  package var stopTimeoutSeconds = 5

  /// Loopback, port 0, without TLS, within the default bounds.
  package init() {}
}
