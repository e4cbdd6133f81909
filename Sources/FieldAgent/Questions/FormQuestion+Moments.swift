import FieldWork
import SyncProtocol

/// A moment that a form says.
struct TypedMoment {
  /// The field that says it.
  let field: String
  let label: BilingualText
  let time: LocalDateTime
  /// How many minutes it may lie ahead.
  var tolerance = 0
  /// What it is, where the field says something else from which it follows.
  var what: BilingualText?

  /// What a field says as a whole moment; nil where nothing is typed or none can be read.
  init?(_ typed: String?, _ field: String, _ label: BilingualText) {
    guard let typed, !typed.allSatisfy(\.isWhitespace),
      let time = try? LocalDateTime.parse(typed)
    else { return nil }
    self.init(field: field, label: label, time: time)
  }

  init(
    field: String, label: BilingualText, time: LocalDateTime, tolerance: Int = 0,
    what: BilingualText? = nil
  ) {
    self.field = field
    self.label = label
    self.time = time
    self.tolerance = tolerance
    self.what = what
  }

  /// Begin and end of a visit on a day that has come; the question of the day is asked by itself.
  static func ofVisit(
    date: String?, start: String?, minutes: String?, _ knowledge: ClockKnowledge
  ) -> [TypedMoment] {
    guard let date = date.flatMap({ try? Format.parseDate($0) }), date <= knowledge.today,
      let minute = start.flatMap(LocalDateTime.minuteOfDay)
    else { return [] }
    let start = LocalDateTime(date, minuteOfDay: minute)
    let begin = TypedMoment(
      field: "start", label: FieldLabel.words(of: "start_minute"), time: start)
    // Where the begin is asked about, its end says nothing more.
    guard knowledge.doubt(of: start) == nil,
      let minutes = minutes.flatMap({ try? Format.parseInteger($0) }),
      (1...1_440).contains(minutes), minute + Int(minutes) < 1_440
    else { return [begin] }
    let end = LocalDateTime(date, minuteOfDay: minute + Int(minutes))
    let leeway = knowledge.leeway(since: start)
    guard case .ahead = knowledge.doubt(of: end, within: leeway) else { return [begin] }
    let what = BilingualText(
      vi: "Số phút là \(minutes), vậy lúc kết thúc",
      en: "Minutes: \(minutes). The end of the visit,")
    return [
      begin,
      TypedMoment(
        field: "minutes", label: FieldLabel.words(of: "minutes"), time: end, tolerance: leeway,
        what: what),
    ]
  }
}

extension FormQuestion {
  /// The question about times of day that lie ahead by this laptop's clock or in the night: most of
  /// them are a slip of the finger, or morning and evening taken for each other.
  ///
  /// - Parameter moments: what the form says, by what is known of the present; one that cannot be
  ///   read is told by its field.
  static func moments(
    _ source: QuestionSource, _ moments: @escaping (ClockKnowledge) throws -> [TypedMoment?]
  ) -> FormQuestion {
    FormQuestion(kind: .moments) {
      let knowledge = try source.knowledge()
      return try moments(knowledge).compactMap(\.self).compactMap { moment in
        guard let doubt = knowledge.doubt(of: moment.time, within: moment.tolerance) else {
          return nil
        }
        return FormDoubt(
          subject: moment.time.iso, field: (moment.field, moment.label),
          words: (moment.what ?? moment.label)
            + BilingualText(same: " \(Format.dayOrTime(moment.time)) ") + doubt.words
            + BilingualText(same: ". "),
          short: moment.what == nil
            ? BilingualText(vi: "đúng giờ này không?", en: "is this time right?")
            : BilingualText(vi: "đúng số phút này không?", en: "is this right?"))
      }
    }
  }
}
