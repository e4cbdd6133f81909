import CommandLine
import Documents
import FieldWork
import Glibc
import Replica
import Web

/// `enroll-code`: makes a code, or a file, that lets one laptop in.
struct EnrollCodeCommand: Command {
  let context: CommandContext

  let name = ["enroll-code"]
  let abstract = BilingualText(
    vi: "tạo mã ghi danh cho một máy", en: "make a code that enrols one laptop")
  let arguments: [Argument] = [
    .option(
      "member", "CODE",
      BilingualText(
        vi: "thành viên giữ máy (mã hoặc tên)", en: "member who holds it (code or name)"),
      maximumBytes: 400),
    .option(
      "team", "CODE", BilingualText(vi: "tổ dùng máy (mã)", en: "team that uses it (code)"),
      maximumBytes: 100),
    .option(
      "label", "TEXT", BilingualText(vi: "tên gọi của máy", en: "what to call the laptop"),
      maximumBytes: 400),
    .option(
      "replaces", "LAPTOP",
      BilingualText(
        vi: "máy cũ mà máy này thay: bị chép, hỏng hay cài lại",
        en: "the old laptop whose place it takes: copied, broken or set up anew"),
      maximumBytes: 400),
    .option(
      "file", "PATH",
      BilingualText(
        vi: "ghi tệp ghi danh cho máy không có mạng",
        en: "write a file for a laptop without network")),
    .option(
      "address", "URL",
      BilingualText(
        vi: "địa chỉ mà máy sẽ tìm trung tâm: cho --file, hoặc cho dòng ghi danh kèm mã QR",
        en: "where the laptop will find the centre: for --file, or for a line with its QR code"),
      maximumBytes: 400),
    .option(
      "sheet", "PATH",
      BilingualText(
        vi: "với --address: ghi thêm một trang HTML để in, có dòng ghi danh và mã QR",
        en: "with --address: also write a page (HTML) to print, with the line and its QR code")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let (file, sheet) = (invocation.text("file"), invocation.text("sheet"))
    let address = invocation.text("address").map(ClientURL.withScheme)
    if file != nil, let sheet {
      throw UsageError([
        .invalidValue(
          argument: "--sheet", value: sheet,
          reason: BilingualText(
            vi: "tệp và mã của nó nên đi riêng; không dùng cùng --file",
            en: "a file and its code travel apart; it does not go with --file"))
      ])
    }
    for path in [file, sheet].compactMap({ $0 })
    where try HomeFolder.read(path: path, maximumBytes: 1 << 30) != nil {
      throw CentreError.outputExists(path)
    }
    if file != nil || sheet != nil || address != nil { try checkAddress(address) }
    let centre = try context.centre(invocation)
    let former = try invocation.text("replaces").map { try GrantChanges.laptop($0, in: centre) }
    // A full or read-only stick is found out before a laptop is let in for a file that never was.
    for path in [file, sheet].compactMap({ $0 }) { try HomeFolder.write(path: path, []) }
    do {
      let issued = try centre.issueCode(
        member: invocation.text("member"), team: invocation.text("team"),
        label: invocation.text("label"), replaces: former?.replica)
      // A code that has opened its file lets nobody in over the network.
      let text =
        file == nil ? try address.map { try centre.enrolmentText(for: issued, address: $0) } : nil
      if let file, let address {
        try HomeFolder.write(path: file, centre.enrolmentFile(for: issued, address: address))
      }
      if let sheet, let text {
        try HomeFolder.write(
          path: sheet, try EnrolmentSheet(issued, text).bytes(console.language))
      }
      try report(issued, file: file, text: text, sheet: sheet, console)
      if file == nil, !console.isJSON { tellAddress(address, centre, console) }
      if former == nil { try remind(of: issued, centre, console) }
    } catch {
      for path in [file, sheet].compactMap({ $0 }) { unlink(path) }
      throw error
    }
    return .done
  }

  private func checkAddress(_ address: String?) throws {
    guard let address else { throw CentreError.addressNeeded }
    do {
      try ClientURL.check(address)
    } catch {
      throw CentreError.badAddress(address)
    }
  }

  /// A laptop that the same member has already may be the one that this one replaces.
  private func remind(of issued: IssuedCode, _ centre: Centre, _ console: Console) throws {
    guard let member = issued.recipient.member else { return }
    let fates = try centre.laptopFates()
    let labels = try centre.laptops()
      .filter { $0.member == member && $0.label != issued.label && fates[$0.replica] == nil }
      .map(\.label)
    guard let label = labels.first else { return }
    let command = ShellWord.command(
      "camtay-server laptop replaced", label, ("by", issued.label))
    console.note(
      BilingualText(
        vi:
          "Người này đã có máy: \(labels.joined(separator: ", ")). Nếu máy mới thay máy cũ, sau "
          + "khi ghi danh hãy chạy: \(command)",
        en:
          "This member has a laptop already: \(labels.joined(separator: ", ")). If the new one "
          + "takes its place, run when it is enrolled: \(command)"))
  }

  private func report(
    _ issued: IssuedCode, file: String?, text: EnrolmentText?, sheet: String?, _ console: Console
  ) throws {
    let expires = LocalDateTime(milliseconds: issued.expires.rawValue)
    if console.isJSON {
      console.json([
        "code": .text(issued.code.text), "label": .text(issued.label),
        "team": .text(orNull: issued.teamName), "expires": .text(expires.iso),
        "file": .text(orNull: file), "text": .text(orNull: text?.text),
        "sheet": .text(orNull: sheet),
      ])
      return
    }
    let until = "\(Format.date(expires.date)) \(Format.time(minuteOfDay: expires.minuteOfDay))"
    let team = issued.teamName ?? "–"
    if let file {
      console.say(
        BilingualText(
          vi: """
            Tệp ghi danh: \(file)
            Mã mở tệp (chỉ hiện một lần này; đưa riêng, đừng để cùng tệp): \(issued.code.text)
            Máy: \(issued.label) · tổ: \(team)
            Trên máy đó: camtay enroll --file \(file) --code \(issued.code.text)
            """,
          en: """
            Enrolment file: \(file)
            Its code (shown this once; hand it over apart from the file): \(issued.code.text)
            Laptop: \(issued.label) · team: \(team)
            On that laptop: camtay enroll --file \(file) --code \(issued.code.text)
            """))
    } else {
      console.say(
        BilingualText(
          vi: """
            Mã ghi danh (chỉ hiện một lần này): \(issued.code.text)
            Dùng cho một máy, đến \(until) · máy: \(issued.label) · tổ: \(team)
            """,
          en: """
            Enrolment code (shown this once): \(issued.code.text)
            For one laptop, until \(until) · laptop: \(issued.label) · team: \(team)
            """))
    }
    if let text { try show(text, sheet: sheet, console) }
    if issued.teamName == nil {
      console.note(
        BilingualText(
          vi: "Trung tâm chưa có tổ nào, nên máy này chưa nhận được hộ nào. "
            + "Hãy import hamlets.csv và members.csv rồi tạo mã khác.",
          en: "The centre has no team yet, so this laptop will hold no households. "
            + "Import hamlets.csv and members.csv, then make another code."))
    }
  }

  /// A code is typed with the address of its centre, so the two are shown together.
  private func tellAddress(_ address: String?, _ centre: Centre, _ console: Console) {
    if let address {
      console.say(
        BilingualText(
          vi: "Nếu gõ tay thay cho dòng ghi danh, máy đó cần cả mã và địa chỉ: \(address)",
          en: "Typed by hand in place of the line, the laptop needs the code and the address: "
            + address))
      return
    }
    let example = "https://\(centre.settings.hosts.first ?? "10.0.0.5"):\(CentreServer.defaultPort)"
    console.say(
      BilingualText(
        vi: "Người dùng máy gõ mã này cùng địa chỉ của trung tâm. Muốn có sẵn địa chỉ, dòng ghi "
          + "danh và mã QR, hãy thêm --address, như: --address \(example)",
        en: "Whoever uses the laptop types this code with the centre's address. To get the "
          + "address, the line and its QR code here, add --address, such as: --address \(example)"))
  }

  /// The line and its QR code: as secret as the code that is in them.
  private func show(_ text: EnrolmentText, sheet: String?, _ console: Console) throws {
    console.say(
      BilingualText(
        vi: "Dòng ghi danh, để dán hay quét vào máy đó (giữ kín như mã):\n\(text.text)\n",
        en: "The enrolment line, to paste or scan on that laptop (as secret as the code):\n"
          + "\(text.text)\n"))
    console.write(try QRCode(text.text, correction: .low).blocks)
    if let sheet {
      console.say(
        BilingualText(
          vi: "Trang để in: \(sheet) (xóa khi máy đã ghi danh xong).",
          en: "The page to print: \(sheet) (delete it when the laptop is enrolled)."))
    }
  }
}
