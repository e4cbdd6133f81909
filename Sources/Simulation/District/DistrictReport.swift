import CommandLine
import FieldWork
import Listings

/// What a comparison of a district has shown, for people and programs.
struct DistrictReport {
  private let check: DistrictCheck
  private let folder: String

  init(_ check: DistrictCheck, folder: String) {
    self.check = check
    self.folder = folder
  }

  /// Lines of differences that are shown to people.
  private static let shownDifferences = 40

  /// Writes it.
  ///
  /// - Parameter password: that of the centre's account, where it was just made.
  func write(
    to console: Console, password: String? = nil, from: LocalDate? = nil, to: LocalDate? = nil
  ) {
    guard !console.isJSON else { return console.json(json(password)) }
    if check.differences.isEmpty {
      console.say(
        BilingualText(
          vi: "Đã so \(check.compared) số: trung tâm đếm đúng cả.",
          en: "\(check.compared) numbers were compared: the centre counts them all right."))
    } else {
      console.say(
        BilingualText(
          vi: "Đã so \(check.compared) số: \(check.differences.count) số khác. "
            + "Dữ liệu vẫn nguyên.",
          en: "\(check.compared) numbers were compared: "
            + "\(counted(check.differences.count, "differs", "differ")). The data are untouched."))
      console.table(
        [
          .text(BilingualText(vi: "Ở đâu", en: "Where")),
          .number(BilingualText(vi: "Phải là", en: "Expected")),
          .number(BilingualText(vi: "Đếm được", en: "Counted")),
        ],
        check.differences.prefix(Self.shownDifferences).map {
          [$0.place, $0.expected, $0.counted]
        },
        empty: BilingualText(same: ""))
    }
    if let password, let from, let to { tellHowToLook(console, password, from, to) }
  }

  private func tellHowToLook(
    _ console: Console, _ password: String, _ from: LocalDate, _ to: LocalDate
  ) {
    let home = ShellWord.quoted("\(folder)/\(DistrictBuilder.centreHome)")
    let line = "camtay-server --home \(home)"
    let days = "--from \(Format.date(from)) --to \(Format.date(to))"
    let file = "\(folder)/\(DistrictExpectation.fileName)"
    console.say(
      BilingualText(
        vi: """
          Xem tiếp:
            \(line) count \(days) --by team
            \(line) serve      (đăng nhập: coordinator / \(password))
            camtay --home \(folder)/may-mau-1 status
          Số đúng: \(file). So lại: camtay demo check \(ShellWord.quoted(folder))
          """,
        en: """
          Look further:
            \(line) count \(days) --by team
            \(line) serve      (sign in: coordinator / \(password))
            camtay --home \(folder)/may-mau-1 status
          What is expected: \(file). Compare again: camtay demo check \(ShellWord.quoted(folder))
          """))
  }

  private func json(_ password: String?) -> JSONValue {
    [
      "folder": .text(folder), "compared": .integer(Int64(check.compared)),
      "differences": .array(
        check.differences.map {
          [
            "place": .text($0.place), "expected": .text($0.expected), "counted": .text($0.counted),
          ]
        }),
      "password": .text(orNull: password),
    ]
  }
}
