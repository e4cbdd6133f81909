import CommandLine
import FieldWork
import Listings
import Replica

/// `courier take DIR`: carries others' bundles, without being able to read them.
struct CourierTake: LaptopCommand {
  let surroundings: Surroundings
  let name = ["courier", "take"]
  let abstract = BilingualText(
    vi: "mang giúp các gói của người khác từ USB (không đọc được chúng)",
    en: "carry others' bundles from a stick (they cannot be read here)")
  let arguments: [Argument] = [CourierWords.folder]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let courier = try Courier(laptop)
    let result = try courier.take(from: invocation.requiredText("dir"))
    let carrying = try courier.carrying()
    CourierWords.tell(result, carrying.bundles, console) {
      BilingualText(
        vi:
          "Đã nhận mang giúp \(result.copied) gói (\(result.known) gói đã mang từ trước). Máy này "
          + "đang mang \(carrying.bundles) gói; chúng vẫn còn trên USB.",
        en: "\(counted(result.copied, "bundle", "bundles")) taken along (carried already: "
          + "\(result.known)). This laptop carries \(carrying.bundles) now; they stay on the stick "
          + "as well.")
    }
    return CourierWords.exitCode(result)
  }
}

/// `courier give DIR`: puts what is carried onto a stick.
struct CourierGive: LaptopCommand {
  let surroundings: Surroundings
  let name = ["courier", "give"]
  let abstract = BilingualText(
    vi: "chép các gói mang giúp sang USB này", en: "put the bundles that are carried onto a stick")
  let arguments: [Argument] = [
    CourierWords.folder,
    .flag(
      "forget",
      BilingualText(
        vi: "thôi mang những gói đã có trên USB", en: "carry no longer what is on the stick now")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let courier = try Courier(laptop)
    let result = try courier.give(
      to: invocation.requiredText("dir"), forgetting: invocation.flag("forget"))
    let carrying = try courier.carrying()
    CourierWords.tell(result, carrying.bundles, console) {
      BilingualText(
        vi: "Đã chép \(result.copied) gói sang USB, đã đọc lại và so khớp (\(result.known) gói đã "
          + "có ở đó). Máy này còn mang \(carrying.bundles) gói. Có thể rút USB.",
        en: "\(counted(result.copied, "bundle", "bundles")) put onto the stick, read back and "
          + "compared (there already: \(result.known)). This laptop carries \(carrying.bundles) "
          + "still. You can remove the stick.")
    }
    return CourierWords.exitCode(result)
  }
}

/// What is said of carrying others' bundles.
enum CourierWords {
  static let folder = Argument.positional(
    "dir", BilingualText(vi: "thư mục của USB", en: "the folder of the stick"),
    maximumBytes: 4_096)

  static func exitCode(_ result: Courier.Result) -> ExitCode {
    result.damaged.isEmpty ? (result.refused > 0 ? .needsAttention : .done) : .damagedInput
  }

  static func tell(
    _ result: Courier.Result, _ carrying: Int, _ console: Console, words: () -> BilingualText
  ) {
    if console.isJSON {
      console.json([
        "copied": .integer(Int64(result.copied)), "bytes": .integer(Int64(result.byteCount)),
        "known": .integer(Int64(result.known)), "refused": .integer(Int64(result.refused)),
        "forgotten": .integer(Int64(result.forgotten)), "carrying": .integer(Int64(carrying)),
        "damaged": .array(
          result.damaged.map { entry in
            [
              "bundle": .text(entry.stem),
              "message": .text(entry.damage.words.text(in: console.language)),
            ]
          }),
      ])
      return
    }
    console.say(words())
    for (stem, damage) in result.damaged {
      console.note(
        BilingualText(vi: "Gói \(stem) không được chép. ", en: "Bundle \(stem) was not copied. ")
          + damage.words)
    }
    if result.refused > 0 {
      console.note(
        BilingualText(
          vi: "\(result.refused) gói không mang thêm được: máy này chỉ mang tối đa "
            + "\(Courier.maximumBundles) gói, 1 GB. Hãy chép bớt sang USB với --forget.",
          en:
            "\(counted(result.refused, "bundle", "bundles")) not taken along: a laptop carries at "
            + "most \(Courier.maximumBundles) bundles and 1 GB. Put some onto a stick with "
            + "“courier give DIR --forget”."))
    }
  }
}
