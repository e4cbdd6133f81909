/// What a coverage has to say beside how many laptops have reported.
extension Coverage {
  /// What is missing from the numbers for another reason than silence, and what to do: a sentence
  /// each. Empty where nothing is.
  ///
  /// - Parameter name: what a laptop is called here, perhaps with what became of it.
  package func shortfalls(
    name: (Laptop, Language) -> String = { laptop, _ in laptop.label }
  ) -> [BilingualText] {
    var sentences: [BilingualText] = []
    let awaited = laptops.filter { $0.setback == .awaited }
    if !awaited.isEmpty { sentences.append(Self.awaited(awaited, since: setBack, name)) }
    for laptop in laptops {
      guard case .stopped(let names) = laptop.setback else { continue }
      let areas = names.map { "“\($0)”" }.joined(separator: ", ")
      sentences.append(
        BilingualText(
          vi: "\(name(laptop, .vietnamese)) đã dừng ở \(areas): máy ấy giữ những bản ghi mà trung "
            + "tâm này không có, nên chúng chưa có trong số liệu. Hãy khôi phục bản sao lưu mới hơn, "
            + "hoặc để các máy khác gửi nhận trước.",
          en: "\(name(laptop, .english)) stopped in \(areas): it keeps records that this centre "
            + "lacks, so the numbers are without them. Restore a newer backup, or let the other "
            + "laptops sync first."))
    }
    if heldBatches > 0 {
      sentences.append(
        BilingualText(
          vi: "\(heldBatches) gói đã nhận nhưng chưa tính vì còn chờ phần khác: camtay-server gap "
            + "list.",
          en: heldBatches == 1
            ? "1 received batch waits for another part and is not in the numbers yet: "
              + "camtay-server gap list."
            : "\(heldBatches) received batches wait for another part and are not in the numbers "
              + "yet: camtay-server gap list."))
    }
    if lostBatches > 0 {
      sentences.append(
        BilingualText(
          vi: "\(lostBatches) gói đã khai báo mất và chưa bao giờ tới; việc trong đó không có "
            + "trong số liệu nào.",
          en: lostBatches == 1
            ? "1 batch was declared lost and never came; the work in it is in no number."
            : "\(lostBatches) batches were declared lost and never came; the work in them is in no "
              + "number."))
    }
    return sentences
  }

  private static func awaited(
    _ laptops: [Laptop], since: LocalDateTime?, _ name: (Laptop, Language) -> String
  ) -> BilingualText {
    func names(_ language: Language) -> String {
      laptops.map { name($0, language) }.joined(separator: ", ")
    }
    let time = since.map(Format.dateTime)
    return BilingualText(
      vi: "Dữ liệu trung tâm là bản cũ\(time.map { " từ \($0)" } ?? ""); chưa gửi nhận lại từ đó: "
        + "\(names(.vietnamese)). Việc đã gửi sau bản sao lưu chưa có ở đây, không phải là 0; nó trở "
        + "lại khi các máy ấy gửi nhận.",
      en: "The centre's data were set back to an older state\(time.map { " at \($0)" } ?? ""); not "
        + "back since: \(names(.english)). What they sent after that state is missing here, which "
        + "is not 0; it comes back when these laptops sync.")
  }
}
