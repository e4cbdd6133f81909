import CommandLine
import Listings
import Replica

/// `verify` of a laptop's store.
struct Verify: LaptopCommand {
  let surroundings: Surroundings
  let name = ["verify"]
  let abstract = VerifyArguments.abstract
  let arguments = VerifyArguments.all

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try VerifyArguments.run(
      invocation, laptop(invocation, console).store,
      advice: BilingualText(
        vi: "hãy sao lưu thư mục dữ liệu và báo điều phối viên.",
        en: "back up the data folder and tell the coordinator."))
    report.write(to: console)
    return report.exitCode
  }
}
