import CommandLine
import FieldWork

/// The evening on which everybody hands over, and what each person then sees.
struct DemoEvening {
  let cast: DemoCast
  let narrator: DemoNarrator
  let period: (from: LocalDate, to: LocalDate)

  /// Every laptop syncs; the second loses a connection, the third has a wrong clock.
  func handOver() throws {
    narrator.heading(
      BilingualText(
        vi: "Buổi tối: máy 1 chưa gửi, rồi gửi", en: "In the evening: laptop 1, before and after"))
    try narrator.showSuccess(cast.laptops[0].program, ["status"])
    try narrator.showSuccess(cast.laptops[0].program, ["sync"])
    try narrator.showSuccess(cast.laptops[0].program, ["status"])

    narrator.heading(
      BilingualText(
        vi: "Máy 2: mất mạng sau khi trung tâm đã gộp, trước khi câu trả lời về tới",
        en: "Laptop 2: the network breaks after the centre merged, before its answer arrives"))
    cast.relay?.loseAnswers(true)
    _ = narrator.show(cast.laptops[1].program, ["sync"])
    cast.relay?.loseAnswers(false)
    narrator.say(BilingualText(vi: "…rồi mạng có lại:", en: "…and the network comes back:"))
    try narrator.showSuccess(cast.laptops[1].program, ["sync"])

    narrator.heading(
      BilingualText(vi: "Máy 3: đồng hồ nhanh năm năm", en: "Laptop 3: a clock five years fast"))
    try narrator.showSuccess(cast.laptops[2].program, ["sync"])
    for laptop in cast.laptops { try laptop.program.succeed(["sync"]) }
  }

  /// What the volunteer, the coordinator and the trainer see.
  func report() throws {
    let days = ["--from", Format.date(period.from), "--to", Format.date(period.to)]
    narrator.heading(
      BilingualText(
        vi: "Hai người sửa một số điện thoại: cả hai giá trị còn nguyên, chờ người quyết",
        en: "Two people changed one telephone: both values are kept until somebody decides"))
    try narrator.showSuccess(cast.laptops[0].program, ["conflicts"])
    try narrator.showSuccess(cast.centre, ["conflicts"])

    narrator.heading(
      BilingualText(vi: "Điều phối viên: một con số chung", en: "The coordinator: one count"))
    try narrator.showSuccess(cast.centre, ["count"] + days + ["--by", "team"])
    try narrator.showSuccess(cast.centre, ["laptops"])

    narrator.heading(
      BilingualText(
        vi: "Giảng viên: hỗ trợ bằng cách nào, vướng ở đâu",
        en: "The trainer: what kind of help, and why it failed"))
    try narrator.showSuccess(cast.centre, ["count"] + days + ["--by", "mode,outcome"])
  }

  /// Every digest of every laptop against the centre's.
  /// - Returns: whether all agree and nothing is damaged.
  func verify() throws -> Bool {
    narrator.heading(
      BilingualText(
        vi: "Mọi máy giữ đúng một dữ liệu", en: "Every machine holds the same data"))
    let atCentre = try digests(cast.centre)
    var allAgree = true
    for (index, laptop) in cast.laptops.enumerated() {
      let own = try digests(laptop.program)
      let agrees = !own.isEmpty && own.allSatisfy { atCentre[$0.key] == $0.value }
      allAgree = allAgree && agrees
      let verdict =
        agrees
        ? BilingualText(vi: "khớp với trung tâm", en: "equal to the centre's")
        : BilingualText(vi: "KHÔNG khớp với trung tâm", en: "DIFFERENT from the centre's")
      narrator.say(
        BilingualText(
          vi: "Máy \(index + 1): \(own.count) phạm vi, \(verdict.vietnamese)",
          en: "Laptop \(index + 1): \(own.count) scopes, \(verdict.english)"))
    }
    return allAgree
  }

  private func digests(_ program: DemoProgram) throws -> [String: String] {
    let verification = try program.json(["verify"])
    var digests: [String: String] = [:]
    for entry in verification["digests"]?.arrayValue ?? [] {
      guard let scope = entry["scope"]?.textValue, let digest = entry["digest"]?.textValue else {
        continue
      }
      digests[scope] = digest
    }
    return digests
  }
}
