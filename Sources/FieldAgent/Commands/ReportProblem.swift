import CommandLine
import FieldWork
import Replica

/// `report-problem`: shows the file for whoever looks after the software, and writes it where a file
/// is named. Nothing is sent.
struct ReportProblem: LaptopCommand {
  let surroundings: Surroundings
  let name = ["report-problem"]
  let abstract = BilingualText(
    vi: "xem và lưu tệp chẩn đoán không có dữ liệu cá nhân",
    en: "show and save a diagnostic file without personal data")
  let arguments: [Argument] = [
    .positional(
      "file",
      BilingualText(
        vi: "tệp để lưu; bỏ trống thì chỉ xem", en: "file to write; without one it is only shown"),
      isRequired: false),
    .option(
      "text", "TEXT", BilingualText(vi: "điều gì đã xảy ra", en: "what happened"),
      maximumBytes: 4 * DiagnosticReport.maximumWords),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let file = invocation.text("file")
    if let file, HomeFolder.exists(file) { throw AgentError.reportExists(path: file) }
    let report = try DiagnosticReport(
      laptop, laptop.clock(), words: invocation.text("text") ?? "", language: console.language)
    if let file { try HomeFolder.write(path: file, Array(report.text.utf8)) }
    if console.isJSON {
      console.json(["report": .text(report.text), "file": .text(orNull: file)])
      return .done
    }
    console.write(report.text)
    console.say(
      file.map {
        BilingualText(
          vi: "Đã lưu đúng những dòng trên vào \($0). Chưa gửi đi đâu: hãy tự đưa tệp cho người "
            + "phụ "
            + "trách phần mềm.",
          en: "Exactly these lines were written to \($0). Nothing was sent: hand the file "
            + "yourself to "
            + "whoever looks after the software.")
      }
        ?? BilingualText(
          vi: "Chưa lưu và chưa gửi gì. Lưu bằng: camtay report-problem TỆP",
          en: "Nothing was saved or sent. Save it by: camtay report-problem FILE"))
    return .done
  }
}
