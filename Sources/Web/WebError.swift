/// Everything this room can refuse or fail at; each case has a stable `code`.
///
/// The sentence a person reads is composed by the program that knows what is safe on this
/// machine; here are only facts.
package enum WebError: Error, Equatable, Sendable {
  // Addresses and serving
  /// The text is not a numeric IPv4 or IPv6 address.
  case addressInvalid(String)
  /// Pages with people's data leave the machine only over TLS.
  case addressNeedsTLS(String)
  /// Certificate or key are damaged, or do not belong together.
  case identityInvalid
  /// The port could not be bound; carries the system's error number (0 when unknown).
  case cannotListen(port: UInt16, systemError: Int32)
  /// The server was started a second time.
  case alreadyStarted

  // What a request carries
  /// The request target is not a well-formed, decodable path and query.
  case targetInvalid
  /// A header holds bytes that no header may hold, or there are too many.
  case headerInvalid
  /// The body is not the form it says it is.
  case formInvalid
  /// The form has more fields or longer fields than allowed.
  case formTooLarge
  /// The body's content type is not a form.
  case formTypeUnknown

  // Sending a request
  /// The URL is damaged, has a user name, or is neither http nor https.
  case urlInvalid(String)
  /// Plain http leaves this machine: refused before anything was sent.
  case urlNeedsTLS(String)
  /// The pin is not one or more `sha256//…` values.
  case pinInvalid
  /// The name has no address.
  case cannotResolve
  /// Nobody answered at the address.
  case cannotConnect
  /// A time limit passed.
  case timedOut
  /// The server showed another key than the pinned one: it is not the server we know.
  case wrongPin
  /// TLS could not be agreed on, or the certificate was not accepted.
  case tlsFailed
  /// The answer is longer than the limit.
  case answerTooLarge
  /// The connection broke before the answer was complete.
  case interrupted
  /// The caller asked to stop.
  case stopped
  /// Another failure of the transfer; carries libcurl's number.
  case transferFailed(Int32)

  // Making a certificate
  /// GnuTLS refused; carries its negative error number.
  case certificateFailed(Int32)

  /// The stable name of the case, for logs, `--json` and tests.
  package var code: String {
    switch self {
    case .addressInvalid: "web.address-invalid"
    case .addressNeedsTLS: "web.address-needs-tls"
    case .identityInvalid: "web.identity-invalid"
    case .cannotListen: "web.cannot-listen"
    case .alreadyStarted: "web.already-started"
    case .targetInvalid: "web.target-invalid"
    case .headerInvalid: "web.header-invalid"
    case .formInvalid: "web.form-invalid"
    case .formTooLarge: "web.form-too-large"
    case .formTypeUnknown: "web.form-type-unknown"
    case .urlInvalid: "web.url-invalid"
    case .urlNeedsTLS: "web.url-needs-tls"
    case .pinInvalid: "web.pin-invalid"
    case .cannotResolve: "web.cannot-resolve"
    case .cannotConnect: "web.cannot-connect"
    case .timedOut: "web.timed-out"
    case .wrongPin: "web.wrong-pin"
    case .tlsFailed: "web.tls-failed"
    case .answerTooLarge: "web.answer-too-large"
    case .interrupted: "web.interrupted"
    case .stopped: "web.stopped"
    case .transferFailed: "web.transfer-failed"
    case .certificateFailed: "web.certificate-failed"
    }
  }
}
