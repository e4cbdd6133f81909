import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `unit list`: which scopes a unit consists of, and when.
struct UnitListCommand: Command {
  let context: CommandContext

  let name = ["unit", "list"]
  let abstract = BilingualText(
    vi: "mỗi xã gồm những vùng dữ liệu nào, từ ngày nào", en: "which scopes a unit consists of")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let (entries, labels) = try context.centre(invocation).unitMap()
    func date(_ day: Int64?) -> LocalDate? {
      day.map { LocalDate(daysSince1970: Int(clamping: $0)) }
    }
    let today = context.today
    // A code names another unit at another time.
    func name(_ unit: String, _ day: LocalDate) -> String {
      PlaceLineage.units(code: unit).first { $0.isValid(on: day) }?.fullName ?? "–"
    }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Mã xã", en: "Unit")),
          .text(BilingualText(vi: "Tên xã", en: "Name")),
          .text(BilingualText(vi: "Vùng dữ liệu", en: "Scope")),
          .text(BilingualText(vi: "Số", en: "Number")),
          .text(BilingualText(vi: "Từ", en: "From")), .text(BilingualText(vi: "Đến", en: "To")),
        ],
        entries.map {
          [
            $0.unit, name($0.unit, date($0.validTo) ?? max(today, date($0.validFrom) ?? today)),
            NamedScope($0.scope, labels).label, String($0.scope.rawValue),
            date($0.validFrom).map(Format.date) ?? "–",
            date($0.validTo).map(Format.date) ?? "–",
          ]
        }, empty: BilingualText(vi: "Chưa có vùng dữ liệu nào.", en: "There are no scopes yet.")),
      json: .array(
        entries.map {
          [
            "unit": .text($0.unit), "scope": .text(String($0.scope.rawValue)),
            "label": .text(NamedScope($0.scope, labels).label),
            "from": .text(orNull: date($0.validFrom)?.iso),
            "to": .text(orNull: date($0.validTo)?.iso),
          ]
        }))
    return .done
  }
}
