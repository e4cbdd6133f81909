import Randomness
import Replica
import Testing

@Suite struct EnrolmentTextTests {
  private static let pin = "sha256//" + String(repeating: "Ab3", count: 14) + "A="

  private func sample(pin: String = pin) throws -> EnrolmentText {
    try #require(
      EnrolmentText(
        address: "https://10.0.0.5:8765", pin: pin,
        code: try EnrolmentCode(parsing: "7K2M-9XQ4-HD3T")))
  }

  @Test func `a line has the form of its page and is read back whole`() throws {
    let text = try sample()
    #expect(
      text.text == "CAMTAY-ENROL;1;https://10.0.0.5:8765;\(Self.pin);7K2M-9XQ4-HD3T;VEG8")
    #expect(try EnrolmentText(parsing: text.text) == text)
    let plain = try sample(pin: "")
    #expect(try EnrolmentText(parsing: plain.text) == plain)
  }

  @Test func `blanks, line breaks and the case of its code mean nothing`() throws {
    let text = try sample()
    let broken = text.text.replacing(";", with: " ;\n ").replacing("7K2M", with: "7k2m")
      .replacing("CAMTAY-ENROL", with: "Camtay-Enrol")
    #expect(try EnrolmentText(parsing: "\n" + broken + "\r\n") == text)
  }

  @Test func `every lost, doubled or changed character is found`() throws {
    let line = Array(try sample().text)
    for index in line.indices {
      var (lost, doubled, changed) = (line, line, line)
      lost.remove(at: index)
      doubled.insert(line[index], at: index)
      changed[index] = line[index] == "#" ? "$" : "#"
      // The hyphens of the code are for people; two of them say what one says.
      let isHyphen = line[index] == "-" && index > 12
      for wrong in isHyphen ? [changed] : [lost, doubled, changed] {
        #expect(throws: EnrolmentText.Problem.self, "\(String(wrong))") {
          try EnrolmentText(parsing: String(wrong))
        }
      }
    }
    // What the Telex keyboard makes of a scanned line.
    #expect(throws: EnrolmentText.Problem.damaged) {
      try EnrolmentText(parsing: String(line).replacing("Ab3A", with: "Ấb3"))
    }
  }

  @Test func `something else, a later version and a flood are told apart`() throws {
    let line = try sample().text
    for other in ["", "7K2M-9XQ4-HD3T", "https://10.0.0.5:8765", String(repeating: line, count: 9)]
    {
      #expect(throws: EnrolmentText.Problem.notAnEnrolmentText) {
        try EnrolmentText(parsing: other)
      }
    }
    #expect(throws: EnrolmentText.Problem.otherVersion) {
      try EnrolmentText(parsing: line.replacing(";1;", with: ";2;"))
    }
  }

  @Test func `an address that would break the line has none`() throws {
    let code = try EnrolmentCode(parsing: "7K2M-9XQ4-HD3T")
    for address in [
      "", "https://a;b", "https://a b", "https://á", String(repeating: "a", count: 600),
    ] {
      #expect(EnrolmentText(address: address, pin: "", code: code) == nil, "\(address)")
    }
  }
}
