import CommandLine
import FieldWork
import Listings
import Replica

/// `enroll`: makes this laptop one of a centre's, over a network or from a file.
struct Enroll: LaptopCommand {
  let surroundings: Surroundings
  let name = ["enroll"]
  let abstract = BilingualText(
    vi: "ghi danh máy này với trung tâm", en: "enrol this laptop with its centre")
  let arguments: [Argument] = [
    .option(
      "server", "URL",
      BilingualText(
        vi: "địa chỉ trung tâm, khi có mạng", en: "address of the centre, with a network")),
    .option(
      "file", "PATH", BilingualText(vi: "tệp ghi danh, khi không có mạng", en: "enrolment file")),
    .option(
      "code", "CODE",
      BilingualText(vi: "mã ghi danh 12 ký tự", en: "enrolment code of 12 characters"),
      isRequired: true),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let code = try code(of: invocation)
    let home = try home(invocation)
    let storeKey = try Unlocking(self, invocation, console).storeKey()
    try enrol(home, code, invocation, storeKey)
    // The store is made at once, so that every later session knows the file it writes to.
    let label = try Laptop(home, surroundings, storeKey: storeKey).store.identity.certificate.label
    let laptop = try Laptop(home, surroundings, storeKey: storeKey)
    if !console.isJSON {
      console.say(
        BilingualText(
          vi: "Máy này đã được ghi danh (\(label)). Dữ liệu ở \(home.path).",
          en: "This laptop is enrolled (\(label)). Its data are in \(home.path)."))
    }
    let firstSync = invocation.text("server") == nil ? nil : firstSync(laptop)
    report(laptop, label, firstSync, console)
    return .done
  }

  /// Both ways and the code are checked together, before anything is made.
  private func code(of invocation: Invocation) throws -> EnrolmentCode {
    var problems: [UsageProblem] = []
    let ways = [invocation.text("server"), invocation.text("file")].compactMap { $0 }
    if ways.count != 1 {
      problems.append(
        .missing(
          argument: "--server | --file",
          help: BilingualText(
            vi: "cần đúng một trong hai: địa chỉ trung tâm hoặc tệp ghi danh",
            en: "exactly one is needed: the centre's address or an enrolment file")))
    }
    let text = invocation.requiredText("code")
    var code: EnrolmentCode?
    do {
      code = try EnrolmentCode(parsing: text)
    } catch {
      let failure = FailureCatalogue.failure(error)
      problems.append(.invalidValue(argument: "--code", value: text, reason: failure.words))
    }
    guard problems.isEmpty, let code else { throw UsageError(problems) }
    return code
  }

  /// Holds the home only while the enrolment lasts.
  private func enrol(
    _ home: HomeFolder, _ code: EnrolmentCode, _ invocation: Invocation, _ storeKey: StoreKey?
  ) throws {
    let enrolment = try LaptopEnrolment(home, surroundings, storeKey: storeKey)
    if let server = invocation.text("server") {
      try enrolment.byNetwork(server: server, code: code)
    } else if let file = invocation.text("file") {
      try enrolment.byFile(file, code: code)
    }
  }

  /// Fetches hamlets and members; the enrolment stands whatever becomes of it.
  private func firstSync(_ laptop: Laptop) -> Result<SyncReport, any Error> {
    Result { try SyncRounds(laptop, over: try CentreClient(laptop.configuration)).run() }
  }

  private func report(
    _ laptop: Laptop, _ label: String, _ sync: Result<SyncReport, any Error>?, _ console: Console
  ) {
    let member = laptop.configuration.member.flatMap {
      try? laptop.records.reader.record(Member.self, $0)
    }
    let received = (try? sync?.get())?.outcome.receivedOperations
    if console.isJSON {
      console.json([
        "home": .text(laptop.home.path), "label": .text(label),
        "member": .text(orNull: member?.codeText),
        "member_name": .text(orNull: member?.fullName),
        "received_operations": .integer(orNull: received.map(Int64.init)),
      ])
      return
    }
    if let member {
      console.say(
        BilingualText(
          vi: "Người ghi mặc định: \(member.fullName ?? "") (\(member.codeText)).",
          en: "Records are made by: \(member.fullName ?? "") (\(member.codeText))."))
    }
    if let received {
      console.say(
        BilingualText(
          vi: "Đã nhận danh sách thôn và thành viên (\(received) thao tác). "
            + "Từ giờ ghi được cả khi không có mạng.",
          en: "Hamlets and members have arrived (\(counted(received, "operation", "operations"))). "
            + "From now on you can record without a network."))
    } else if (try? laptop.records.reader.hasDirectory()) == true {
      console.say(
        BilingualText(
          vi: "Tệp đã mang theo danh sách thôn và thành viên. Từ giờ ghi được, không cần mạng.",
          en: "The file brought hamlets and members. You can record now, without a network."))
    } else {
      console.say(
        BilingualText(
          vi: "Khi có mạng hãy chạy “camtay sync” để nhận danh sách thôn và thành viên.",
          en: "Run “camtay sync” once there is a network to receive hamlets and members."))
    }
  }
}
