import FieldWork
import Pages
import SyncProtocol
import Web

/// The slips of a visit on the screen, to be looked at and printed: that of one person, or the choice
/// whose it is to be.
struct SlipPage {
  static let routes = [
    LaptopRoute(.get, "/visits/:code/slip") { request in
      let (visit, slips) = try slips(of: request)
      guard slips.count > 1 else { return try SlipPage(slips, of: visit, request).answer() }
      return try choice(slips, of: visit, request)
    },
    LaptopRoute(.get, "/visits/:code/slips") { request in
      let (visit, slips) = try slips(of: request)
      return try SlipPage(slips, of: visit, request).answer()
    },
    LaptopRoute(.get, "/assists/:code/slip") { request in
      let id = try request.reader.resolveOne(request.parameters["code"], as: .assist)
      let assist = try request.reader.existing(Assist.self, id)
      guard let slip = try ResidentSlip.of(assist, request.reader) else { throw AgentError.noSlip }
      return try SlipPage([slip], of: slip.visit, request).answer()
    },
    LaptopRoute(.get, "/submissions/:code/slip") { request in
      let id = try request.reader.resolveOne(request.parameters["code"], as: .submission)
      let submission = try request.reader.existing(Submission.self, id)
      guard let slip = try ResidentSlip.of(submission, request.reader) else {
        throw AgentError.noSlip
      }
      return try SlipPage([slip], of: slip.visit, request).answer()
    },
  ]

  /// The language of the words on a slip, in an address; that of the page is another's choice.
  private static let wordsName = "words"

  private static func slips(of request: LaptopRequest) throws -> (Visit, [ResidentSlip]) {
    let id = try request.reader.resolveOne(request.parameters["code"], as: .visit)
    let visit = try request.reader.existing(Visit.self, id)
    return (visit, try ResidentSlip.all(of: visit, request.reader))
  }

  /// The way to the slips of a visit; nothing where none is to be handed out.
  static func way(_ visit: Visit, _ request: LaptopRequest) throws -> HTML {
    guard visit.voidReason == nil else { return .empty }
    let slips = try ResidentSlip.all(of: visit, request.reader)
    guard !slips.isEmpty else { return .empty }
    return way(
      "/visits/\(visit.codeText)/slip",
      slips.count == 1
        ? BilingualText(vi: "Phiếu cho người dân (in A5)", en: "A slip for the resident (print A5)")
        : BilingualText(
          vi: "Phiếu cho từng người (in A5)", en: "A slip for each resident (print A5)"),
      request.language)
  }

  /// The way to the slip of whoever an assist was for; nothing where none is to be handed out.
  static func way(_ assist: Assist, _ request: LaptopRequest) throws -> HTML {
    let visit = try assist.visit.flatMap { try request.reader.record(Visit.self, $0) }
    guard assist.voidReason == nil, visit?.voidReason == nil,
      try ResidentSlip.of(assist, request.reader) != nil
    else { return .empty }
    return way("/assists/\(assist.codeText)/slip", ofOne, request.language)
  }

  /// The way to the slip with a dossier; nothing where none is to be handed out.
  static func way(_ submission: Submission, _ request: LaptopRequest) throws -> HTML {
    guard submission.voidReason == nil,
      let slip = try ResidentSlip.of(submission, request.reader)
    else { return .empty }
    // Whoever was helped has one slip, wherever it is asked for.
    let isHelped = slip.parts.contains { $0.isHelp && $0.assist.id == submission.assist }
    let assist = slip.parts.first { $0.assist.id == submission.assist }?.assist
    return way(
      slip.dossier == nil && isHelped
        ? assist.map { "/assists/\($0.codeText)/slip" } ?? slip.path
        : "\(SubmissionPage.path(submission))/slip", ofOne, request.language)
  }

  private static let ofOne = BilingualText(
    vi: "Phiếu cho người này (in A5)", en: "This person's slip (print A5)")

  private static func way(_ path: String, _ words: BilingualText, _ language: Language) -> HTML {
    element("p") {
      element("a", ["href": path, "class": "button quiet"]) { words.text(in: language) }
    }
  }

