import CommandLine
import FieldWork
import Listings
import Replica

/// `practice`: makes the practice of this laptop where there is none, and says where it is.
struct Practice: LaptopCommand {
  let surroundings: Surroundings
  let name = ["practice"]
  let abstract = BilingualText(
    vi: "tạo sổ luyện tập với các hộ bịa, tách hẳn việc thật", en: "make data to practise with")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let isNew = !PracticeHome(of: laptop.home).exists
    if isNew { try PracticeMaker(laptop, surroundings).make() }
    try Self.say(laptop, surroundings, isNew: isNew, console)
    return .done
  }

  static func say(
    _ laptop: Laptop, _ surroundings: Surroundings, isNew: Bool, _ console: Console
  ) throws {
    let home = PracticeHome(of: laptop.home)
    let unmoved = try PracticeMove(from: try home.open(under: laptop, surroundings), to: laptop)
      .unmovedCount()
    let bytes = try home.bytesOnDisk()
    if console.isJSON {
      return console.json([
        "home": .text(home.folder.path), "is_new": .bool(isNew), "bytes": .integer(bytes),
        "movable_visits": .integer(Int64(unmoved)),
      ])
    }
    let megabytes = PracticePage.megabytes(bytes)
    console.say(
      BilingualText(
        vi: "\(isNew ? "Đã tạo sổ LUYỆN TẬP" : "Sổ LUYỆN TẬP đã có"): \(megabytes) MB ở "
          + "\(home.folder.path). Không gì ở đó được gửi đi.\nVào: camtay serve --open, rồi “Khác → "
          + "Luyện tập”. Làm lại từ đầu: camtay practice again.",
        en: "\(isNew ? "Made the PRACTICE" : "The PRACTICE is there"): \(megabytes) MB at "
          + "\(home.folder.path). Nothing of it is ever handed over.\nEnter it: camtay serve --open, "
          + "then “More → Practice”. Start again: camtay practice again."))
    guard unmoved > 0 else { return }
    console.note(
      BilingualText(
        vi:
          "Ở đó có \(unmoved) lượt thăm ghi cho hộ không phải hộ bịa: nếu là việc thật, xem “camtay "
          + "practice list”.",
        en:
          "\(counted(unmoved, "visit", "visits")) there are about households that are not made up: if "
          + "they are real, see “camtay practice list”."))
  }
}

/// `practice again`: a fresh practice in the place of the one that is there.
struct PracticeAgain: LaptopCommand {
  let surroundings: Surroundings
  let name = ["practice", "again"]
  let abstract = BilingualText(
    vi: "xóa sổ luyện tập và làm lại từ đầu", en: "delete the practice and make a fresh one")
  let arguments: [Argument] = [
    .flag(
      "yes",
      BilingualText(
        vi: "bỏ cả những lượt thăm còn chuyển được", en: "also give up visits that could be moved"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let home = PracticeHome(of: laptop.home)
    if home.exists, !invocation.flag("yes") {
      let unmoved = try PracticeMove(from: try home.open(under: laptop, surroundings), to: laptop)
        .unmovedCount()
      guard unmoved == 0 else {
        throw Failure(
          code: "practice-has-work", exitCode: .refusedForSafety,
          words: BilingualText(
            vi:
              "Chưa xóa gì: \(unmoved) lượt thăm ở đó còn chuyển được. Xem “camtay practice list”; bỏ "
              + "chúng bằng --yes.",
            en: "Nothing was deleted: \(counted(unmoved, "visit", "visits")) there could still be "
              + "moved. See “camtay practice list”; give them up with --yes."))
      }
    }
    try PracticeMaker(laptop, surroundings).make()
    try Practice.say(laptop, surroundings, isNew: true, console)
    return .done
  }
}

/// `practice list`: what was typed in practice, and what of it can be moved.
struct PracticeList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["practice", "list"]
  let abstract = BilingualText(
    vi: "các lượt thăm ghi khi luyện tập", en: "list the visits typed in practice")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let practice = try PracticeHome(of: laptop.home).open(under: laptop, surroundings)
    let visits = try PracticeMove(from: practice, to: laptop).visits()
    let reader = practice.records.reader
    let rows = try visits.map { visit, refusal in
      var row = try VisitList.row(visit, reader, console.language)
      row[row.count - 1] = refusal.map { Self.words(of: $0, console.language) } ?? ""
      return row
    }
    console.listing(
      Table(
        VisitList.columns, rows,
        empty: BilingualText(
          vi: "Chưa ghi lượt thăm nào khi luyện tập.", en: "No visit was typed in practice.")),
      json: .array(
        visits.map { visit, refusal in
          var moved: String?
          if case .moved(let code) = refusal { moved = code }
          return [
            "code": .text(visit.codeText), "date": .text(orNull: visit.date?.iso),
            "can_move": .bool(refusal == nil), "moved": .text(orNull: moved),
          ]
        }))
    return .done
  }

  /// Why a visit stays, with what it became where it was moved.
  static func words(of refusal: PracticeMove.Refusal, _ language: Language) -> String {
    guard case .moved(let code) = refusal else { return refusal.words.text(in: language) }
    return "\(refusal.words.text(in: language)) \(code)"
  }
}
