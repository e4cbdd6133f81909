import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `scope list`: the areas this laptop holds, and those it is handing back.
struct ScopeList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["scope", "list"]
  let abstract = BilingualText(
    vi: "các địa bàn máy này giữ hoặc đang trả lại",
    en: "the areas this laptop holds or is handing back")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let language = console.language
    let leaving = try laptop.store.scopesBeingHandedBack()
    let scopes = Set(try laptop.store.grantedScopes() + leaving.map(\.scope)).sorted()
    let lines = try scopes.map { scope in
      (
        scope: scope, label: try HandBackWarning.label(of: scope, laptop),
        leaving: leaving.first { $0.scope == scope }
      )
    }
    func deadline(_ line: ScopeHandBack?) -> LocalDate? {
      line.map { LocalDateTime(milliseconds: $0.deadline.rawValue).date }
    }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Địa bàn", en: "Area")),
          .text(BilingualText(vi: "Số", en: "Number")),
          .text(BilingualText(vi: "Tình trạng", en: "State")),
          .text(BilingualText(vi: "Hạn", en: "Deadline")),
          .number(BilingualText(vi: "Chưa gửi", en: "Unsent")),
        ],
        lines.map { line in
          [
            line.label, String(line.scope.rawValue),
            line.leaving == nil
              ? language.text("đang giữ", "held")
              : language.text("đang trả lại", "being handed back"),
            deadline(line.leaving).map(Format.date) ?? "–",
            line.leaving.map { String($0.unconfirmedOperations) } ?? "–",
          ]
        },
        empty: BilingualText(
          vi: "Hiện máy này không giữ địa bàn nào.", en: "This laptop holds no area now.")),
      json: .array(
        lines.map { line in
          [
            "scope": .text(String(line.scope.rawValue)), "label": .text(line.label),
            "state": .text(line.leaving == nil ? "held" : "being-handed-back"),
            "deadline": .text(orNull: deadline(line.leaving)?.iso),
            "unsent_operations": .integer(orNull: line.leaving?.unconfirmedOperations),
          ]
        }))
    return leaving.isEmpty ? .done : .needsAttention
  }
}
