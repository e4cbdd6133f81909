import FieldAgent

/// A laptop's pages, unlocked by the one account that it has.
struct UnlockedLaptop {
  /// Whoever unlocked it.
  let visitor: PageVisitor
  private let member: String

  private static let password = "một câu dài để đo"

  /// Comes in by the door and unlocks; makes the first account where there is none.
  init(_ server: LaptopServer) throws {
    let address = server.address
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4 else { throw PageVisitor.Refused(description: address) }
    visitor = PageVisitor(origin: parts.prefix(3).joined(separator: "/")) {
      server.storeSteps ?? 0
    }
    _ = try visitor.get("/\(parts[3])")
    var path = "/"
    var form = try visitor.get(path)
    for _ in 0..<3 where !form.location.isEmpty {
      path = form.location
      form = try visitor.get(path)
    }
    // A laptop proposes the member of its enrolment, and its one account.
    guard
      let member = form.text.firstMatch(of: /<option value="([0-9]+)" selected/)
        ?? form.text.firstMatch(of: /<option value="([0-9]+)"/)
    else { throw PageVisitor.Refused(description: "\(path): \(form.text)") }
    self.member = String(member.1)
    _ = try Self.unlock(self.member, at: path, visitor)
    _ = try visitor.get("/today")
  }

  /// Locks the laptop and opens it again, as whoever comes back to it does.
  var unlocking: PageStop {
    PageStop(name: "unlock") { [member] visitor in
      _ = try visitor.post("/lock")
      return try Self.unlock(member, at: "/unlock", visitor)
    }
  }

  private static func unlock(
    _ member: String, at path: String, _ visitor: PageVisitor
  ) throws -> PageVisitor.Answer {
    try visitor.post(path, [("member", member), ("password", password), ("again", password)])
  }
}
