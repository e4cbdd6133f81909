import CommandLine
import FieldWork
import Listings
import Replica

/// `visit check-dates`: visits that a wrong clock dated, with the dates that the centre's time
/// proposes. Nothing is changed unless a person says so.
struct VisitCheckDates: LaptopCommand {
  let surroundings: Surroundings
  let name = ["visit", "check-dates"]
  let abstract = BilingualText(
    vi: "lượt thăm có ngày đáng ngờ vì đồng hồ máy từng sai",
    en: "visits whose dates are doubtful because the clock was wrong")
  let arguments: [Argument] = [
    .positional(
      "code", BilingualText(vi: "chỉ những lượt này", en: "only these visits"), isRequired: false,
      repeats: true, maximumBytes: 100),
    .flag("apply", BilingualText(vi: "ghi các ngày được đề nghị", en: "write the proposed dates")),
    .flag("keep", BilingualText(vi: "các ngày này đúng, giữ nguyên", en: "these dates are right")),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không ghi gì", en: "only show what would happen")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let applies = invocation.flag("apply")
    let keeps = invocation.flag("keep")
    guard !(applies && keeps) else {
      throw Failure(
        code: "decision-twice", exitCode: .userError,
        words: BilingualText(
          vi: "Chỉ chọn --apply hoặc --keep; chưa ghi gì.",
          en: "Choose --apply or --keep; nothing was written."))
    }
    let laptop = try laptop(invocation, console)
    let doubts = try chosen(invocation, laptop)
    guard applies || keeps, !doubts.isEmpty, !invocation.flag("dry-run") else {
      write(doubts, console)
      return doubts.isEmpty ? .done : .needsAttention
    }
    let author = try laptop.member(named: invocation.member)
    let changed = try laptop.writing { records, clock in
      guard keeps else {
        return try records.applyProposedDates(doubts, author: author, clock: clock)
      }
      try records.confirmDates(doubts, author: author, clock: clock)
      return doubts
    }
    let left = try laptop.records.dateDoubts()
    report(changed, left: left.count, keeps: keeps, console)
    return left.isEmpty ? .done : .needsAttention
  }

  private func chosen(_ invocation: Invocation, _ laptop: Laptop) throws -> [DateDoubt] {
    let doubts = try laptop.records.dateDoubts()
    let codes = invocation.texts("code")
    guard !codes.isEmpty else { return doubts }
    let rows = try codes.map { try laptop.records.reader.resolveOne($0, as: .visit) }
    return doubts.filter { rows.contains($0.visit) }
  }

  private func report(
    _ changed: [DateDoubt], left: Int, keeps: Bool, _ console: Console
  ) {
    guard !console.isJSON else {
      return console.json([
        "changed": .array(changed.map { .text($0.codeText) }), "left": .integer(Int64(left)),
      ])
    }
    console.say(
      keeps
        ? BilingualText(
          vi: "Đã xác nhận ngày của \(changed.count) lượt thăm.",
          en: "Confirmed the dates of \(counted(changed.count, "visit", "visits")).")
        : BilingualText(
          vi: "Đã sửa ngày của \(changed.count) lượt thăm; xem bằng “history MÃ”.",
          en: "Corrected the dates of \(counted(changed.count, "visit", "visits")); see "
            + "“history CODE”."))
    guard left > 0 else { return }
    console.say(
      BilingualText(
        vi: "Còn \(left) lượt mà chỉ bạn biết ngày đúng: “visit edit MÃ --date …”, hoặc giữ "
          + "nguyên bằng --keep.",
        en: "\(left) more whose day only you know: “visit edit CODE --date …”, or keep them with "
          + "--keep."))
  }

  private func write(_ doubts: [DateDoubt], _ console: Console) {
    let language = console.language
    console.listing(table(doubts, language), json: json(doubts))
    guard !doubts.isEmpty, !console.isJSON else { return }
    console.say(
      BilingualText(
        vi: "Chưa sửa gì. Ghi các ngày đề nghị: --apply. Ngày đang ghi là đúng: --keep. "
          + "Ngày khác: “visit edit MÃ --date …”.",
        en: "Nothing was changed. Write the proposed dates: --apply. The dates are right: --keep. "
          + "Another day: “visit edit CODE --date …”."))
  }

  private func table(_ doubts: [DateDoubt], _ language: Language) -> Table {
    Table(
      [
        .text(BilingualText(vi: "Mã", en: "Code")), .text(BilingualText(vi: "Hộ", en: "Household")),
        .text(BilingualText(vi: "Ngày đang ghi", en: "Date")),
        .text(BilingualText(vi: "Nguồn", en: "Source")),
        .text(BilingualText(vi: "Giờ được tin lúc ghi", en: "Taken for the present")),
        .text(BilingualText(vi: "Giờ trung tâm lúc đó", en: "By the centre's time")),
        .text(BilingualText(vi: "Đề nghị", en: "Proposed")),
      ],
      doubts.map { doubt in
        [
          doubt.codeText, doubt.household ?? "–", Format.date(doubt.date),
          doubt.source.words.text(in: language), Format.dateTime(doubt.believed),
          doubt.actual.map(Format.dateTime) ?? language.text("không rõ", "not known"),
          doubt.proposed.map(Format.date) ?? "–",
        ]
      },
      empty: BilingualText(
        vi: "Không có lượt thăm nào có ngày đáng ngờ.", en: "No visit has a doubtful date."))
  }

  private func json(_ doubts: [DateDoubt]) -> JSONValue {
    .array(
      doubts.map { doubt in
        [
          "code": .text(doubt.codeText), "id": .text(String(doubt.visit.rawValue)),
          "date": .text(doubt.date.iso), "source": .text(doubt.source.name),
          "laptop_clock": .text(doubt.believed.iso),
          "centre_time": .text(orNull: doubt.actual?.iso),
          "proposed": .text(orNull: doubt.proposed?.iso),
        ]
      })
  }
}

/// What `sync` and `status` say of doubtful dates.
enum DateDoubtWarning {
  /// The warning at a terminal; nil when no date is in doubt.
  static func words(_ count: Int) -> BilingualText? {
    happened(count).map {
      $0
        + BilingualText(
          vi: " Hãy xem “camtay visit check-dates”.", en: " See “camtay visit check-dates”.")
    }
  }

  /// What is so; nil when no date is in doubt.
  static func happened(_ count: Int) -> BilingualText? {
    guard count > 0 else { return nil }
    return BilingualText(
      vi: "Đồng hồ (của máy này hay của trung tâm) từng sai khi ghi: \(count) lượt thăm có ngày "
        + "đáng ngờ. Chưa sửa gì.",
      en: "The clock, of this laptop or of the centre, was wrong when things were written: "
        + "\(counted(count, "visit has a doubtful date", "visits have doubtful dates")). Nothing "
        + "was changed.")
  }
}
