import SyncServer
import Web

/// The pages of the centre as its own table of routes has them, and which of them were opened.
struct CentreRoutes {
  /// Pages that stand in no table but that of the desk.
  private static let entrance = ["/sign-in", "/account", "/f/:printed"]
  /// Files that are taken out, and the way to one's first page.
  private static let files = [
    "/", "/new-laptop/:ticket", "/months/:month/summary", "/sticks/files/:tray/:name",
  ]

  private var router = Router<Access>()
  private(set) var opened: Set<String> = []

  init() {
    for pattern in Self.entrance { add(pattern) }
    for route in CentrePages.routes where route.method == .get && !Self.isFile(route.pattern) {
      add(route.pattern)
    }
  }

  private mutating func add(_ pattern: String) {
    router.add(.get, pattern, access: .anyone) { _, _ in .notFound }
  }

  private static func isFile(_ pattern: String) -> Bool {
    files.contains(pattern) || pattern.split(separator: "/").last?.contains(".") == true
  }

  /// The pages whose address holds no record.
  var plain: [String] { patterns.filter { !$0.contains(":") } }

  private var patterns: [String] { router.routes.map(\.pattern) }

  /// The pages that nobody opened.
  var missing: [String] { patterns.filter { !opened.contains($0) } }

  /// Notes that a browser is at this address.
  mutating func open(_ address: String) throws {
    let path = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
      .dropFirst(2).joined()
    guard case .found(let route, _) = router.match(.get, try RequestTarget("/" + path)) else {
      return
    }
    opened.insert(route.pattern)
  }
}
