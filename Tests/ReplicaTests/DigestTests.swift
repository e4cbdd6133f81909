import SyncProtocol
import Testing

@testable import Replica

@Suite struct DigestTests {
  @Test func `an answer that fails after its digests were compared leaves no digest behind`()
    throws
  {
    let world = try World(laptops: 2)
    let laptop = world.laptops[1]
    try world.sync(laptop)
    _ = try world.addHousehold("Giàng Thị Mỷ", at: world.laptops[0])
    try world.sync(world.laptops[0])
    let before = try laptop.digest(of: world.scope)
    let pending = try laptop.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
      random: &world.random)
    let answer = try world.centre.answer(pending.request, clock: world.clock()).bytes
    var stream = StreamWriter()
    for frame in try ReceivedStream(decoding: answer).frames {
      stream.append(frame.kind, Array(frame.payload))
    }
    stream.append(Arrived(scope: world.scope, arrival: 99, batch: .zero))
    let broken = stream.finish(
      more: false, signer: world.centre.identity.signer, primitives: .standard)
    #expect(throws: ReplicaError.arrivalGap(world.scope)) {
      try laptop.absorb(broken, of: pending, clock: world.clock())
    }
    #expect(try laptop.digest(of: world.scope) == before)
    try world.sync(laptop)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }
}
