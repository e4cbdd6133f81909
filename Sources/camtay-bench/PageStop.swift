import CommandLine

/// Something that a person opens or saves, measured as the server answers it.
struct PageStop: Sendable {
  /// What it is called in the figures.
  let name: String
  /// Where it is; nil for something that is more than opened.
  let path: String?
  /// Milliseconds that its median may take; nil where nothing is promised.
  let goal: Double?
  /// How its steps are held against the baseline.
  let gate: Gate
  /// Opens it once.
  let run: @Sendable (PageVisitor) throws -> PageVisitor.Answer

  /// What is served like the pages and asks nothing of the store: the others are told as multiples of
  /// it.
  static let peer = PageStop(name: "stylesheet", path: "/style.css")

  /// How the steps of something are held against the baseline.
  enum Gate: Sendable {
    /// They are the same in every run.
    case steps
    /// What it writes falls into other places each time: the mean of many is.
    case meanSteps
    /// It opens something else in every run.
    case none

    /// How often it is opened for that, once everything is compiled and remembered.
    var openings: Int {
      switch self {
      case .steps: 1
      case .meanSteps: 24
      case .none: 0
      }
    }
  }

  /// What several openings took.
  struct Measured {
    /// Seconds of the first one, which may have to make an index.
    let first: Double
    /// Seconds of the one in the middle of the others.
    let median: Double
    /// Seconds of the slowest of the others.
    let greatest: Double
    /// Seconds that the process worked for the one in the middle.
    let worked: Double
    /// The last answer.
    let last: PageVisitor.Answer
  }

  init(
    name: String, goal: Double? = nil, gate: Gate = .steps, path: String? = nil,
    run: @escaping @Sendable (PageVisitor) throws -> PageVisitor.Answer
  ) {
    self.name = name
    self.goal = goal
    self.gate = gate
    self.path = path
    self.run = run
  }

  /// A page that is only opened.
  init(name: String, goal: Double? = nil, gate: Gate = .steps, path: String) {
    self.init(name: name, goal: goal, gate: gate, path: path) { try $0.get(path) }
  }

  /// Opens it once, and then so often.
  func measure(times: Int, _ visitor: PageVisitor) throws -> Measured {
    let first = try run(visitor)
    var last = first
    var seconds: [Double] = []
    var worked: [Double] = []
    for _ in 0..<times {
      last = try run(visitor)
      seconds.append(last.seconds)
      worked.append(last.workedSeconds)
    }
    seconds.sort()
    worked.sort()
    return Measured(
      first: first.seconds, median: seconds[times / 2], greatest: seconds.last ?? 0,
      worked: worked[times / 2], last: last)
  }

  /// Its steps and bytes as they are held against the baseline; nil where they are not.
  func counts(_ visitor: PageVisitor) throws -> (steps: Double, bytes: Int)? {
    guard gate.openings > 0 else { return nil }
    _ = try run(visitor)
    let answers = try (0..<gate.openings).map { _ in try run(visitor) }
    let steps = answers.reduce(0) { $0 + $1.steps }
    return (Double(steps) / Double(answers.count), answers.last?.bytes ?? 0)
  }

  /// Measures it and writes one line of figures.
  func tell(times: Int, peer: Measured, _ visitor: PageVisitor, _ console: Console) throws {
    let measured = try measure(times: times, visitor)
    console.write("\(name) ")
    console.write("first_milliseconds=\(Figures.text(1_000 * measured.first)) ")
    console.write("median=\(Figures.text(1_000 * measured.median)) ")
    if let goal { console.write("goal=\(Figures.text(goal)) ") }
    console.write("greatest=\(Figures.text(1_000 * measured.greatest)) ")
    console.write("worked=\(Figures.text(1_000 * measured.worked)) ")
    console.write("times_peer=\(Figures.text(measured.median / peer.median)) ")
    console.write("steps=\(measured.last.steps) bytes=\(measured.last.bytes)\n")
  }

  /// Opens it, lets something happen, and opens it again: what somebody waits for who comes first
  /// after that.
  func tell(
    after name: String, _ happening: () throws -> Void, _ visitor: PageVisitor, _ console: Console
  ) throws {
    _ = try run(visitor)
    try happening()
    let answer = try run(visitor)
    console.write("\(name).\(self.name) milliseconds=\(Figures.text(1_000 * answer.seconds)) ")
    if let goal { console.write("goal=\(Figures.text(goal)) ") }
    console.write("worked=\(Figures.text(1_000 * answer.workedSeconds)) ")
    console.write("steps=\(answer.steps) bytes=\(answer.bytes)\n")
  }
}
