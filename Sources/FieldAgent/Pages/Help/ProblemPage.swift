import FieldWork
import Pages
import Web

/// Reporting a problem: what the person says and how the laptop stands, shown whole before it is
/// saved as a file. Nothing is sent by itself.
struct ProblemPage {
  static let path = "/problem"
  static let previewPath = "/problem/preview"
  static let filePath = "/problem/file"
  static let title = BilingualText(vi: "Báo lỗi", en: "Report a problem")

  static let routes = [
    LaptopRoute(.get, path) { request in
      try request.page(title) { form(request) }
    },
    LaptopRoute(.post, path) { request in
      request.memory.report = try DiagnosticReport(
        request.laptop, request.clock, words: request.form["words"] ?? "",
        language: request.language
      ).text
      return .seeOther(previewPath)
    },
    LaptopRoute(.get, previewPath) { request in
      guard let report = request.memory.report else { return .seeOther(path) }
      return try request.page(title) { preview(report, request.language) }
    },
    LaptopRoute(.get, filePath) { request in
      guard let report = request.memory.report else { return .seeOther(path) }
      return .download(
        Array(report.utf8), type: "text/plain; charset=utf-8",
        fileName: DiagnosticReport.fileName)
    },
  ]

  private static func form(_ request: LaptopRequest) -> HTML {
    let language = request.language
    return panel(
      lead: language.text(
        "Kể điều đã xảy ra. Đừng viết tên, số điện thoại hay mã hồ sơ của người dân. Ở bước sau "
          + "bạn "
          + "xem toàn bộ tệp trước khi lưu; máy không tự gửi gì.",
        "Tell what happened. Write no names, telephone numbers or dossier codes of residents. In "
          + "the "
          + "next step you see the whole file before it is saved; nothing is sent by itself.")
    ) {
      PageForm(
        action: path, formToken: request.formToken,
        submit: BilingualText(vi: "Xem tệp", en: "See the file")
      ).html(language) {
        PageField(
          "words", BilingualText(vi: "Điều đã xảy ra", en: "What happened"), .lines,
          hint: BilingualText(
            vi: "bạn đang làm gì, máy hiện gì, bạn mong gì; để trống cũng được",
            en: "what you did, what the laptop showed, what you expected; may stay empty")
        ).html(language)
      }
    }
  }

  private static func preview(_ report: String, _ language: Language) -> HTML {
    HTML.group {
      panel(
        language.text("Tệp sẽ lưu đúng như sau", "The file is saved exactly like this"),
        lead: language.text(
          "Tên đầy đủ, số dài và mã mà máy nhận ra đã được thay bằng […]. Hãy đọc lại: nếu còn tên "
            + "của ai, hãy quay lại sửa.",
          "Full names, long numbers and codes that were recognised stand as […]. Read it: if a "
            + "name "
            + "is left, go back and change it.")
      ) {
        element("pre", ["class": "report", "tabindex": "0"]) { report }
        element("p", ["class": "row-actions"]) {
          element(
            "a", ["href": filePath, "class": "button", "download": DiagnosticReport.fileName]
          ) {
            language.text("Lưu tệp này", "Save this file")
          }
          link(path, language.text("Viết lại", "Write it again"))
        }
        element("p", ["class": "field-hint"]) {
          language.text(
            "Trình duyệt lưu tệp vào thư mục Tải về. Hãy tự đưa tệp cho điều phối viên hoặc người "
              + "phụ trách phần mềm.",
            "The browser saves it among your downloads. Hand it yourself to the coordinator or to "
              + "whoever looks after the software.")
        }
      }
    }
  }
}
