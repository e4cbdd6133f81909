import FieldWork
import Pages
import SyncProtocol

/// The question about times of day that lie ahead by this laptop's clock or in the night: most of them
/// are a slip of the finger, or morning and evening taken for each other.
struct MomentQuestion: VisitQuestion {
  static let part = "moment-question"
  static let confirms = "save-moments-right"
  static let confirmedField = "moments_right"
  static let yes = BilingualText(vi: "Đúng giờ này, lưu", en: "The time is right, save")
  static let no = BilingualText(vi: "Sai: sửa giờ ở dưới", en: "It is wrong: change it below")

  /// A moment that a form says.
  struct Moment {
    /// The field that says it.
    let field: String
    let label: BilingualText
    let time: LocalDateTime
    /// How many minutes it may lie ahead.
    var tolerance = 0
  }

  let draft: PageDraft
  private let doubted: [(moment: Moment, doubt: MomentDoubt)]

  /// - Parameter moments: what the form says; one that cannot be read is told by its field.
  init(_ draft: PageDraft, _ request: LaptopRequest, _ moments: [Moment?]) throws {
    self.draft = draft
    let knowledge = try request.knowledge()
    doubted = moments.compactMap { $0 }.compactMap { moment in
      knowledge.doubt(of: moment.time, within: moment.tolerance).map { (moment, $0) }
    }
  }

  var subjects: [String] {
    doubted.map(\.moment.time.iso).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  var field: (name: String, label: BilingualText) {
    open.first.map { ($0.moment.field, $0.moment.label) }
      ?? ("start", FieldLabel.words(of: "start_minute"))
  }

  /// Those that nobody has said yes to.
  private var open: [(moment: Moment, doubt: MomentDoubt)] {
    doubted.filter { !confirmed.contains($0.moment.time.iso) }
  }

  func words() -> QuestionWords? {
    guard !open.isEmpty else { return nil }
    let sentences = open.map { found in
      found.moment.label + BilingualText(same: " \(Format.dayOrTime(found.moment.time)) ")
        + found.doubt.words + BilingualText(same: ". ")
    }
    return (
      sentences.reduce(BilingualText(same: "")) { $0 + $1 }
        + BilingualText(vi: "Đúng không?", en: "Is that right?"),
      BilingualText(vi: "đúng giờ này không?", en: "is this time right?")
    )
  }
}

extension MomentQuestion {
  /// What a field of a form says as a whole moment; nil where nothing is typed or none can be read.
  static func moment(
    _ draft: PageDraft, _ field: String, _ label: BilingualText
  ) -> Moment? {
    guard let typed = draft[field], !typed.allSatisfy(\.isWhitespace) else { return nil }
    return (try? LocalDateTime.parse(typed)).map { Moment(field: field, label: label, time: $0) }
  }

  /// Begin and end of a visit on a day that has come; the question of the day is asked by itself.
  static func ofVisit(_ draft: PageDraft, _ request: LaptopRequest) throws -> [Moment] {
    guard let date = draft["date"].flatMap({ try? Format.parseDate($0) }),
      try date <= request.knowledge().today,
      let minute = draft["start"].flatMap(LocalDateTime.minuteOfDay)
    else { return [] }
    let start = LocalDateTime(date, minuteOfDay: minute)
    let begin = Moment(field: "start", label: FieldLabel.words(of: "start_minute"), time: start)
    // Where the begin is asked about, its end says nothing more.
    let knowledge = try request.knowledge()
    guard knowledge.doubt(of: start) == nil,
      let minutes = draft["minutes"].flatMap({ try? Format.parseInteger($0) }),
      (1...1_440).contains(minutes), minute + Int(minutes) < 1_440
    else { return [begin] }
    let end = LocalDateTime(date, minuteOfDay: minute + Int(minutes))
    let leeway = knowledge.leeway(since: start)
    guard case .ahead = knowledge.doubt(of: end, within: leeway) else { return [begin] }
    let label = BilingualText(
      vi: "Giờ kết thúc (bắt đầu cộng số phút)", en: "End (start plus minutes)")
    return [
      begin, Moment(field: "minutes", label: label, time: end, tolerance: leeway),
    ]
  }
}
