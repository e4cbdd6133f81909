import Foundation

/// LibreOffice, which reads spreadsheets as their users' programs do.
enum Calc {
  static let isHere = FileManager.default.isExecutableFile(atPath: program)
  private static let program = "/usr/bin/soffice"

  /// What the sheets of a file show, by their names.
  static func sheets(of file: String, in folder: String) throws -> [String: [[String]]] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      // A profile of its own: two at a time would wait for each other.
      "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to",
      // UTF-8, comma, text in quotes, cells as they are shown, one file for each sheet.
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,true,false,false,-1",
      "--outdir", "\(folder)/csv", file,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    var sheets: [String: [[String]]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/csv") {
      let text = try String(contentsOfFile: "\(folder)/csv/\(name)", encoding: .utf8)
      // Files are called after the workbook and their sheet.
      sheets[name.dropFirst("out-".count).dropLast(".csv".count).description] = rows(text)
    }
    return sheets
  }

  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    func append(_ character: Character) {
      rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
    }
    for character in text {
      switch character {
      case "\"":
        isQuoted.toggle()
        append(character)
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\n" where !isQuoted: rows.append([""])
      default: append(character)
      }
    }
    return rows.dropLast().map { row in
      row.map { cell in
        guard cell.hasPrefix("\""), cell.hasSuffix("\""), cell.count > 1 else { return cell }
        return String(cell.dropFirst().dropLast()).replacingOccurrences(of: "\"\"", with: "\"")
      }
    }
  }
}
