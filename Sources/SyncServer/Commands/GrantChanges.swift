import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What commands that change grants or units have in common: their words, and their answer.
enum GrantChanges {
  /// `--dry-run`.
  static let dryRun = Argument.flag(
    "dry-run", BilingualText(vi: "chỉ cho xem, không ghi gì", en: "only show what would happen"))

  /// `--from DAY`.
  static let from = Argument.option(
    "from", "DATE", BilingualText(vi: "từ ngày (mặc định hôm nay)", en: "from which day (today)"),
    maximumBytes: 40)

  /// The day of `--from`, as the registry counts.
  static func day(_ invocation: Invocation, _ context: CommandContext) throws -> Int64 {
    guard let text = invocation.text("from") else { return Int64(context.today.daysSince1970) }
    return Int64(try Format.parseDate(text).daysSince1970)
  }

  /// The laptop that a line names.
  static func laptop(_ text: String, in centre: Centre) throws -> Peer {
    if let laptop = try centre.laptop(text) { return laptop }
    throw Failure(
      code: "laptop-unknown", exitCode: .userError,
      words: BilingualText(
        vi: "Không có máy “\(text)”, hoặc nhiều máy cùng tên: hãy dùng số máy. "
          + "Xem: camtay-server laptops --json",
        en: "There is no laptop “\(text)”, or several have that name: use its number. "
          + "See: camtay-server laptops --json"))
  }

  /// The scope that a line names by number or label.
  static func scope(_ text: String, in centre: Centre) throws -> ScopeID {
    let labels = try centre.unitMap().labels
    let found = labels.filter { String($0.key.rawValue) == text || $0.value == text }.keys.sorted()
    if found.count == 1 { return found[0] }
    throw Failure(
      code: "scope-unknown", exitCode: .userError,
      words: BilingualText(
        vi: "Không có vùng dữ liệu “\(text)”, hoặc nhiều vùng cùng tên: hãy dùng số. "
          + "Xem: camtay-server unit list",
        en: "There is no scope “\(text)”, or several have that label: use its number. "
          + "See: camtay-server unit list"))
  }

  /// A national code of five digits.
  static func unit(_ text: String) throws -> String {
    guard text.utf8.count == 5, text.utf8.allSatisfy({ 48...57 ~= $0 }) else {
      throw Failure(
        code: "unit-invalid", exitCode: .userError,
        words: BilingualText(
          vi: "“\(text)” không phải mã đơn vị hành chính 5 chữ số; chưa đổi gì.",
          en: "“\(text)” is no unit code of five digits; nothing was changed."))
    }
    return text
  }

  /// Says what laptops gain and lose.
  ///
  /// - Parameter check: what a change of units does besides, and what speaks against it.
  static func answer(
    _ changes: [NamedGrantChange], _ check: UnitChangeCheck = UnitChangeCheck(), isDryRun: Bool,
    _ console: Console, members: [JSONValue.Member] = []
  ) -> ExitCode {
    func names(_ scopes: [NamedScope]) -> String {
      scopes.isEmpty ? "–" : scopes.map(\.label).joined(separator: ", ")
    }
    func numbers(_ scopes: [NamedScope]) -> JSONValue {
      .array(scopes.map { .text(String($0.scope.rawValue)) })
    }
    if console.isJSON {
      console.json(
        .object(
          [
            .init("dry_run", .bool(isDryRun)),
            .init(
              "comes_along",
              .array(
                check.carried.map {
                  ["scope": .text(String($0.area.scope.rawValue)), "unit": .text($0.unit)]
                })),
            .init("without_laptop", numbers(check.withoutLaptop)),
            .init("objection", .text(orNull: check.objection?.code)),
            .init("unchanged", .bool(check.isNothing)),
            .init(
              "laptops",
              .array(
                changes.map {
                  [
                    "replica": .integer(Int64($0.replica.rawValue)), "label": .text($0.label),
                    "gained": numbers($0.gained), "lost": numbers($0.lost),
                  ]
                })),
          ] + members))
      return check.hasProblem && isDryRun ? .needsAttention : .done
    }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Máy", en: "Laptop")),
          .text(BilingualText(vi: "Được thêm", en: "Gains")),
          .text(BilingualText(vi: "Phải trả lại", en: "Hands back")),
        ],
        changes.map { [$0.label, names($0.gained), names($0.lost)] },
        empty: BilingualText(
          vi: "Không máy nào thay đổi.", en: "No laptop gains or loses anything.")),
      json: .null)
    for words in check.notes + check.problems(isDone: !isDryRun) { console.say(words) }
    if check.isNothing {
      console.note(
        BilingualText(
          vi: "Không có gì thay đổi: mọi thứ đã như vậy rồi; không ghi gì.",
          en: "Nothing changes: everything is so already; nothing was written."))
      return .done
    }
    console.note(
      isDryRun
        ? BilingualText(vi: "Chưa ghi gì.", en: "Nothing was written.")
        : BilingualText(
          vi: "Các máy biết ở lần gửi sau. Máy phải trả lại sẽ gửi hết rồi mới xóa.",
          en: "Laptops learn it in their next round. One that hands back sends everything first."))
    return check.hasProblem && isDryRun ? .needsAttention : .done
  }
}
