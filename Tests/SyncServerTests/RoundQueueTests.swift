import Dispatch
import Replica
import SyncProtocol
import Synchronization
import Testing

@testable import SyncServer

@Suite struct RoundQueueTests {
  @Test func `rounds that wait while one is answered are answered together, in order`() {
    let gate = DispatchSemaphore(value: 0)
    let entered = DispatchSemaphore(value: 0)
    let groups = Mutex<[[[UInt8]]]>([])
    let queue = RoundQueue { requests in
      groups.withLock { $0.append(requests) }
      entered.signal()
      gate.wait()
      return requests
    }
    let answered = DispatchSemaphore(value: 0)
    let answers = Mutex<[[UInt8]]>([])
    func submit(_ byte: UInt8) {
      queue.submit([byte]) { answer in
        answers.withLock { $0.append((try? answer.get()) ?? []) }
        answered.signal()
      }
    }
    submit(0)
    entered.wait()
    for byte in 1...100 { submit(UInt8(byte)) }
    for _ in 0..<3 { gate.signal() }
    for _ in 0...100 { answered.wait() }
    queue.stop()
    let sizes = groups.withLock { $0.map(\.count) }
    #expect(sizes == [1, RoundQueue.roundsPerGroup, 100 - RoundQueue.roundsPerGroup])
    #expect(answers.withLock { $0 } == (0...100).map { [UInt8($0)] })
  }

  @Test func `when a group fails nobody of it is told that anything was kept`() {
    struct DiskFailed: Error {}
    let queue = RoundQueue { _ in throw DiskFailed() }
    let answered = DispatchSemaphore(value: 0)
    let failures = Mutex(0)
    for _ in 0..<5 {
      queue.submit([1]) { answer in
        if case .failure = answer { failures.withLock { $0 += 1 } }
        answered.signal()
      }
    }
    for _ in 0..<5 { answered.wait() }
    queue.stop()
    #expect(failures.withLock { $0 } == 5)
  }

  @Test func `after stop a round fails at once`() {
    let queue = RoundQueue { requests in
      requests
    }
    queue.stop()
    let failed = Mutex(false)
    queue.submit([1]) { answer in
      if case .failure = answer { failed.withLock { $0 = true } }
    }
    #expect(failed.withLock { $0 })
  }

  @Test func `a damaged round in a group changes nothing for the others`() throws {
    let world = try CentreWorld(seed: 71)
    let laptops = try (0..<4).map { number in
      let laptop = try world.enrolLaptop("laptop \(number)", member: "Nguyễn Văn An")
      try laptop.sync()
      try laptop.addHousehold("Hộ \(number)")
      return laptop
    }
    let rounds = try laptops.map { try $0.makeRequest() }
    var requests = rounds.map(\.request)
    requests[2][requests[2].count / 2] ^= 1
    let answers = try world.centre.answer(requests)
    #expect(answers.map(\.mergedBatches) == [1, 1, 0, 1])
    #expect(answers[2].replica == nil)
    for index in [0, 1, 3] {
      let outcome = try laptops[index].store.absorb(
        answers[index].bytes, of: rounds[index], clock: world.clock.surroundings.clock())
      #expect(outcome.confirmedBatches == 1)
    }
  }
}
