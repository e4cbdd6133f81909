/// Any generator as one type: an `inout some RandomNumberGenerator` cannot take an existential in
/// every place (Swift 6.3.1 stops with signal 11 when an initializer does).
package struct AnyRandomNumberGenerator: RandomNumberGenerator {
  private var base: any RandomNumberGenerator

  /// Wraps a generator, whose numbers it passes on unchanged.
  package init(_ base: any RandomNumberGenerator) { self.base = base }

  /// The next number of the wrapped generator.
  package mutating func next() -> UInt64 { base.next() }
}

extension Surroundings {
  /// A generator that can be handed down; fit for keys where `random` is.
  package func generator() -> AnyRandomNumberGenerator { AnyRandomNumberGenerator(random()) }
}
