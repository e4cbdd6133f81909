/// The bounds of everything that comes from outside.
public enum Limits {
  /// Operations in a batch.
  public static let operationsPerBatch = 1_000
  /// Bytes of a batch's body before compression.
  public static let bodyBytes = 256 << 10
  /// Bytes of a text or byte value.
  public static let valueBytes = 64 << 10
  /// Bytes of a sealed value: the longest value behind its type and length, and the tag.
  public static let ciphertextBytes = valueBytes + 32
  /// Keys in one frame.
  public static let keysPerFrame = 4_096
  /// Keys that one request or answer asks for by name.
  public static let keysWanted = 1_024
  /// Erasures that one frame confirms.
  public static let erasuresPerFrame = 4_096
  /// Written fields of one operation.
  public static let writesPerOperation = 256
  /// Heads that one write replaces.
  public static let previousPerWrite = 256
  /// Dependencies of a batch.
  public static let dependenciesPerBatch = 4_096
  /// Payload bytes of one frame: a batch with an incompressible body fits.
  public static let framePayloadBytes = 512 << 10
  /// Bytes of a whole request or answer; a round with more to say says so and is repeated.
  public static let streamBytes = 16 << 20
  /// Bytes of batches after which a sender ends the stream and announces more.
  public static let streamFillBytes = 4 << 20
  /// Scopes that one replica can hold.
  public static let scopesPerReplica = 4_096
  /// Rows in one ROW frame.
  public static let rowsPerBlock = 1_000
  /// Heads in one ROW frame.
  public static let headsPerBlock = 64 << 10
  /// Bytes of heads after which a writer of rows begins another frame; one more head still fits.
  public static let rowBlockFillBytes = 256 << 10
  /// Branch tips of one scope in a frontier that travels.
  public static let tipsPerFrontier = 4_096
  /// Sessions of one scope in a frontier that travels; with the tips they fit a frame.
  public static let marksPerFrontier = 32 << 10
  /// Bytes of a whole snapshot.
  public static let snapshotBytes = 4 << 30
  /// Bytes of a snapshot's header.
  public static let snapshotHeaderBytes = 16 << 20
  /// Bytes of rows after which a writer of snapshots begins another section.
  public static let sectionFillBytes = 1 << 20
  /// Bytes of a section before compression: the frames of one more block still fit.
  public static let sectionBytes = 2 << 20
  /// Sections of a snapshot.
  public static let sectionsPerSnapshot = 16 << 10
  /// Certificates that a snapshot brings along.
  public static let certificatesPerSnapshot = 16 << 10
  /// Bytes of a snapshot in one frame.
  public static let snapshotPartBytes = 256 << 10
  /// Bytes of one file of a bundle: what every file system of a stick takes, and soon read again.
  public static let bundlePartBytes = 32_000_000
  /// Parts of a bundle besides the manifest; three digits of a name.
  public static let partsPerBundle = 999
  /// Bytes of a bundle's manifest.
  public static let manifestBytes = 1 << 20
  /// Scopes that a manifest names.
  public static let linesPerManifest = 4_096
  /// Bundles that one laptop carries for others.
  public static let bundlesPerCourier = 200
  /// Bytes that they may take together.
  public static let bytesPerCourier = 1 << 30
  /// Bytes of a file of a bundle in one message of a courier: what is lost when a link breaks.
  public static let courierPieceBytes = 256 << 10
  /// Bytes of a newer program.
  public static let updateBytes = 512 << 20
  /// Bytes of a program in one answer.
  public static let updatePieceBytes = 1 << 20
  /// Bytes of a message of a courier: a manifest fits.
  public static let courierMessageBytes = 2 << 20
  /// Things in a folder of bundles that are looked at.
  public static let filesPerBundleFolder = 10_000
  /// Packs that one answer carried by hand names.
  public static let packsPerReturn = 256
  /// Streams of one pack or of one return.
  public static let streamsPerPack = 1 << 20
  /// Laptops that a word on a grant calls lost; the last ones that were declared so.
  public static let lostPerGrant = 4_096
  /// Batches that a laptop names when it tells a neighbour what it has of a scope.
  public static let batchesPerHave = 8_192
  /// Streams that each side of a meeting sends.
  public static let streamsPerMeeting = 4_096
  /// Bytes of a name, version text or error detail inside a frame.
  public static let labelBytes = 256
}
