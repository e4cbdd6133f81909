import CommandLine
import FieldWork
import SyncProtocol

/// What can be typed about a record that a form describes, the same in both programs.
package enum FormArguments {
  /// `RECORD` of `edit`, `void` and `show`.
  package static func record(_ form: RecordForm) -> Argument {
    .positional(
      "record",
      form.kind == nil
        ? BilingualText(
          vi: "mã, hoặc #số của bản ghi", en: "what its first field holds, or # and its id")
        : BilingualText(vi: "mã bản ghi", en: "code of the record"), maximumBytes: 200)
  }

  /// The options that fill a form.
  package static func fields(_ form: RecordForm, isNew: Bool) -> [Argument] {
    form.fields.filter { isNew || !$0.isFixed }.map { field in
      field.isSet
        ? .repeatedOption(field.option, field.rule.placeholder, help(field))
        : .option(field.option, field.rule.placeholder, help(field), maximumBytes: 16_384)
    }
  }

  private static func help(_ field: FormField) -> BilingualText {
    let label = field.label
    let names = field.rule.choiceNames.joined(separator: ", ")
    let choices = names.isEmpty ? "" : ": \(names)"
    if case .aim = field.rule {
      return BilingualText(
        vi:
          "mức phải đạt: 80, “80 %” hay “80,5 %” nếu là tỷ lệ, 12.000 nếu là số lượng; riêng tỷ lệ "
          + "từ 1000 đến 10000 viết liền vẫn hiểu là phần trăm của phần trăm: 8000 là 80 % (cần có)",
        en:
          "what is to be reached: 80, “80 %” or “80,5 %” of a rate, 12.000 of a number; a rate from "
          + "1000 to 10000 in bare digits is still read as hundredths of a percent: 8000 is 80 % "
          + "(needed)")
    }
    return BilingualText(
      vi: label.vietnamese.prefix(1).lowercased() + label.vietnamese.dropFirst() + choices
        + (field.isRequired ? " (cần có)" : ""),
      en: label.english.prefix(1).lowercased() + label.english.dropFirst() + choices
        + (field.isRequired ? " (needed)" : ""))
  }

  /// What was typed.
  package static func draft(
    _ invocation: Invocation, _ form: RecordForm, isNew: Bool
  ) -> FormDraft {
    var draft = FormDraft()
    for field in form.fields where isNew || !field.isFixed {
      if field.isSet {
        let texts = invocation.texts(field.option)
        if !texts.isEmpty { draft.lists[field.definition.id] = texts }
      } else if let text = invocation.text(field.option) {
        draft.texts[field.definition.id] = text
      }
    }
    return draft
  }

  /// The arguments of `list`: by reference, by choice, by day.
  package static func list(_ form: RecordForm) -> [Argument] {
    filters(form).map { field in
      .option(field.option, field.rule.placeholder, help(field))
    } + (form.day == nil ? [] : [PeriodArguments.period])
      + [.flag("voided", BilingualText(vi: "kể cả bản ghi đã hủy", en: "voided ones too"))]
      + ListPage.arguments()
  }

  private static func filters(_ form: RecordForm) -> [FormField] {
    form.fields.filter { field in
      switch field.rule {
      case .record, .row, .choice, .blockedReason, .service, .code, .commune, .measure:
        !field.isSet && field.option != "limit" && field.definition.sealing == nil
      default: false
      }
    }
  }

  /// Which records a line asks for.
  package static func filter(
    _ invocation: Invocation, _ form: RecordForm, _ reader: RecordReader, today: LocalDate
  ) throws -> FormFilter {
    var filter = FormFilter()
    filter.includesVoided = invocation.flag("voided")
    if form.day != nil {
      filter.period = try PeriodArguments.periodIfGiven(invocation, today: today)
    }
    for field in filters(form) {
      guard let text = invocation.text(field.option) else { continue }
      filter.values.append((field.definition, try reader.value(text, of: field)))
    }
    return filter
  }
}

/// What is wrong with what was typed into a form, for somebody at the command line.
package enum FormFailure {
  /// Every problem with the option that it is about.
  package static func failure(_ form: RecordForm, _ problems: [FieldProblem]) -> Failure {
    let head = BilingualText(
      vi: "Chưa lưu gì. Hãy sửa rồi làm lại:", en: "Nothing was saved. Mend this and try again:")
    let text = problems.map { words(of: $0, form) }
      .reduce(head) { $0 + BilingualText(same: "\n  ") + $1 }
    return Failure(code(of: problems), .userError, text)
  }

  /// A single unknown record keeps the code that says what is wrong with it.
  private static func code(of problems: [FieldProblem]) -> String {
    guard problems.count == 1, case .reference(let error)? = problems.first?.kind else {
      return "invalid-input"
    }
    return error.code
  }

  private static func words(of problem: FieldProblem, _ form: RecordForm) -> BilingualText {
    let field = form.fields.first { $0.definition.name == problem.field }
    guard let field else { return problem.words }
    return problem.words + BilingualText(same: " (--\(field.option) \(field.rule.placeholder))")
  }
}
