import CommandLine
import FieldWork
import Listings
import Replica

/// `reset-code CHALLENGE`: the code for a laptop whose user forgot the password.
struct ResetCodeCommand: Command {
  let context: CommandContext

  let name = ["reset-code"]
  let abstract = BilingualText(
    vi: "mã đặt lại mật khẩu cho một máy, trong một ngày",
    en: "the code that resets a laptop's password, for one day")
  let arguments: [Argument] = [
    .positional(
      "challenge",
      BilingualText(
        vi: "các nhóm mà “camtay user reset” cho thấy trên máy đó",
        en: "the groups that “camtay user reset” shows on that laptop"), repeats: true,
      maximumBytes: 200),
    .option(
      "day", "DATE",
      BilingualText(
        vi: "ngày mà máy đó cho thấy (mặc định hôm nay)",
        en: "the day that the laptop shows (today)"), maximumBytes: 40),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let challenge = try ResetChallenge(
      parsing: invocation.texts("challenge").joined(separator: " "))
    let day = try invocation.text("day").map { try Format.parseDate($0) } ?? context.today
    let centre = try context.centre(invocation)
    let giver = try invocation.member.map { name in
      try centre.read { try $0.findMember(name).id }
    }
    let (laptop, code) = try centre.giveResetCode(for: challenge, on: day, by: giver)
    if console.isJSON {
      console.json([
        "laptop": .text(laptop.label), "replica": .integer(Int64(laptop.replica.rawValue)),
        "day": .text(day.iso), "code": .text(code.text),
      ])
      return .done
    }
    console.say(
      BilingualText(
        vi: """
          Máy: \(laptop.label)
          Ngày: \(Format.date(day))
          Mã: \(code.text)
          """,
        en: """
          Laptop: \(laptop.label)
          Day: \(Format.date(day))
          Code: \(code.text)
          """))
    console.note(
      BilingualText(
        vi: "Chỉ đọc mã cho người giữ máy này mà bạn nhận ra: ai có máy và mã thì mở được dữ liệu. "
          + "Lần này đã được ghi lại: camtay-server reset-code list",
        en: "Read the code only to the holder of this laptop, whom you recognise: laptop and code "
          + "together open its data. It was noted: camtay-server reset-code list"))
    return .done
  }
}

/// `reset-code list`: which codes were given, to which laptop.
struct ResetCodeListCommand: Command {
  let context: CommandContext

  let name = ["reset-code", "list"]
  let abstract = BilingualText(
    vi: "các mã đặt lại mật khẩu đã cho", en: "the reset codes that were given")
  let arguments: [Argument] = []

  /// The most lines that are shown.
  private static let limit = 1_000

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let labels = Dictionary(
      try centre.laptops().map { ($0.replica, $0.label) }, uniquingKeysWith: { first, _ in first })
    let codes = try centre.givenResetCodes(limit: Self.limit)
    let lines = try centre.read { reader in
      try codes.map { code in
        (
          code: code, laptop: labels[code.replica] ?? "#\(code.replica.rawValue)",
          giver: try code.giver.flatMap { try reader.record(Member.self, $0)?.fullName },
          given: LocalDateTime(milliseconds: code.given.rawValue)
        )
      }
    }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Lúc", en: "Given")),
          .text(BilingualText(vi: "Máy", en: "Laptop")),
          .text(BilingualText(vi: "Cho ngày", en: "For the day")),
          .text(BilingualText(vi: "Người cho", en: "By")),
        ],
        lines.map {
          [Format.dateTime($0.given), $0.laptop, Format.date($0.code.day), $0.giver ?? "–"]
        },
        empty: BilingualText(vi: "Chưa cho mã nào.", en: "No code was given yet.")),
      json: .array(
        lines.map {
          [
            "given": .text($0.given.iso), "laptop": .text($0.laptop),
            "day": .text($0.code.day.iso), "by": .text(orNull: $0.giver),
          ]
        }))
    return .done
  }
}
