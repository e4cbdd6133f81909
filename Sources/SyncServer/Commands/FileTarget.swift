import CommandLine
import FieldWork
import Replica
import SyncProtocol
import Web

/// The file that a command writes a list to; its ending says which kind.
struct FileTarget {
  /// `--file`.
  static func argument(isRequired: Bool = false) -> Argument {
    .option(
      "file", "FILE",
      BilingualText(
        vi: "ghi vào tệp này, đuôi .csv hoặc .xlsx", en: "write it to this file, .csv or .xlsx"),
      isRequired: isRequired)
  }

  let path: String
  let format: ListFileFormat

  /// What `--file` names; nil without it.
  /// - Throws: `Failure` for another ending.
  init?(_ invocation: Invocation) throws {
    guard let path = invocation.text("file") else { return nil }
    let format = ListFileFormat.allCases.first { path.lowercased().hasSuffix(".\($0.rawValue)") }
    guard let format else {
      throw Failure(
        code: "file-ending-unknown", exitCode: .userError,
        words: BilingualText(
          vi: "Đuôi tệp phải là .csv hoặc .xlsx; chưa xuất gì.",
          en: "The file's name must end with .csv or .xlsx; nothing was taken out."))
    }
    self.path = path
    self.format = format
  }

  /// Writes a file that was taken out, and says so.
  /// - Throws: `HomeError`; then no file has this name that did not have it before.
  func save(_ file: ResponseFile, _ console: Console) throws {
    try HomeFolder.write(path: path, copyOf: file.descriptor)
    if console.isJSON {
      console.json(["file": .text(path), "bytes": .integer(HomeFolder.bytes(of: path))])
    } else {
      console.say(
        BilingualText(
          vi: "Đã ghi \(path). Việc xuất đã vào nhật ký.",
          en: "Written: \(path). The log has that it was taken out."))
    }
  }
}

extension CommandContext {
  /// Who takes a file out by a command.
  func taker(
    _ centre: Centre, _ invocation: Invocation, _ console: Console
  ) throws -> FileTaker {
    FileTaker(
      centre: centre, language: console.language, time: surroundings.clock().wall,
      actor: try CommandGuard.actor(invocation))
  }
}
