import CommandLine
import FieldWork
import Foundation
import Replica
import SQLite
import SyncProtocol

/// `camtay-bench carry`: many operations packed onto a stick and taken in by the centre, against the
/// same bytes copied and the same number of rows written to plain SQLite.
struct CarriedBenchmark: Command {
  let name = ["carry"]
  let abstract = BilingualText(
    vi: "Đo tốc độ ghi ra USB và nhận vào trung tâm",
    en: "Measure packing onto a stick and taking in at the centre")
  let arguments: [Argument] = [
    .option(
      "operations", "N",
      BilingualText(vi: "số thao tác (mặc định 10000)", en: "operations (10000)"),
      kind: .integer(1_000...5_000_000)),
    .option(
      "folder", "DIR",
      BilingualText(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
  ]

  /// Operations of one act.
  private static let actSize = 900
  /// Visits of one household.
  private static let visitsEach = 19

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let count = Int(invocation.integer("operations") ?? 10_000)
    let folder = try BenchmarkFolder(parent: invocation.text("folder"))
    var pair = try CountedPair(folder, "carry")
    _ = try pair.exchange()
    try Self.fill(&pair, count)
    var figures = Figures()
    let stick = try StickFolder(in: folder.path, creating: true)

    let pack = try Self.measured { try pair.pack(to: stick) }
    let files = pack.result.files.map { "\(stick.path)/\($0)" }
    let copy = try Self.measured { try Self.copy(files, to: "\(folder.path)/copied") }
    figures.add("pack_seconds", pack.seconds)
    figures.add("pack_times_copy", pack.seconds / copy.seconds)
    figures.add("pack_peak_kilobytes", Double(pack.kilobytes))
    figures.add("pack_bytes_per_operation", Double(pack.result.byteCount) / Double(count))

    let intake = try Self.measured { try pair.takeIn(from: stick) }
    guard intake.result.reduce(0, { $0 + $1.newOperations }) == Int64(count) else {
      throw ReplicaError.notOneRound
    }
    let plain = try Self.measured { try Self.writePlainly(count, to: folder.path("plain")) }
    figures.add("import_seconds", intake.seconds)
    figures.add("import_operations_per_second", Double(count) / intake.seconds)
    figures.add("import_times_plain", intake.seconds / plain.seconds)
    figures.add("import_peak_kilobytes", Double(intake.kilobytes))
    figures.write(to: console)
    return .done
  }

  private static func measured<Result>(
    _ step: () throws -> Result
  ) throws -> (result: Result, seconds: Double, kilobytes: Int) {
    // The whole process: what an earlier step has let go is taken again by the next, so that growth
    // alone would tell too little.
    try ProcessMemory.forgetPeak()
    let clock = ContinuousClock()
    let start = clock.now
    let result = try step()
    let seconds = (clock.now - start) / .seconds(1)
    return (result, seconds, ProcessMemory.peakKilobytes)
  }

  /// Households, and visits there.
  private static func fill(_ pair: inout CountedPair, _ count: Int) throws {
    let scope = pair.scope
    var household: RowID?
    for start in stride(from: 0, to: count, by: actSize) {
      try pair.laptop.commit(author: nil, clock: pair.clock()) { act in
        for number in start..<min(start + actSize, count) {
          guard let known = household, number % (visitsEach + 1) > 0 else {
            household = try act.create(
              HouseholdTable.definition, in: scope,
              [
                (HouseholdTable.number, .integer(Int64(number))),
                (HouseholdTable.name, .text("Nguyễn Văn \(number)")),
              ])
            continue
          }
          _ = try act.create(
            VisitTable.definition, in: scope,
            [
              (VisitTable.number, .integer(Int64(number))),
              (VisitTable.household, .integer(known.rawValue)),
              (VisitTable.date, .integer(20_500)), (VisitTable.minutes, .integer(25)),
              (VisitTable.outcome, .integer(1)),
            ])
        }
      }
    }
  }

  /// The bytes of files once more on the same disk, synced and read back: what packing cannot do
  /// without.
  private static func copy(_ files: [String], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in files {
      let source = URL(fileURLWithPath: file)
      let target = URL(fileURLWithPath: folder).appendingPathComponent(source.lastPathComponent)
      let bytes = try Data(contentsOf: source)
      try bytes.write(to: target)
      let handle = try FileHandle(forUpdating: target)
      try handle.synchronize()
      try handle.close()
      guard try Data(contentsOf: target) == bytes else { throw CocoaError(.fileReadCorruptFile) }
    }
  }

  /// As many rows of as many columns, in transactions of the same size, without any merging.
  private static func writePlainly(_ count: Int, to path: String) throws {
    let connection = try Connection(path: path, mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
    _ = try connection.scalar("PRAGMA journal_mode = WAL")
    try connection.execute("PRAGMA synchronous = NORMAL")
    try connection.execute(
      """
      CREATE TABLE visit (rid INTEGER PRIMARY KEY, scope INTEGER, time INTEGER, number INTEGER,
        household INTEGER, date INTEGER, minutes INTEGER, outcome INTEGER) STRICT
      """)
    let insert = try connection.prepare("INSERT INTO visit VALUES (?, 1, ?, ?, 7, 20500, 25, 1)")
    for start in stride(from: 0, to: count, by: actSize) {
      try connection.transaction(.immediate) {
        for number in start..<min(start + actSize, count) {
          for place in 1...3 { try insert.bind(Int64(number), at: place) }
          try insert.run()
        }
      }
    }
    try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
