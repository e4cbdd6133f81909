import CommandLine
import FieldWork
import Glibc
import Replica
import Web

/// The laptop's own pages, on this machine alone.
package final class LaptopServer: Sendable {
  /// The port when none is named.
  package static let defaultPort: UInt16 = 8764
  /// Where a running server says how to reach it, below the home; readable by its owner alone.
  static let noteFile = "pages.json"

  private let home: HomeFolder
  private let server: HTTPServer
  private let desk: LaptopDesk
  private let work: LaptopWork

  /// Prepares a server on 127.0.0.1.
  /// - Parameters:
  ///   - port: 0 lets the system choose one.
  ///   - desktop: where the program lies that may be updated.
  package init(
    _ home: HomeFolder, _ surroundings: Surroundings, port: UInt16 = defaultPort,
    desktop: Desktop = .none
  ) {
    self.home = home
    let bench = LaptopBench(home, surroundings)
    let work = LaptopWork(home, surroundings, bench, desktop: desktop)
    let desk = LaptopDesk(home, surroundings, bench, work)
    self.work = work
    self.desk = desk
    var configuration = ServerConfiguration()
    configuration.port = port
    configuration.maximumBodyBytes = StickWork.formBytes
    configuration.bodyLimit = { desk.bodyLimit($0, $1) }
    server = HTTPServer(configuration: configuration) { desk.respond(to: $0) }
  }

  /// The address with which a browser comes in; only for this laptop's user.
  package var address: String { "http://127.0.0.1:\(server.port ?? 0)\(desk.door.address)" }

  /// Listens, and notes in the home where; requests are answered when this returns.
  /// - Throws: `WebError`, `HomeError`.
  package func start() throws {
    try home.create()
    try server.start()
    do {
      let note: JSONValue = ["address": .text(address), "process": .integer(Int64(getpid()))]
      try home.write(Self.noteFile, Array((note.compactText + "\n").utf8))
    } catch {
      server.stop()
      throw error
    }
    let seats = desk.seats
    let bench = desk.bench
    work.start {
      seats.lockIfIdle()
      // After a sync the index is read anew: better now than when somebody types a name.
      try? bench.use { try $0.records.search.prepare() }
    }
  }

  /// Steps that the open laptop's store has run through its statements; nil while it is locked.
  /// Benchmarks gate on what a page adds to them.
  package var storeSteps: Int? {
    try? desk.bench.use { $0.store.connection.counters.steps }
  }

  /// Lets answers under way finish, then ends; the keys leave the memory. A round that waits for the
  /// network is left to itself: whatever becomes of it, it can be repeated.
  package func stop() {
    server.stop()
    work.stop()
    desk.bench.close()
    try? home.remove(Self.noteFile)
  }

  /// The address of the server that runs for a home; nil when none does. A note outlives a power cut,
  /// and its process number may be another program's by then: the address itself is tried.
  package static func runningAddress(_ home: HomeFolder) throws -> String? {
    guard let note = try home.read(noteFile), let json = try? JSONValue(parsing: note),
      let address = json["address"]?.textValue, let process = json["process"]?.integerValue,
      kill(pid_t(truncatingIfNeeded: process), 0) == 0
    else { return nil }
    var request = ClientRequest(.get, address)
    request.totalTimeoutMilliseconds = 3_000
    let answer = try? HTTPClient(trust: .unverified).send(request)
    return answer.map { $0.status < 400 } == true ? address : nil
  }
}
