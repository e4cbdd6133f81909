import Cryptography
import Randomness
import Testing

@testable import SyncServer

@Suite struct PasswordTests {
  private func choose(_ password: String) throws {
    var random = SeededGenerator(seed: 1)
    _ = try Password.digest(
      choosing: password, of: AccountName("thu-do"),
      cost: PasswordHash.Cost(operations: 1, memoryBytes: 8_192), using: &random)
  }

  @Test(arguments: [
    "123456789012", "210987654321", "abcdefghijklmnop", "aaaabbbbccccddddeeee", "123123123123",
    "ngắn quá",
  ])
  func `what repeats or counts on is no password`(_ text: String) {
    #expect(throws: AccountError.weakPassword) { try choose(text) }
  }

  @Test(arguments: [
    "một câu dài để đo", "ba con mèo ngủ trưa", "7k2p-9q4z-8m3x", "năm 2026 mưa nhiều",
  ])
  func `a sentence and drawn characters are one`(_ text: String) throws { try choose(text) }
}
