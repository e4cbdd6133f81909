import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The pages that let one more laptop in: for whom it is, and then its code, as a line, a QR code and a
/// sheet to print, or as a file to carry to a laptop without a network.
enum LaptopEnrolPages {
  static let path = "/new-laptop"
  static let title = BilingualText(vi: "Cấp mã cho máy mới", en: "Let a laptop in")
  private static let filePattern = "\(path)/:ticket"

  static let routes = [
    PageRoute(.get, path, access: .coordinator) { try form($0, problem: nil) },
    PageRoute(.post, path, access: .coordinator, isNoted: false, handler: issue),
    // What was taken back is noted together with taking it back, or neither is there.
    PageRoute(.post, OpenCodes.path, access: .coordinator, isNoted: false) {
      try OpenCodes.withdraw($0)
    },
    PageRoute(.get, filePattern, access: .coordinator, isNoted: true, handler: file),
  ]

  private static func issue(_ request: PageRequest) throws -> HTTPResponse {
    let choices = try EnrolChoices(request)
    let sent = EnrolForm(request.form)
    if let problem = choices.problem(of: sent) { return try form(request, problem: problem) }
    let address = ClientURL.withScheme(sent.address)
    do {
      try ClientURL.check(address)
    } catch {
      return try form(request, problem: CentreError.badAddress(address).words)
    }
    guard let account = request.account?.name.text else { throw AccountError.notAllowed("") }
    // A code is shown once: the same form sent again must not make another one.
    guard request.centre.formTickets.use(sent.ticket) else {
      return try form(request, problem: EnrolWords.sentTwice)
    }
    do {
      try request.centre.note(
        AuditEvent(.sent, path, detail: choices.auditDetail(of: sent)), by: try request.actor)
      let issued = try request.centre.issueCode(
        member: choices.member(of: sent), team: choices.team(of: sent),
        label: sent.label.isEmpty ? nil : sent.label, replaces: choices.former(of: sent))
      guard sent.isFile else {
        let text = try request.centre.enrolmentText(for: issued, address: address)
        return try line(issued, text, request)
      }
      let bytes = try request.centre.enrolmentFile(for: issued, address: address)
      let ticket = request.centre.formTickets.keep(bytes, for: account)
      return fileReady(issued, ticket, request)
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try form(request, problem: PageRequest.words(ofInput: error))
    }
  }

  /// The file of a ticket, for whoever made it.
  private static func file(_ request: PageRequest) throws -> HTTPResponse {
    let ticket = String(request.parameters["ticket"].prefix(40))
    guard let account = request.account?.name.text,
      let bytes = request.centre.formTickets.file(ticket, of: account)
    else { throw CentreError.laptopUnknown(ticket) }
    return .download(bytes, type: "application/octet-stream", fileName: "ghi-danh.camtay")
  }

  // What stands on the pages.

