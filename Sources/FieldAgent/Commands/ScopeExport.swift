import CommandLine
import Listings
import Replica
import SyncProtocol

/// `scope export`: for an area past its deadline and a laptop without any network: everything kept of
/// it goes to files, and only then from the store.
struct ScopeExport: LaptopCommand {
  let surroundings: Surroundings
  let name = ["scope", "export"]
  let abstract = BilingualText(
    vi: "quá hạn trả lại mà không có mạng: xuất địa bàn ra tệp rồi xóa khỏi máy",
    en: "past the deadline and without a network: write an area to files, then remove it here")
  let arguments: [Argument] = [
    .positional(
      "scope", BilingualText(vi: "số trong “scope list”", en: "number in “scope list”"),
      kind: .integer(1...Int64.max))
  ]

  /// What is said where the files of an earlier export lie; nil where there are none.
  private static func exported(_ number: Int64, _ laptop: Laptop) -> Failure? {
    let files = Array(
      sequence(first: 1) { $0 + 1 }.lazy
        .map { "\(laptop.home.path)/scope-\(number)-\($0).camtay" }
        .prefix(while: HomeFolder.exists))
    guard !files.isEmpty else { return nil }
    let list = files.joined(separator: "\n  ")
    return Failure(
      "scope-exported", .refusedForSafety,
      BilingualText(
        vi: "Địa bàn này đã được xuất ra tệp; lần này không làm gì. Các tệp:\n  \(list)\nHãy nộp "
          + "cho điều phối viên và giữ lại đến khi được xác nhận.",
        en: "This area was exported before; nothing was done now. The files:\n  \(list)\nBring "
          + "them to the coordinator and keep them until they are confirmed."))
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let number = invocation.requiredInteger("scope")
    guard let scope = ScopeID(rawValue: number) else { throw ReplicaError.scopeNotDue(.everyone) }
    let files = try laptop.writing { records, clock in
      let streams: [[UInt8]]
      do {
        streams = try records.store.exportScope(scope, clock: clock)
      } catch ReplicaError.scopeNotDue(let scope) {
        throw Self.exported(number, laptop) ?? ReplicaError.scopeNotDue(scope)
      }
      var files: [String] = []
      var random = surroundings.generator()
      for (index, stream) in streams.enumerated() {
        let file = "scope-\(number)-\(index + 1).camtay"
        let sealed = ScopeFile(
          scope: scope, part: index + 1, parts: streams.count, stream: stream)
        // Whole and on disk before anything goes.
        try laptop.home.write(
          file,
          try sealed.encoded(for: records.store.identity.rootPublicKey, random: &random))
        files.append("\(laptop.home.path)/\(file)")
      }
      try records.store.letGoExported(scope, clock: clock)
      return files
    }
    laptop.records.search.invalidate()
    if console.isJSON {
      console.json([
        "scope": .text(String(number)), "files": .array(files.map { .text($0) }),
        "enrol_again": .bool(true),
      ])
      return .needsAttention
    }
    let list = files.joined(separator: "\n  ")
    console.say(
      BilingualText(
        vi:
          "Đã ghi mọi gói của địa bàn này vào:\n  \(list)\nChỉ trung tâm mở được. Hãy nộp các tệp "
          + "đó cho điều phối viên và giữ lại đến khi được xác nhận. Máy này cần được ghi danh lại "
          + "bằng mã mới.",
        en:
          "Every batch of the area is in:\n  \(list)\nOnly the centre can open them. Bring these "
          + "files to the coordinator and keep them until they are confirmed. This laptop has to be "
          + "enrolled anew with a new code."))
    return .needsAttention
  }
}
