import CommandLine
import Listings
import Replica

/// `verify` of the centre's store.
struct VerifyCommand: Command {
  let context: CommandContext

  let name = ["verify"]
  let abstract = VerifyArguments.abstract
  let arguments = VerifyArguments.all

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let verification = try centre.check(
      invocation.flag("deep") ? .deep : .quick, by: try CommandGuard.actor(invocation))
    let report = VerificationReport(
      verification, missingKeys: try centre.inspect { try $0.store.missingKeyCount() },
      advice: BilingualText(
        vi: "hãy dừng serve và sao lưu thư mục dữ liệu trước khi làm gì khác.",
        en: "stop serve and back up the data folder before anything else."))
    report.write(to: console)
    return report.exitCode
  }
}
