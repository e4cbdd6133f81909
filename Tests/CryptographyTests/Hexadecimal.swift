import Cryptography
import Randomness

/// The bytes of a test vector; white space is allowed.
func hex(_ text: String) -> [UInt8] {
  let digits = text.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    UInt8(digits[$0] << 4 | digits[$0 + 1])
  }
}

/// The generator of random tests, under a name that every file of this folder sees.
typealias SeededGenerator = Randomness.SeededGenerator
