import CommandLine
import FieldWork
import Listings
import Replica

/// What is said of packs, by the command and on the pages.
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

  /// What was written.
  static func written(_ round: PackedRound, records: Int) -> BilingualText {
    guard round.batches > 0 else {
      return BilingualText(
        vi: "Không có gì mới để nộp; đã ghi báo cáo (gói số \(round.number)) để trung tâm biết máy "
          + "này vẫn hoạt động.",
        en: "There is nothing new to hand over; a report was written (pack number "
          + "\(round.number)), so that the centre hears of this laptop.")
    }
    return BilingualText(
      vi:
        "Đã ghi \(records) bản ghi (\(round.operations) thao tác, gói số \(round.number)) ra USB. "
        + "Chúng vẫn ở trong máy đến khi trung tâm xác nhận.",
      en: "\(counted(records, "record", "records")) written "
        + "(\(counted(round.operations, "operation", "operations")), pack number "
        + "\(round.number)). They stay on this laptop until the centre confirms them.")
  }

  /// That it is on the medium as it was meant.
  static func readBack(_ written: BundleWriter.Written, in path: String) -> BilingualText {
    let kilobytes = (written.byteCount + 999) / 1_000
    return BilingualText(
      vi: "Đã đọc lại và so khớp \(written.files.count) tệp (\(kilobytes) kB) trong \(path).",
      en: "\(counted(written.files.count, "file", "files")) (\(kilobytes) kB) in \(path), read "
        + "back and compared.")
  }

  /// What a broken try had left.
  static func cleaned(_ files: Int) -> BilingualText {
    BilingualText(
      vi: "Đã dọn \(files) tệp ghi dở của lần trước trên USB.",
      en: "\(counted(files, "half-written file", "half-written files")) of an earlier try taken "
        + "off the stick.")
  }

  /// Said of a folder that nobody can take away.
  static let ownDisk = BilingualText(
    vi:
      "Thư mục này nằm trên chính ổ đĩa của máy, không phải USB. Hãy chép nó sang USB, hoặc chỉ thư mục của USB.",
    en:
      "This folder is on the laptop's own disk and not on a stick. Copy it to one, or name the stick's folder."
  )

  /// Said once nothing is on its way to the stick any more.
  static let removable = BilingualText(vi: "Có thể rút USB.", en: "You can remove the stick.")

  /// Said where the laptop was restored.
  static func locked(on surface: Surface) -> BilingualText {
    let taking = surface.next(
      command: BilingualText(vi: "chạy “camtay unpack”", en: "run “camtay unpack”"),
      page: BilingualText(vi: "nhận ở trang này", en: "take it in on this page"))
    return BilingualText(
      vi: "Máy này vừa được phục hồi nên chỉ hỏi trung tâm, chưa nộp bản ghi nào. Hãy mang gói trả "
        + "lời về, \(taking.vietnamese), rồi ghi lại.",
      en: "This laptop was restored: it only asks the centre and hands no record over yet. Bring "
        + "the return, \(taking.english), and pack again.")
  }
}
