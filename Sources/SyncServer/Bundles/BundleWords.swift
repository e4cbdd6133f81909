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
