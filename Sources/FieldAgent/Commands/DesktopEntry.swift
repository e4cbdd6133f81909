import CommandLine
import FieldWork
import Replica

/// `desktop`: puts CamTay among the programs of this user's desktop, with its icon.
///
/// The entry names the program's file as it lies now; after it was moved the command is run again.
/// Format: freedesktop.org's Desktop Entry Specification.
struct DesktopEntry: LaptopCommand {
  let surroundings: Surroundings
  let desktop: Desktop
  let name = ["desktop"]
  let abstract = BilingualText(
    vi: "thêm biểu tượng CamTay vào màn hình máy này", en: "add CamTay to this desktop's programs")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    guard let program = desktop.programPath, let folder = dataFolder() else {
      throw Failure(
        "no-desktop", .userError,
        BilingualText(
          vi: "Không biết thư mục của người dùng này, nên chưa thêm biểu tượng. Vẫn mở được bằng: "
            + "camtay serve --open",
          en: "This user's folder is not known, so no icon was added. The pages open by: camtay "
            + "serve --open"))
    }
    let entry = "\(folder)/applications/camtay.desktop"
    let icon = "\(folder)/icons/hicolor/scalable/apps/camtay.svg"
    try write(icon, Self.icon)
    try write(entry, Self.entry(program, home: invocation.home))
    if console.isJSON {
      console.json(["entry": .text(entry), "icon": .text(icon)])
    } else {
      console.say(
        BilingualText(
          vi: "Đã thêm biểu tượng CamTay (\(entry)).",
          en: "CamTay is among the desktop's programs now (\(entry))."))
    }
    return .done
  }

  private func dataFolder() -> String? {
    if let data = surroundings.environment("XDG_DATA_HOME"), data.hasPrefix("/") { return data }
    return surroundings.environment("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      .map { "\($0)/.local/share" }
  }

  private func write(_ path: String, _ text: String) throws {
    guard let slash = path.lastIndex(of: "/") else { return }
    try HomeFolder.makeFolders(String(path[..<slash]))
    try HomeFolder.write(path: path, Array(text.utf8))
  }

  private static let comment = BilingualText(
    vi: "Ghi lượt thăm hộ, không cần mạng", en: "Record household visits, offline")

  /// The entry. A path is quoted as the specification asks.
  static func entry(_ program: String, home: String?) -> String {
    let words = [program, "serve", "--open"] + (home.map { ["--home", $0] } ?? [])
    return """
      [Desktop Entry]
      Type=Application
      Version=1.0
      Name=CamTay
      Comment=\(comment.english)
      Comment[vi]=\(comment.vietnamese)
      Exec=\(words.map(quoted).joined(separator: " "))
      Icon=camtay
      Terminal=false
      Categories=Office;

      """
  }

  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    if plain { return word }
    // A string of the file escapes the backslash, and within quotes the command line does so again.
    let escaped = word.map { character -> String in
      switch character {
      case "\\": "\\\\\\\\"
      case "\"", "`", "$": "\\\\\(character)"
      case "%": "%%"
      default: String(character)
      }
    }
    return "\"\(escaped.joined())\""
  }

  /// A hand that leads another: two strokes, which stay clear at 16 pixels.
  static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
    <rect width="64" height="64" rx="14" fill="#0b5a58"/>
    <path d="M14 40c6-10 12-14 18-10s10 2 18-8" fill="none" stroke="#fff" stroke-width="7"
    stroke-linecap="round"/>
    <path d="M14 50c8-8 14-10 20-6s10 2 16-4" fill="none" stroke="#f2c94c" stroke-width="5"
    stroke-linecap="round"/>
    </svg>

    """
}
