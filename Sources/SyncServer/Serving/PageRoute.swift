import Web

/// One page or form of the centre: where it is, who may use it, and what answers.
///
/// The server has checked host, origin, sign-in, role and the form's token before the handler runs.
/// An error that a handler throws becomes a page that says what is safe.
package struct PageRoute: Sendable {
  /// Answers a request.
  package typealias Handler = @Sendable (PageRequest) throws -> HTTPResponse

  /// The method; a GET route answers HEAD too.
  package let method: HTTPMethod
  /// As in `Router`, such as `/laptops/:id`.
  package let pattern: String
  /// Who may use it.
  package let access: Access
  /// Bytes of the largest body; nil for the usual bound of a form.
  package let bodyLimit: Int?
  /// Whether the log keeps that somebody opened or sent it.
  package let isNoted: Bool
  /// Whether an open page renews itself while laptops sync.
  package let isLive: Bool
  let handler: Handler

  /// Describes a route.
  ///
  /// - Parameter isNoted: for pages with names; nil for the usual: forms are noted, pages are not.
  ///   False for forms whose act notes itself.
  package init(
    _ method: HTTPMethod, _ pattern: String, access: Access, bodyLimit: Int? = nil,
    isNoted: Bool? = nil, isLive: Bool = false, handler: @escaping Handler
  ) {
    self.method = method
    self.pattern = pattern
    self.access = access
    self.bodyLimit = bodyLimit
    self.isNoted = isNoted ?? method.changesState
    self.isLive = isLive
    self.handler = handler
  }
}
