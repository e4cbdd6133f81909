/// The options that every command of both programs has.
struct GlobalOptions {
  var home: String?
  var member: String?
  var language: Language
  var isJSON = false
  var isHelp = false

  static let arguments: [Argument] = [
    .option(
      "home", "DIR",
      BilingualText(
        vi: "thư mục dữ liệu thay cho thư mục mặc định", en: "data folder to use instead")),
    .option(
      "lang", "vi|en", BilingualText(vi: "ngôn ngữ", en: "language"), kind: .choice(["vi", "en"])),
    .option(
      "as", "MEMBER",
      BilingualText(vi: "thành viên đang làm việc (mã bản ghi)", en: "member at work (record code)")
    ),
    .flag(
      "json", BilingualText(vi: "kết quả dạng JSON cho máy đọc", en: "output for programs, in JSON")
    ),
    .flag("help", BilingualText(vi: "giải thích lệnh này", en: "explain this command")),
  ]

  init(values: [String: [String]], locale: String?) {
    home = values["home"]?.first
    member = values["as"]?.first
    language = Language(option: values["lang"]?.first, locale: locale)
    isJSON = values["json"] != nil
    isHelp = values["help"] != nil
  }
}
