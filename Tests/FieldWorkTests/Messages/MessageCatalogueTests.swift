import Foundation
import Replica
import SyncProtocol
import Testing

@testable import FieldWork

/// All that this room says to people, case by case, in both languages.
struct MessageCatalogueTests {
  /// Every sentence with the name of its case.
  private var sentences: [(name: String, words: BilingualText)] {
    var all: [(String, BilingualText)] = []
    func add<Value>(_ values: [Value], _ words: (Value) -> BilingualText) {
      all += values.map { ("\(Value.self).\(caseName($0))", words($0)) }
    }
    add(MessageSamples.inputProblems) {
      BilingualText(vi: $0.message(in: .vietnamese), en: $0.message(in: .english))
    }
    add(MessageSamples.codeErrors) { BilingualText(vi: $0.vietnamese, en: $0.english) }
    add(MessageSamples.fieldProblems, \.words)
    add(MessageSamples.tableProblems, \.words)
    add(MessageSamples.directoryProblems, \.words)
    add(MessageSamples.fieldErrors, \.words)
    add(MessageSamples.conflictErrors, \.words)
    add(MessageSamples.closingProblems, \.words)
    add(MessageSamples.rateUnknowns, \.words)
    add(MessageSamples.warnings, \.words)
    add(MessageSamples.dayQuestions, \.words)
    add(MessageSamples.deadlines, \.words)
    add(MessageSamples.punctualities, \.words)
    add(MessageSamples.timeDoubts, \.words)
    add(MessageSamples.duplicateReasons, \.words)
    add(MessageSamples.fileProblems, \.words)
    add(MessageSamples.listProblems, \.words)
    add(MessageSamples.reformProblems, \.words)
    add(ClockDoubt.allCases, \.words)
    add(CountReason.allCases) { CountVerdict.provisional($0).words }
    add(CountReason.allCases) { CountVerdict.notCounted($0).words }
    return all
  }

  /// Every label of a closed list of choices, list by list.
  private var lists: [(name: String, labels: [BilingualText])] {
    var all: [(String, [BilingualText])] = []
    func add<Value: CaseIterable>(_: Value.Type, _ words: (Value) -> BilingualText) {
      all.append(("\(Value.self)", Value.allCases.map(words)))
    }
    func both(_ label: (Language) -> String) -> BilingualText {
      BilingualText(vi: label(.vietnamese), en: label(.english))
    }
    add(HouseholdKind.self, \.words)
    add(Sex.self, \.words)
    add(DateSource.self, \.words)
    add(VisitOutcome.self, \.words)
    add(AssistMode.self, \.words)
    add(AssistOutcome.self, \.words)
    add(EvidenceKind.self, \.words)
    add(SubmissionChannel.self, \.words)
    add(SubmissionStatus.self, \.words)
    add(StoredServiceLevel.self, \.words)
    add(PlaceKind.self, \.words)
    add(ScopeKind.self, \.words)
    add(BlockedReason.self, \.words)
    add(FieldService.self, \.words)
    add(ErasureReason.self, \.words)
    add(CountDimension.self, \.words)
    add(Term.Unit.self, \.words)
    all.append(("Measure", Measure.all.map(\.words)))
    all.append(("Rate", Rate.all.map(\.words)))
    add(ListColumn.self, \.words)
    add(ImportUndo.Reason.self, \.words)
    add(RecordCode.Kind.self, \.words)
    add(CommuneKind.self) { kind in both { kind.label($0) } }
    add(ProcedureChannel.self) { channel in both { channel.label($0) } }
    return all
  }

