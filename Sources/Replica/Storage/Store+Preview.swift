/// Seeing what something would do.
extension Store {
  /// Does something and takes it back: every signature, dependency and judgement is looked at as it
  /// would be, and nothing is kept.
  package func previewing<Result>(_ body: () throws -> Result) throws -> Result {
    var result: Result?
    do {
      try transaction {
        result = try body()
        throw TakenBack()
      }
    } catch is TakenBack {}
    guard let result else { preconditionFailure("the body has ended") }
    return result
  }
}

/// Rolls back a transaction of which only the result is wanted.
private struct TakenBack: Error {}