  /// Whose slip is to be printed.
  private static func choice(
    _ slips: [ResidentSlip], of visit: Visit, _ request: LaptopRequest
  ) throws -> HTTPResponse {
    let language = request.language
    return try request.page(ResidentSlip.title(of: visit)) {
      try HTML.group {
        element("p") {
          language.text(
            "Mỗi người một phiếu: trên phiếu chỉ có việc của người đó.",
            "A slip for each person: it tells of nothing but what was done for them.")
        }
        try panel {
          try PageTable(
            BilingualText(vi: "In phiếu cho ai?", en: "Whose slip?"),
            columns: [
              .text(FieldLabel.words(of: "resident")), .text(FieldLabel.words(of: "service")),
              .text(BilingualText(vi: "Phiếu", en: "Slip")),
            ],
            rows: slips.map { slip in
              let services = try slip.parts.compactMap { part in
                try (part.submissions.first?.procedure ?? part.assist.service).map {
                  try request.reader.serviceName(of: $0).text(in: language)
                }
              }
              let name = try name(of: slip, request).text(in: language)
              return PageTable.Row([
                .text(name), .text(services.joined(separator: "; ")),
                element(
                  "a",
                  [
                    "href": slip.path, "class": "button quiet nowrap",
                    "aria-label": language.text("Xem và in phiếu: ", "See and print the slip: ")
                      + name,
                  ]
                ) { language.text("Xem và in", "See and print") },
              ])
            }, empty: BilingualText(same: "")
          ).html(language)
        }
        element("div", ["class": "row-actions"]) {
          link(
            "/visits/\(visit.codeText)/slips",
            language.text(
              "In cho tất cả, mỗi người một tờ", "Print all of them, a sheet for each person"))
          back(to: visit, language)
        }
      }
    }
  }

  private static func name(
    of slip: ResidentSlip, _ request: LaptopRequest
  ) throws -> BilingualText {
    let resident = try slip.resident.flatMap { try request.reader.record(Resident.self, $0) }
    return resident.map { BilingualText(same: $0.fullName ?? $0.codeText) }
      ?? BilingualText(vi: "không ghi tên", en: "without a name")
  }

  private static func back(to visit: Visit, _ language: Language) -> HTML {
    link("/visits/\(visit.codeText)", language.text("‹ Về lượt thăm", "‹ Back to the visit"))
  }

  private let request: LaptopRequest
  private let language: Language
  private let visit: Visit
  private let slips: [ResidentSlip]
  /// The language on paper: residents read Vietnamese unless somebody says otherwise.
  private let words: Language

  /// - Throws: `AgentError.noSlip` where there are none.
  private init(_ slips: [ResidentSlip], of visit: Visit, _ request: LaptopRequest) throws {
    guard !slips.isEmpty else { throw AgentError.noSlip }
    self.request = request
    language = request.language
    self.visit = visit
    self.slips = slips
    words = request.http.query[Self.wordsName].flatMap(Language.init(rawValue:)) ?? .vietnamese
  }

  /// The page, headed by whom it is for: the slip itself does not say.
  private func answer() throws -> HTTPResponse {
    try request.page(title, heading: try heading()) { try content() }
  }

  private var title: BilingualText {
    slips.first.flatMap { slips.count == 1 ? $0.title : nil } ?? ResidentSlip.title(of: visit)
  }

  private func heading() throws -> BilingualText {
    guard let only = slips.first, slips.count == 1, only.resident != nil else {
      return title
    }
    return BilingualText(vi: "Phiếu cho ", en: "Slip for ") + (try Self.name(of: only, request))
  }

  private func content() throws -> HTML {
    try HTML.group {
      element("p", ["class": "not-printed"]) {
        language.text(
          "Phiếu không ghi tên người dân. Mã QR chỉ chứa mã hồ sơ, hoặc địa chỉ trang của thủ "
            + "tục trên Cổng Dịch vụ công quốc gia.",
          "The slip names no resident. A QR code on it holds a dossier's code alone, or the "
            + "address of a procedure's page on the National Public Service Portal.")
      }
      element("div", ["class": "row-actions not-printed"]) {
        element("button", ["type": "button", "data-print": "", "hidden": ""]) {
          slips.count == 1
            ? language.text("In phiếu", "Print the slip")
            : language.text("In \(slips.count) phiếu", "Print \(slips.count) slips")
        }
        element("span") {
          language.text("In bằng Ctrl+P, khổ giấy A5.", "Print with Ctrl+P, on A5 paper.")
        }
        wordsChoice
        if let dossier = slips.first?.dossier {
          link(
            SubmissionPage.path(dossier), language.text("‹ Về hồ sơ", "‹ Back to the dossier"))
        } else {
          Self.back(to: visit, language)
        }
      }
      for slip in slips {
        if slips.count > 1 {
          try element("h2", ["class": "not-printed"]) {
            try Self.name(of: slip, request).text(in: language) + " · " + slip.mark
          }
        }
        try slip.paper(request.laptop.paper(in: words, at: request.clock))
      }
    }
  }

  /// The ways to the same slip in either language.
  private var wordsChoice: HTML {
    element("span") {
      language.text("Chữ trên phiếu: ", "Words on the slip: ")
      for choice in Language.allCases {
        if choice != Language.allCases.first { " · " }
        let name = choice.text("Tiếng Việt", "English")
        if choice == words {
          element("strong", ["lang": choice.rawValue]) { name }
        } else {
          element(
            "a",
            [
              "href": "\(request.http.path)?\(Self.wordsName)=\(choice.rawValue)",
              "lang": choice.rawValue,
            ]
          ) { name }
        }
      }
    }
  }
}
