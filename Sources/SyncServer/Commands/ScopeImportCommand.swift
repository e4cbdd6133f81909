import CommandLine
import Replica

/// `scope import FILE…`: takes in what a laptop without a network exported when it let an area go.
struct ScopeImportCommand: Command {
  let context: CommandContext

  let name = ["scope", "import"]
  let abstract = Words(
    vi: "nhận các tệp mà một máy đã xuất khi trả lại địa bàn",
    en: "take in the files that a laptop wrote when it handed an area back")
  let arguments: [Argument] = [
    .positional(
      "file", Words(vi: "scope-….camtay", en: "scope-….camtay"), repeats: true,
      maximumBytes: 4_096),
    .flag("dry-run", Words(vi: "chỉ cho xem, không ghi gì", en: "only show what would happen")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let centre = try context.centre(invocation)
    let root = centre.keys.root
    // All are opened before the first is taken in.
    let files = try invocation.texts("file").map { path in
      (path: path, file: try ScopeFile(opening: try read(path), with: root))
    }
    var imports: [(path: String, result: ScopeImport)] = []
    for entry in files {
      let result = try centre.change { field, clock in
        try field.store.importScope(entry.file.stream, isDryRun: isDryRun, clock: clock)
      }
      imports.append((entry.path, result))
    }
    let missing = Self.missingParts(files.map(\.file))
    tell(imports, missing, isDryRun, console)
    let hasRefusals = imports.contains { !$0.result.refusals.isEmpty || $0.result.waiting > 0 }
    return hasRefusals || !missing.isEmpty ? .needsAttention : .done
  }

  private func read(_ path: String) throws -> [UInt8] {
    let bytes = try? HomeFolder.read(path: path, maximumBytes: ScopeFile.maximumBytes) ?? nil
    guard let bytes else { throw CentreError.fileUnreadable(path) }
    return bytes
  }

  /// More missing parts of one scope than these are not named.
  private static let namedParts = 100

  /// The first parts of the same exports that were not given, ascending.
  ///
  /// Anybody can seal a file that claims any number of parts, so they are never listed to the end.
  private static func missingParts(_ files: [ScopeFile]) -> [Int] {
    Dictionary(grouping: files, by: \.scope).values.flatMap { files in
      let given = Set(files.map(\.part))
      let claimed = 1...(files.map(\.parts).max() ?? 1)
      return Array(claimed.lazy.filter { !given.contains($0) }.prefix(namedParts))
    }.sorted()
  }

  private func tell(
    _ imports: [(path: String, result: ScopeImport)], _ missing: [Int], _ isDryRun: Bool,
    _ console: Console
  ) {
    if console.isJSON {
      console.json([
        "dry_run": .bool(isDryRun),
        "files": .array(
          imports.map { entry in
            [
              "file": .text(entry.path), "laptop": .text(entry.result.label),
              "merged": .integer(Int64(entry.result.merged)),
              "known": .integer(Int64(entry.result.known)),
              "waiting": .integer(Int64(entry.result.waiting)),
              "refused": .array(entry.result.refusals.map { .text($0) }),
            ]
          }),
        "missing_parts": .array(missing.map { .integer(Int64($0)) }),
      ])
      return
    }
    for (path, result) in imports {
      console.say(
        isDryRun
          ? Words(
            vi: "\(path): của máy “\(result.label)”; \(result.merged) gói mới, \(result.known) gói "
              + "đã có. Mới chỉ xem thử: chưa ghi gì.",
            en: "\(path): of laptop “\(result.label)”; new batches: \(result.merged), known "
              + "already: \(result.known). This was a preview: nothing was written.")
          : Words(
            vi: "\(path): của máy “\(result.label)”; đã gộp \(result.merged) gói, \(result.known) "
              + "gói đã có, \(result.waiting) gói đang chờ, \(result.refusals.count) gói bị từ chối.",
            en: "\(path): of laptop “\(result.label)”; batches merged: \(result.merged), known "
              + "already: \(result.known), waiting: \(result.waiting), refused: "
              + "\(result.refusals.count)."))
    }
    guard !missing.isEmpty else { return }
    let parts = missing.map(String.init).joined(separator: ", ")
    console.say(
      Words(
        vi: "Còn thiếu tệp số \(parts) của lần xuất này. Hãy hỏi người giữ máy; nhận lại tệp cũ "
          + "cũng không sao.",
        en: "Of this export file number \(parts) is still missing. Ask whoever has the laptop; "
          + "taking a file in twice does no harm."))
  }
}
