import CommandLine
import FieldWork
import Replica

/// `camtay demo check FOLDER`: whether the centre of a made-up district counts what it must.
package struct DistrictCheckCommand: Command {
  /// The words behind `camtay`.
  package let name = ["demo", "check"]
  /// What the list of commands says about it.
  package let abstract = BilingualText(
    vi: "so số đếm của một địa bàn mẫu với số đúng ghi bên cạnh",
    en: "compare what a made-up district counts with what is expected")
  /// The folder.
  package let arguments: [Argument] = [
    .positional(
      "folder", BilingualText(vi: "thư mục của địa bàn", en: "the folder of the district"))
  ]
  private let surroundings: Surroundings

  /// Bytes of the largest file of expectations.
  private static let maximumBytes = 256 << 20

  /// Makes the command.
  package init(surroundings: Surroundings) { self.surroundings = surroundings }

  /// Reads what is expected, and compares.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let folder = invocation.requiredText("folder")
    let path = "\(folder)/\(DistrictExpectation.fileName)"
    let bytes = try HomeFolder.readNamed(path, maximumBytes: Self.maximumBytes)
    guard let json = try? JSONValue(parsing: bytes, maximumBytes: Self.maximumBytes),
      let expectation = DistrictExpectation(reading: json)
    else {
      throw Failure(
        code: "expectation-unreadable", exitCode: .damagedInput,
        words: BilingualText(
          vi: "Không đọc được \(path); chưa đổi gì. Hãy dựng lại bằng camtay demo district.",
          en: "\(path) cannot be read; nothing was changed. Make it anew with "
            + "camtay demo district."))
    }
    let check = try DistrictCheck(expectation, in: folder, surroundings: surroundings)
    DistrictReport(check, folder: folder).write(to: console)
    return check.differences.isEmpty ? .done : .needsAttention
  }
}
