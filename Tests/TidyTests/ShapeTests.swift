import Foundation
import Testing

/// Whether a file holds reference data, which may be long: it says so in its first line.
func isReferenceData(_ file: Repository.File) -> Bool {
  file.path.contains("/Reference/") && file.text.hasPrefix("// Reference data")
}

/// The shell line under a marker of the README.
func command(marked marker: String, in readme: String) -> String? {
  let lines = readme.components(separatedBy: "\n")
  guard let place = lines.firstIndex(of: "<!-- \(marker) -->"), place + 3 < lines.count,
    lines[place + 1] == "```sh", lines[place + 3] == "```"
  else { return nil }
  return lines[place + 2]
}

@Suite struct ShapeTests {
  @Test func `no file is longer than 400 lines`() throws {
    for file in try Repository.swiftFiles(Repository.sourceFolders + ["Tests"])
    where !isReferenceData(file) {
      let count = file.text.components(separatedBy: "\n").count - 1
      #expect(count <= 400, "\(file.path)")
    }
  }

  @Test func `only data that says so may be long`() {
    typealias File = Repository.File
    let marked = "// Reference data: communes\n"
    #expect(isReferenceData(File(path: "Sources/FieldWork/Reference/A.swift", text: marked)))
    #expect(!isReferenceData(File(path: "Sources/FieldWork/A.swift", text: marked)))
    #expect(!isReferenceData(File(path: "Sources/FieldWork/Reference/A.swift", text: "let a")))
  }

  @Test func `every name for other rooms is explained`() throws {
    for file in try Repository.swiftFiles(Repository.sourceFolders) where !isReferenceData(file) {
      let missing = Documentation.missing(in: file.text)
      #expect(missing.isEmpty, "\(file.path): lines without explanation")
    }
  }

  @Test func `an unexplained name is found`() {
    let source = """
      package struct A {
        /// Explained.
        @discardableResult
        package static func b() {}
        package private(set) var c = 1
        let package = 2
        // Not an explanation.
        public init() {}
        @inlinable public var d: Int { 1 }
      }
      package import Foundation
      """
    #expect(Documentation.missing(in: source) == [1, 5, 8, 9])
  }

  @Test func `the top level holds the agreed entries and dot-files only`() throws {
    let visible = try Repository.names(in: "").filter { !$0.hasPrefix(".") }
    #expect(visible == ["Package.swift", "README.md", "Sources", "SyncProtocol", "Tests"])
  }

  @Test func `every test folder has tests and is a target`() throws {
    let declared = ImportTable.declared(in: try Repository.text("Package.swift"))
    for folder in try Repository.names(in: "Tests") {
      #expect(declared[folder] != nil, "\(folder) is no target")
      let files = try Repository.swiftFiles(["Tests/\(folder)"])
      let hasTest = files.contains { !lines(naming: "@Test", in: codeOnly($0.text)).isEmpty }
      #expect(hasTest, "Tests/\(folder) has no test")
    }
  }

  @Test func `the README has both commands and the check runs the second`() throws {
    let readme = try Repository.text("README.md")
    let demo = try #require(command(marked: "demo command", in: readme))
    let test = try #require(command(marked: "test command", in: readme))
    #expect(demo.hasSuffix(" && swift run camtay demo'"))
    // The worlds before the others, beside which they take three times as long; the browser beside
    // both: it waits for its pages most of the time, and among the others its turn comes last.
    #expect(
      test.hasSuffix(
        " && swift build --build-tests && { t=\"swift test --skip-build --ignore-lock\";"
          + " $t --filter BrowserTests & b=$!; $t --filter SimulationTests"
          + " && $t --skip \"SimulationTests|BrowserTests\"; r=$?; wait $b && exit $r; }'"))
    let providers = try Repository.text("Package.swift").components(
      separatedBy: "debianPackage: \"")
    for piece in providers.dropFirst() {
      let package = String(piece.prefix { $0 != "\"" })
      #expect(demo.contains(package) && test.contains(package), "\(package)")
    }
    let run = try Repository.text(".ci/run")
    #expect(run.contains("<!-- test command -->"))
    #expect(run.contains("\nbash -c \"$test_command\"\n"))
    let path = Repository.root.appending(path: ".ci/run").path
    #expect(FileManager.default.isExecutableFile(atPath: path))
  }

  @Test func `a README command without its fence is not a command`() {
    #expect(command(marked: "x", in: "<!-- x -->\n```sh\nrun\n```\n") == "run")
    #expect(command(marked: "x", in: "<!-- x -->\nrun\n") == nil)
    #expect(command(marked: "y", in: "<!-- x -->\n```sh\nrun\n```\n") == nil)
  }
}
