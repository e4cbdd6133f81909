import SyncProtocol
import Testing

@Suite struct DotTests {
  @Test func `a dot packs replica, session and counter and gives them back`() throws {
    for number in [0, 1, 255, 256, ReplicaID.maximum] {
      for session in [0, 1, Dot.maximumSession] {
        for counter in [0, 1, Dot.maximumCounter] {
          let dot = try makeDot(number, session, counter)
          #expect(dot.replica.rawValue == number)
          #expect(dot.session == session)
          #expect(dot.counter == counter)
          #expect(dot.rawValue == Int64(number) << 39 | Int64(session) << 19 | Int64(counter))
          #expect(Dot(rawValue: dot.rawValue) == dot)
          #expect(dot.origin.replica == dot.replica && dot.origin.session == session)
          #expect(Origin(rawValue: dot.rawValue >> 19) == dot.origin)
        }
      }
    }
  }

  @Test func `the greatest dot is the greatest 63-bit number`() throws {
    let greatest = try makeDot(ReplicaID.maximum, Dot.maximumSession, Dot.maximumCounter)
    #expect(greatest.rawValue == .max)
  }

  @Test func `parts that need more bits than they have make no dot`() throws {
    let zero = try makeReplica(0)
    #expect(Dot(replica: zero, session: Dot.maximumSession + 1, counter: 0) == nil)
    #expect(Dot(replica: zero, session: 0, counter: Dot.maximumCounter + 1) == nil)
    #expect(Dot(rawValue: -1) == nil)
    #expect(ReplicaID(rawValue: ReplicaID.maximum + 1) == nil)
    #expect(Origin(rawValue: 1 << 44) == nil)
    #expect(Origin(rawValue: -1) == nil)
    #expect(ScopeID(rawValue: -1) == nil)
  }

  @Test func `dots order by replica, then session, then counter`() throws {
    let ascending = [
      try makeDot(1, 9, 9), try makeDot(2, 0, 0), try makeDot(2, 0, 1), try makeDot(2, 1, 0),
      try makeDot(3, 0, 0),
    ]
    #expect(ascending.shuffled().sorted() == ascending)
    #expect(ascending.map(\.origin).sorted() == ascending.map(\.origin))
  }

  @Test func `the lives of the centre lie below every laptop`() throws {
    #expect(ReplicaID.centre(epoch: 255).rawValue < ReplicaID.firstLaptop)
  }

  @Test func `no clock can overflow a timestamp`() {
    #expect(Timestamp(rawValue: 5).next == Timestamp(rawValue: 6))
    #expect(Timestamp(rawValue: .max).next == Timestamp(rawValue: .max))
    #expect(Timestamp(rawValue: .min).next > Timestamp(rawValue: .min))
  }

  @Test func `a scope is named by the dot that opened it`() throws {
    let opened = try makeDot(0, 3, 4)
    #expect(ScopeID(openedBy: opened).rawValue == opened.rawValue)
    #expect(ScopeID.everyone.rawValue == 0)
    #expect(ScopeID.everyone < ScopeID(openedBy: opened))
  }
}
