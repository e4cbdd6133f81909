import FieldWork
import Replica
import SyncProtocol

/// Something about what somebody typed that is asked once before it is saved, and answered with one
/// press or one option: most often it is a slip, and sometimes it is right.
///
/// A form says which questions it has; whatever asks them keeps the answers and asks anew about what
/// was typed since.
struct FormQuestion {
  /// What may be asked.
  enum Kind: CaseIterable {
    /// A day that lies far back or ahead.
    case day
    /// A day on which the household has a visit already.
    case secondVisit
    /// Hours that lie ahead or in the night.
    case moments
    /// Codes of dossiers that are none, or another dossier's.
    case codes
  }

  let kind: Kind
  /// What there is to ask about; nothing where nobody wonders.
  let doubts: () throws -> [FormDoubt]
}

/// One thing that a question is about.
struct FormDoubt {
  /// What somebody says yes to, as a word without commas and blanks, such as a day as ISO 8601 writes
  /// it: where something else is typed it is another.
  let subject: String
  /// The field that says it, with its label.
  let field: (name: String, label: BilingualText)
  /// What is asked, as whole sentences.
  let words: BilingualText
  /// The same in a few words, among what is wrong.
  let short: BilingualText
  /// The records that it is about.
  var rows: [RowID] = []
}

/// The records and clocks by which somebody wonders.
struct QuestionSource {
  let records: FieldStore
  let clock: ClockReading

  func knowledge() throws -> ClockKnowledge { try records.knowledge(of: clock) }
}

extension FormQuestion.Kind {
  /// Where it stands in a form, and what its answers begin with.
  var part: String {
    switch self {
    case .day: "date-question"
    case .secondVisit: "second-visit"
    case .moments: "moment-question"
    case .codes: "code-question"
    }
  }

  /// What stands on the button that says yes, and saves.
  var yes: BilingualText {
    switch self {
    case .day: BilingualText(vi: "Đúng ngày này, lưu", en: "The day is right, save")
    case .secondVisit: BilingualText(vi: "Đây là lượt khác, lưu", en: "This is another visit, save")
    case .moments: BilingualText(vi: "Đúng giờ này, lưu", en: "The time is right, save")
    case .codes: BilingualText(vi: "Đúng như vậy, lưu", en: "It is right, save")
    }
  }

  /// What leads to the field instead.
  var no: BilingualText {
    switch self {
    case .day:
      BilingualText(vi: "Sai: sửa ngày ở dưới", en: "It is wrong: change it below")
    case .secondVisit:
      BilingualText(vi: "Sai ngày: sửa ở dưới", en: "Wrong day: change it below")
    case .moments: BilingualText(vi: "Sai: sửa giờ ở dưới", en: "It is wrong: change it below")
    case .codes: BilingualText(vi: "Sai: sửa mã ở dưới", en: "It is wrong: change it below")
    }
  }

  /// What stands after its sentences, where they do not ask by themselves.
  var end: BilingualText {
    switch self {
    case .day, .secondVisit: BilingualText(same: "")
    case .moments, .codes: BilingualText(vi: "Đúng không?", en: "Is that right?")
    }
  }

  /// The option of a command that says yes, without its dashes.
  var option: String {
    switch self {
    case .day: "allow-far-day"
    case .secondVisit: "allow-second-visit"
    case .moments: "allow-odd-hour"
    case .codes: "allow-code"
    }
  }

  /// What that option is for.
  var optionWords: BilingualText {
    switch self {
    case .day:
      BilingualText(
        vi: "ngày đúng, dù đã lâu hay còn ở phía trước",
        en: "the day is right, though it lies far back or ahead")
    case .secondVisit:
      BilingualText(
        vi: "là lượt khác, dù hộ đã có lượt thăm ngày đó",
        en: "another visit, though the household has one on that day")
    case .moments:
      BilingualText(
        vi: "giờ đúng, dù là ban đêm hay còn ở phía trước",
        en: "the time is right, though it lies in the night or ahead")
    case .codes:
      BilingualText(
        vi: "mã đúng, dù lạ hay đã có ở bản ghi khác",
        en: "the code is right, though odd or on another record")
    }
  }
}
