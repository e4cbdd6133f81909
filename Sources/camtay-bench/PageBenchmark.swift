import CommandLine
import FieldAgent
import FieldWork
import Foundation

/// `camtay-bench pages`: the laptop's pages over real HTTP, on the store of a commune.
struct PageBenchmark: Command {
  let name = ["pages"]
  let abstract = BilingualText(
    vi: "Đo các trang của máy với một xã lớn: thời gian, số câu lệnh, số byte",
    en: "Measure the laptop's pages with a large commune: time, statements, bytes")
  let arguments: [Argument] = [
    .option(
      "residents", "N", BilingualText(vi: "số người (mặc định 50000)", en: "residents (50000)"),
      kind: .integer(1_200...90_000)),
    .option(
      "rows", "N",
      BilingualText(vi: "số bản ghi, cả người và hộ (500000)", en: "records in all (500000)"),
      kind: .integer(2_000...2_000_000)),
    .option(
      "times", "N",
      BilingualText(vi: "mỗi trang mở mấy lần (25)", en: "how often each is opened (25)"),
      kind: .integer(1...1_000)),
    .option(
      "laptop", "DIR",
      BilingualText(
        vi: "thư mục của máy đo: tạo một lần rồi giữ lại", en: "a laptop made once and kept here")),
    .option(
      "folder", "DIR",
      BilingualText(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let times = Int(invocation.integer("times") ?? 25)
    let folder = try BenchmarkFolder(parent: invocation.text("folder"))
    func write(_ name: String, _ value: Double) {
      console.write("\(name)=\(String(format: value < 10 ? "%.2f" : "%.0f", value))\n")
    }
    var laptop: CommuneLaptop?
    write(
      "fill_seconds",
      try RegisterBenchmark.seconds {
        laptop = try CommuneLaptop(
          in: invocation.text("laptop") ?? folder.path,
          residents: Int(invocation.integer("residents") ?? 50_000),
          rows: Int(invocation.integer("rows") ?? 500_000))
      })
    guard let laptop else { return .needsAttention }
    let server = LaptopServer(laptop.home, laptop.surroundings, port: 0)
    try server.start()
    defer { server.stop() }
    var unlocked: UnlockedLaptop?
    write(
      "first_unlock_milliseconds",
      try 1_000
        * RegisterBenchmark.seconds {
          unlocked = try UnlockedLaptop(server)
        })
    guard let unlocked else { return .needsAttention }
    let visitor = unlocked.visitor
    write(
      "first_search_milliseconds",
      try 1_000
        * RegisterBenchmark.seconds {
          _ = try PageWalk.search(PageWalk.name(in: laptop), visitor)
        })
    let walk = try PageWalk(
      laptop, visitor, run: Int.random(in: 1..<800_000))
    let peer = try PageStop.peer.measure(times: times, visitor)
    write("peer_median_milliseconds", 1_000 * peer.median)
    for stop in walk.stops { try stop.tell(times: times, peer: peer, visitor, console) }
    try unlocked.unlocking.tell(times: min(times, 5), peer: peer, visitor, console)
    write("process_megabytes", Double(ProcessMemory.kilobytes) / 1_024)
    return .done
  }
}
