import FieldWork
import Listings
import Pages
import Web

/// The way into practice, back out of it, a fresh start, and to what was typed there by mistake.
struct PracticePage {
  static let path = "/more/practice"
  static let title = BilingualText(vi: "Luyện tập", en: "Practice")
  /// Leads from practice to the first page of work.
  static let leavingPath = "\(path)/leave"
  private static let recordPath = "\(path)/records"
  private static let startPath = "\(path)/start"
  private static let againPath = "\(path)/again"

  /// Where a record of the real store is shown, from within practice.
  static func path(of code: String) -> String { "\(recordPath)/\(code)" }

  static let routes =
    [
      LaptopRoute(.get, path) { request in
        let page = try PracticePage(request)
        let isRefused = request.refusedPress != nil
        return try request.page(title, status: isRefused ? 422 : 200) { page.content() }
      },
      LaptopRoute(.get, leavingPath) { _ in .seeOther(TodayPage.path) },
      LaptopRoute(.get, "\(recordPath)/:code") { request in
        .seeOther(RecordPath.of(request.parameters["code"]) ?? TodayPage.path)
      },
      LaptopRoute(.post, startPath) { request in
        let home = PracticeHome(of: request.laptop.home)
        if !home.exists { try PracticeMaker(request.laptop, request.surroundings).make() }
        return .seeOther(PracticePages.start)
      },
      LaptopRoute(.post, againPath, handler: startAgain),
    ] + PracticeMovePage.routes

  private let request: LaptopRequest
  private let language: Language
  /// What of it can still be moved, and the bytes it takes; nil where there is none.
  private let standing: (unmoved: Int, bytes: Int64)?

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    let home = PracticeHome(of: request.laptop.home)
    guard home.exists else {
      standing = nil
      return
    }
    let unmoved = try request.bench.practise(beside: request.laptop) {
      try PracticeMove(from: $0, to: request.laptop).unmovedCount()
    }
    standing = (unmoved, try home.bytesOnDisk())
  }

  /// A fresh practice; what could still be moved is given up only when that was ticked.
  private static func startAgain(_ request: LaptopRequest) throws -> HTTPResponse {
    let page = try PracticePage(request)
    if let standing = page.standing, request.form["sure"] != "yes" {
      return request.refused(
        at: path,
        BilingualText(
          vi:
            "Chưa xóa gì. Mọi thứ ghi ở đó sẽ mất, cả \(standing.unmoved) lượt thăm chưa chuyển. "
            + "Hãy chuyển việc thật, hoặc đánh dấu là bỏ được.",
          en: "Nothing was deleted. All that was typed there would be gone, also "
            + "\(counted(standing.unmoved, "visit that was", "visits that were")) not moved. "
            + "Move real work, or tick that it can go."))
    }
    request.bench.closePractice()
    try PracticeMaker(request.laptop, request.surroundings).make()
    return .seeOther(PracticePages.start)
  }

  private func content() -> HTML {
    HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      panel {
        element("p") {
          language.text(
            "Một bộ dữ liệu riêng để tập: thôn và thành viên của bạn, các hộ đều bịa và có chữ "
              + "“\(InventedNames.mark)”. Mọi trang và mọi bản in đều ghi "
              + "“\(PracticeWords.mark.vietnamese)”. Không gì ở đó được gửi đi hay được đếm.",
            "Data of their own to practise with: your hamlets and members, and households that "
              + "are all made up and say “\(InventedNames.mark)”. Every page and print says "
              + "“\(PracticeWords.mark.english)”. Nothing of it is sent or counted.")
        }
        if let standing { there(standing.bytes) } else { notThere }
      }
      if let standing {
        moving(standing.unmoved)
        again(standing.unmoved)
      }
    }
  }

  private func there(_ bytes: Int64) -> HTML {
    HTML.group {
      element("p", ["class": "detail"]) {
        language.text(
          "Chiếm \(Self.megabytes(bytes)) MB trên đĩa.",
          "It takes \(Self.megabytes(bytes)) MB of the disk.")
      }
      element("p") {
        link(PracticePages.start, language.text("Vào luyện tập", "Practise"), isButton: true)
      }
    }
  }

  private var notThere: HTML {
    HTML.group {
      element("p", ["class": "detail"]) {
        language.text(
          "Tạo ra mất chừng một giây và khoảng 1 MB trên đĩa; làm lại từ đầu bất cứ lúc nào.",
          "Making it takes about a second and 1 MB of the disk; start again at any time.")
      }
      actionForm(
        Self.startPath, BilingualText(vi: "Bắt đầu luyện tập", en: "Begin to practise"), request)
    }
  }

  private func moving(_ unmoved: Int) -> HTML {
    panel(language.text("Lỡ ghi việc thật ở đó?", "Typed real work there by mistake?")) {
      element("p") {
        language.text(
          "Chọn lượt thăm, xem trước những gì sẽ được ghi, rồi chuyển: ngày giờ và người ghi giữ nguyên.",
          "Choose the visits, see what would be written, then move them: their times and who "
            + "recorded them stay.")
      }
      element("p") {
        link(
          PracticeMovePage.path,
          unmoved == 0
            ? language.text("Các lượt thăm đã ghi khi luyện tập", "Visits typed in practice")
            : language.text(
              "Chuyển việc thật (\(unmoved) lượt thăm)",
              "Move real work (\(counted(unmoved, "visit", "visits")))"))
      }
    }
  }

  private func again(_ unmoved: Int) -> HTML {
    panel(language.text("Làm lại từ đầu", "Start again")) {
      PageForm(
        action: Self.againPath, formToken: request.formToken,
        submit: BilingualText(vi: "Xóa và làm lại từ đầu", en: "Delete it and start again"),
        problem: request.refusedPress?.problem
      ).html(language) {
        element("label", ["class": "choice"]) {
          element("input", ["type": "checkbox", "name": "sure", "value": "yes"])
          language.text(
            " Bỏ mọi thứ ghi ở đó, cả \(unmoved) lượt thăm chưa chuyển; đó chỉ là tập",
            " All that was typed there can go, also \(counted(unmoved, "visit", "visits")) not "
              + "moved: only practice")
        }
      }
    }
  }

  /// Bytes in megabytes with one decimal place, rounded up.
  static func megabytes(_ bytes: Int64) -> String {
    let tenths = (bytes + 99_999) / 100_000
    return "\(tenths / 10),\(tenths % 10)"
  }
}

/// What became of a record of practice that was moved.
enum PracticeMark {
  /// Said above a record; nothing for one that was not moved, and outside practice.
  static func html(_ codeText: String, _ request: LaptopRequest) -> HTML {
    guard let move = move(of: codeText, request) else { return .empty }
    return element("p", ["class": "message warn", "role": "note"]) {
      request.language.text("Đã chuyển sang việc thật: ", "Moved to real work: ")
      link(PracticePage.path(of: move.code), move.code)
      request.language.text(
        ". Bản luyện tập này không sửa được nữa: hãy sửa ở đó.",
        ". This copy of it cannot be changed any more: change it there.")
    }
  }

  /// What a record of the practice became in real work; nil for one that was not moved, and outside
  /// practice.
  static func move(of codeText: String, _ request: LaptopRequest) -> PracticeLedger.Move? {
    guard request.laptop.isPractice, let code = try? RecordCode(parsing: codeText),
      let row = try? request.reader.resolveOne(codeText, as: code.kind)
    else { return nil }
    return try? PracticeLedger(request.laptop.store).moves(
      of: PracticeLedger.name(of: request.laptop.store))[row]
  }
}