  private static func form(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    let choices = try EnrolChoices(request)
    let sent = EnrolForm(request.form)
    let open = try OpenCodes.panel(request)
    let language = request.language
    var frame = request.frame(title)
    frame.isNarrow = true
    if request.http.method.changesState { frame.path = path }
    return .html(
      frame.page {
        OpenCodes.done(request)
        panel(lead: EnrolWords.lead.text(in: language)) {
          if choices.teams.isEmpty {
            element("p", ["class": "empty"]) { EnrolWords.noTeam.text(in: language) }
          } else {
            PageForm(
              action: path, formToken: request.formToken, submit: EnrolWords.make, problem: problem
            ).html(language) {
              hidden("ticket", request.centre.formTickets.issue())
              PageField(
                "team", LaptopWords.team,
                .choice([(value: "", words: EnrolWords.choose)] + choices.teams),
                value: sent.team, isRequired: true
              ).html(language)
              PageField(
                "member", LaptopWords.holder,
                .choice([(value: "", words: EnrolWords.nobody)] + choices.members),
                value: sent.member
              ).html(language)
              PageField(
                "label", EnrolWords.label, value: sent.label, hint: EnrolWords.labelHint
              ).html(language)
              PageField(
                "replaces", EnrolWords.replaces,
                .choice([(value: "", words: EnrolWords.nothing)] + choices.laptops),
                value: sent.replaces
              ).html(language)
              PageField(
                "address", EnrolWords.address,
                value: sent.address.isEmpty ? request.centre.settings.usualAddress : sent.address,
                hint: EnrolWords.addressHint, isRequired: true
              ).html(language)
              PageField(
                "how", EnrolWords.how,
                .choice([
                  (value: "", words: EnrolWords.byLine), (value: "file", words: EnrolWords.byFile),
                ]), value: sent.how
              ).html(language)
            }
          }
        }
        open
        element("p") {
          element("a", ["href": LaptopListPage.path]) { LaptopWords.all.text(in: language) }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func line(
    _ issued: IssuedCode, _ text: EnrolmentText, _ request: PageRequest
  ) throws -> HTTPResponse {
    let language = request.language
    let code = try QRCode(text.text)
    var frame = request.frame(EnrolWords.made)
    frame.isNarrow = true
    frame.path = path
    return .html(
      frame.page {
        facts(issued, language)
        panel {
          element("ol") {
            for step in EnrolWords.steps { element("li") { step.text(in: language) } }
          }
          QRCodeFigure(
            code, label: BilingualText(vi: "Mã QR của dòng ghi danh", en: "QR code of the line"),
            caption: EnrolWords.caption
          ).html(language)
          element("p") { element("code") { text.text } }
        }
        ways(language)
      })
  }

  private static func fileReady(
    _ issued: IssuedCode, _ ticket: String, _ request: PageRequest
  ) -> HTTPResponse {
    let language = request.language
    var frame = request.frame(EnrolWords.made)
    frame.isNarrow = true
    frame.path = path
    return .html(
      frame.page {
        facts(issued, language)
        panel {
          element("p") {
            element("a", ["class": "button", "href": "\(path)/\(ticket)"]) {
              EnrolWords.takeFile.text(in: language)
            }
          }
          element("p") { EnrolWords.fileSteps.text(in: language) }
        }
        ways(language)
      })
  }

  private static func facts(_ issued: IssuedCode, _ language: Language) -> HTML {
    panel(lead: EnrolWords.once.text(in: language)) {
      Pages.facts(
        [
          (EnrolWords.code, issued.code.text), (LaptopWords.laptop, issued.label),
          (LaptopWords.team, issued.teamName),
          (
            EnrolWords.validity,
            EnrolWords.until(LocalDateTime(time: issued.expires)).text(in: language)
          ),
        ], language)
    }
  }

  private static func ways(_ language: Language) -> HTML {
    element("p", ["class": "actions"]) {
      element("a", ["href": path]) { EnrolWords.another.text(in: language) }
      element("a", ["href": LaptopListPage.path]) { LaptopWords.all.text(in: language) }
    }
  }
}

/// What a form to let a laptop in says.
private struct EnrolForm {
  let ticket: String
  let team: String
  let member: String
  let label: String
  let replaces: String
  let address: String
  let how: String

  var isFile: Bool { how == "file" }

  init(_ form: NamedValues) {
    func text(_ name: String) -> String {
      let text = String((form[name] ?? "").prefix(400))
      return String(
        text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    ticket = text("ticket")
    team = text("team")
    member = text("member")
    label = text("label")
    replaces = text("replaces")
    address = text("address")
    how = text("how")
  }
}

/// For whom a laptop can be, within reach.
private struct EnrolChoices {
  typealias Choice = (value: String, words: BilingualText)

  let teams: [Choice]
  let members: [Choice]
  let laptops: [Choice]
  private let codes: [String: String]

  init(_ request: PageRequest) throws {
    let reached = try request.reached()
    let reports = try request.centre.inspect { try LaptopReport.gather($0.store) }
    let (teams, members) = try request.centre.read { reader in
      (
        try reader.teams().filter { reached.holds(team: $0.id) },
        try reader.members().filter { reached.holds(team: $0.team) }
      )
    }
    func sorted(_ choices: [Choice]) -> [Choice] {
      choices.sorted {
        (SearchFold.base($0.words.vietnamese), $0.value)
          < (SearchFold.base($1.words.vietnamese), $1.value)
      }
    }
    self.teams = sorted(
      teams.map { ("\($0.id.rawValue)", BilingualText(same: $0.name ?? $0.codeText)) })
    self.members = sorted(
      members.map { ("\($0.id.rawValue)", BilingualText(same: $0.fullName ?? $0.codeText)) })
    laptops = sorted(
      reports.filter { $0.fate == nil && reached.holds($0) }.map {
        ("\($0.replica.rawValue)", BilingualText(same: "\($0.label) (\($0.replica.rawValue))"))
      })
    codes = Dictionary(
      teams.map { ("\($0.id.rawValue)", $0.codeText) }
        + members.map { ("\($0.id.rawValue)", $0.codeText) }, uniquingKeysWith: { one, _ in one })
  }

  /// What is wrong with a form: nobody gives a laptop to a team beyond their reach.
  func problem(of form: EnrolForm) -> BilingualText? {
    func isChosen(_ value: String, _ choices: [Choice]) -> Bool {
      choices.contains { $0.value == value }
    }
    guard isChosen(form.team, teams) else { return EnrolWords.teamNeeded }
    guard form.member.isEmpty || isChosen(form.member, members),
      form.replaces.isEmpty || isChosen(form.replaces, laptops)
    else { return EnrolWords.teamNeeded }
    return form.address.isEmpty ? EnrolWords.addressNeeded : nil
  }

  func team(of form: EnrolForm) -> String? { codes[form.team] }
  func member(of form: EnrolForm) -> String? { codes[form.member] }
  func former(of form: EnrolForm) -> ReplicaID? {
    UInt32(form.replaces).flatMap(ReplicaID.init(rawValue:))
  }

  /// What the log keeps; never the code.
  func auditDetail(of form: EnrolForm) -> String {
    var parts = ["team=\(codes[form.team] ?? "")"]
    if let member = codes[form.member] { parts.append("member=\(member)") }
    if !form.replaces.isEmpty { parts.append("replaces=\(form.replaces)") }
    if form.isFile { parts.append("file") }
    return parts.joined(separator: " ")
  }
}

/// The words of these pages.
private enum EnrolWords {
  static let lead = BilingualText(
    vi: "Mỗi mã cho đúng một máy vào, trong bảy ngày. Máy được giữ dữ liệu của tổ đã chọn.",
    en: "Each code lets exactly one laptop in, within seven days. It holds the data of the team "
      + "that is chosen.")
  static let choose = BilingualText(vi: "– chọn –", en: "– choose –")
  static let nobody = BilingualText(vi: "(không ghi người giữ)", en: "(nobody named)")
  static let nothing = BilingualText(vi: "(không thay máy nào)", en: "(none)")
  static let label = BilingualText(vi: "Tên gọi của máy", en: "What to call it")
  static let labelHint = BilingualText(
    vi: "để trống thì lấy tên tổ và một số", en: "the team's name and a number when left empty")
  static let replaces = BilingualText(vi: "Thay cho máy", en: "Takes the place of")
  static let address = BilingualText(vi: "Địa chỉ của trung tâm", en: "Address of the centre")
  static let addressHint = BilingualText(
    vi: "nơi máy của tổ sẽ tìm thấy trung tâm, như https://10.0.0.5:8765",
    en: "where the laptop will find it, such as https://10.0.0.5:8765")
  static let how = BilingualText(vi: "Đưa cho máy bằng", en: "Handed over as")
  static let byLine = BilingualText(
    vi: "dòng ghi danh và mã QR (máy có mạng)", en: "a line and its QR code (with a network)")
  static let byFile = BilingualText(
    vi: "tệp mang theo (máy không có mạng)", en: "a file to carry (without a network)")
  static let make = BilingualText(vi: "Tạo mã", en: "Make the code")
  static let made = BilingualText(vi: "Mã cho máy mới", en: "The code of the new laptop")
  static let code = BilingualText(vi: "Mã ghi danh", en: "Enrolment code")
  static let validity = BilingualText(vi: "Dùng được", en: "Good for")
  static let once = BilingualText(
    vi: "Mã chỉ hiện lần này. Ai có mã đều cho được một máy vào: hãy in hay chép ngay, giữ kín, và "
      + "hủy sau khi dùng.",
    en: "The code is shown this once. Whoever has it can let one laptop in: print or copy it now, "
      + "keep it to yourself, and destroy it after use.")
  static let caption = BilingualText(
    vi: "Mã QR chứa đúng dòng ghi danh ở dưới.", en: "The QR code holds just the line below.")
  static let steps = [
    BilingualText(
      vi: "Trên máy mới, mở CamTay (hoặc chạy “camtay serve --open”).",
      en: "On the new laptop, open CamTay (or run “camtay serve --open”)."),
    BilingualText(
      vi: "Tắt bộ gõ tiếng Việt, bấm vào ô “Dòng ghi danh”.",
      en: "Switch the Vietnamese keyboard off and go to “Enrolment line”."),
    BilingualText(
      vi: "Quét mã QR, hoặc dán hay gõ dòng ở dưới, rồi bấm “Ghi danh”.",
      en: "Scan the QR code, or paste or type the line below, then press “Enrol”."),
  ]
  static let takeFile = BilingualText(vi: "Tải tệp ghi danh", en: "Download the file")
  static let fileSteps = BilingualText(
    vi: "Tải tệp ngay, chép vào USB; ghi mã riêng ra giấy, đừng để cùng tệp. Trên máy ấy, mở "
      + "CamTay, chọn tệp và gõ mã; hoặc: camtay enroll --file ghi-danh.camtay --code MÃ. Tệp chỉ "
      + "giữ ở đây mười phút.",
    en: "Download it now and copy it to a stick; write the code on paper, apart from the file. On "
      + "that laptop open CamTay, choose the file and type the code; or: camtay enroll --file "
      + "ghi-danh.camtay --code CODE. The file is kept here for ten minutes.")
  static let another = BilingualText(vi: "Cấp mã cho máy khác", en: "Let another laptop in")
  static let noTeam = BilingualText(
    vi: "Trong phạm vi của bạn chưa có tổ nào. Hãy nhập danh sách xóm và thành viên trước, ở "
      + "Khác › Nhập danh sách.",
    en: "There is no team within your reach. Bring in the lists of hamlets and members first, at "
      + "More › Taking in lists.")
  static let teamNeeded = BilingualText(
    vi: "Chưa tạo mã: hãy chọn tổ, và người giữ hay máy cũ trong danh sách.",
    en: "No code was made: choose the team, and a holder or old laptop from the lists.")
  static let addressNeeded = BilingualText(
    vi: "Chưa tạo mã: hãy ghi địa chỉ mà máy sẽ tìm thấy trung tâm.",
    en: "No code was made: say where the laptop will find the centre.")
  static let sentTwice = BilingualText(
    vi: "Biểu mẫu này đã tạo một mã rồi, và mã ấy chỉ hiện một lần. Nếu cần mã khác, hãy bấm lại ở "
      + "đây; mã trước hết hạn sau bảy ngày.",
    en:
      "This form has made a code already, which was shown once. For another one press again here; "
      + "the former expires after seven days.")

  static func until(_ time: LocalDateTime) -> BilingualText {
    BilingualText(
      vi: "một máy, trong bảy ngày, đến \(Format.dateTime(time))",
      en: "one laptop, within seven days, until \(Format.dateTime(time))")
  }
}
