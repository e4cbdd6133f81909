// swift-tools-version: 6.2
import PackageDescription

// No Swift packages: Foundation, and C libraries from Debian's -dev packages.
// The rooms, their levels and who may import whom: README.md; held by Tests/TidyTests.

/// A C library found by pkg-config; exactly one room imports it.
func systemLibrary(_ name: String, pkgConfig: String, debianPackage: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/SystemLibraries/\(name)", pkgConfig: pkgConfig,
    providers: [.apt([debianPackage])])
}

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Also a debug build optimises the rooms that simulated worlds spend their time in: the thousand
/// worlds of a test run take less than half of the time. Checks for overflow and bounds stay.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
  exclude: [String] = [], isHot: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", exclude: exclude,
    swiftSettings: isHot ? strict + optimised : strict)
}

func program(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: "Sources/\(name)", exclude: exclude,
    swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["Randomness"], path: "Tests/\(name)",
    exclude: exclude, swiftSettings: strict)
}

/// Under `CAMTAY_FUZZ`, libFuzzer's runtime without a main: every room is watched by it, and the
/// program `camtay-fuzz` exists. Tests/FuzzingTests/Fuzzing.md tells how to run it.
let fuzzer = Context.environment["CAMTAY_FUZZ"]

let package = Package(
  name: "CamTay",
  products: [
    .library(name: "SyncProtocol", targets: ["SyncProtocol"]),
    .executable(name: "camtay", targets: ["camtay"]),
    .executable(name: "camtay-server", targets: ["camtay-server"]),
    .executable(name: "camtay-bench", targets: ["camtay-bench"]),
  ],
  dependencies: [],
  targets: [
    // Level 0: C libraries
    systemLibrary("CSQLite", pkgConfig: "sqlite3", debianPackage: "libsqlite3-dev"),
    systemLibrary("CSodium", pkgConfig: "libsodium", debianPackage: "libsodium-dev"),
    systemLibrary("CMicroHTTPD", pkgConfig: "libmicrohttpd", debianPackage: "libmicrohttpd-dev"),
    systemLibrary("CCurl", pkgConfig: "libcurl", debianPackage: "libcurl4-gnutls-dev"),
    systemLibrary("CGnuTLS", pkgConfig: "gnutls", debianPackage: "libgnutls28-dev"),
    systemLibrary("CZstd", pkgConfig: "libzstd", debianPackage: "libzstd-dev"),
    systemLibrary("CQREncode", pkgConfig: "libqrencode", debianPackage: "libqrencode-dev"),
    systemLibrary(
      "CXLSXWriter", pkgConfig: "xlsxwriter", debianPackage: "libxlsxwriter-dev"),

    // and what rooms of level 1 have in common
    room("Bilingual"),
    room("Randomness", isHot: true),
    room("MountedDisk"),

    // Level 1: the contract, and one thin room around each library
    room("SyncProtocol", path: "SyncProtocol/Sources", isHot: true),
    room("SQLite", ["CSQLite", "Randomness"], isHot: true),
    room("Cryptography", ["CSodium"]),
    room("Compression", ["CZstd"]),
    room("Documents", ["CQREncode", "CXLSXWriter"]),
    room("CommandLine", ["Bilingual"]),
    room("Web", ["CMicroHTTPD", "CCurl", "CGnuTLS"]),

    // Level 2–3: the changelog with its merged state; the domain
    room("Replica", ["SyncProtocol", "SQLite", "Cryptography", "Compression"], isHot: true),
    room(
      "FieldWork", ["Replica", "SyncProtocol", "SQLite", "Bilingual"],
      exclude: ["Reference/NOTICE.md", "Reference/generate_reference.py"]),

    // Level 4–5: pages, listings and the two programs
    room("Pages", ["Web", "Documents", "FieldWork"]),
    room("Listings", ["CommandLine", "FieldWork", "Replica", "SyncProtocol"]),
    room(
      "FieldAgent",
      [
        "Pages", "Listings", "FieldWork", "Replica", "SyncProtocol", "SQLite", "Cryptography",
        "CommandLine", "Documents", "Web",
      ]),
    room(
      "SyncServer",
      [
        "Pages", "Listings", "FieldWork", "Replica", "SyncProtocol", "SQLite", "Cryptography",
        "CommandLine", "Documents", "Web",
      ]),

    // Level 6: a whole world in one process
    room(
      "Simulation",
      [
        "FieldAgent", "SyncServer", "Listings", "FieldWork", "Replica", "SyncProtocol", "SQLite",
        "Cryptography", "CommandLine", "Web", "Randomness",
      ], isHot: true),

    // Level 6: inputs that nobody vouches for, for tests and for a fuzzer
    room(
      "Fuzzing",
      [
        "FieldWork", "Replica", "SyncProtocol", "SQLite", "Cryptography", "Compression",
        "CommandLine", "Web", "Randomness",
      ]),

    // Level 7: composition roots
    program(
      "camtay",
      ["FieldAgent", "Simulation", "SyncServer", "Replica", "Cryptography", "CommandLine"]),
    program("camtay-server", ["SyncServer", "Replica", "Cryptography", "CommandLine"]),
    program(
      "camtay-bench",
      [
        "Simulation", "FieldAgent", "SyncServer", "Pages", "FieldWork", "Replica", "SyncProtocol",
        "SQLite", "Cryptography", "CommandLine", "Web", "Randomness",
      ], exclude: ["baseline.json", "peers"]),

    tests("SyncProtocolTests", ["SyncProtocol"]),
    tests("SQLiteTests", ["SQLite"]),
    tests("CryptographyTests", ["Cryptography"]),
    tests("CompressionTests", ["Compression"]),
    tests("DocumentsTests", ["Documents"]),
    tests("CommandLineTests", ["CommandLine"]),
    tests("WebTests", ["Web"]),
    tests(
      "ReplicaTests", ["Replica", "SyncProtocol", "SQLite", "Cryptography", "MountedDisk"],
      exclude: ["Golden/1"]),
    tests(
      "FieldWorkTests", ["FieldWork", "Replica", "SyncProtocol", "SQLite"],
      exclude: ["Independent/Expectations"]),
    tests(
      "FieldAgentTests",
      [
        "FieldAgent", "Pages", "FieldWork", "Replica", "SyncProtocol", "SQLite", "Cryptography",
        "CommandLine", "Documents", "Web", "MountedDisk",
      ]),
    tests("PagesTests", ["Pages", "Documents", "FieldWork", "Web"]),
    tests(
      "SyncServerTests",
      [
        "SyncServer", "Pages", "FieldWork", "Replica", "SyncProtocol", "SQLite", "Cryptography",
        "CommandLine", "Documents", "Web",
      ]),
    tests(
      "SimulationTests",
      ["Simulation", "FieldWork", "Replica", "SyncProtocol", "SQLite", "CommandLine"],
      exclude: ["Soaks.md"]),
    tests("EndToEndTests", ["MountedDisk"]),
    tests("BrowserTests", ["SyncServer", "Pages", "CommandLine", "Web"], exclude: ["Screenshots"]),
    tests("FuzzingTests", ["Fuzzing", "SyncProtocol"], exclude: ["Fuzzing.md", "campaign.sh"]),
    tests("InteroperabilityTests", exclude: ["client"]),
    tests("TidyTests"),
  ],
  swiftLanguageModes: [.v6]
)

if let fuzzer {
  for target in package.targets where target.type == .regular {
    target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer"]))
  }
  package.products.append(.executable(name: "camtay-fuzz", targets: ["camtay-fuzz"]))
  let camtayFuzz = program("camtay-fuzz", ["Fuzzing"])
  camtayFuzz.linkerSettings = [.unsafeFlags([fuzzer, "-lstdc++", "-lm"])]
  package.targets.append(camtayFuzz)
}
