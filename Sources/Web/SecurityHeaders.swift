/// What every answer carries unless it says otherwise.
///
/// Pages hold residents' data: nothing is cached, nothing is loaded from elsewhere, no other
/// page may frame them. The referrer policy is `same-origin` and not `no-referrer`, since with
/// the latter browsers send `Origin: null` with our own forms and `OriginGuard` would refuse them.
enum SecurityHeaders {
  static let fields: [(name: String, value: String)] = [
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// The answer's own fields, and after them what they leave out.
  static func completed(_ headers: HTTPHeaders) -> HTTPHeaders {
    var completed = headers
    for field in fields where headers[field.name] == nil {
      completed.append(field.name, field.value)
    }
    return completed
  }
}
