import Cryptography

/// What a program is given from outside itself: clocks, randomness, environment. Composition roots
/// make the real one; tests and simulations make their own.
package struct Surroundings: Sendable {
  private let wallMilliseconds: @Sendable () -> Int64
  private let monotonicMilliseconds: @Sendable () -> Int64
  private let machine: Machine
  /// A source of randomness fit for keys.
  package let random: @Sendable () -> any RandomNumberGenerator
  /// A variable of the environment; nil when it is not set.
  package let environment: @Sendable (_ name: String) -> String?
  private let freeDisk: @Sendable (_ home: HomeFolder) -> UInt64?
  private let passwordCost: PasswordHash.Cost?

  /// The boot and the installation of the operating system.
  package struct Machine: Sendable {
    /// Differs after every start.
    package var bootID: String
    /// Differs from installation to installation.
    package var machineID: String

    /// Gathers the two.
    package init(bootID: String, machineID: String) {
      self.bootID = bootID
      self.machineID = machineID
    }

    /// What this Linux machine says; empty texts where it says nothing.
    package static func current() -> Machine {
      func line(_ path: String) -> String {
        guard let content = try? HomeFolder.read(path: path, maximumBytes: 4_096) else { return "" }
        return String(decoding: content.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      }
      return Machine(
        bootID: line("/proc/sys/kernel/random/boot_id"), machineID: line("/etc/machine-id"))
    }
  }

  /// Gathers them.
  ///
  /// - Parameters:
  ///   - wallMilliseconds: milliseconds since 1970-01-01T00:00:00Z, right or wrong.
  ///   - monotonicMilliseconds: milliseconds on a clock that never jumps within a boot, and runs on
  ///     while the machine sleeps.
  ///   - freeDisk: bytes free on the disk of a home; what the system says, unless told otherwise.
  ///   - passwordCost: of passwords that are set; what the program asks for, unless told otherwise:
  ///     tests sign in thousands of times.
  package init(
    machine: Machine, wallMilliseconds: @escaping @Sendable () -> Int64,
    monotonicMilliseconds: @escaping @Sendable () -> Int64,
    random: @escaping @Sendable () -> any RandomNumberGenerator,
    environment: @escaping @Sendable (_ name: String) -> String?,
    freeDisk: @escaping @Sendable (_ home: HomeFolder) -> UInt64? = \.freeDiskBytes,
    passwordCost: PasswordHash.Cost? = nil
  ) {
    self.machine = machine
    self.wallMilliseconds = wallMilliseconds
    self.monotonicMilliseconds = monotonicMilliseconds
    self.random = random
    self.environment = environment
    self.freeDisk = freeDisk
    self.passwordCost = passwordCost
  }

  /// Bytes free on the disk of a home; nil when the system does not say.
  package func freeDiskBytes(of home: HomeFolder) -> UInt64? { freeDisk(home) }

  /// How much work a guess at a password costs that is set here, where a program asks for so much.
  package func passwordCost(_ asked: PasswordHash.Cost) -> PasswordHash.Cost {
    passwordCost ?? asked
  }

  /// The clocks at this moment.
  package func clock() -> ClockReading {
    ClockReading(
      wall: .init(rawValue: wallMilliseconds()), monotonicMilliseconds: monotonicMilliseconds(),
      bootID: machine.bootID)
  }

  /// Which machine and file a store is opened on.
  package func machineIdentity(of home: HomeFolder, lastIssued: Int64?) -> MachineIdentity {
    MachineIdentity(
      bootID: machine.bootID, machineID: machine.machineID, fileIdentity: home.copyIdentity,
      lastIssued: lastIssued)
  }
}
