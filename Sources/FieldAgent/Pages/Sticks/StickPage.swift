import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// Handing over without a network: which sticks there are, and the buttons to pack and to take in.
struct StickPage {
  static let path = "/sticks"
  static let title = BilingualText(
    vi: "Ghi ra USB, nhận từ USB", en: "Pack for USB, take in from a stick")
  static let purpose = BilingualText(
    vi: "Không có mạng: ghi việc ra USB, nhận trả lời của trung tâm",
    en: "Without a network: pack your work onto a stick, take in the centre's answer")

  static let routes =
    [
      LaptopRoute(.get, path) { try StickPage($0).page() },
      LaptopRoute(.post, path) { try StickPage($0).ask() },
      LaptopRoute(.post, filesPath, bodyLimit: StickWork.formBytes) {
        try StickPage($0).takeFiles()
      },
    ] + StickWorkPage.routes

  private static let filesPath = "\(path)/files"
  private static let stickName = "stick"
  private static let folderName = "folder"
  private static let actName = "act"
  private static let fileName = "file"
  private static let forgetName = "forget"
  /// Bytes of a folder's path.
  private static let pathBytes = 4_096

  /// What a button asks for.
  private enum Act: String {
    case pack, take, download, carry, give, send, update
    case fetchProgram = "fetch-program"
    case goBack = "go-back"
  }

