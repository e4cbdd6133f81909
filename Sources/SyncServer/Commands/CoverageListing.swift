import CommandLine
import FieldWork
import Replica

/// Which laptops a number covers, for people and programs, wherever the centre prints numbers.
struct CoverageListing {
  let coverage: Coverage
  private let fates: [String: LaptopFate]

  init(_ coverage: Coverage, _ centre: Centre) throws {
    self.coverage = coverage
    let all = try centre.laptopFates()
    fates = Dictionary(
      try centre.laptops().compactMap { laptop in all[laptop.replica].map { (laptop.label, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func name(_ laptop: Coverage.Laptop, _ language: Language) -> String {
    LaptopFate.name(laptop.label, fates[laptop.label], language)
  }

  /// The silent laptops in a line; nil when there is none. Those that a set-back centre awaits are
  /// told apart.
  private var silent: BilingualText? {
    let silent = coverage.missing.filter { $0.setback == nil }
    guard !silent.isEmpty else { return nil }
    func names(_ language: Language) -> String {
      silent.map { name($0, language) }.joined(separator: ", ")
    }
    return BilingualText(
      vi: "Chưa gửi: \(names(.vietnamese))", en: "Not reported: \(names(.english))")
  }

  /// Who is silent, and what else is missing from the numbers.
  var missing: [BilingualText] {
    [silent, coverage.carriedWords].compactMap(\.self) + coverage.shortfalls(name: name)
  }

  /// The same with stable keys.
  var json: JSONValue {
    [
      "laptops": .integer(Int64(coverage.laptops.count)),
      "reported": .integer(Int64(coverage.reported.count)),
      "through": .text(coverage.through.iso), "complete": .bool(coverage.isComplete),
      "missing": .array(coverage.missing.map { .text($0.label) }),
      "awaited_since_restore": .array(
        coverage.laptops.filter { $0.setback == .awaited }.map { .text($0.label) }),
      "stopped": .array(
        coverage.laptops.compactMap { laptop in
          guard case .stopped(let areas) = laptop.setback else { return nil }
          return [
            "laptop": .text(laptop.label), "areas": .array(areas.map { .text($0) }),
          ]
        }),
      "on_their_way": .array(
        coverage.laptopsOnTheWay.map { laptop in
          [
            "laptop": .text(laptop.label), "since": .text(orNull: laptop.onItsWay?.since.iso),
          ]
        }),
      "heard_by_stick": .integer(Int64(coverage.laptops(heardBy: .stick).count)),
      "heard_by_courier": .integer(Int64(coverage.laptops(heardBy: .courier).count)),
      "held_batches": .integer(Int64(coverage.heldBatches)),
      "lost_batches": .integer(Int64(coverage.lostBatches)),
    ]
  }

  /// What stands in `json`.
  static let schema = AnswerSchema.object([
    .init("laptops", .integer, "Laptops of which something is expected."),
    .init("reported", .integer, "Those that have reported through the period."),
    .init("through", .day, "Through which day they should have."),
    .init("complete", .boolean, "Whether nothing is missing."),
    .init("missing", .list(.text), "Laptops that have not reported."),
    .init("awaited_since_restore", .list(.text), "Laptops whose reports were lost."),
    .init(
      "stopped",
      .list(
        .object([.init("laptop", .text, ""), .init("areas", .list(.text), "")])),
      "Laptops whose work in some areas stopped."),
    .init(
      "on_their_way",
      .list(.object([.init("laptop", .text, ""), .init("since", .optional(.minute), "")])),
      "Laptops a pack of which another one carries to the centre."),
    .init("heard_by_stick", .integer, "Laptops that handed over last by a stick."),
    .init("heard_by_courier", .integer, "Laptops whose last pack another one brought."),
    .init("held_batches", .integer, "Batches that wait for others."),
    .init("lost_batches", .integer, "Batches that were declared lost."),
  ])
}
