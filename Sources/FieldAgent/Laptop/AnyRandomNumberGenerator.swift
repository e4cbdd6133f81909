import Replica

/// Any generator as one type: an `inout some RandomNumberGenerator` cannot take an existential in
/// every place (Swift 6.3.1 stops with signal 11 when an initializer does).
struct AnyRandomNumberGenerator: RandomNumberGenerator {
  private var base: any RandomNumberGenerator

  init(_ base: any RandomNumberGenerator) { self.base = base }

  mutating func next() -> UInt64 { base.next() }
}

extension Surroundings {
  /// A generator that can be handed down.
  func generator() -> AnyRandomNumberGenerator { AnyRandomNumberGenerator(random()) }
}