  private func complaint(about text: BilingualText) -> String? {
    let (vietnamese, english) = (text.vietnamese, text.english)
    if vietnamese.isEmpty || english.isEmpty { return "empty" }
    if vietnamese.utf8.elementsEqual(english.utf8) { return "not translated" }
    for text in [vietnamese, english] {
      if !text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8) {
        return "not composed"
      }
      for leftover in ["Optional(", "\\(", "%@", "{", "}", "nil", "  ,", " .", "??"]
      where text.contains(leftover) {
        return "holds \(leftover)"
      }
      for name in text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0 == "_")) })
      where name.contains("_") {
        return "holds the name \(name)"
      }
    }
    let isVietnamese = { (scalar: Unicode.Scalar) in
      (0x1EA0...0x1EF9).contains(scalar.value) || "ăâđêôơư".unicodeScalars.contains(scalar)
    }
    return english.unicodeScalars.contains(where: isVietnamese) ? "Vietnamese in English" : nil
  }

  @Test func `every sentence is complete in both languages`() {
    for (name, words) in sentences {
      #expect(complaint(about: words) == nil, "\(name)")
    }
    #expect(sentences.count > 130)
  }

  @Test func `every label is complete and no two of a list read the same`() {
    for (name, labels) in lists {
      for label in labels { #expect(complaint(about: label) == nil, "\(name): \(label)") }
      #expect(Set(labels.map(\.vietnamese)).count == labels.count, "\(name)")
      #expect(Set(labels.map(\.english)).count == labels.count, "\(name)")
    }
  }

  @Test func `every label of a field is complete`() {
    for (field, label) in FieldLabel.labels {
      #expect(complaint(about: label) == nil, "\(field)")
    }
  }

  @Test func `no case of an error, problem or state is missing above`() throws {
    func check<Value>(_ values: [Value], _ name: String, _ file: String) throws {
      let missing = try declaredCases(of: name, in: file).subtracting(values.map(caseName))
      #expect(
        missing.isEmpty,
        "\(name): put \(missing.sorted().joined(separator: ", ")) into MessageSamples")
    }
    try check(
      MessageSamples.inputProblems, "InputProblem", "FieldWork/Language/InputProblem.swift")
    try check(
      MessageSamples.codeErrors, "RecordCodeError", "FieldWork/Records/RecordCodeError.swift")
    try check(MessageSamples.fieldProblems, "Kind", "FieldWork/Records/FieldProblem.swift")
    try check(MessageSamples.tableProblems, "Problem", "FieldWork/Directory/CSVTable.swift")
    try check(
      MessageSamples.directoryProblems, "Kind", "FieldWork/Directory/DirectoryProblem.swift")
    try check(
      MessageSamples.reformProblems, "Kind", "FieldWork/Reform/ReformProblem.swift")
    try check(
      MessageSamples.closingProblems, "ClosingProblem",
      "FieldWork/Closing/ClosingProblem.swift")
    try check(
      MessageSamples.rateUnknowns, "RateUnknown", "FieldWork/Indicators/RateValue.swift")
    try check(MessageSamples.fieldErrors, "FieldError", "FieldWork/Records/FieldError.swift")
    try check(
      MessageSamples.conflictErrors, "ConflictError", "FieldWork/Records/ConflictError.swift")
    try check(MessageSamples.warnings, "RecordWarning", "FieldWork/Records/FieldStore.swift")
    try check(
      MessageSamples.deadlines, "SubmissionDeadline",
      "FieldWork/Submissions/SubmissionDeadline.swift")
    try check(
      MessageSamples.punctualities, "Punctuality", "FieldWork/Calendar/Punctuality.swift")
    try check(
      MessageSamples.duplicateReasons, "DuplicateReason",
      "FieldWork/Duplicates/DuplicateReason.swift")
    try check(
      MessageSamples.fileProblems, "Problem", "FieldWork/Language/FileText.swift")
    try check(
      MessageSamples.listProblems, "Kind", "FieldWork/HouseholdLists/ListProblem.swift")
    try check(MessageSamples.timeDoubts, "TimeDoubt", "Replica/Inspection/LogIndex.swift")
  }

  @Test func `cases are read from the source`() throws {
    let found = try declaredCases(of: "InputProblem", in: "FieldWork/Language/InputProblem.swift")
    #expect(found.contains("textTooLong") && found.contains("phoneOldMobile"))
    #expect(found.count == 23)
    #expect(
      try declaredCases(of: "RecordWarning", in: "FieldWork/Records/FieldStore.swift").count == 26)
    #expect(caseName(InputProblem.textTooLong(limit: 3)) == "textTooLong")
    #expect(caseName(InputProblem.textEmpty) == "textEmpty")
    let bad = BilingualText(vi: "Đã lưu", en: "Đã lưu")
    #expect(complaint(about: bad) == "not translated")
  }

  @Test func `words that stand for stored values are no names of programs`() throws {
    let world = try FieldWorld()
    let reader = world.laptop.reader
    for table in Schema.current.tables {
      for field in table.fields where field.type == .integer {
        let words = try reader.words(of: .integer(1), in: field, of: table)
        #expect(!words.vietnamese.contains("_") && !words.vietnamese.contains("-days"))
      }
    }
    let term = SubmissionTable.limitUnit
    let unit = try reader.words(of: .integer(1), in: term, of: SubmissionTable.definition)
    #expect(unit.vietnamese != unit.english)
    let asked = ErasureTable.requested
    let date = try reader.words(
      of: .integer(Int64(day("2026-11-18").daysSince1970)), in: asked, of: ErasureTable.definition)
    #expect(date.vietnamese == "18/11/2026")
  }
}
