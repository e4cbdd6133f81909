import CommandLine
import FieldWork
import Replica

/// `serve`: this laptop's own pages, until it is told to stop.
struct Serve: LaptopCommand {
  let surroundings: Surroundings
  let stop: StopSignal
  let desktop: Desktop
  let name = ["serve"]
  let abstract = BilingualText(
    vi: "mở các trang của máy này trong trình duyệt, chỉ trên máy này",
    en: "serve this laptop's pages to its own browser")
  let arguments: [Argument] = [
    .option(
      "port", "P", BilingualText(vi: "cổng (8764; 0: tự chọn)", en: "port (8764; 0 chooses one)"),
      kind: .integer(0...65_535)),
    .flag("open", BilingualText(vi: "mở trình duyệt luôn", en: "open the browser too")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let home = try home(invocation)
    if let address = try LaptopServer.runningAddress(home) {
      // A second press of the icon opens the pages that run already.
      return try announce(address, isNew: false, invocation, console)
    }
    let server = LaptopServer(
      home, surroundings,
      port: UInt16(clamping: invocation.integer("port") ?? Int64(LaptopServer.defaultPort)),
      desktop: desktop)
    stop.prepare()
    try server.start()
    _ = try announce(server.address, isNew: true, invocation, console)
    stop.wait()
    server.stop()
    console.note(
      BilingualText(
        vi: "Đã dừng. Mọi thứ đã lưu và mọi bản nháp đều nằm trên đĩa.",
        en: "Stopped. Everything that was saved, and every draft, is on disk."))
    return .done
  }

  private func announce(
    _ address: String, isNew: Bool, _ invocation: Invocation, _ console: Console
  ) throws -> ExitCode {
    if console.isJSON {
      console.write(
        (["url": .text(address), "is_new": .bool(isNew)] as JSONValue).compactText + "\n")
    } else {
      console.say(
        BilingualText(
          vi: "Mở địa chỉ này bằng trình duyệt trên máy này:\n\(address)"
            + (isNew ? "\nDừng: Ctrl-C" : ""),
          en: "Open this address in a browser on this machine:\n\(address)"
            + (isNew ? "\nStop: Ctrl-C" : "")))
    }
    if invocation.flag("open"), !desktop.open(address) {
      console.note(
        BilingualText(
          vi: "Không mở được trình duyệt; hãy tự mở địa chỉ trên.",
          en: "No browser could be opened; open the address above yourself."))
    }
    return .done
  }
}
