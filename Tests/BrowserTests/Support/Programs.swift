import Foundation

/// What a browser test could not go on without.
struct Trouble: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// A process that a test started: its output in files so that no pipe fills up, its waits bounded.
final class Running {
  private let process = Process()
  private let outputFile: URL
  private let name: String

  /// Starts a program with its output going to files below `folder`.
  init(_ program: URL, _ arguments: [String], logs folder: URL) throws {
    name = program.lastPathComponent
    outputFile = folder.appending(path: "\(UUID().uuidString).log")
    try Data().write(to: outputFile)
    let output = try FileHandle(forWritingTo: outputFile)
    process.executableURL = program
    process.arguments = arguments
    // Chromium keeps its own files below HOME; they go with the test's folder.
    process.environment = [
      "LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
  }

  deinit { killHard() }

  /// Everything printed so far.
  var output: String { (try? String(contentsOf: outputFile, encoding: .utf8)) ?? "" }

  /// `kill -9`, and the end of the process.
  func killHard() {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits until something is printed that `find` recognises.
  /// - Throws: `Trouble` when the process ends before, or after 30 seconds.
  func awaited<Found>(_ find: (String) -> Found?) throws -> Found {
    for _ in 0..<3_000 {
      if let found = find(output) { return found }
      guard process.isRunning else { break }
      usleep(10_000)
    }
    throw Trouble("\(name) never said what was awaited:\n\(output)")
  }

  /// Waits for its end, half a minute at most unless told; returns its output.
  /// - Throws: `Trouble` unless it exits with 0.
  @discardableResult
  func success(within seconds: Int = 30) throws -> String {
    for _ in 0..<seconds * 100 where process.isRunning { usleep(10_000) }
    guard !process.isRunning, process.terminationStatus == 0 else {
      throw Trouble("\(name) \(process.arguments ?? []) did not succeed:\n\(output)")
    }
    return output
  }
}
