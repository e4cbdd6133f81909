import Foundation

/// The checker of OpenAPI documents from PyPI, where CI has it.
enum OpenAPIChecker {
  static let missing =
    "openapi-spec-validator is missing: CAMTAY_AXE names a Python environment with it"

  static let python: String? = {
    guard let folder = ProcessInfo.processInfo.environment["CAMTAY_AXE"] else { return nil }
    let checker = "\(folder)/bin/openapi-spec-validator"
    return FileManager.default.isExecutableFile(atPath: checker) ? checker : nil
  }()

  static func check(_ checker: String, _ file: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: checker)
    process.arguments = [file]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
