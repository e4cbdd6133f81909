import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// Handing over: how far every change has come, what the last sync did, and the button for the next.
enum SendPage {
  static let path = "/send"
  static let title = BilingualText(vi: "Gửi", en: "Send")

  static let routes = [
    LaptopRoute(.get, path) { request in
      try request.page(title) {
        actionForm(
          path, BilingualText(vi: "Gửi và nhận ngay", en: "Send and receive now"), request,
          accessKey: "s")
        element("p") {
          request.language.text("Không có mạng? ", "No network? ")
          link(StickPage.path, StickPage.title.text(in: request.language))
          " · "
          link(NeighbourPage.path, NeighbourPage.title.text(in: request.language))
          " · "
          link(ReceiptPage.path, ReceiptPage.title.text(in: request.language))
        }
        if let words = CourierWords.reminder(try Courier.load(of: request.laptop), on: .pages) {
          element("p", ["class": "message"]) {
            words.text(in: request.language) + " "
            link("\(StickPage.path)#courier", CourierPageWords.title.text(in: request.language))
          }
        }
        try element("div", ["id": "sending", "data-live": "\(path)/live"]) {
          try inner(request)
        }
      }
    },
    LaptopRoute(.post, path) { request in
      request.work.sync.ask()
      return .seeOther(path)
    },
    LaptopRoute(.get, "\(path)/live", isByPerson: false) { request in
      .html(try inner(request))
    },
    LaptopRoute(.get, LaptopStateLine.path, isByPerson: false) { request in
      .html(try LaptopStateLine(request).inner(request.language))
    },
  ]

  private static func inner(_ request: LaptopRequest) throws -> HTML {
    let standing = try request.laptop.standing()
    let status = standing.status
    let language = request.language
    return try HTML.group {
      lastSync(request.work.sync.state, next: request.work.sync.nextTry, standing, language)
      try BegunList(request).html(notLeaving)
      try SendRecords(request).html()
      stages(status, language)
    }
  }

  private static let notLeaving = BilingualText(
    vi: "Các biểu mẫu này chỉ được gửi sau khi bạn mở ra và bấm lưu.",
    en: "These do not leave this laptop until you open them and save.")

  /// What the last sync came to; one that these pages did not do is known by the store alone.
  private static func lastSync(
    _ state: BackgroundSync.State, next: LocalDateTime?, _ standing: StoreStanding,
    _ language: Language
  ) -> HTML {
    let next =
      next.map {
        language.text(
          " Lần tự gửi tới: \(Format.time(minuteOfDay: $0.minuteOfDay)).",
          " It tries by itself next at \(Format.time(minuteOfDay: $0.minuteOfDay)).")
      } ?? ""
    switch state {
    case .none:
      return element("p", ["class": "message"]) {
        standing.status.lastHandOver.text(in: language) + ". "
        language.text(
          "Máy tự gửi khi có mạng; bạn cũng có thể bấm gửi ngay.",
          "It sends by itself with a network; you can also press the button.") + next
      }
    case .running(let status):
      return element("p", ["class": "message", "role": "status"]) {
        if let status {
          language.text(
            "Đang gửi: trung tâm đã nhận \(status.received) trên \(status.written) thay đổi.",
            "Sending: the centre has \(status.received) of \(status.written) changes.")
        } else {
          language.text("Đang nối với trung tâm…", "Reaching the centre…")
        }
      }
    case .done(let report, let time):
      // Green is for a laptop that has handed everything over.
      let isAll = standing.unsentRecords == 0
      return element("p", ["class": isAll ? "message good" : "message", "role": "status"]) {
        (isAll ? StateMark.good : .neutral).html(
          "\(Format.dateTime(time)): \(report.exchanged.text(in: language))")
        " "
        language.text(
          "Khi có mạng máy tự gửi, kể cả lúc bạn không bấm.",
          "With a network it also sends by itself, without being told.") + next
      }
    case .failed(let words, let time):
      return element("p", ["class": "message warn", "role": "status"]) {
        StateMark.attention.html("\(Format.dateTime(time)): \(words.text(in: language))")
        " "
        standing.status.confirmedWords(unsentRecords: standing.unsentRecords).text(in: language)
          + next
      }
    }
  }

  private static func stages(_ status: HandOverStatus, _ language: Language) -> HTML {
    panel {
      PageTable(
        BilingualText(
          vi: "Từ đầu đến nay: bao nhiêu thay đổi đã qua mỗi chặng",
          en: "Since the beginning: how many changes have passed each stage"),
        columns: [
          .text(BilingualText(vi: "Chặng", en: "Stage")),
          .number(BilingualText(vi: "Thay đổi", en: "Changes")),
        ],
        rows: HandOverStage.allCases.map { stage in
          PageTable.Row([
            .text(stage.words.text(in: language)),
            .text(Format.integer(stage.count(status), language)),
          ])
        }, empty: BilingualText(vi: "", en: ""),
        note: BilingualText(
          vi:
            "Cộng dồn, nên các số chỉ tăng. Trung tâm đã nhận bằng đã ghi là không còn gì riêng ở "
            + "máy này.",
          en:
            "Sums, which only grow. Where the centre has received as many as were written, nothing "
            + "is left on this laptop alone.")
      ).html(language)
    }
  }
}
