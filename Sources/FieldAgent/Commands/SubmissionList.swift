import CommandLine
import FieldWork
import Listings
import Replica

/// `submission list`: dossiers that wait for a result, overdue first; or all.
struct SubmissionList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["submission", "list"]
  let abstract = BilingualText(
    vi: "hồ sơ đang chờ kết quả, quá hẹn trước", en: "dossiers waiting for a result, overdue first")
  let arguments: [Argument] =
    [
      .flag("all", BilingualText(vi: "cả hồ sơ đã xong", en: "finished ones too")),
      .flag("overdue", BilingualText(vi: "chỉ hồ sơ quá hẹn", en: "only overdue ones")),
    ] + ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let records = laptop.records
    let now = try records.knowledge(of: laptop.clock()).now
    let listed =
      invocation.flag("all")
      ? try records.reader.submissions(page: .all)
      : try records.waitingSubmissions(asOf: now, onlyOverdue: invocation.flag("overdue"))
        .map(\.submission)
    let language = console.language
    let part = ListPage(invocation).part(of: listed)
    let rows = try part.elements.map { submission in
      let status = try records.reader.timeline(of: submission.id).status
      return [
        submission.codeText,
        try submission.resident.flatMap { try records.reader.record(Resident.self, $0)?.fullName }
          ?? "",
        try records.reader.serviceName(of: submission.procedure ?? "").text(in: language)
          .shortened(to: 60),
        submission.dossierCode ?? "", SubmissionStatus.words(of: status).text(in: language),
        submission.appointment.map(Format.dateTime) ?? "",
        try records.deadline(of: submission, asOf: now).words.text(in: language),
      ]
    }
    try part.write(
      to: console,
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Người dân", en: "Resident")),
          .text(BilingualText(vi: "Thủ tục", en: "Procedure")),
          .text(BilingualText(vi: "Mã hồ sơ", en: "Dossier")),
          .text(BilingualText(vi: "Trạng thái", en: "Status")),
          .text(BilingualText(vi: "Hẹn trả", en: "Appointment")),
          .text(BilingualText(vi: "Hạn", en: "Deadline")),
        ], rows,
        empty: BilingualText(vi: "Không có hồ sơ nào đang chờ.", en: "No dossier is waiting.")),
      json: "submissions"
    ) { try $0.json(records, asOf: now) }
    return .done
  }
}

/// `submission show`: a dossier and everything that happened to it.
struct SubmissionShow: LaptopCommand {
  let surroundings: Surroundings
  let name = ["submission", "show"]
  let abstract = BilingualText(
    vi: "xem một hồ sơ và các tin của nó", en: "show a dossier and its events")
  let arguments = [
    Argument.positional("code", BilingualText(vi: "mã hồ sơ đã ghi", en: "code of the dossier"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let records = laptop.records
    let now = try records.knowledge(of: laptop.clock()).now
    let id = try records.reader.resolveOne(invocation.requiredText("code"), as: .submission)
    let submission = try records.reader.existing(Submission.self, id)
    let json = try submission.json(records, asOf: now)
    guard !console.isJSON else {
      console.json(json)
      return .done
    }
    try Details.say(json, .submission, records.reader, console)
    let language = console.language
    let deadline = try records.deadline(of: submission, asOf: now).words
    console.write(
      "\(FieldLabel.words(of: "deadline").text(in: language)): \(deadline.text(in: language))\n")
    if let difference = try records.promiseDifference(of: submission) {
      console.say(difference.words)
    }
    console.table(
      [
        .text(BilingualText(vi: "Tin", en: "Event")), .text(BilingualText(vi: "Lúc", en: "When")),
        .text(BilingualText(vi: "Trạng thái", en: "Status")),
        .text(BilingualText(vi: "Ghi chú", en: "Note")),
      ],
      try records.reader.timeline(of: id).steps.map { step in
        let status = SubmissionStatus.words(of: step.event.status).text(in: language)
        return [
          "#\(step.event.id.rawValue)", step.event.occurred.map(Format.dayOrTime) ?? "",
          step.isInForce ? status : "(\(status))", step.event.note ?? "",
        ]
      }, empty: BilingualText(vi: "Chưa có tin nào.", en: "No news yet."))
    return .done
  }
}
