import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// What is wrong with a line that grants something, all of it told together.
struct GrantProblems {
  private var failures: [Failure] = []

  var isEmpty: Bool { failures.isEmpty }

  /// A day that was typed; nil where none was, or where it cannot be read.
  mutating func day(_ option: String, _ invocation: Invocation) -> LocalDate? {
    guard let text = invocation.text(option) else { return nil }
    do {
      return try Format.parseDate(text)
    } catch {
      add(
        Failure(
          code: "date-unreadable", exitCode: .userError,
          words: BilingualText(
            vi: "--\(option) “\(text)”: \(error.message(in: .vietnamese))",
            en: "--\(option) “\(text)”: \(error.message(in: .english))")))
      return nil
    }
  }

  /// What a body reads; what is wrong with it is gathered.
  mutating func read<Value>(_ body: () throws -> Value) throws -> Value? {
    do {
      return try body()
    } catch let failure as Failure {
      add(failure)
    } catch let error as FieldError {
      guard let failure = CentreFailure.describe(error) else { throw error }
      add(failure)
    }
    return nil
  }

  mutating func add(_ failure: Failure) { failures.append(failure) }

  /// Adds that the unit or hamlet is not there on the first or on the last day.
  mutating func check(
    _ target: GrantTarget, _ from: LocalDate?, _ until: LocalDate?, today: LocalDate,
    in centre: Centre
  ) throws {
    let last = until ?? max(today, from ?? today)
    let days = [from ?? min(today, last), last]
    for (number, day) in days.enumerated() where number == 0 || day != days[0] {
      do {
        switch target {
        case .unit(let code): _ = try centre.read { try $0.territory(ofUnit: code, on: day) }
        case .place(let row): _ = try centre.read { try $0.territory(ofHamlet: row, on: day) }
        case .scope: return
        }
      } catch FieldError.unitNotThen(let code, let day, let others) {
        add(.unitNotThen(code, day, others))
      } catch FieldError.unknownUnit(let code) {
        return add(.unitUnknown(code))
      } catch FieldError.hamletNotThen(let name, let day) {
        add(.hamletNotThen(name, day))
      }
    }
  }

  /// One failure with all words; the code is that of the first.
  var failure: Failure {
    let words = failures.map(\.words)
    return Failure(
      code: failures.first?.code ?? "invalid-input",
      exitCode: failures.first?.exitCode ?? .userError,
      words: words.dropFirst().reduce(words.first ?? BilingualText(same: "")) {
        $0 + BilingualText(same: "\n") + $1
      })
  }
}

extension Failure {
  static func lastDayFirst(_ from: LocalDate, _ until: LocalDate) -> Failure {
    Failure(
      code: "grant-days", exitCode: .userError,
      words: BilingualText(
        vi: "Ngày cuối \(Format.date(until)) lại trước ngày đầu \(Format.date(from)); chưa "
          + "giao gì.",
        en: "The last day, \(Format.date(until)), comes before the first, \(Format.date(from)); "
          + "nothing was granted."))
  }

  fileprivate static func unitNotThen(
    _ code: String, _ day: LocalDate, _ others: [String]
  ) -> Failure {
    let list = others.joined(separator: "; ")
    return Failure(
      code: "unit-not-then", exitCode: .userError,
      words: BilingualText(
        vi: "Ngày \(Format.date(day)) không có đơn vị nào mang mã \(code); chưa giao gì."
          + (others.isEmpty ? "" : " Nơi đó khi ấy: \(list)."),
        en: "No unit had the code \(code) on \(Format.date(day)); nothing was granted."
          + (others.isEmpty ? "" : " What lay there: \(list).")))
  }

  fileprivate static func unitUnknown(_ code: String) -> Failure {
    Failure(
      code: "unit-unknown", exitCode: .userError,
      words: BilingualText(
        vi: "Không có đơn vị nào mang mã \(code); chưa giao gì. Xem: camtay-server unit list",
        en: "No unit has the code \(code); nothing was granted. See: camtay-server unit list"))
  }

  fileprivate static func hamletNotThen(_ name: String, _ day: LocalDate) -> Failure {
    Failure(
      code: "hamlet-not-then", exitCode: .userError,
      words: BilingualText(
        vi: "Ngày \(Format.date(day)) không rõ “\(name)” là thôn nào; chưa giao gì. Xem: "
          + "camtay-server place history",
        en: "Which hamlet “\(name)” was on \(Format.date(day)) is not known; nothing was granted. "
          + "See: camtay-server place history"))
  }
}