  private let request: LaptopRequest
  private let language: Language
  private let needed: Int
  /// What is carried for others.
  private let load: Courier.Load

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    load = try Courier.load(of: request.laptop)
    needed = BundleWriter.fileBytes(ofContent: try request.laptop.store.expectedPackBytes())
  }

  // MARK: What is asked for

  private func ask() throws -> HTTPResponse {
    let form = request.form
    guard let act = form[Self.actName].flatMap(Act.init(rawValue:)) else {
      return try page(problem: StickPageWords.nothingChosen)
    }
    let work: StickWork.Order.Act
    switch act {
    case .download: return begin(.files([:]), .pack)
    case .send: return begin(.network, .send)
    case .fetchProgram: return begin(.network, .update)
    case .goBack: return begin(.laptop, .goBack)
    case .pack: work = .pack
    case .take: work = .take
    case .carry: work = .carry
    case .give: work = .give(forgetting: form[Self.forgetName] != nil)
    case .update: work = .update
    }
    if let stick = form[Self.stickName] {
      guard MountedFileSystem.sticks().contains(where: { $0.utf8.elementsEqual(stick.utf8) }) else {
        return try page(problem: StickPageWords.stickGone)
      }
      return begin(.folder(stick), work)
    }
    let folder = (form[Self.folderName] ?? "").trimmed
    guard folder.hasPrefix("/"), folder.utf8.count <= Self.pathBytes else {
      return try page(folder: folder, folderProblem: StickPageWords.folderNeeded)
    }
    return begin(.folder(folder), work)
  }

  private func takeFiles() throws -> HTTPResponse {
    let sent = SentBundles(request.files, by: Self.fileName)
    guard !sent.files.isEmpty else {
      return try page(problem: sent.foreignWords ?? StickPageWords.noFiles)
    }
    if let problem = sent.problem { return try page(problem: problem) }
    return begin(.files(sent.files), .take)
  }

  private func begin(
    _ place: StickWork.Order.Place, _ act: StickWork.Order.Act
  ) -> HTTPResponse {
    request.work.sticks.ask(
      StickWork.Order(place: place, act: act), key: request.laptop.storeKey)
    return .seeOther(StickWorkPage.path)
  }

  // MARK: What is shown

  private func page(
    problem: BilingualText? = nil, folder: String = "", folderProblem: BilingualText? = nil
  ) throws -> HTTPResponse {
    let isRefused = problem != nil || folderProblem != nil
    return try request.page(Self.title, status: isRefused ? 422 : 200) {
      if let problem {
        element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
      }
      StickWorkPage.way(request)
      try standing()
      panel(id: "mounted", StickPageWords.mounted.text(in: language)) { sticks() }
      panel(
        StickPageWords.other.text(in: language), lead: StickPageWords.otherLead.text(in: language)
      ) { typed(folder, folderProblem) }
      panel(
        id: "courier", CourierPageWords.title.text(in: language),
        lead: CourierPageWords.lead.text(in: language)
      ) { carried() }
      panel(
        StickPageWords.browser.text(in: language),
        lead: StickPageWords.browserLead.text(in: language)
      ) { files() }
      panel(
        id: "program", UpdatePageWords.title.text(in: language),
        lead: UpdatePageWords.lead.text(in: language)
      ) { program() }
    }
  }

  /// What would be packed, and what was.
  private func standing() throws -> HTML {
    let standing = try request.laptop.standing()
    let records = standing.unsentRecords
    return panel(lead: StickPageWords.lead.text(in: language)) {
      element("p") {
        (records > 0 ? StateMark.attention : .good).html(
          StickPageWords.standing(records, bytes: needed).text(in: language))
      }
      if let carried = standing.carried {
        element("p") { StickPageWords.underWay(carried).text(in: language) }
      }
    }
  }

  private func sticks() -> HTML {
    let sticks = MountedFileSystem.sticks()
    return HTML.group {
      if sticks.isEmpty {
        element("p", ["class": "empty"]) { StickPageWords.noSticks.text(in: language) }
      }
      for stick in sticks { self.stick(stick) }
      element("p") { link(Self.path, StickPageWords.again.text(in: language)) }
    }
  }

  /// One stick with what can be done with it.
  private func stick(_ path: String) -> HTML {
    let facts = try? StickFolder.facts(of: path)
    let name = (path.split(separator: "/").last.map(String.init) ?? path).shortened(to: 24)
    let hasRoom = facts?.freeBytes.map { $0 >= UInt64(needed) } ?? true
    let canWrite = facts.map { !$0.isReadOnly && hasRoom } ?? false
    return HTML.group {
      element("h3") { name }
      factList(
        [
          (StickPageWords.folder, .text(path)),
          (
            StickPageWords.room, .text((facts?.words ?? StickPageWords.noAnswer).text(in: language))
          ),
        ], language)
      if let facts, !canWrite {
        element("p") {
          StateMark.attention.html(
            (facts.isReadOnly ? StickPageWords.readOnly : StickPageWords.full(needed))
              .text(in: language))
        }
      }
      let update = NewerProgram.word(onStick: path, for: request.laptop)
      if let update {
        element("p") { StateMark.attention.html(UpdateWords.lies(update).text(in: language)) }
      }
      element("form", ["class": "action row-actions", "method": "post", "action": Self.path]) {
        PageFrame.tokenField(request.formToken)
        hidden(Self.stickName, path)
        if canWrite { button(.pack, StickPageWords.pack(name)) }
        button(.take, StickPageWords.take(name), isQuiet: canWrite)
        button(.carry, CourierPageWords.carry(name), isQuiet: true)
        if let update { button(.update, UpdatePageWords.update(update, name), isQuiet: true) }
      }
      if load.bundles > 0, facts?.isReadOnly == false {
        element("form", ["class": "action", "method": "post", "action": Self.path]) {
          PageFrame.tokenField(request.formToken)
          hidden(Self.stickName, path)
          giving(CourierPageWords.give(name), path)
        }
      }
    }
  }

  /// What is carried for others, with the way to the centre.
  private func carried() -> HTML {
    HTML.group {
      element("p") {
        (load.bundles > 0 ? StateMark.attention : .neutral).html(
          CourierWords.load(load).text(in: language))
      }
      if load.bundles > 0 {
        element("form", ["class": "action", "method": "post", "action": Self.path]) {
          PageFrame.tokenField(request.formToken)
          button(.send, CourierPageWords.send)
        }
      }
    }
  }

  /// Putting what is carried onto a stick, and whether it is carried on all the same.
  private func giving(_ words: BilingualText, _ place: String) -> HTML {
    let id = "\(Self.forgetName)-\(Hexadecimal.encode(place.utf8))"
    return HTML.group {
      element("div", ["class": "check"]) {
        element("input", ["type": "checkbox", "id": id, "name": Self.forgetName, "value": "1"])
        element("label", ["for": id]) { CourierPageWords.forget.text(in: language) }
      }
      button(.give, words, isQuiet: true)
    }
  }

  private func typed(_ folder: String, _ problem: BilingualText?) -> HTML {
    element("form", ["class": "form", "method": "post", "action": Self.path]) {
      PageFrame.tokenField(request.formToken)
      PageField(
        Self.folderName, StickPageWords.folder, value: folder, hint: StickPageWords.folderHint,
        error: problem
      ).html(language)
      element("div", ["class": "actions"]) {
        button(.pack, StickPageWords.packFolder)
        button(.take, StickPageWords.takeFolder, isQuiet: true)
        button(.carry, CourierPageWords.carryFolder, isQuiet: true)
        button(.update, UpdatePageWords.updateFolder, isQuiet: true)
      }
      if load.bundles > 0 { giving(CourierPageWords.giveFolder, "") }
    }
  }

  /// The program itself: a newer one over the network, and the one before the last update.
  private func program() -> HTML {
    element("form", ["class": "action row-actions", "method": "post", "action": Self.path]) {
      PageFrame.tokenField(request.formToken)
      button(.fetchProgram, UpdatePageWords.fetch, isQuiet: true)
      if let version = request.work.sticks.versionBefore {
        button(.goBack, UpdatePageWords.goBack(version), isQuiet: true)
      }
    }
  }

  private func files() -> HTML {
    var sending = PageForm(
      action: Self.filesPath, formToken: request.formToken, submit: StickPageWords.takeFiles)
    sending.carriesFile = true
    return HTML.group {
      element("form", ["class": "action", "method": "post", "action": Self.path]) {
        PageFrame.tokenField(request.formToken)
        button(.download, StickPageWords.makeFiles, isQuiet: true)
      }
      sending.html(language) { SentBundles.field(Self.fileName).html(language) }
    }
  }

  private func button(_ act: Act, _ words: BilingualText, isQuiet: Bool = false) -> HTML {
    element(
      "button",
      [
        "type": "submit", "name": Self.actName, "value": act.rawValue,
        "class": isQuiet ? "quiet" : nil,
      ]
    ) { words.text(in: language) }
  }
}
