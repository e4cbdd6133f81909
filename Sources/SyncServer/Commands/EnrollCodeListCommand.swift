import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `enroll-code list`: the codes that were given out, and which of them still wait.
struct EnrollCodeListCommand: Command {
  let context: CommandContext

  let name = ["enroll-code", "list"]
  let abstract = BilingualText(
    vi: "các mã ghi danh đã cấp, mã nào còn chờ", en: "the codes given out, and which still wait")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let codes = try centre.givenCodes()
    let labels = Dictionary(
      try centre.laptops().map { ($0.replica, $0.label) }, uniquingKeysWith: { first, _ in first })
    func laptop(_ code: Centre.GivenCode) -> String? {
      code.laptop.map { labels[$0] ?? "#\($0.rawValue)" }
    }
    console.listing(
      Table(
        [
          .number(BilingualText(vi: "Số", en: "Number")), .text(LaptopWords.laptop),
          .text(EnrolmentCodeWords.issued), .text(EnrolmentCodeWords.expires),
          .text(EnrolmentCodeWords.state),
        ],
        codes.map { code in
          [
            "\(code.number)", code.label, Format.dateTime(LocalDateTime(time: code.issued)),
            Format.dateTime(LocalDateTime(time: code.expires)),
            EnrolmentCodeWords.words(of: code.state, laptop(code)).text(in: console.language),
          ]
        }, empty: EnrolmentCodeWords.none),
      json: .array(
        codes.map { code in
          [
            "number": .integer(code.number), "label": .text(code.label),
            "issued": .text(LocalDateTime(time: code.issued).iso),
            "expires": .text(LocalDateTime(time: code.expires).iso),
            "state": .text(code.state.rawValue), "laptop": .text(orNull: laptop(code)),
          ]
        }))
    return .done
  }
}

/// `enroll-code withdraw NUMBER`: a code that went astray lets nobody in any more.
struct EnrollCodeWithdrawCommand: Command {
  let context: CommandContext

  let name = ["enroll-code", "withdraw"]
  let abstract = BilingualText(
    vi: "thu hồi một mã ghi danh chưa dùng", en: "take back a code that nobody has used")
  let arguments: [Argument] = [
    .positional(
      "number",
      BilingualText(
        vi: "số của mã, như “enroll-code list” cho thấy",
        en: "its number, as “enroll-code list” shows it"), maximumBytes: 20)
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let typed = invocation.requiredText("number")
    let centre = try context.centre(invocation)
    guard let number = Int64(typed) else { throw CentreError.codeNotWaiting }
    try centre.withdrawCode(number)
    if console.isJSON {
      console.json(["withdrawn": .integer(number)])
    } else {
      console.say(EnrolmentCodeWords.withdrawn)
    }
    return .done
  }
}
