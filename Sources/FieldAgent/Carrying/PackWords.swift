import CommandLine
import FieldWork
import Listings
import Replica

/// What is said of packs that are on their way.
enum PackWords {
  /// What was packed and of which nothing was heard.
  static func underWay(_ pack: PackNote) -> BilingualText {
    let time = Format.dateTime(LocalDateTime(milliseconds: pack.packed.rawValue))
    guard pack.told == nil else {
      return BilingualText(
        vi: "Gói số \(pack.number) ghi ra USB lúc \(time): theo biên nhận trên giấy đã về tới "
          + "trung tâm; \(pack.unconfirmed) thao tác còn chờ trả lời.",
        en: "Pack number \(pack.number), written to a stick \(time): arrived by its receipt on "
          + "paper, \(counted(pack.unconfirmed, "operation", "operations")) await the answer.")
    }
    return BilingualText(
      vi: "Gói số \(pack.number) ghi ra USB lúc \(time): \(pack.unconfirmed) thao tác chưa được "
        + "trung tâm xác nhận.",
      en: "Pack number \(pack.number), written to a stick \(time): "
        + "\(counted(pack.unconfirmed, "operation", "operations")) not yet confirmed by the centre."
    )
  }

  /// The same for programs.
  static func json(_ pack: PackNote) -> JSONValue {
    [
      "pack": .integer(Int64(clamping: pack.number)),
      "packed": .text(LocalDateTime(milliseconds: pack.packed.rawValue).iso),
      "operations": .integer(pack.operations), "unconfirmed": .integer(pack.unconfirmed),
      "answered": .text(orNull: pack.arrived.map { LocalDateTime(milliseconds: $0.rawValue).iso }),
      "receipt_entered": .text(
        orNull: pack.told.map { LocalDateTime(milliseconds: $0.rawValue).iso }),
    ]
  }
}
