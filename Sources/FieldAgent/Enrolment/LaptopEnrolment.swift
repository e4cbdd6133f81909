import Replica
import SQLite
import SyncProtocol
import Web

/// Makes a home the home of an enrolled laptop, over a network or from a file.
package struct LaptopEnrolment {
  /// The home to enrol.
  package let home: HomeFolder
  private let surroundings: Surroundings
  private let lock: HomeLock
  /// The store of a laptop that is enrolled anew, until it has its new number.
  private let former: Store?

  /// Prepares a home and holds it. A home that is enrolled already is enrolled anew only when its
  /// store is known to have been copied or put back, or it was declared lost: it keeps its records and gets a new number.
  /// - Parameter storeKey: what an account unlocked; nil where the home has no accounts.
  /// - Throws: `AgentError.alreadyEnrolled`, `.storeWithoutEnrolment`, `.practiceHome`, `.locked`,
  ///   `HomeError`.
  package init(
    _ home: HomeFolder, _ surroundings: Surroundings, storeKey: StoreKey? = nil
  ) throws {
    self.home = home
    self.surroundings = surroundings
    try home.create()
    lock = try HomeLock(home, patienceMilliseconds: Laptop.patienceMilliseconds)
    let configuration = try LaptopConfiguration.read(from: home)
    guard configuration?.isPractice != true else {
      throw AgentError.practiceHome(path: home.path)
    }
    guard let centre = configuration?.centreURL else {
      if home.hasStore { throw AgentError.storeWithoutEnrolment(home: home.path) }
      former = nil
      return
    }
    guard home.hasStore else { throw AgentError.alreadyEnrolled(centre: centre) }
    var random = surroundings.generator()
    let keys = LaptopKeys(home)
    let store = try Store(
      at: Store.Location(path: home.storePath), identity: try keys.identity(),
      machine: surroundings.machineIdentity(of: home, lastIssued: lock.lastIssued),
      storeKey: try keys.storeKey(storeKey, random: &random), random: &random)
    guard try store.copiedSince() != nil || store.operationsAfterDeclaredLost() != nil else {
      throw AgentError.alreadyEnrolled(centre: centre)
    }
    former = store
  }

  /// Enrols with a centre that can be reached.
  ///
  /// The offer is fetched from whoever answers; the request goes only to the key of that offer, and
  /// the proofs on both sides cover it, so somebody in between is found out.
  /// - Throws: `WebError`, `AgentError.centreAddressMissing`, `.centreIsPlain`, `.centreIsSecure`,
  ///   `.unexpectedAnswer`, `.enrolmentRefused`, `EnrolmentError`.
  ///
  /// - Parameter knownPin: the pin of the centre's key, where it was handed over with the code; then
  ///   nobody else is asked even for the offer.
  package func byNetwork(
    at address: CentreAddress, code: EnrolmentCode, knownPin: String = ""
  ) throws {
    guard !address.text.isEmpty else { throw AgentError.centreAddressMissing }
    var random = surroundings.generator()
    let offer = try offer(at: address, knownPin: knownPin)
    let pin = address.isSecure ? try PublicKeyPin(offer.pin) : nil
    let attempt = try EnrolmentAttempt(
      code: try code.key(),
      key: try former == nil
        ? LaptopKeys(home).replicaKey(random: &random)
        : LaptopKeys(home).nextReplicaKey(random: &random),
      offer: offer,
      random: &random)
    let grant = try CentreClient(address: address, trust: pin.map { .pinnedKey($0) } ?? .system)
      .enrol(attempt.request)
    try keep(
      try attempt.finish(grant), address: address.text, pin: pin?.description ?? "")
  }

  /// What the centre says of itself. Where no connection comes about in the way that was typed, the
  /// other way is asked once, so that a wrong scheme is not taken for a wrong server: nothing but
  /// this one question goes there.
  private func offer(at address: CentreAddress, knownPin: String) throws -> CentreOffer {
    let trust: ClientTrust =
      !address.isSecure
      ? .system : knownPin.isEmpty ? .unverified : .pinnedKey(try PublicKeyPin(knownPin))
    do {
      return try CentreClient(address: address, trust: trust).offer()
    } catch let error as WebError {
      let isOtherWay = address.isSecure ? error == .tlsFailed : error == .interrupted
      let other = address.withOtherScheme
      guard isOtherWay, knownPin.isEmpty,
        (try? CentreClient(address: other, trust: other.isSecure ? .unverified : .system).offer())
          != nil
      else { throw error }
      throw other.isSecure
        ? AgentError.centreIsSecure(address: other.text)
        : AgentError.centreIsPlain(address: other.text)
    }
  }

  /// Enrols with the centre that a text names.
  /// - Throws: as with an address and a code.
  package func byText(_ text: EnrolmentText) throws {
    try byNetwork(at: CentreAddress(text.address), code: text.code, knownPin: text.pin)
  }

  /// Enrols from a file that was carried here.
  /// - Throws: `AgentError.fileMissing`, `EnrolmentError`, `HomeError`.
  package func byFile(_ path: String, code: EnrolmentCode) throws {
    let bytes: [UInt8]?
    do {
      bytes = try HomeFolder.read(path: path, maximumBytes: EnrolmentFile.maximumBytes)
    } catch HomeError.tooLarge {
      throw EnrolmentError.notAnEnrolmentFile
    }
    guard let bytes else { throw AgentError.fileMissing(path: path) }
    try byFile(content: bytes, code: code)
  }

  /// Enrols from the bytes of such a file.
  /// - Throws: `EnrolmentError`, `HomeError`.
  package func byFile(content: [UInt8], code: EnrolmentCode) throws {
    let file = try EnrolmentFile(opening: content, with: try code.key())
    if former == nil, !file.starter.isEmpty { try home.write(Laptop.starterFile, file.starter) }
    try keep(file.laptop, address: CentreAddress(file.centreURL).text, pin: file.pin)
  }

  /// Keys first, the configuration that makes them count last. A store that is there closes what
  /// waits under its old number before the keys for that are put away.
  private func keep(_ laptop: EnrolledLaptop, address: String, pin: String) throws {
    if let former {
      guard laptop.rootPublicKey == former.identity.rootPublicKey else {
        throw AgentError.anotherInstallation
      }
      try former.introduce(laptop.centreCertificate)
      try former.succeed(by: laptop.certificate, clock: surroundings.clock())
      lock.note(lastIssued: former.lastIssued)
      former.close()
      try LaptopKeys(home).keepFormer()
    }
    try LaptopKeys(home).keep(laptop)
    var configuration = LaptopConfiguration()
    configuration.centreURL = address
    configuration.pin = pin
    configuration.member = laptop.member
    try configuration.write(to: home)
  }
}
