import CommandLine
import Listings
import Replica

/// `verify`: checks the file, the chains and the sums of the rows; with `--deep` also every signature,
/// and that the rows are what the log adds up to.
struct VerifyCommand: Command {
  let context: CommandContext

  let name = ["verify"]
  let abstract = Words(
    vi: "kiểm tra toàn bộ dữ liệu của trung tâm", en: "check everything in the store")
  let arguments = [
    Argument.flag(
      "deep",
      Words(
        vi: "đọc lại từng thao tác, chữ ký và chứng nhận",
        en: "read every operation, signature and certificate again"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try context.centre(invocation).inspect {
      let verification = try $0.store.verify(invocation.flag("deep") ? .deep : .quick)
      try $0.store.scheduleRecompute(after: verification)
      return VerificationReport(
        verification,
        advice: Words(
          vi: "hãy dừng serve và sao lưu thư mục dữ liệu trước khi làm gì khác.",
          en: "stop serve and back up the data folder before anything else."))
    }
    report.write(to: console)
    return report.exitCode
  }
}
