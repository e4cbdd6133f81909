import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `bundle list`: the packs that were taken in.
struct BundleListCommand: Command {
  let context: CommandContext

  /// Packs that one list shows.
  private static let maximumPacks: Int64 = 1_000

  let name = ["bundle", "list"]
  let abstract = BilingualText(
    vi: "các gói USB đã nhận", en: "the packs that were taken in from sticks")
  let arguments: [Argument] = [
    .option(
      "limit", "N", BilingualText(vi: "nhiều nhất", en: "at most"),
      kind: .integer(1...BundleListCommand.maximumPacks))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let limit = Int(invocation.integer("limit") ?? 100)
    let centre = try context.centre(invocation)
    let (packs, couriers) = try centre.inspect {
      (try $0.store.carriedPacks(limit: limit), try CourierBook($0.store).couriers())
    }
    let labels = Dictionary(
      try centre.laptops().map { ($0.replica, $0.label) }, uniquingKeysWith: { first, _ in first })
    func courier(_ pack: CarriedPack) -> String? {
      couriers[pack.pack].map { labels[$0] ?? String($0.rawValue) }
    }
    let receipts = try packs.map { try centre.paperReceipt(of: $0.pack, from: $0.replica)?.text }
    let language = console.language
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "mã", en: "id")), .text(LaptopWords.laptop),
          .number(BilingualText(vi: "gói số", en: "pack")),
          .text(BilingualText(vi: "ghi lúc", en: "packed")),
          .text(BilingualText(vi: "nhận lúc", en: "taken in")),
          .text(BilingualText(vi: "người nhận", en: "by")),
          .number(BilingualText(vi: "thao tác mới", en: "new operations")),
          .text(PaperReceiptWords.title), .text(BilingualText(vi: "đã hủy", en: "undone")),
        ],
        zip(packs, receipts).map { pack, receipt in
          [
            BundleUndoCommand.text(pack), labels[pack.replica] ?? String(pack.replica.rawValue),
            String(pack.number), Format.dateTime(LocalDateTime(time: pack.packed)),
            Format.dateTime(LocalDateTime(time: pack.taken)),
            courier(pack).map { StickWords.brought($0).text(in: language) }
              ?? (pack.account.isEmpty ? "–" : pack.account),
            Format.integer(pack.newOperations, language), receipt ?? "–",
            pack.undone.map { Format.dateTime(LocalDateTime(time: $0)) } ?? "",
          ]
        },
        empty: BilingualText(
          vi: "Chưa nhận gói nào từ USB.", en: "No pack was taken in from a stick yet.")),
      json: [
        "packs": .array(
          zip(packs, receipts).map { pack, receipt in
            .object([
              .init("id", .text(BundleUndoCommand.text(pack))),
              .init("replica", .integer(Int64(pack.replica.rawValue))),
              .init("laptop", .text(orNull: labels[pack.replica])),
              .init("pack", .integer(Int64(clamping: pack.number))),
              .init("packed", .text(LocalDateTime(time: pack.packed).iso)),
              .init("taken_in", .text(LocalDateTime(time: pack.taken).iso)),
              .init("account", .text(pack.account)),
              .init("brought_by", .text(orNull: courier(pack))),
              .init("new_batches", .integer(pack.newBatches)),
              .init("new_operations", .integer(pack.newOperations)),
              .init("receipt", .text(orNull: receipt)),
              .init("undone", .text(orNull: pack.undone.map { LocalDateTime(time: $0).iso })),
              .init("undone_by", .text(orNull: pack.undoneBy)),
            ])
          })
      ])
    return .done
  }
}

/// `bundle undo ID` and `bundle redo ID`: what a pack brought counts no more, or again.
struct BundleUndoCommand: Command {
  let context: CommandContext
  /// Whether it puts back what was undone.
  let isRedo: Bool

  /// Characters by which a pack is named, of its identity in hexadecimal.
  private static let idLength = 8

