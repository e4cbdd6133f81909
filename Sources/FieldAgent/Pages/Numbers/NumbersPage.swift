import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// The numbers of a period by the centre's own counting function; every one leads to its records.
struct NumbersPage {
  static let path = "/numbers"
  static let title = BilingualText(vi: "Số của tôi", en: "My numbers")

  static let routes =
    [
      LaptopRoute(.get, path) { request in
        let page = try NumbersPage(request)
        return try request.page(title) { try page.content() }
      }
    ] + NumberRecordsPage.routes

  private let request: LaptopRequest
  private let language: Language
  private let question: NumbersQuestion

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    question = try NumbersQuestion(request)
  }

  private func content() throws -> HTML {
    let count = try request.reader.count(question.count(by: [.service]))
    let coverage = try coverage()
    return try HTML.group {
      PeriodPicker(
        question.choice, query: question.query(of: question.whose)
      ).html(language)
      whose
      element("p") { coverage.text(in: language) }
      panel(id: "total") { total(count.total) }
      try panel(id: "services") { try services(count) }
      panel(
        id: "different", language.text("Vì sao số của tôi khác?", "Why is my number different?"),
        lead: language.text(
          "Trung tâm đếm những gì đã tới và được chấp nhận. Những gì có thể làm số khác nhau:",
          "The centre counts what has arrived and was accepted. What may make the numbers differ:")
      ) { differences(count.total) }
    }
  }

  private var whose: HTML {
    element("ul", ["class": "period-presets"]) {
      for (whose, words) in [
        (NumbersQuestion.Whose.own, BilingualText(vi: "Việc của tôi", en: "My own work")),
        (.all, BilingualText(vi: "Mọi người trên máy này", en: "Everybody on this laptop")),
      ] {
        element("li") {
          element(
            "a",
            [
              "href": question.address(Self.path, of: whose),
              "aria-current": whose == question.whose ? "true" : nil,
            ]
          ) { words.text(in: language) }
        }
      }
    }
  }

  /// What the numbers rest on, and how far the centre has it.
  private func coverage() throws -> BilingualText {
    let standing = try request.laptop.standing()
    let own = BilingualText(
      vi: "Theo dữ liệu trên máy này. ", en: "By the data on this laptop. ")
    let confirmed: BilingualText
    if let last = standing.status.lastRound, standing.status.received > 0 {
      let time = Format.dateTime(LocalDateTime(milliseconds: last.rawValue))
      confirmed = BilingualText(
        vi: "Trung tâm đã xác nhận đến \(time)", en: "The centre confirmed through \(time)")
    } else {
      confirmed = BilingualText(
        vi: "Trung tâm chưa nhận được gì của máy này",
        en: "The centre has nothing of this laptop yet")
    }
    let unsent = standing.unsentRecords
    guard unsent > 0 else { return own + confirmed + BilingualText(same: ".") }
    return own + confirmed
      + BilingualText(
        vi: "; còn \(unsent) bản ghi chưa gửi.",
        en: "; \(counted(unsent, "record", "records")) not sent yet.")
  }

  private func number(
    _ kind: NumberKind, of numbers: CountNumbers, service: CountKey? = nil
  ) -> HTML {
    guard let number = kind.number, number.value(of: numbers) != nil else {
      return PageTable.number(nil, language)
    }
    var items = [(name: "kind", value: kind.rawValue)]
    switch service {
    case .text(let code): items.append(("service", code))
    case .some: items.append(("service", ""))
    case nil: break
    }
    return link(
      question.address(NumberRecordsPage.path, items), number.text(of: numbers, in: language))
  }

  private func total(_ numbers: CountNumbers) -> HTML {
    PageTable(
      BilingualText(vi: "Cả kỳ", en: "The whole period"),
      columns: [
        .text(BilingualText(vi: "Nội dung", en: "What")),
        .number(BilingualText(vi: "Số", en: "Number")),
      ],
      rows: [
        NumberKind.visits, .counted, .residents, .provisional, .other,
      ].map { kind in
        PageTable.Row([.text(kind.words.text(in: language)), number(kind, of: numbers)])
      }, empty: BilingualText(vi: "", en: ""),
      note: BilingualText(
        vi: "Bấm vào một số để xem từng bản ghi. Một người được đếm một lần trong kỳ.",
        en: "Press a number to see its records. A person counts once in a period.")
    ).html(language)
  }

  private func services(_ count: Count) throws -> HTML {
    let labels = CountLabels(request.reader, question.count(by: []).frame)
    return PageTable(
      BilingualText(vi: "Lượt hỗ trợ theo dịch vụ", en: "Assists by service"),
      columns: [
        .text(FieldLabel.words(of: "service")), .number(NumberKind.counted.shortWords),
        .number(NumberKind.residents.shortWords), .number(NumberKind.provisional.shortWords),
        .number(NumberKind.other.shortWords),
      ],
      rows: try count.groups.filter { $0.numbers.assists > 0 }.map { group in
        let key = group.keys.first ?? .none
        let words = try labels.words(of: key, along: .service).text(in: language)
        return PageTable.Row(
          [.text(words.shortened(to: 100))]
            + [NumberKind.counted, .residents, .provisional, .other].map {
              number($0, of: group.numbers, service: key)
            })
      },
      empty: BilingualText(
        vi: "Chưa có lượt hỗ trợ nào trong kỳ này trên máy này.",
        en: "No assist of this period is on this laptop.")
    ).html(language)
  }

  private func differences(_ numbers: CountNumbers) -> HTML {
    element("ul", ["class": "plain"]) {
      for (kind, value) in [
        (NumberKind.unsent, Int?.none), (.review, nil),
        (.provisional, numbers.provisionalAssists), (.duplicates, nil),
      ] {
        element("li") {
          link(
            question.address(NumberRecordsPage.path, [("kind", kind.rawValue)]),
            kind.words.text(in: language)
              + (value.map { ": " + Format.integer(Int64($0), language) } ?? ""))
        }
      }
    }
  }
}
