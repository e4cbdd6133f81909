import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `erase list`: every erasure, and which laptops have carried it out.
struct EraseListCommand: Command {
  let context: CommandContext

  let name = ["erase", "list"]
  let abstract = BilingualText(
    vi: "các lần xoá và máy nào đã xoá xong", en: "erasures, and which laptops have confirmed")
  let arguments: [Argument] = []

  private struct Line {
    var code: String
    var state: ErasureState
    var confirmed: [String]
    var outstanding: [String]
    /// Those of them that were declared lost and will never confirm.
    var lost: [String]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let lines = try context.centre(invocation).inspect { try Self.lines($0) }
    let language = console.language
    let mark = language.text(" (đã báo mất)", " (declared lost)")
    func labels(_ labels: [String]) -> String {
      labels.isEmpty ? "–" : labels.joined(separator: ", ")
    }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Ngày yêu cầu", en: "Asked for")),
          .text(BilingualText(vi: "Đã xoá ở trung tâm", en: "Erased at the centre")),
          .text(BilingualText(vi: "Lý do", en: "Reason")),
          .text(BilingualText(vi: "Máy đã xoá", en: "Confirmed")),
          .text(BilingualText(vi: "Còn chờ", en: "Outstanding")),
        ],
        lines.map { line in
          [
            line.code,
            line.state.requested.map { Format.date(LocalDate(daysSince1970: Int($0))) } ?? "–",
            Format.dateTime(LocalDateTime(milliseconds: line.state.ordered.rawValue)),
            Self.reason(line.state)?.text(in: language) ?? "–", labels(line.confirmed),
            labels(line.outstanding.map { line.lost.contains($0) ? $0 + mark : $0 }),
          ]
        }, empty: BilingualText(vi: "Chưa xoá ai.", en: "Nobody was erased.")),
      json: .array(lines.map(Self.json)))
    return lines.allSatisfy { $0.outstanding.allSatisfy($0.lost.contains) }
      ? .done : .needsAttention
  }

  private static func lines(_ field: FieldStore) throws -> [Line] {
    let peers = try field.store.peers()
    let fates = try LaptopFate.all(field.store, peers)
    // The one that took its place has its records and confirms for it.
    let laptops = peers.filter { !(fates[$0.replica]?.isSettled ?? false) }
    return try field.store.erasures().map { state in
      let tables = [ResidentTable.definition, HouseholdTable.definition]
      let table = try tables.first { try field.store.row($0.id, state.subject) != nil }
      let outstanding = laptops.filter { state.confirmed[$0.replica] == nil }
      return Line(
        code: try table.map { try field.reader.codeText(of: state.subject, in: $0) }
          ?? "#\(state.subject.rawValue)", state: state,
        confirmed: laptops.filter { state.confirmed[$0.replica] != nil }.map(\.label),
        outstanding: outstanding.map(\.label),
        lost: outstanding.filter { isLost(fates[$0.replica]) }.map(\.label))
    }
  }

  private static func isLost(_ fate: LaptopFate?) -> Bool {
    if case .lost = fate { true } else { false }
  }

  private static func reason(_ state: ErasureState) -> BilingualText? {
    state.reason.map { ErasureReason(rawValue: $0)?.words ?? BilingualText(same: $0) }
  }

  private static func json(_ line: Line) -> JSONValue {
    [
      "code": .text(line.code), "id": .text(String(line.state.subject.rawValue)),
      "ordered": .text(LocalDateTime(milliseconds: line.state.ordered.rawValue).iso),
      "requested": .text(
        orNull: line.state.requested.map { LocalDate(daysSince1970: Int($0)).iso }),
      "reason": .text(orNull: line.state.reason),
      "confirmed": .array(line.confirmed.map { .text($0) }),
      "outstanding": .array(line.outstanding.map { .text($0) }),
      "lost": .array(line.lost.map { .text($0) }),
    ]
  }
}
