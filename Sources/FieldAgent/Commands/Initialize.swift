import CommandLine
import Replica

/// `init`: makes the data folder and says what comes next.
struct Initialize: LaptopCommand {
  let surroundings: Surroundings
  let name = ["init"]
  let abstract = BilingualText(vi: "tạo thư mục dữ liệu", en: "make the data folder")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let home = try home(invocation)
    try home.create()
    let configuration = try LaptopConfiguration.read(from: home)
    if configuration == nil {
      if home.hasStore { throw AgentError.storeWithoutEnrolment(home: home.path) }
      try LaptopConfiguration().write(to: home)
    }
    let isEnrolled = configuration?.isEnrolled ?? false
    if console.isJSON {
      console.json([
        "home": .text(home.path), "is_new": .bool(configuration == nil),
        "is_enrolled": .bool(isEnrolled),
      ])
      return .done
    }
    console.say(
      configuration == nil
        ? BilingualText(
          vi: "Đã tạo thư mục dữ liệu \(home.path).", en: "Made the data folder \(home.path).")
        : BilingualText(
          vi: "Thư mục dữ liệu \(home.path) đã có; không có gì bị thay đổi.",
          en: "The data folder \(home.path) is there already; nothing was changed."))
    if !isEnrolled {
      let home = invocation.home.map { " --home \($0)" } ?? ""
      console.say(
        BilingualText(
          vi: "Bước tiếp theo: ghi danh bằng mã của điều phối viên:\n"
            + "  camtay enroll --server ĐỊA_CHỈ --code MÃ\(home)      (khi có mạng)\n"
            + "  camtay enroll --file TỆP --code MÃ\(home)            (khi không có mạng)",
          en: "Next: enrol with a code from the coordinator:\n"
            + "  camtay enroll --server URL --code CODE\(home)      (with a network)\n"
            + "  camtay enroll --file PATH --code CODE\(home)       (without one)"))
    }
    return .done
  }
}
