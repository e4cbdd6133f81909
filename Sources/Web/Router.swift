/// Finds the handler for a request; every route says who may use it.
///
/// `Access` is the program's own type (say, an enum of roles): the router only carries it, so
/// that one guard decides for all routes and a test can walk each route as each role.
package struct Router<Access: Sendable>: Sendable {
  /// Answers a request whose path has matched.
  package typealias Handler = @Sendable (HTTPRequest, RouteParameters) -> HTTPResponse

  /// One method and pattern with its handler.
  package struct Route: Sendable {
    /// The method it answers; a GET route answers HEAD too.
    package let method: HTTPMethod
    /// As written, such as `/laptops/:id`.
    package let pattern: String
    /// Who may use it.
    package let access: Access
    /// Bytes of the largest body it takes.
    package let bodyLimit: Int
    let segments: [String]
    let handler: Handler
  }

  /// What a method and path lead to.
  package enum Match: Sendable {
    /// This route, with the values of its `:names`.
    case found(Route, RouteParameters)
    /// The path exists, for these methods only.
    case methodNotAllowed([HTTPMethod])
    /// No such path.
    case notFound
  }

  /// All routes in the order they were added.
  package private(set) var routes: [Route] = []

  /// A router without routes.
  package init() {}

  /// Adds a route; `:name` stands for any one segment that is not empty.
  ///
  /// A segment written out wins over a `:name` when added earlier: the first match counts. The
  /// same method and pattern twice is our own mistake.
  package mutating func add(
    _ method: HTTPMethod, _ pattern: String, access: Access, bodyLimit: Int? = nil,
    handler: @escaping Handler
  ) {
    precondition(pattern.hasPrefix("/"), "a pattern begins with a slash")
    precondition(
      !routes.contains { $0.method == method && $0.pattern == pattern }, "a route stands once")
    let segments =
      pattern == "/"
      ? []
      : pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let limit = bodyLimit ?? (method.changesState ? 256 * 1024 : 0)
    routes.append(
      Route(
        method: method, pattern: pattern, access: access, bodyLimit: limit, segments: segments,
        handler: handler))
  }

  /// Looks a method and path up.
  package func match(_ method: HTTPMethod, _ target: RequestTarget) -> Match {
    var allowed: [HTTPMethod] = []
    for route in routes {
      guard let parameters = RouteParameters(route.segments, target.segments) else { continue }
      if route.method == method || (method == .head && route.method == .get) {
        return .found(route, parameters)
      }
      for other in route.method == .get ? [.get, .head] : [route.method]
      where !allowed.contains(other) {
        allowed.append(other)
      }
    }
    return allowed.isEmpty ? .notFound : .methodNotAllowed(allowed)
  }

  /// Bytes of the largest body for this method and path; for `ServerConfiguration.bodyLimit`.
  package func bodyLimit(_ method: HTTPMethod, _ target: RequestTarget) -> Int {
    guard case .found(let route, _) = match(method, target) else { return 0 }
    return route.bodyLimit
  }

  /// Answers by the matching route, after `refuse` has had its say about the route's access.
  ///
  /// `refuse` returns the answer that takes the handler's place, or nil to let the request pass.
  package func respond(
    to request: HTTPRequest, refuse: (HTTPRequest, Route) -> HTTPResponse?
  ) -> HTTPResponse {
    switch match(request.method, request.target) {
    case .found(let route, let parameters):
      return refuse(request, route) ?? route.handler(request, parameters)
    case .notFound:
      return .notFound
    case .methodNotAllowed(let methods):
      var response = HTTPResponse.plain(405)
      response.headers.set("Allow", methods.map(\.rawValue).joined(separator: ", "))
      return response
    }
  }
}

/// The values that stood where a pattern has `:names`.
package struct RouteParameters: Equatable, Sendable {
  private var values = NamedValues()

  init?(_ pattern: [String], _ path: [String]) {
    guard pattern.count == path.count else { return nil }
    for (expected, segment) in zip(pattern, path) {
      if expected.hasPrefix(":") {
        guard !segment.isEmpty else { return nil }
        values.items.append(.init(name: String(expected.dropFirst()), value: segment))
      } else {
        guard expected.utf8.elementsEqual(segment.utf8) else { return nil }
      }
    }
  }

  /// The decoded text; asking for a name that the pattern lacks is our own mistake.
  package subscript(name: String) -> String {
    guard let value = values[name] else { preconditionFailure("no :\(name) in the pattern") }
    return value
  }
}
