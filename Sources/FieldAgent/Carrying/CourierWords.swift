import FieldWork
import Listings
import Replica

/// What is said of carrying others' bundles, by the commands and on the pages.
enum CourierWords {
  /// What is carried, since when.
  static func load(_ load: Courier.Load) -> BilingualText {
    guard load.bundles > 0 else {
      return BilingualText(
        vi: "Máy này không mang giúp gói nào.", en: "This laptop carries nothing for others.")
    }
    let kilobytes = (load.byteCount + 999) / 1_000
    let since = load.since.map { Format.date($0.date) }
    return BilingualText(
      vi: "Máy này đang mang giúp \(load.bundles) gói (\(kilobytes) kB)"
        + (since.map { " từ \($0)" } ?? "") + ". Không đọc được gì trong đó.",
      en: "This laptop carries \(counted(load.bundles, "bundle", "bundles")) for others "
        + "(\(kilobytes) kB)" + (since.map { " since \($0)" } ?? "")
        + ". Nothing in them can be read here.")
  }

  /// That what is carried can go on now that there is a network.
  static func reminder(_ load: Courier.Load, on surface: Surface) -> BilingualText? {
    guard load.bundles > 0 else { return nil }
    let next = surface.next(
      command: BilingualText(vi: "chạy “camtay courier send”", en: "run “camtay courier send”"),
      page: BilingualText(
        vi: "bấm “Gửi gói mang giúp về trung tâm”", en: "press “Send on what is carried”"))
    return BilingualText(
      vi: "Máy này còn mang giúp \(load.bundles) gói của người khác: có mạng thì "
        + "\(next.vietnamese).",
      en: "This laptop still carries \(counted(load.bundles, "bundle", "bundles")) for others: "
        + "with a network, \(next.english).")
  }

  /// What was taken along from a stick.
  static func taken(_ result: Courier.Result, _ load: Courier.Load) -> BilingualText {
    BilingualText(
      vi: "Đã nhận mang giúp \(result.copied) gói (\(result.known) gói đã mang từ trước). Máy này "
        + "đang mang \(load.bundles) gói; chúng vẫn còn trên USB.",
      en: "\(counted(result.copied, "bundle", "bundles")) taken along (carried already: "
        + "\(result.known)). This laptop carries \(load.bundles) now; they stay on the stick "
        + "as well.")
  }

  /// What was put onto a stick.
  static func given(_ result: Courier.Result, _ load: Courier.Load) -> BilingualText {
    BilingualText(
      vi: "Đã chép \(result.copied) gói sang USB, đã đọc lại và so khớp (\(result.known) gói đã "
        + "có ở đó). Máy này còn mang \(load.bundles) gói. Có thể rút USB.",
      en: "\(counted(result.copied, "bundle", "bundles")) put onto the stick, read back and "
        + "compared (there already: \(result.known)). This laptop carries \(load.bundles) "
        + "still. You can remove the stick.")
  }

  /// What of it did not go, each in its own words.
  static func troubles(_ result: Courier.Result) -> [BilingualText] {
    var words = result.damaged.map { damaged($0.stem, $0.damage) }
    if result.refused > 0 {
      words.append(
        BilingualText(
          vi: "\(result.refused) gói không mang thêm được: máy này chỉ mang tối đa "
            + "\(Courier.maximumBundles) gói, 1 GB. Hãy gửi bớt về trung tâm, hoặc chép sang USB "
            + "rồi thôi mang (courier give --forget).",
          en:
            "\(counted(result.refused, "bundle", "bundles")) not taken along: a laptop carries at "
            + "most \(Courier.maximumBundles) bundles and 1 GB. Send some to the centre, or put "
            + "them onto a stick and carry them no longer (courier give --forget)."))
    }
    if result.namesTaken > 0 {
      words.append(
        BilingualText(
          vi: "\(result.namesTaken) gói không chép được vì gói khác đã dùng tên tệp đó. Hãy chép "
            + "sang một USB khác.",
          en: "\(counted(result.namesTaken, "bundle", "bundles")) not copied: another bundle has "
            + "the names of the files. Use another stick."))
    }
    return words
  }

  private static func damaged(_ stem: String, _ damage: BundleDamage) -> BilingualText {
    BilingualText(vi: "Gói \(stem) không được chép. ", en: "Bundle \(stem) was not copied. ")
      + damage.words
  }

  // MARK: By network

