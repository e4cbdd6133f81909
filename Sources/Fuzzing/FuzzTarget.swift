/// What bytes from outside must never break: a property that does not hold is a finding like a trap.
package struct BrokenProperty: Error, CustomStringConvertible {
  /// Which property, for whoever reads the finding.
  package let description: String

  init(_ description: String) { self.description = description }
}

/// One way by which bytes that nobody vouches for come in: a decoder, a file, a round.
///
/// A target may refuse its input with any error; it must not trap, not run for ever, not take
/// memory that is out of proportion to the input, and must keep the properties it checks.
package struct FuzzTarget: Sendable {
  /// What one input does.
  package typealias Body = ([UInt8]) throws -> Void

  /// The name on the command line and in the record of runs.
  package let name: String
  /// Bytes of the largest input that the way accepts in the product.
  package let maximumBytes: Int
  /// True when every input opens stores, which takes a hundred times as long as a decoder.
  package let opensStores: Bool
  private let examples: @Sendable () throws -> [[UInt8]]
  private let prepare: @Sendable () throws -> Body

  init(
    _ name: String, maximumBytes: Int, opensStores: Bool = true,
    seeds: @escaping @Sendable () throws -> [[UInt8]] = { [] },
    prepare: @escaping @Sendable () throws -> Body
  ) {
    self.name = name
    self.opensStores = opensStores
    self.maximumBytes = maximumBytes
    examples = seeds
    self.prepare = prepare
  }

  init(
    _ name: String, maximumBytes: Int,
    seeds: @escaping @Sendable () throws -> [[UInt8]] = { [] },
    body: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.init(
      name, maximumBytes: maximumBytes, opensStores: false, seeds: seeds, prepare: { body })
  }

  /// Well-formed inputs to begin with.
  package func seeds() throws -> [[UInt8]] { try examples() }

  /// Makes what the target needs once: templates of stores, worlds.
  package func runner() throws -> FuzzRunner { FuzzRunner(body: try prepare()) }
}

/// A target that is ready to take inputs, one at a time.
package struct FuzzRunner {
  let body: FuzzTarget.Body

  /// Runs one input.
  ///
  /// - Returns: the property it broke; nil when it was accepted or refused properly.
  package func finding(in bytes: [UInt8]) -> BrokenProperty? {
    do {
      try body(bytes)
    } catch let broken as BrokenProperty {
      return broken
    } catch {
      // Refused.
    }
    return nil
  }
}
