import SyncProtocol

/// One side of a meeting of two laptops, between its streams. Nothing of it is kept on disk: a meeting
/// that breaks off is begun again, and gives what is still lacking.
package struct NeighbourMeeting: Sendable {
  /// What both have agreed on by their code.
  let id: [UInt8]
  /// The centre's word that this side shows.
  let word: GrantWord
  /// The certificate of the life of the centre that gave it.
  let centre: Certificate
  /// The other laptop; nil until it has shown who it is.
  package internal(set) var neighbour: Certificate?
  /// What was done so far.
  package internal(set) var report = MeetingReport()
  /// Streams that this side has made.
  var sentParts: UInt64 = 0
  /// Streams that came.
  var receivedParts: UInt64 = 0
  /// The scopes that both may hold, the public one first.
  var common: [ScopeID] = []
  /// What the other side has, by scope; nil until it has told.
  var theirs: [ScopeID: Holding]?
  /// Keys that it asked for.
  var wantedKeys: [Dot] = []
  /// True once it was told what this side has.
  var hasTold = false
  /// The place in the log up to which batches were given.
  var lastPosition: Int64 = 0
  /// Keys that were given.
  var sentKeys: Set<Dot> = []
  /// Replicas whose certificates it has.
  var certified: Set<ReplicaID> = []
  /// Batches that came in this meeting, and need not go back.
  var taken: Set<ContentHash> = []
  /// True once all that the other side lacks was given.
  var hasGiven = false
  /// True once the other side has said that it has no more.
  var isGivenAll = false

  init(id: [UInt8], word: GrantWord, centre: Certificate) {
    self.id = id
    self.word = word
    self.centre = centre
  }

  /// Whether a stream is of this meeting, whose identity nobody else knows.
  package func owns(_ bytes: [UInt8]) -> Bool {
    guard let frames = try? ReceivedStream(decoding: bytes).frames,
      let part: MeetingPart = try? frames.first?.message()
    else { return false }
    return part.meeting == id
  }

  /// True once neither side has more to say.
  package var isOver: Bool { hasGiven && isGivenAll }
}