  /// What a trip to the centre came to.
  static func trip(_ result: CourierTrip.Result, _ load: Courier.Load) -> BilingualText {
    let kilobytes = (result.sentBytes + 999) / 1_000
    return BilingualText(
      vi: "Trung tâm xác nhận đã nhận \(result.arrived) gói (gửi \(kilobytes) kB); máy này thôi "
        + "mang chúng. Mang về \(result.returns) gói trả lời. Còn mang \(load.bundles) gói.",
      en: "The centre confirmed \(counted(result.arrived, "bundle", "bundles")) "
        + "(\(kilobytes) kB sent); they are carried no longer. Returns fetched: "
        + "\(result.returns). This laptop carries \(load.bundles) now.")
  }

  /// Where the returns go from here; nil for none.
  static func next(_ load: Courier.Load) -> BilingualText? {
    guard load.bundles > 0 else { return nil }
    return BilingualText(
      vi: "Gói trả lời và gói của người khác: hãy chép ra USB và mang tới máy của họ, họ nhận bằng "
        + "“Nhận từ USB” (camtay unpack).",
      en:
        "Returns and others' bundles: put them onto a stick and bring them to their laptops, which "
        + "take them in from the stick (camtay unpack).")
  }

  /// What did not arrive, each in its own words.
  static func troubles(_ result: CourierTrip.Result) -> [BilingualText] {
    var words = result.damaged.map { stem, damage in
      BilingualText(vi: "Gói \(stem) không được gửi. ", en: "Bundle \(stem) was not sent. ")
        + damage.words
    }
    words += result.refused.map { stem, code in
      BilingualText(vi: "Gói \(stem): ", en: "Bundle \(stem): ") + refused(code)
    }
    if result.returnsWithoutRoom > 0 {
      words.append(
        BilingualText(
          vi:
            "\(result.returnsWithoutRoom) gói trả lời chưa lấy được: máy này đã mang tối đa. Chúng "
            + "vẫn chờ ở trung tâm.",
          en: "Returns not fetched, since this laptop carries as much as it may: "
            + "\(result.returnsWithoutRoom). They wait at the centre."))
    }
    return words
  }

  /// Why the centre does not take something in that this laptop carries.
  static func refused(_ code: String) -> BilingualText {
    let kept = BilingualText(
      vi: " Các gói vẫn nguyên trên máy này; có thể chép chúng ra USB.",
      en: " The bundles are on this laptop as before; they can be put onto a stick.")
    switch code {
    case "courier-lost":
      return BilingualText(
        vi: "Máy này đã bị báo mất nên trung tâm không nhận gì qua nó. Hãy báo điều phối viên.",
        en: "This laptop was declared lost, so the centre takes nothing through it. Tell the "
          + "coordinator.") + kept
    case "courier-replaced":
      return BilingualText(
        vi: "Máy khác đã thay máy này nên trung tâm không nhận gì qua nó.",
        en: "Another laptop took the place of this one, so the centre takes nothing through it.")
        + kept
    case "unknown-replica":
      return BilingualText(
        vi: "Trung tâm không biết máy này. Hãy gửi nhận (Gửi) một lần rồi thử lại.",
        en: "The centre does not know this laptop. Send and receive once, then try again.") + kept
    case "courier-full":
      return BilingualText(
        vi: "Trung tâm đang giữ quá nhiều gói chưa trọn từ máy này. Hãy đưa gói này đến bằng USB.",
        en: "The centre holds too many unfinished bundles from this laptop. Bring this one by "
          + "stick.")
    case "bundle-damaged", "bundle-incomplete":
      return BilingualText(
        vi: "Đến nơi thì hỏng nên trung tâm không nhận gì trong đó. Hãy nhờ máy đã ghi nó ghi lại.",
        en: "It arrived damaged, and the centre took nothing of it. Ask for it to be packed again.")
    case "bundle-sender-unknown":
      return BilingualText(
        vi: "Trung tâm không biết máy đã ghi gói này nên không nhận. Hãy báo điều phối viên.",
        en: "The centre does not know the laptop that packed it and did not take it in. Tell the "
          + "coordinator.")
    default:
      return BilingualText(
        vi: "Trung tâm chưa nhận gói này (\(code)). Nó vẫn ở đây; hãy báo điều phối viên.",
        en: "The centre did not take it in (\(code)). It is still here; tell the coordinator.")
    }
  }
}
