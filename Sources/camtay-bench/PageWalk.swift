import FieldAgent
import FieldWork

/// What a volunteer opens and saves in a day, each measured as the laptop's server answers it.
struct PageWalk {
  private static let saveGoal = 150.0
  private static let searchGoal = 100.0

  private let household: String
  private let resident: String
  private let name: String
  private let dossierCode: String
  private let firstCode: Int

  /// Chooses somebody of the laptop's register, and finds them as a volunteer does.
  ///
  /// - Parameter run: the number of this walk on this laptop: no walk files a dossier under the code
  ///   of another one's.
  init(_ laptop: CommuneLaptop, _ visitor: PageVisitor, run: Int) throws {
    firstCode = 100_000_000_000 + run * 1_000_000
    name = Self.name(in: laptop)
    let person = try Self.search(name, visitor).first(/"(\/residents\/[^"]+)"/)
    household = try visitor.get(person).first(/"\/households\/(H-[^"]+)"/)
    let draft = try visitor.post("/households/\(household)/visits").location
    _ = try visitor.post(draft, [("seen", "0"), ("action", "add-assist")])
    let dossier = try visitor.get("/waiting?show=all").first(/"(\/submissions\/[^"]+)"/)
    dossierCode = try visitor.get(dossier).first(/(H12\.[0-9]{6})/)
    resident = try visitor.get(draft).first(
      /assist-1-resident.*?<option value="([0-9]+)"/.dotMatchesNewlines())
  }

  /// Somebody of the laptop's register.
  static func name(in laptop: CommuneLaptop) -> String {
    laptop.register.people[laptop.register.people.count / 2].fullName
  }

  /// Types a name and opens what was found.
  static func search(_ name: String, _ visitor: PageVisitor) throws -> PageVisitor.Answer {
    _ = try visitor.post("/find", [("query", name)])
    return try visitor.get("/find?results=1")
  }

  /// All stops, in the order of a day.
  var stops: [PageStop] {
    [
      PageStop(name: "today", goal: 300) { try $0.get("/today") },
      PageStop(name: "live") { try $0.get("/live") },
      PageStop(name: "find", goal: Self.searchGoal) { try Self.search(name, $0) },
      PageStop(name: "find_dossier", goal: Self.searchGoal) { try Self.search(dossierCode, $0) },
      PageStop(name: "find_end_of_dossier", goal: Self.searchGoal) {
        try Self.search(String(dossierCode.suffix(4)), $0)
      },
      PageStop(name: "household") { try $0.get("/households/\(household)") },
      PageStop(name: "visit_form") { visitor in
        try visitor.get(try visitor.post("/households/\(household)/visits").location)
      },
      PageStop(name: "keep_field", goal: Self.saveGoal) { visitor in
        let draft = try visitor.post("/households/\(household)/visits").location
        // What stands there already would not be written again.
        return try visitor.post(
          "\(draft)/fields", [("seen", "1000"), ("note", "Đã hướng dẫn \(visitor.requests)")])
      },
      PageStop(name: "save_visit", goal: Self.saveGoal, gate: .meanSteps, run: saveVisit),
      PageStop(
        name: "save_visit_with_dossier", goal: Self.saveGoal, gate: .meanSteps, run: saveDossier),
      PageStop(name: "numbers") { try $0.get("/numbers") },
      PageStop(name: "numbers_of_all") { try $0.get("/numbers?whose=all") },
      PageStop(name: "numbers_of_the_year") { try $0.get("/numbers?whose=all&period=2026") },
      PageStop(name: "waiting") { try $0.get("/waiting") },
      PageStop(name: "visits") { try $0.get("/visits") },
      PageStop(name: "fix") { try $0.get("/fix") },
      PageStop(name: "send") { try $0.get("/send") },
      PageStop(name: "duplicates") { try $0.get("/duplicates") },
      PageStop(name: "planned") { try $0.get("/planned") },
      PageStop(name: "walk") { try $0.get("/walk") },
      PageStop(name: "desk") { try $0.get("/desk") },
    ]
  }

  /// Saves a visit with three assists by the one press that ends the form.
  private func saveVisit(_ visitor: PageVisitor) throws -> PageVisitor.Answer {
    let assists = ["vneid", "1.001193", "portal-account"].map { service in
      [
        ("service", service), ("outcome", "completed"), ("evidence_kind", "spoken"),
        ("evidence", "An"),
      ]
    }
    return try save(assists, visitor)
  }

  /// Saves a visit at which a dossier was filed, with a code that no other one has.
  private func saveDossier(_ visitor: PageVisitor) throws -> PageVisitor.Answer {
    let dossier = [
      ("service", "1.001193"), ("outcome", "submitted"), ("channel", "online"),
      ("dossier_code", "H12.99-\(firstCode + visitor.requests)"),
    ]
    return try save([dossier], visitor)
  }

  /// The walk saves many visits of one household and day, which is asked about otherwise.
  private func save(
    _ assists: [[(String, String)]], _ visitor: PageVisitor
  ) throws -> PageVisitor.Answer {
    let draft = try visitor.post("/households/\(household)/visits").location
    var fields = [
      ("seen", "1000"), ("outcome", "met"), ("date", "20/10/2026"),
      ("assists", String(assists.count)), ("action", "save-yes-second-visit-2026-10-20"),
    ]
    for (number, assist) in assists.enumerated() {
      fields += ([("resident", resident), ("mode", "guided")] + assist).map {
        ("assist-\(number + 1)-\($0.0)", $0.1)
      }
    }
    let saved = try visitor.post(draft, fields)
    guard saved.location.hasPrefix("/visits/") else {
      throw PageVisitor.Refused(description: saved.location)
    }
    return saved
  }
}
