import CommandLine
import Listings
import Replica

/// `verify`: checks file, signatures, chains, and that the rows are what the log adds up to.
struct VerifyCommand: Command {
  let context: CommandContext

  let name = ["verify"]
  let abstract = Words(
    vi: "kiểm tra toàn bộ dữ liệu của trung tâm", en: "check everything in the store")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try context.centre(invocation).inspect {
      VerificationReport(
        try $0.store.verify(),
        advice: Words(
          vi: "hãy dừng serve và sao lưu thư mục dữ liệu trước khi làm gì khác.",
          en: "stop serve and back up the data folder before anything else."))
    }
    report.write(to: console)
    return report.exitCode
  }
}
