import FieldWork
import Pages
import SyncProtocol

/// What is said of drafts: that they are kept, where two values of a field met, and what was typed in
/// vain.
enum DraftWords {
  /// The most characters of a value in a sentence about it.
  private static let quoted = 120

  /// That a draft is on disk, and since when.
  static func kept(_ draft: PageDraft, _ language: Language) -> String {
    let time = Format.time(
      minuteOfDay: LocalDateTime(milliseconds: draft.changed.rawValue).minuteOfDay)
    return language.text(
      "Đã giữ trên máy lúc \(time). Chưa lưu thành bản ghi.",
      "Kept on this laptop at \(time). Not saved as a record yet.")
  }

  /// That a form is kept and no record yet, and which button makes it one.
  static func notSaved(by submit: BilingualText) -> PageNotice {
    PageNotice(
      BilingualText(
        vi: "Những gì đã gõ được giữ trên máy. Chưa lưu thành bản ghi: xong thì bấm “",
        en: "What was typed is kept on this laptop. It is not a record yet: when you are done, "
          + "press “") + submit + BilingualText(same: "”."))
  }

  /// That a form came with more fields than one has, and was not taken.
  static var tooManyFields: FormProblems {
    var problems = FormProblems()
    problems.add(
      "draft", label: BilingualText(vi: "Cả biểu mẫu", en: "The whole form"),
      BilingualText(
        vi: "lần gửi này có quá \(PageDraft.maximumFields) ô nên máy không nhận ô nào; những gì "
          + "giữ trước đó vẫn còn. Hãy lưu bớt thành bản ghi, rồi ghi phần còn lại ở biểu mẫu "
          + "khác.",
        en: "it was sent with more than \(PageDraft.maximumFields) fields, so none of them was "
          + "taken; what was kept before is still there. Save a part as a record, then the rest "
          + "in another form."))
    return problems
  }

  /// What people call a field of a draft.
  static func label(of field: String, in draft: PageDraft) -> BilingualText {
    switch draft.kind {
    case .record(let noun), .recordEdit(let noun):
      let form = RecordForms.ofField.first { $0.noun == noun }
      if let label = form?.fields.first(where: { $0.option == field })?.label { return label }
    default: break
    }
    // The fields of an assist have its number before their names.
    return FieldLabel.words(of: field.split(separator: "-").last.map(String.init) ?? field)
  }

  /// Says at each field that has two values what both are.
  static func problems(
    of clashes: [PageDraft.Clash], _ form: any DraftForm
  ) throws -> FormProblems {
    var problems = FormProblems()
    for clash in clashes {
      let value = try words(of: clash.elsewhere, clash.name, form)
      guard clash.isRecorded else {
        problems.add(
          clash.name, label: BilingualText(vi: "Hai cửa sổ", en: "Two windows"),
          BilingualText(
            vi: "Ở một cửa sổ khác, ô này đã được sửa thành “\(value.vietnamese)”. Hãy xem lại rồi "
              + "lưu.",
            en: "In another window this was changed to “\(value.english)”. Look at it, then save."))
        continue
      }
      let here = try words(of: clash.here, clash.name, form)
      problems.add(
        clash.name,
        label: BilingualText(vi: "Bản ghi đã được sửa", en: "The record was changed"),
        BilingualText(
          vi: "Sau khi bạn mở biểu mẫu này, máy khác hoặc cửa sổ khác đã ghi "
            + "“\(value.vietnamese)”. Ở đây đang là “\(here.vietnamese)”: nếu lưu, giá trị ở đây "
            + "thay giá trị kia. Hãy xem lại rồi lưu.",
          en: "Since this form was opened, another laptop or window wrote “\(value.english)”. Here "
            + "it says “\(here.english)”: if you save, this replaces that. Look at it, then save."))
    }
    return problems
  }

  /// Which values of a form, sent once more, are not in the record that another tab saved.
  static func cameLate(
    _ missing: [(name: String, value: String)], to draft: PageDraft, _ request: LaptopRequest
  ) -> BilingualText {
    let form = try? DraftPages.form(draft, request)
    let words = missing.map { field in
      let value =
        choice(field.value, field.name, draft, form, request) ?? BilingualText(same: field.value)
      return label(of: field.name, in: draft)
        + BilingualText(
          vi: " “\(value.vietnamese.shortened(to: quoted))”",
          en: " “\(value.english.shortened(to: quoted))”")
    }
    return BilingualText(
      vi: "Bản ghi này đã được lưu trước lần gửi này. Những gì gõ khác ở lần gửi này không có "
        + "trong đó; nếu đúng, hãy sửa bản ghi: "
        + words.map(\.vietnamese).joined(separator: "; ") + ".",
      en: "This record had been saved before this was sent. What was typed differently this time "
        + "is not in it; if it is right, edit the record: "
        + words.map(\.english).joined(separator: "; ") + ".")
  }

  /// What people read for a value that was chosen; nil for what they typed, and for whom or what is
  /// not here to be named.
  ///
  /// - Parameter form: the form of the draft; nil where its record is gone.
  static func choice(
    _ value: String, _ field: String, _ draft: PageDraft, _ form: (any DraftForm)?,
    _ request: LaptopRequest
  ) -> BilingualText? {
    if let form { return try? form.words(of: field, value) }
    return switch draft.kind {
    case .visit, .visitEdit:
      try? VisitFields.words(of: field, value, request)
        ?? AssistBlock.words(of: field, value, request)
    case .assists, .assistEdit: try? AssistBlock.words(of: field, value, request)
    case .submission, .submissionEdit:
      switch field {
      case "procedure": try? request.reader.serviceName(of: value)
      case "channel": SubmissionChannel.words(named: value)
      default: nil
      }
    case .household, .householdEdit: field == "kind" ? HouseholdKind.words(named: value) : nil
    case .resident, .residentEdit: field == "sex" ? Sex.words(named: value) : nil
    case .event, .record, .recordEdit: nil
    }
  }

  /// A value as people read it.
  private static func words(
    of value: String, _ field: String, _ form: any DraftForm
  ) throws -> BilingualText {
    if value.allSatisfy(\.isWhitespace) { return BilingualText(vi: "(trống)", en: "(empty)") }
    return try form.words(of: field, value) ?? BilingualText(same: value)
  }
}
