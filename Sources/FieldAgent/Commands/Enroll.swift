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
      BilingualText(
        vi: "mã ghi danh 12 ký tự, cùng địa chỉ hoặc tệp",
        en: "enrolment code of 12 characters, with an address or a file")),
    .option(
      "text", "LINE",
      BilingualText(
        vi: "cả dòng ghi danh CAMTAY-ENROL;…, thay cho địa chỉ và mã",
        en: "the whole line CAMTAY-ENROL;…, in place of address and code"),
      maximumBytes: 2 * EnrolmentText.maximumBytes),
  ]

  /// How the centre is found and told that it let this laptop in.
  private enum Way {
    case network(CentreAddress, EnrolmentCode)
    case file(path: String, EnrolmentCode)
    case text(EnrolmentText)

    var isByNetwork: Bool {
      if case .file = self { false } else { true }
    }
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let way = try way(of: invocation)
    let home = try home(invocation)
    let storeKey = try Unlocking(self, invocation, console).storeKey()
    if case .network(let address, _) = way, let completion = address.completion {
      console.note(completion)
    }
    try enrol(home, by: way, storeKey)
    // The store is made at once, so that every later session knows the file it writes to.
    let label = try Laptop(home, surroundings, storeKey: storeKey).store.identity.certificate.label
    let laptop = try Laptop(home, surroundings, storeKey: storeKey)
    if !console.isJSON {
      console.say(
        BilingualText(
          vi: "Máy này đã được ghi danh (\(label)). Dữ liệu ở \(home.path).",
          en: "This laptop is enrolled (\(label)). Its data are in \(home.path)."))
    }
    let firstSync = way.isByNetwork ? firstSync(laptop) : nil
    report(laptop, label, firstSync, console)
    return .done
  }

  /// The ways and the code are checked together, before anything is made.
  private func way(of invocation: Invocation) throws -> Way {
    var problems: [UsageProblem] = []
    let (server, file) = (invocation.text("server"), invocation.text("file"))
    let (line, typed) = (invocation.text("text"), invocation.text("code"))
    if [server, file, line].compactMap({ $0 }).count != 1 {
      problems.append(
        .missing(
          argument: "--server | --file | --text",
          help: BilingualText(
            vi: "cần đúng một trong ba: địa chỉ trung tâm, tệp ghi danh hoặc dòng ghi danh",
            en: "exactly one is needed: the centre's address, an enrolment file or an enrolment "
              + "line")))
    } else if let line {
      if let typed {
        problems.append(
          .invalidValue(
            argument: "--code", value: typed,
            reason: BilingualText(
              vi: "dòng ghi danh đã có mã", en: "the enrolment line has the code in it")))
        throw UsageError(problems)
      }
      return .text(try EnrolmentText(parsing: line))
    } else if typed == nil {
      problems.append(
        .missing(
          argument: "--code",
          help: BilingualText(vi: "mã ghi danh 12 ký tự", en: "enrolment code of 12 characters")))
    }
    var code: EnrolmentCode?
    if let typed {
      do {
        code = try EnrolmentCode(parsing: typed)
      } catch {
        let failure = FailureCatalogue.failure(error)
        problems.append(
          .invalidValue(argument: "--code", value: typed, reason: failure.words))
      }
    }
    guard problems.isEmpty, let code else { throw UsageError(problems) }
    return file.map { .file(path: $0, code) } ?? .network(CentreAddress(server ?? ""), code)
  }

  /// Holds the home only while the enrolment lasts.
  private func enrol(_ home: HomeFolder, by way: Way, _ storeKey: StoreKey?) throws {
    let enrolment = try LaptopEnrolment(home, surroundings, storeKey: storeKey)
    switch way {
    case .network(let address, let code): try enrolment.byNetwork(at: address, code: code)
    case .file(let path, let code): try enrolment.byFile(path, code: code)
    case .text(let text): try enrolment.byText(text)
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
