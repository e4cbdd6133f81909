import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `practice move`: real work that was typed in practice goes to the real store; shown first.
struct PracticeMoveCommand: LaptopCommand {
  let surroundings: Surroundings
  let name = ["practice", "move"]
  let abstract = BilingualText(
    vi: "chuyển việc thật lỡ ghi khi luyện tập sang việc thật; cho xem trước",
    en: "move real work that was typed in practice; shows it first")
  let arguments: [Argument] = [
    .positional(
      "code",
      BilingualText(vi: "mã lượt thăm trong “practice list”", en: "codes of “practice list”"),
      repeats: true, maximumBytes: 100),
    .repeatedOption(
      "is", "PRACTICE=REAL",
      BilingualText(
        vi: "hộ, người hay buổi đó là bản ghi nào trong sổ thật; hộ, người mới: PRACTICE=new; "
          + "không thuộc buổi nào: PRACTICE=none",
        en: "which real record a household, person or session is; PRACTICE=new for somebody new, "
          + "PRACTICE=none to go without the session"), maximumBytes: 100),
    .flag("apply", BilingualText(vi: "chuyển thật", en: "do it")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let mover = try laptop.member(named: invocation.member)
    let practice = try PracticeHome(of: laptop.home).open(under: laptop, surroundings)
    let move = try PracticeMove(from: practice, to: laptop)
    var rows: [RowID] = []
    for code in invocation.texts("code") {
      let row = try practice.records.reader.resolveOne(code, as: .visit)
      if !rows.contains(row) { rows.append(row) }
    }
    let plan = try move.plan(rows)
    let choices = choices(invocation)
    guard invocation.flag("apply") else {
      show(plan, choices, console)
      return .needsAttention
    }
    let moved: [String]
    do {
      moved = plan.journeys.isEmpty ? [] : try move.write(plan, choices, mover: mover)
    } catch is PracticeChoices.Undecided {
      show(plan, choices, console)
      throw Failure(code: "undecided", exitCode: .userError, words: PracticeWords.undecided)
    } catch let refusal as RecordTransfer.Refusal {
      throw Failure(code: "not-moved", exitCode: .userError, words: refusal.words)
    } catch let refusal as PracticeMove.Refusal {
      throw Failure(code: "not-moved", exitCode: .userError, words: refusal.words)
    }
    report(moved, plan, console)
    return plan.refused.allSatisfy(\.refusal.isMoved) ? .done : .needsAttention
  }

  private func choices(_ invocation: Invocation) -> PracticeChoices {
    var choices = PracticeChoices()
    for text in invocation.texts("is") {
      let parts = text.split(separator: "=", maxSplits: 1).map { canonical(String($0)) }
      if parts.count == 2 { choices.typed[parts[0]] = parts[1] }
    }
    return choices
  }

  /// A code as the program writes it; other words as they are.
  private func canonical(_ typed: String) -> String {
    (try? RecordCode(parsing: typed))?.text ?? typed
  }

  private func report(_ moved: [String], _ plan: PracticeMove.Plan, _ console: Console) {
    if console.isJSON {
      return console.json([
        "moved": .array(moved.map { .text($0) }),
        "refused": .array(plan.refused.map { .text($0.code) }),
      ])
    }
    for refused in plan.refused {
      console.say(
        BilingualText(same: "\(refused.code): ")
          + BilingualText(same: PracticeList.words(of: refused.refusal, console.language)))
    }
    guard !moved.isEmpty else { return }
    console.say(
      BilingualText(
        vi: "Đã chuyển sang việc thật: \(moved.joined(separator: ", ")). Chưa gửi về trung tâm.",
        en:
          "Moved to real work: \(moved.joined(separator: ", ")). It is not sent to the centre yet.")
    )
  }

  private func show(
    _ plan: PracticeMove.Plan, _ choices: PracticeChoices, _ console: Console
  ) {
    let subjects = plan.subjects.map { subject -> (PracticeMove.Subject, isDecided: Bool) in
      // Nobody else, a new record, is a decision too.
      do {
        _ = try choices.record(of: subject)
        return (subject, true)
      } catch {
        return (subject, false)
      }
    }
    func isDecided(_ session: PracticeMove.SessionChoice) -> Bool {
      do {
        _ = try choices.record(of: session)
        return true
      } catch {
        return false
      }
    }
    if console.isJSON {
      return console.json([
        "visits": .array(plan.journeys.map { .text($0.visit.codeText) }),
        "subjects": .array(
          subjects.map { subject, isDecided in
            [
              "code": .text(subject.code), "name": .text(subject.name),
              "decided": .bool(isDecided),
              "candidates": .array(subject.candidates.map { .text($0.code) }),
            ]
          }),
        "records": .array(plan.records.map { .text($0.header.codeText) }),
        "sessions": .array(
          plan.sessionChoices.map { session in
            [
              "code": .text(session.code), "decided": .bool(isDecided(session)),
              "candidates": .array(session.candidates.map { .text($0.code) }),
            ]
          }),
        "without_session": .integer(Int64(plan.losingSession)),
        "refused": .array(plan.refused.map { .text($0.code) }),
      ])
    }
    report([], plan, console)
    for (subject, isDecided) in subjects {
      console.say(
        BilingualText(same: "\(subject.code)  \(subject.name)")
          + (isDecided
            ? BilingualText(same: "")
            : BilingualText(
              vi: "  – chưa chọn: --is \(subject.code)=MÃ hoặc =new",
              en: "  – undecided: --is \(subject.code)=CODE or =new")))
      for candidate in subject.candidates {
        console.say(BilingualText(same: "    \(candidate.code)  \(candidate.words)"))
      }
    }
    for session in plan.sessionChoices {
      console.say(
        BilingualText(vi: "\(session.code)  buổi", en: "\(session.code)  session")
          + (isDecided(session)
            ? BilingualText(same: "")
            : BilingualText(
              vi: "  – chưa chọn: --is \(session.code)=MÃ hoặc =none",
              en: "  – undecided: --is \(session.code)=CODE or =none")))
      for candidate in session.candidates {
        console.say(BilingualText(same: "    \(candidate.code)  \(candidate.words)"))
      }
    }
    guard !plan.journeys.isEmpty else { return }
    console.say(plan.words)
    console.say(
      BilingualText(
        vi: "Chưa ghi gì; thêm --apply để chuyển.",
        en: "Nothing was written; add --apply to do it."))
  }
}
