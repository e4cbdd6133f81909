import Testing

@testable import Web

@Suite struct FormDataTests {
  private func request(_ body: [UInt8], _ type: String) throws -> HTTPRequest {
    try HTTPRequest(method: .post, target: "/", headers: ["Content-Type": type], body: body)
  }

  private let multipartType = "multipart/form-data; boundary=\"XyZ\""
  private let multipart = Array(
    ("--XyZ\r\nContent-Disposition: form-data; name=\"ten\"\r\n\r\nHộ\r\n"
      + "--XyZ\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"a\\\"b.csv\"\r\n"
      + "Content-Type: text/csv\r\n\r\n1\r\n--Xy\r\n--XyZ--\r\n").utf8)

  @Test func `fields keep their order and their repetitions`() throws {
    let form = try FormData(
      request(Array("a=1&b=%E1%BB%99+x&a=2&c".utf8), "application/x-www-form-urlencoded"))
    #expect(form["a"] == "1" && form.fields.all("a") == ["1", "2"])
    #expect(form["b"] == "ộ x" && form["c"] == "" && form["d"] == nil)
  }

  @Test(arguments: ["a=%", "a=%00", "a=%C0%80", "a=%ED%A0%80", "%f=1"])
  func `damaged escapes are refused`(body: String) throws {
    let request = try request(Array(body.utf8), "application/x-www-form-urlencoded")
    #expect(throws: WebError.formInvalid) { try FormData(request) }
  }

  @Test func `bounds hold for count and length`() throws {
    let many = try request(
      Array(String(repeating: "a&", count: 600).utf8), "application/x-www-form-urlencoded")
    #expect(throws: WebError.formTooLarge) { try FormData(many) }
    let long = try request(
      Array(("a=" + String(repeating: "x", count: 70_000)).utf8),
      "application/x-www-form-urlencoded")
    #expect(throws: WebError.formTooLarge) { try FormData(long) }
    let json = try request([], "application/json")
    #expect(throws: WebError.formTypeUnknown) { try FormData(json) }
  }

  @Test func `multipart text and files are read`() throws {
    let form = try FormData(request(multipart, multipartType))
    #expect(form["ten"] == "Hộ")
    #expect(
      form.files == [
        FormData.File(name: "tep", fileName: "a\"b.csv", bytes: Array("1\r\n--Xy".utf8))
      ])
  }

  @Test func `multipart cut anywhere is an error and never a shorter form`() throws {
    for length in 0..<(multipart.count - 2) {
      let cut = try request(Array(multipart.prefix(length)), multipartType)
      #expect(throws: WebError.formInvalid) { try FormData(cut) }
    }
  }

  @Test func `flipped bytes never trap`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      var bytes = multipart
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      _ = try? FormData(request(bytes, multipartType))
    }
  }
}
