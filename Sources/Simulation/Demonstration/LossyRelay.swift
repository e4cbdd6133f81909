import Synchronization
import Web

/// A network that breaks at the worst moment: it passes requests on to the centre and, while told
/// to, loses the answers.
final class LossyRelay: Sendable {
  private let centreURL: String
  private let losesAnswers = Mutex(false)
  private let server = Mutex<HTTPServer?>(nil)

  init(to centreURL: String) { self.centreURL = centreURL }

  /// Listens on a free port of this machine.
  func start() throws {
    var configuration = ServerConfiguration()
    configuration.port = 0
    configuration.maximumBodyBytes = 16 << 20
    configuration.bodyLimit = { _, _ in 16 << 20 }
    let server = HTTPServer(configuration: configuration) { self.pass($0) }
    try server.start()
    self.server.withLock { $0 = server }
  }

  /// Where the laptop finds it.
  var url: String { "http://127.0.0.1:\(server.withLock { $0?.port } ?? 0)" }

  /// Whether answers are lost from now on.
  func loseAnswers(_ loses: Bool) { losesAnswers.withLock { $0 = loses } }

  /// Ends it.
  func stop() { server.withLock { $0 }?.stop() }

  private func pass(_ request: HTTPRequest) -> HTTPResponse {
    do {
      var further = ClientRequest(request.method, centreURL + request.target.raw)
      further.body = request.body
      further.headers = ["Content-Type": "application/octet-stream"]
      further.maximumResponseBytes = 32 << 20
      let answer = try HTTPClient(trust: .system).send(further)
      guard !losesAnswers.withLock({ $0 }) else { return .plain(502) }
      return .bytes(answer.body, type: "application/octet-stream", status: answer.status)
    } catch {
      return .plain(502)
    }
  }
}
