import Replica
import SQLite
import SyncProtocol
import Testing

@testable import FieldWork

/// Every text exists in both languages, and programs know every error by a code of its own.
@Suite struct PersonMessageTests {
  private func isComplete(_ text: BilingualText) -> Bool {
    [text.vietnamese, text.english].allSatisfy { !$0.isEmpty && !$0.contains("Optional(") }
  }

  @Test func `every error has a code of its own and both texts`() throws {
    let errors = MessageSamples.fieldErrors
    #expect(Set(errors.map(\.code)).count == errors.count)
    for error in errors {
      let message = try #require(PersonMessage(error))
      #expect(isComplete(message.words), "\(error.code)")
      #expect(message.code == error.code)
      #expect(message.category == error.category)
    }
    let problems = MessageSamples.fieldProblems
    #expect(Set(problems.map(\.code)).count == problems.count)
  }

  @Test func `every state has both texts`() throws {
    for reason in CountReason.allCases {
      #expect(isComplete(CountVerdict.provisional(reason).words))
      #expect(isComplete(CountVerdict.notCounted(reason).words))
    }
    for dimension in CountDimension.allCases { #expect(isComplete(dimension.words)) }
    for service in FieldService.allCases { #expect(isComplete(service.words)) }
    for reason in BlockedReason.allCases { #expect(isComplete(reason.words)) }
    for kind in RecordCode.Kind.allCases { #expect(isComplete(kind.words)) }
  }

  @Test func `every field of the registry has a label`() {
    for table in Schema.current.tables {
      for field in table.fields {
        #expect(FieldLabel.labels[field.name] != nil, "\(table.name).\(field.name)")
      }
    }
  }

  @Test func `errors of the store below say what is safe`() throws {
    let full = try #require(PersonMessage(SQLError(code: .full, message: "")))
    #expect(full.category == .disk)
    #expect(full.words.english.contains("safe"))
    let newer = try #require(PersonMessage(ReplicaError.storeIsNewer))
    #expect(newer.category == .refusedForSafety)
    #expect(newer.code == "store-newer")
    let damaged = try #require(PersonMessage(SQLError(code: .corrupt, message: "")))
    #expect(damaged.category == .damagedInput)
    #expect(PersonMessage(InputProblem.textEmpty)?.category == .userError)
    #expect(PersonMessage(RecordCodeError.empty)?.code == "record-code-empty")
    struct Foreign: Error {}
    #expect(PersonMessage(Foreign()) == nil)
  }

  @Test func `a list of problems is one line each, with the field's label`() {
    let error = FieldError.invalid([
      FieldProblem("phone", .input(.phoneLength(found: 2))), FieldProblem("name", .missing),
    ])
    #expect(error.words.vietnamese.split(separator: "\n").count == 3)
    #expect(error.words.vietnamese.contains("Điện thoại: "))
    #expect(error.words.english.hasSuffix("Name: is needed."))
  }
}
