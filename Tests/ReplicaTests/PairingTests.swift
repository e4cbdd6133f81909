import Randomness
import SyncProtocol
import Testing

@testable import Replica

@Suite final class PairingTests {
  private var random = SeededGenerator(seed: 5)
  private let pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

  private func code(_ digits: String) throws -> PairingCode {
    try #require(PairingCode(parsing: digits))
  }

  /// A whole attempt; `seen` is the offer as the joining side sees it.
  private func pair(
    _ door: inout PairingDoor, typing digits: String, seen: (inout PairingOffer) -> Void = { _ in }
  ) throws -> (joiner: [UInt8], waiter: [UInt8]) {
    var offer = try door.offer(using: &random)
    seen(&offer)
    let attempt = try PairingAttempt(offer, code: try code(digits), random: &random)
    let share = try door.share(for: attempt.share, using: &random)
    let (proof, key) = try attempt.prove(to: share)
    let (answer, meeting) = try door.prove(to: proof)
    return (try attempt.finish(answer, key), meeting)
  }

  @Test func `who types the code has the same meeting, and nobody comes behind`() throws {
    var door = PairingDoor(code: try code("123 456"), pin: pin)
    let pair = try pair(&door, typing: "123-456")
    #expect(pair.joiner == pair.waiter)
    #expect(pair.joiner.count == MeetingPart.identityByteCount)
    #expect(throws: MeetingError.busy) { try door.offer(using: &random) }
  }

  @Test func `three wrong codes end the waiting, also for the right one`() throws {
    var door = PairingDoor(code: try code("123456"), pin: pin)
    for wrong in ["123457", "000000"] {
      #expect(throws: MeetingError.codeWrong) { _ = try pair(&door, typing: wrong) }
    }
    #expect(throws: MeetingError.over) { _ = try pair(&door, typing: "654321") }
    #expect(throws: MeetingError.over) { _ = try pair(&door, typing: "123456") }
  }

  @Test func `somebody in between who shows a key of their own is found out`() throws {
    var door = PairingDoor(code: try code("123456"), pin: pin)
    #expect(throws: MeetingError.codeWrong) {
      _ = try pair(&door, typing: "123456") { $0.pin = pin.replacing("AAA=", with: "BBB=") }
    }
  }

  @Test func `a side that waits and does not know the code is found out`() throws {
    var door = PairingDoor(code: try code("123456"), pin: pin)
    var other = PairingDoor(code: try code("654321"), pin: pin)
    let offer = try door.offer(using: &random)
    let attempt = try PairingAttempt(offer, code: try code("123456"), random: &random)
    _ = try other.offer(using: &random)
    let share = try door.share(for: attempt.share, using: &random)
    let (_, key) = try attempt.prove(to: share)
    let guess = PairingMessage(
      session: offer.session, value: Array(repeating: 3, count: PairingMessage.valueByteCount))
    #expect(throws: MeetingError.codeWrong) { try attempt.finish(guess, key) }
  }

  @Test func `shares that are no points, or give every secret the same, are refused`()
    throws
  {
    var door = PairingDoor(code: try code("123456"), pin: pin)
    for value in [0, 0xff] as [UInt8] {
      let offer = try door.offer(using: &random)
      let message = PairingMessage(
        session: offer.session,
        value: Array(repeating: value, count: PairingMessage.valueByteCount))
      #expect(throws: MeetingError.notALaptop) { try door.share(for: message, using: &random) }
      let attempt = try PairingAttempt(offer, code: try code("123456"), random: &random)
      #expect(throws: MeetingError.notALaptop) { try attempt.prove(to: message) }
    }
  }

  @Test func `a code is six digits, however it is written`() throws {
    for text in ["12345", "1234567", "12345a", "", "١٢٣٤٥٦"] {
      #expect(PairingCode(parsing: text) == nil, "\(text)")
    }
    #expect(try code(" 012 345").text == "012 345")
  }
}
