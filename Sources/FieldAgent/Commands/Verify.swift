import CommandLine
import Listings
import Replica

/// `verify`: checks file, signatures, chains, and that the rows are what the log adds up to.
struct Verify: LaptopCommand {
  let surroundings: Surroundings
  let name = ["verify"]
  let abstract = Words(
    vi: "kiểm tra toàn bộ dữ liệu trong máy", en: "check everything in the store")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = VerificationReport(
      try laptop(invocation).store.verify(),
      advice: Words(
        vi: "hãy sao lưu thư mục dữ liệu và báo điều phối viên.",
        en: "back up the data folder and tell the coordinator."))
    report.write(to: console)
    return report.exitCode
  }
}
