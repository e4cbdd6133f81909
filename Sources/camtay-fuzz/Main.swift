import Fuzzing
import Glibc

/// libFuzzer's loop (`FuzzerInterface.h`); it calls back with every input and returns at the end.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ argumentCount: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The callback is a C function and captures nothing; one thread runs it.
nonisolated(unsafe) private var runner: FuzzRunner?

/// `camtay-fuzz list` · `camtay-fuzz seed FOLDER` · `camtay-fuzz TARGET [libFuzzer's options] [corpus]`
@main
struct Main {
  static func main() throws {
    let words = Swift.CommandLine.arguments
    switch words.count > 1 ? words[1] : "list" {
    case "list":
      for target in FuzzTargets.all { print(target.name, target.maximumBytes) }
    case "seed" where words.count > 2:
      for target in FuzzTargets.all { try Seeding.write(target, into: words[2]) }
    case let name:
      guard let target = FuzzTargets.named(name) else {
        print("no target \(name)")
        exit(1)
      }
      runner = try target.runner()
      var count = Swift.CommandLine.argc - 1
      // libFuzzer sees its options behind a program's name, which is the target's here.
      var arguments = Swift.CommandLine.unsafeArgv + 1
      exit(
        runFuzzer(&count, &arguments) { bytes, count in
          let input = Array(UnsafeBufferPointer(start: bytes, count: count))
          // A trap is how libFuzzer is told of a finding.
          if let broken = runner?.finding(in: input) { fatalError("\(broken)") }
          return 0
        })
    }
  }
}
