import CommandLine
import Foundation
import Web

/// A client of the WebDriver protocol: `chromedriver`, and what is said to it.
///
/// Every request has a time limit, so that no test hangs on a browser.
final class WebDriver {
  static let browserPath = "/usr/bin/chromium"
  private static let driverPath = "/usr/bin/chromedriver"

  /// Whether both programs are on this machine.
  static let isInstalled =
    FileManager.default.isExecutableFile(atPath: browserPath)
    && FileManager.default.isExecutableFile(atPath: driverPath)

  /// What a skipped test says.
  static let missing: String =
    "Chromium or its driver is missing: apt-get install chromium chromium-driver"

  /// An answer of the driver that is an error, such as `no such element`.
  struct Refusal: Error, CustomStringConvertible {
    let code: String
    let message: String
    var description: String { "\(code): \(message)" }
  }

  private let program: Running
  private let address: String
  private let client = HTTPClient(trust: .unverified)

  /// Starts a driver on a free port.
  ///
  /// The driver picks a port that is free on IPv6 and then wants the same one on IPv4, where
  /// another program may have it: such a start is tried again, on another port.
  init(logs folder: URL) throws {
    var started: (program: Running, port: Int)?
    for attempt in 1...10 where started == nil {
      let program = try Running(
        URL(fileURLWithPath: Self.driverPath), ["--port=0", "--log-level=SEVERE"], logs: folder)
      do {
        started = (program, try program.awaited(Self.announcedPort))
      } catch let trouble as Trouble {
        guard attempt < 10, program.output.contains("Address already in use") else { throw trouble }
      }
    }
    guard let started else { throw Trouble("chromedriver was not started") }
    program = started.program
    address = "http://127.0.0.1:\(started.port)"
  }

  private static func announcedPort(in output: String) -> Int? {
    output.components(separatedBy: "successfully on port ").dropFirst().first.flatMap {
      $0.contains(".") ? Int($0.prefix { $0 != "." }) : nil
    }
  }

  deinit { end() }

  /// Closes whatever browser is left, and ends.
  func end() {
    _ = try? send(.get, "/shutdown")
    program.killHard()
  }

  /// Sends one command; `body` nil is a GET. Returns what stands under `value`.
  /// - Throws: `Refusal` for an error of the protocol, `WebError` when the driver is gone.
  @discardableResult
  func send(
    _ method: HTTPMethod, _ path: String, _ body: JSONValue? = nil
  ) throws -> JSONValue {
    var request = ClientRequest(
      method, address + path, headers: ["Content-Type": "application/json; charset=utf-8"],
      body: body.map { Array($0.compactText.utf8) } ?? [])
    request.totalTimeoutMilliseconds = 30_000
    request.maximumResponseBytes = 32 << 20
    let response = try client.send(request)
    let value = try JSONValue(parsing: response.body, maximumBytes: 8 << 20)["value"] ?? .null
    guard response.status == 200 else {
      throw Refusal(
        code: value["error"]?.textValue ?? "status \(response.status)",
        message: value["message"]?.textValue?.components(separatedBy: "\n").first ?? "")
    }
    return value
  }
}