  var name: [String] { ["bundle", isRedo ? "redo" : "undo"] }
  var abstract: BilingualText {
    isRedo
      ? BilingualText(
        vi: "nhận lại những gì một gói đã hủy mang về", en: "admit what an undone pack brought")
      : BilingualText(
        vi: "hủy những gì một gói mang về: không xóa gì, chỉ không tính nữa",
        en: "reject what a pack brought: nothing is deleted, it counts no more")
  }
  let arguments: [Argument] = [
    .positional(
      "id", BilingualText(vi: "mã trong “bundle list”", en: "id in “bundle list”"),
      maximumBytes: 64),
    ReviewArguments.person,
    .option("note", "TEXT", BilingualText(vi: "vì sao", en: "why"), maximumBytes: 2_000),
    ReviewArguments.dryRun,
  ]

  /// How people name a pack.
  static func text(_ pack: CarriedPack) -> String {
    String(Hexadecimal.encode(pack.pack).prefix(idLength)).uppercased()
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let centre = try context.centre(invocation)
    let pack = try Self.pack(invocation.requiredText("id"), in: centre)
    let person = invocation.requiredText("by")
    let note = invocation.text("note")
    let done = try centre.perform { field, clock in
      isRedo
        ? try field.store.redoCarried(
          pack.pack, by: person, note: note, clock: clock, isDryRun: isDryRun)
        : try field.store.undoCarried(
          pack.pack, by: person, note: note, clock: clock, isDryRun: isDryRun)
    }
    if !isDryRun {
      try centre.note(
        AuditEvent(
          isRedo ? .bundleRedone : .bundleUndone, "\(pack.replica.rawValue)/\(pack.number)",
          detail: "operations=\(done.operations)"), by: try CommandGuard.actor(invocation))
    }
    if console.isJSON {
      console.json([
        "dry_run": .bool(isDryRun), "id": .text(Self.text(pack)),
        "operations": .integer(Int64(done.operations)),
        "waiting_batches": .integer(Int64(done.waitingBatches)),
      ])
      return .done
    }
    console.say(words(done, isDryRun: isDryRun))
    if done.waitingBatches > 0 {
      console.note(
        BilingualText(
          vi:
            "\(done.waitingBatches) gói con còn chờ; khi gộp được chúng cũng theo quyết định này.",
          en: "\(counted(done.waitingBatches, "batch", "batches")) still waiting; the same holds "
            + "for it as soon as it is merged."))
    }
    return .done
  }

  private func words(_ done: CarriedUndo, isDryRun: Bool) -> BilingualText {
    let count = done.operations
    if isDryRun {
      return BilingualText(
        vi: "\(count) thao tác sẽ bị đổi. Mới chỉ xem thử: chưa ghi gì.",
        en: "\(counted(count, "operation", "operations")) would be ruled upon. This was a preview: "
          + "nothing was written.")
    }
    return isRedo
      ? BilingualText(
        vi: "\(count) thao tác của gói được nhận lại.",
        en: "\(counted(count, "operation", "operations")) of the pack admitted again.")
      : BilingualText(
        vi: "\(count) thao tác của gói không được tính nữa. Không có gì bị xóa; nhận lại bằng "
          + "“bundle redo”.",
        en: "\(counted(count, "operation", "operations")) of the pack rejected. Nothing was "
          + "deleted; “bundle redo” admits them again.")
  }

  private static func pack(_ typed: String, in centre: Centre) throws -> CarriedPack {
    let wanted = typed.lowercased()
    let packs = try centre.inspect { try $0.store.carriedPacks() }.filter {
      Hexadecimal.encode($0.pack).hasPrefix(wanted)
    }
    guard packs.count == 1, wanted.utf8.count >= 4, let pack = packs.first else {
      throw Failure(
        "no-such-pack", .userError,
        BilingualText(
          vi: "Không có gói “\(typed)”, hoặc nhiều gói có mã ấy. Xem: camtay-server bundle list",
          en: "There is no pack “\(typed)”, or several begin so. See: camtay-server bundle list"))
    }
    return pack
  }
}
