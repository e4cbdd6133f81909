import CommandLine

/// `serve`: answers laptops and browsers until it is told to stop.
struct ServeCommand: Command {
  let context: CommandContext
  let stop: StopSignal

  let name = ["serve"]
  let abstract = BilingualText(
    vi: "phục vụ máy của các tổ và trang của điều phối viên",
    en: "serve the teams' laptops and the coordinator's pages")
  let arguments: [Argument] = [
    .option(
      "address", "A",
      BilingualText(
        vi: "địa chỉ số để nghe (127.0.0.1); địa chỉ khác thì qua TLS",
        en: "numeric address to listen on (127.0.0.1); any other is served over TLS"),
      maximumBytes: 45),
    .option(
      "port", "P", BilingualText(vi: "cổng (8765)", en: "port (8765)"), kind: .integer(0...65_535)),
    .repeatedOption(
      "host", "NAME",
      BilingualText(
        vi: "thêm tên máy mà trình duyệt dùng", en: "a further host name that browsers use"),
      maximumBytes: 253),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try Centre(
      try context.home(invocation), as: .serving, surroundings: context.surroundings)
    let server = try CentreServer(
      centre, address: invocation.text("address") ?? "127.0.0.1",
      port: UInt16(clamping: invocation.integer("port") ?? Int64(CentreServer.defaultPort)),
      hosts: invocation.texts("host"))
    stop.prepare()
    try server.start()
    announce(server, centre, console)
    for concern in try centre.clockCheck().concerns { console.note(concern.words) }
    stop.wait()
    server.stop()
    console.note(
      BilingualText(
        vi: "Đã dừng. Mọi dữ liệu đã nhận đều nằm trên đĩa.",
        en: "Stopped. Everything that was received is on disk."))
    return .done
  }

  private func announce(_ server: CentreServer, _ centre: Centre, _ console: Console) {
    if console.isJSON {
      console.write(
        JSONValue.object([
          JSONValue.Member("url", .text(server.url)),
          JSONValue.Member("port", .integer(Int64(server.port ?? 0))),
          JSONValue.Member("place", .text(centre.settings.place.code)),
          JSONValue.Member("pin", .text(orNull: server.isSecure ? centre.pin : nil)),
        ]).compactText + "\n")
      return
    }
    console.say(
      BilingualText(
        vi: """
          Trung tâm \(centre.settings.place.name) đang phục vụ ở \(server.url)
          Trang cho điều phối viên và người tập huấn: mở địa chỉ trên bằng trình duyệt.
          Máy của tổ: camtay enroll --server \(server.url) --code MÃ  (mã: camtay-server enroll-code)
          Dừng: Ctrl-C
          """,
        en: """
          The centre of \(centre.settings.place.name) serves at \(server.url)
          Pages for coordinators and trainers: open that address in a browser.
          Laptops: camtay enroll --server \(server.url) --code CODE  (from camtay-server enroll-code)
          Stop: Ctrl-C
          """))
  }
}
