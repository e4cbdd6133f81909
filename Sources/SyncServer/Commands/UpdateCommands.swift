import CommandLine
import FieldWork
import Listings
import Replica

/// `update add FILE --version V`: takes in a newer program for laptops and signs it.
struct UpdateAddCommand: Command {
  let context: CommandContext
  let name = ["update", "add"]
  let abstract = BilingualText(
    vi: "nhận chương trình mới cho các máy và ký tên trung tâm",
    en: "take in a newer program for laptops, signed by the centre")
  let arguments: [Argument] = [
    .positional(
      "file", BilingualText(vi: "tệp chương trình camtay", en: "the program's file, camtay"),
      maximumBytes: 4_096),
    .option(
      "version", "V", BilingualText(vi: "phiên bản, ví dụ 0.2.0", en: "its version, such as 0.2.0"),
      isRequired: true, maximumBytes: 40),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    guard let version = ProgramNumber(invocation.requiredText("version")) else {
      throw Failure(
        code: "version-invalid", exitCode: .userError,
        words: BilingualText(
          vi: "Phiên bản viết bằng số và dấu chấm, ví dụ 0.2.0. Chưa nhận gì.",
          en: "A version is numbers and full stops, such as 0.2.0. Nothing was taken in."))
    }
    let centre = try context.centre(invocation)
    let update = try CentreUpdate(centre).take(
      invocation.requiredText("file"), version, by: try CommandGuard.actor(invocation))
    UpdateOutput.tell(
      update,
      BilingualText(
        vi: "Đã nhận và ký phiên bản \(version.text). Máy có mạng chạy “camtay update”; máy không "
          + "mạng nhận bằng USB: nó được ghi kèm gói trả lời (unpack --return).",
        en: "Version \(version.text) was taken in and signed. Laptops with a network run “camtay "
          + "update”; the others get it by stick, beside their returns (unpack --return)."),
      console)
    return .done
  }
}

/// `update show`: which program waits for laptops.
struct UpdateShowCommand: Command {
  let context: CommandContext
  let name = ["update", "show"]
  let abstract = BilingualText(
    vi: "chương trình mới đang có cho các máy", en: "the newer program that laptops can get")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let update = try CentreUpdate(context.centre(invocation)).word()
    let words =
      update.map { update in
        let megabytes = (update.byteCount + 999_999) / 1_000_000
        let time = Format.dateTime(LocalDateTime(time: update.madeAt))
        return BilingualText(
          vi:
            "Phiên bản \(update.version.text) (\(megabytes) MB, \(update.machine)), nhận lúc \(time).",
          en:
            "Version \(update.version.text) (\(megabytes) MB, \(update.machine)), taken in \(time)."
        )
      } ?? UpdateOutput.none
    UpdateOutput.tell(update, words, console)
    return .done
  }
}

/// `update write DIR`: puts the newer program onto a stick.
struct UpdateWriteCommand: Command {
  let context: CommandContext
  let name = ["update", "write"]
  let abstract = BilingualText(
    vi: "chép chương trình mới ra USB", en: "put the newer program onto a stick")
  let arguments: [Argument] = [
    .positional(
      "dir", BilingualText(vi: "thư mục của USB", en: "the folder of the stick"),
      maximumBytes: 4_096)
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let update = CentreUpdate(try context.centre(invocation))
    guard try update.word() != nil else {
      throw Failure(
        code: UpdateProblem.none.code, exitCode: .userError, words: UpdateOutput.none)
    }
    let written = try update.put(onto: invocation.requiredText("dir"))
    UpdateOutput.tell(
      written, written.map(UpdateOutput.written) ?? UpdateOutput.there, console)
    return .done
  }
}

/// What is said of the newer program at the centre.
enum UpdateOutput {
  static let none = BilingualText(
    vi: "Chưa có chương trình mới nào cho các máy: camtay-server update add TỆP --version V",
    en: "There is no newer program for laptops: camtay-server update add FILE --version V")
  static let there = BilingualText(
    vi: "USB đã có bản này hoặc bản mới hơn; chưa ghi gì.",
    en: "The stick has it, or a newer one; nothing was written.")

  static let noRoom = BilingualText(
    vi: "USB không đủ chỗ cho chương trình mới; gói trả lời thì đã ghi xong.",
    en: "The stick has no room for the newer program; the returns are on it.")

  static func written(_ update: ProgramUpdate) -> BilingualText {
    BilingualText(
      vi:
        "Đã chép chương trình phiên bản \(update.version.text) ra USB, đã đọc lại và so khớp. Ở máy: "
        + "camtay update THƯ_MỤC_USB",
      en: "The program's version \(update.version.text) was put onto the stick, read back and "
        + "compared. At the laptop: camtay update DIR")
  }

  static func tell(_ update: ProgramUpdate?, _ words: BilingualText, _ console: Console) {
    guard console.isJSON else { return console.say(words) }
    console.json([
      "version": .text(orNull: update?.version.text), "machine": .text(orNull: update?.machine),
      "bytes": .integer(orNull: update.map { Int64($0.byteCount) }),
      "parts": .integer(orNull: update.map { Int64($0.parts.count) }),
      "taken_in": .text(orNull: update.map { LocalDateTime(time: $0.madeAt).iso }),
    ])
  }
}
