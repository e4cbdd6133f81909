import CommandLine
import Replica

/// `scope import FILE…`: takes in what a laptop without a network exported when it let an area go.
struct ScopeImportCommand: Command {
  let context: CommandContext

  let name = ["scope", "import"]
  let abstract = BilingualText(
    vi: "nhận các tệp mà một máy đã xuất khi trả lại địa bàn",
    en: "take in the files that a laptop wrote when it handed an area back")
  let arguments: [Argument] = [
    .positional(
      "file", BilingualText(vi: "scope-….camtay", en: "scope-….camtay"), repeats: true,
      maximumBytes: 4_096),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không ghi gì", en: "only show what would happen")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let centre = try context.centre(invocation)
    let root = centre.keys.root
    let paths = invocation.texts("file")
    func open(_ path: String) throws -> ScopeFile {
      let bytes = try HomeFolder.readNamed(path, maximumBytes: ScopeFile.maximumBytes)
      return try Self.naming(path) { try ScopeFile(opening: bytes, with: root) }
    }
    // All are opened and believed before the first is taken in; only one is in memory at a time.
    let files = try paths.map { path in
      let file = try open(path)
      let sender = try Self.naming(path) {
        try centre.inspect { try $0.store.sender(ofScope: file.stream) }
      }
      return (file: file.place, sender: sender)
    }
    let results =
      isDryRun
      ? try centre.perform { field, clock in
        try field.store.previewScopes(paths.count, clock: clock) { try open(paths[$0]).stream }
      }
      : try paths.map { path in
        let stream = try open(path).stream
        return try Self.naming(path) {
          try centre.perform { field, clock in
            try field.store.importScope(stream, clock: clock)
          }
        }
      }
    let exports = ScopeExportParts.grouping(files)
    tell(Array(zip(paths, results)), exports, isDryRun, console)
    let hasRefusals = results.contains { !$0.refusals.isEmpty || $0.waiting > 0 }
    return hasRefusals || exports.contains { !$0.missing.isEmpty } ? .needsAttention : .done
  }

  /// Of several files, says which one the trouble is with.
  private static func naming<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      guard let failure = CentreFailure.describe(error) else { throw error }
      throw Failure(
        code: failure.code, exitCode: failure.exitCode,
        words: BilingualText(same: "\(path): ") + failure.words)
    }
  }

  private func tell(
    _ imports: [(path: String, result: ScopeImport)], _ exports: [ScopeExportParts],
    _ isDryRun: Bool, _ console: Console
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
        "missing_parts": .array(
          exports.flatMap(\.missing).sorted().map { .integer(Int64($0)) }),
        "exports": .array(
          exports.map { export in
            [
              "scope": .text(String(export.scope.rawValue)), "laptop": .text(export.label),
              "replica": .integer(Int64(export.replica.rawValue)),
              "parts": .integer(Int64(export.parts)),
              "missing_parts": .array(export.missing.map { .integer(Int64($0)) }),
            ]
          }),
      ])
      return
    }
    for (path, result) in imports {
      console.say(
        isDryRun
          ? BilingualText(
            vi: "\(path): của máy “\(result.label)”; \(result.merged) gói mới, \(result.known) gói "
              + "đã có, \(result.waiting) gói phải chờ, \(result.refusals.count) gói bị từ chối. "
              + "Mới chỉ xem thử: chưa ghi gì.",
            en: "\(path): of laptop “\(result.label)”; new batches: \(result.merged), known "
              + "already: \(result.known), would wait: \(result.waiting), refused: "
              + "\(result.refusals.count). This was a preview: nothing was written.")
          : BilingualText(
            vi: "\(path): của máy “\(result.label)”; đã gộp \(result.merged) gói, \(result.known) "
              + "gói đã có, \(result.waiting) gói đang chờ, \(result.refusals.count) gói bị từ chối.",
            en: "\(path): of laptop “\(result.label)”; batches merged: \(result.merged), known "
              + "already: \(result.known), waiting: \(result.waiting), refused: "
              + "\(result.refusals.count)."))
    }
    for export in exports where !export.missing.isEmpty {
      let parts = export.missing.map(String.init).joined(separator: ", ")
      console.say(
        BilingualText(
          vi: "Còn thiếu tệp số \(parts) của lần xuất này (máy “\(export.label)”). "
            + "Hãy hỏi người giữ máy; nhận lại tệp cũ cũng không sao.",
          en: "Of this export file number \(parts) is still missing (laptop “\(export.label)”). "
            + "Ask whoever has the laptop; taking a file in twice does no harm."))
    }
  }
}
