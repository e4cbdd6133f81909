import CommandLine
import FieldWork
import SyncServer

/// `camtay-bench console`: the centre's pages over real HTTP, on the store of a province.
struct ConsoleBenchmark: Command {
  let name = ["console"]
  let abstract = BilingualText(
    vi: "Đo các trang của trung tâm với cả tỉnh: thời gian, số câu lệnh, bộ nhớ khi xuất tệp",
    en: "Measure the centre's pages with a province: time, statements, memory of files taken out")
  let arguments: [Argument] = [
    .option(
      "laptops", "N", BilingualText(vi: "số máy (mặc định 3300)", en: "laptops (3300)"),
      kind: .integer(2...4_000)),
    .option(
      "visits", "N", BilingualText(vi: "số lượt thăm (300000)", en: "visits (300000)"),
      kind: .integer(100...2_000_000)),
    .option(
      "times", "N",
      BilingualText(vi: "mỗi trang mở mấy lần (5)", en: "how often each is opened (5)"),
      kind: .integer(1...1_000)),
    .option(
      "centre", "DIR",
      BilingualText(
        vi: "thư mục của trung tâm đo: tạo một lần rồi giữ lại",
        en: "a centre made once and kept here")),
    .option(
      "folder", "DIR",
      BilingualText(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
  ]

  /// What a laptop brings on an ordinary evening.
  private static let visitsOfASync = 20

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let times = Int(invocation.integer("times") ?? 5)
    let laptops = Int(invocation.integer("laptops") ?? 3_300)
    let folder = try BenchmarkFolder(parent: invocation.text("folder"))
    func write(_ name: String, _ value: Double) {
      console.write("\(name)=\(Figures.text(value))\n")
    }
    var filled: ProvinceCentre?
    write(
      "fill_seconds",
      try RegisterBenchmark.seconds {
        var line = console.progress(
          BilingualText(vi: "Máy đã gửi", en: "Laptops that reported"), total: Int64(laptops))
        filled = try ProvinceCentre(
          in: invocation.text("centre") ?? folder.path, laptops: laptops,
          visits: Int(invocation.integer("visits") ?? 300_000)
        ) { line.advance(to: Int64($0)) }
        line.finish()
      })
    guard let province = filled else { return .needsAttention }
    let server = try CentreServer(province.centre, port: 0)
    try server.start()
    defer { server.stop() }
    let walk = try ConsoleWalk(province, server)
    let peer = try PageStop.peer.measure(times: times, walk.coordinator)
    write("peer_median_milliseconds", 1_000 * peer.median)
    write("duplicates_found_seconds", try walk.awaitDuplicates())
    for stop in walk.coordinatorStops + walk.furtherStops {
      try stop.tell(times: times, peer: peer, walk.coordinator, console)
    }
    for stop in walk.trainerStops {
      try stop.tell(times: times, peer: peer, walk.trainer, console)
    }
    for file in walk.files {
      let before = ProcessMemory.kilobytes
      try ProcessMemory.forgetPeak()
      let answer = try walk.coordinator.download(file.path)
      let grown = Double(max(ProcessMemory.peakKilobytes - before, 0)) / 1_024
      console.write("\(file.name) seconds=\(Figures.text(answer.seconds)) bytes=\(answer.bytes) ")
      console.write("peak_megabytes_more=\(Figures.text(grown)) steps=\(answer.steps)\n")
    }
    for (stop, visitor) in walk.heaviest {
      try stop.tell(
        after: "after_a_sync", { try province.sync(visits: Self.visitsOfASync) }, visitor, console)
    }
    write("process_megabytes", Double(ProcessMemory.kilobytes) / 1_024)
    return .done
  }
}
