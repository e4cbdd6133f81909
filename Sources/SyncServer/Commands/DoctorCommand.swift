import CommandLine
import FieldWork
import Listings
import Replica

/// `doctor`: everything that needs a look, in the store, of the laptops and of the centre itself, each
/// with what to do about it.
struct DoctorCommand: Command {
  let context: CommandContext

  let name = ["doctor"]
  let abstract = BilingualText(
    vi: "khám trung tâm: dữ liệu, máy, sao lưu, việc quá hạn; mỗi điều kèm cách xử lý",
    en: "examine the centre: data, laptops, backups, what is overdue; each with what to do")
  let arguments = VerifyArguments.all

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let diagnosis = try CentreDiagnosis(
      centre, invocation.flag("deep") ? .deep : .quick, by: try CommandGuard.actor(invocation),
      on: context.today)
    if console.isJSON {
      console.json([
        "place": .text(centre.settings.place.code),
        "place_name": .text(centre.settings.place.name), "at": .text(context.now.iso),
        "batches": .integer(Int64(diagnosis.batchCount)),
        "needs_attention": .bool(diagnosis.needsAttention),
        "findings": .array(
          diagnosis.concerns.map { concern in
            .object(
              (concern.json.objectValue ?? []) + [
                .init("needs_attention", .bool(concern.needsAttention)),
                .init("words", .text(concern.words.text(in: console.language))),
              ])
          }),
      ])
    } else {
      say(diagnosis, centre, console)
    }
    return diagnosis.needsAttention ? .needsAttention : .done
  }

  private func say(_ diagnosis: CentreDiagnosis, _ centre: Centre, _ console: Console) {
    console.write(
      "\(centre.settings.place.name) (\(centre.settings.place.code)) · "
        + "\(Format.dateTime(context.now))\n")
    let parts = [
      (true, BilingualText(vi: "Cần xử lý", en: "To be seen to")),
      (false, BilingualText(vi: "Nên biết", en: "To be known")),
    ]
    for (needsAttention, title) in parts {
      let own = diagnosis.concerns.filter { $0.needsAttention == needsAttention }
      guard !own.isEmpty else { continue }
      console.say(title + BilingualText(same: " (\(own.count)):"))
      for concern in own { console.say(BilingualText(same: "- ") + concern.words) }
    }
    console.say(
      diagnosis.needsAttention
        ? BilingualText(
          vi: "Dữ liệu ở đây và trên các máy vẫn nguyên: lệnh này không xóa hay đổi gì của ai.",
          en: "The data here and on the laptops are as they were: this command deletes and changes "
            + "nothing of anybody's.")
        : BilingualText(
          vi: "Tốt: \(diagnosis.batchCount) gói đều khớp, không có gì phải xử lý.",
          en: "Sound: \(counted(diagnosis.batchCount, "batch", "batches")), everything agrees, and "
            + "there is nothing to see to."))
  }
}
