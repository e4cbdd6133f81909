import Cryptography
import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct EnrolmentTests {
  private func problem(_ response: ClientResponse) -> String? {
    response.headers[ProblemResponse.codeHeader]
  }

  @Test func `a laptop enrols over HTTP and holds its hamlet and its commune`() throws {
    let world = try CentreWorld(seed: 21)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let team = try #require(try laptop.field.reader.teams().first { $0.name == "Tổ Xóm 1" })
    let wanted = try world.centre.read { try $0.scopes(forTeam: team.id) }
    #expect(try laptop.store.grantedScopes() == wanted)
    #expect(try laptop.member == laptop.field.reader.findMember("nguyen van an").id)
    let peer = try #require(try world.centre.laptops().first)
    #expect(peer.label == "máy 1" && peer.team == team.id)
  }

  @Test func `the same laptop asking again gets the same certificate, another one nothing`() throws
  {
    let world = try CentreWorld(seed: 22)
    let issued = try world.centre.issueCode(member: "Nguyễn Văn An")
    var random = SeededGenerator(seed: 5)
    let key = try SigningKey.generate(using: &random)
    let first = try world.attempt(issued.code, key: key)
    let one = try first.finish(
      EnrolmentGrant(decoding: world.post("/enrolment", first.request.encoded).body))
    let again = try world.attempt(issued.code, key: key)
    let two = try again.finish(
      EnrolmentGrant(decoding: world.post("/enrolment", again.request.encoded).body))
    #expect(one.certificate == two.certificate)
    let other = try world.post("/enrolment", world.attempt(issued.code).request.encoded)
    #expect(other.status == 409 && problem(other) == "code-used")
    #expect(try world.centre.laptops().count == 1)
  }

  @Test func `wrong, expired and damaged requests enrol nobody and say why`() throws {
    let world = try CentreWorld(seed: 23)
    let issued = try world.centre.issueCode(member: "Nguyễn Văn An", label: "a").code
    let wrong = try world.attempt(EnrolmentCode(parsing: "0000-0000-0000"))
    let refused = try world.post("/enrolment", wrong.request.encoded)
    #expect(refused.status == 403 && problem(refused) == "code-unknown")
    var body = try world.attempt(issued).request.encoded
    body.removeLast()
    #expect(try world.post("/enrolment", body).status == 400)
    #expect(try world.post("/enrolment", body, type: "text/plain").status == 415)
    #expect(try world.post("/enrolment", Array(repeating: 0, count: 5_000)).status == 413)
    world.clock.advance(seconds: 7 * 86_400 + 1)
    let late = try world.post("/enrolment", world.attempt(issued).request.encoded)
    #expect(late.status == 410 && problem(late) == "code-expired")
    #expect(try world.centre.laptops().isEmpty)
  }

  @Test func `a false server in between can neither use the request nor answer it`() throws {
    let world = try CentreWorld(seed: 24)
    let code = try world.centre.issueCode(member: "Nguyễn Văn An").code
    let truth = try world.offer()
    let forged = CentreOffer(rootPublicKey: Array(repeating: 9, count: 32), pin: truth.pin)
    let attempt = try world.attempt(code, offer: forged)
    #expect(try world.post("/enrolment", attempt.request.encoded).status == 403)
    // A server that knows another code cannot make the answer that this laptop believes.
    let other = try world.centre.issueCode(member: "Trần Thị Bình").code
    let grant = try EnrolmentGrant(
      decoding: world.post("/enrolment", world.attempt(other).request.encoded).body)
    let honest = try world.attempt(code)
    #expect(throws: EnrolmentError.falseCentre) { try honest.finish(grant) }
  }

  @Test func `many wrong codes from one address have to wait, and then may go on`() throws {
    let world = try CentreWorld(seed: 25)
    let code = try world.centre.issueCode(member: "Nguyễn Văn An").code
    let wrong = try world.attempt(EnrolmentCode(parsing: "0000-0000-0000")).request.encoded
    for _ in 0..<11 { #expect(try world.post("/enrolment", wrong).status == 403) }
    let attempt = try world.attempt(code)
    let refused = try world.post("/enrolment", attempt.request.encoded)
    #expect(refused.status == 429 && refused.headers["Retry-After"] == "1")
    world.clock.advance(seconds: 2)
    #expect(try world.post("/enrolment", attempt.request.encoded).status == 200)
  }

  @Test func `a code without a team is refused where there are several`() throws {
    let world = try CentreWorld(seed: 26)
    #expect(throws: CentreError.self) { try world.centre.issueCode() }
    #expect(throws: FieldError.self) { try world.centre.issueCode(member: "Không Có Ai") }
  }

  @Test func `a file lets a laptop without network in, once, under its code`() throws {
    let world = try CentreWorld(seed: 27)
    let issued = try world.centre.issueCode(member: "Nguyễn Văn An")
    let bytes = try world.centre.enrolmentFile(for: issued, address: world.url)
    let file = try EnrolmentFile(opening: bytes, with: issued.code.key())
    let laptop = try TestLaptop(
      file.laptop, world, path: world.path("file.sqlite"), random: SeededGenerator(seed: 1))
    #expect(try laptop.sync().equalScopes > 0)
    let late = try world.post("/enrolment", world.attempt(issued.code).request.encoded)
    #expect(problem(late) == "code-used")
  }
}
