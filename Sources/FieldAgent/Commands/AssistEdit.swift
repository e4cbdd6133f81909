import CommandLine
import FieldWork
import Replica

/// `assist edit`: above all to add the evidence that came later.
struct AssistEdit: LaptopCommand {
  let surroundings: Surroundings
  let name = ["assist", "edit"]
  let abstract = BilingualText(
    vi: "sửa một lượt hỗ trợ, thêm minh chứng sau", en: "change an assist, add evidence later")
  let arguments =
    [Argument.positional("code", BilingualText(vi: "mã lượt hỗ trợ", en: "code of the assist"))]
    + AssistArguments.fields

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var recording = try Recording(self, invocation, console)
    let id = try recording.laptop.records.reader.resolveOne(
      invocation.requiredText("code"), as: .assist)
    let draft = try AssistArguments.draft(invocation, &recording, visit: nil)
    return try recording.save(.assist, isNew: false) {
      try $0.editAssist(id, draft, author: $1, clock: $2)
    }
  }
}
