import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What is said of bundles at the centre, on the page and by the command.
enum BundleWords {
  /// Whose it is and when it was made.
  static func origin(_ item: BundleDesk.Item) -> BilingualText {
    if let intake = item.intake {
      return origin(intake.label, intake.number, intake.packed)
    }
    guard let contents = item.contents else {
      return BilingualText(vi: "Gói \(item.stem)", en: "Bundle \(item.stem)")
    }
    return origin(contents.sender.label, contents.number, contents.madeAt)
  }

  private static func origin(
    _ label: String, _ number: UInt64, _ made: Timestamp
  ) -> BilingualText {
    let time = Format.dateTime(LocalDateTime(time: made))
    return BilingualText(
      vi: "“\(label)”, gói số \(number) (\(time))",
      en: "“\(label)”, pack number \(number) (\(time))")
  }

  /// What a bundle brought, or would bring.
  static func intake(_ intake: CarriedIntake, isDryRun: Bool) -> BilingualText {
    var words =
      isDryRun
      ? BilingualText(
        vi: "\(intake.newOperations) thao tác mới, \(intake.knownOperations) đã có",
        en: "new operations: \(intake.newOperations), known already: \(intake.knownOperations)")
      : BilingualText(
        vi: "đã nhận \(intake.newOperations) thao tác mới, \(intake.knownOperations) đã có",
        en: "taken in; new operations: \(intake.newOperations), known already: "
          + "\(intake.knownOperations)")
    func add(_ count: Int, vi: String, en: String) {
      if count > 0 { words = words + BilingualText(vi: "; \(vi) \(count)", en: "; \(en) \(count)") }
    }
    add(intake.waiting, vi: "gói phải chờ:", en: "batches that wait:")
    add(intake.aside, vi: "gói giữ riêng:", en: "batches kept aside:")
    add(intake.refusals.count, vi: "gói bị từ chối:", en: "batches refused:")
    if intake.isRepeated {
      words =
        words
        + BilingualText(vi: "; gói này đã được nhận trước đây", en: "; this pack came before")
    }
    if intake.isOld, !intake.isRepeated {
      words =
        words
        + BilingualText(
          vi: "; sau gói này máy đã liên lạc lại", en: "; its laptop was heard of since")
    }
    return words + BilingualText(same: ".")
  }

  /// Where the files of a damaged one are; nil where that is nothing to say.
  static func aside(_ item: BundleDesk.Item) -> BilingualText? {
    if let path = item.keptAside {
      return BilingualText(
        vi: "Các tệp của gói được chép riêng vào \(path).",
        en: "The files of the bundle were copied aside to \(path).")
    }
    guard item.isNotKept else { return nil }
    return BilingualText(
      vi: "Chưa chép riêng được các tệp của gói này: hãy giữ nguyên USB.",
      en: "The files of this bundle could not be copied aside: keep the stick as it is.")
  }

  /// There is none, for anybody.
  static let nothing = BilingualText(
    vi: "Trên USB không có gói nào. Không có gì bị thay đổi. Hãy kiểm tra có đúng USB không.",
    en: "There is no bundle on the stick. Nothing was changed. See whether it is the right stick.")

  /// There are some, all for others.
  static func nothingForUs(_ others: Int) -> BilingualText {
    BilingualText(
      vi:
        "Trên USB có \(others) gói của người khác, không có gói nào cho trung tâm này. Không có gì "
        + "bị thay đổi.",
      en: "Bundles for others on the stick: \(others), and none for this centre. Nothing was "
        + "changed.")
  }

  /// What else lies on a stick.
  static func rest(_ stick: BundleDesk.Stick) -> [BilingualText] {
    var lines: [BilingualText] = []
    if stick.others > 0 {
      lines.append(
        BilingualText(
          vi: "\(stick.others) gói của người khác được để nguyên.",
          en: "Bundles for others, left as they are: \(stick.others)."))
    }
    if stick.unfinished > 0 {
      lines.append(
        BilingualText(
          vi: "\(stick.unfinished) tệp ghi dở: máy ghi chúng sẽ tự dọn khi ghi lại.",
          en:
            "Half-written files: \(stick.unfinished). The laptop that wrote them cleans up when it "
            + "packs again."))
    }
    for name in stick.refused.prefix(10) {
      lines.append(
        BilingualText(
          vi: "\(name) không phải tệp bình thường nên không được mở.",
          en: "\(name) is no ordinary file and was not opened."))
    }
    return lines
  }
}
