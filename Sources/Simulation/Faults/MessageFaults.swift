/// What a network does to requests and answers.
enum MessageFaults {
  static let all = [
    Fault("loss", weight: 12, .message(.lost)),
    Fault("repetition", weight: 10, .message(.repeated)),
    Fault("delay", weight: 8, .message(.late)),
    Fault("truncation", weight: 7, .message(.truncated)),
    Fault("flipped bit", weight: 7, .message(.flipped)),
    Fault("reordering", weight: 6, .message(.replacedByOld)),
    Fault("backpressure", weight: 6, .message(.refused)),
    Fault("old request", weight: 3, .step { world, _ in try world.deliverLateRequest() }),
  ]
}
