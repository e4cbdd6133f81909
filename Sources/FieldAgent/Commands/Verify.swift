import CommandLine
import Listings
import Replica

/// `verify`: checks the file, the chains and the sums of the rows; with `--deep` also every signature,
/// and that the rows are what the log adds up to.
struct Verify: LaptopCommand {
  let surroundings: Surroundings
  let name = ["verify"]
  let abstract = Words(
    vi: "kiểm tra toàn bộ dữ liệu trong máy", en: "check everything in the store")
  let arguments = [
    Argument.flag(
      "deep",
      Words(
        vi: "đọc lại từng thao tác, chữ ký và chứng nhận",
        en: "read every operation, signature and certificate again"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let store = try laptop(invocation).store
    let verification = try store.verify(invocation.flag("deep") ? .deep : .quick)
    try store.scheduleRecompute(after: verification)
    let report = VerificationReport(
      verification,
      advice: Words(
        vi: "hãy sao lưu thư mục dữ liệu và báo điều phối viên.",
        en: "back up the data folder and tell the coordinator."))
    report.write(to: console)
    return report.exitCode
  }
}
