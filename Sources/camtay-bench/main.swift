import CommandLine
import Glibc

FileDescriptorSink.ignoreBrokenPipes()
let program = CommandSet(
  program: "camtay-bench", version: ProgramVersion.current,
  abstract: BilingualText(
    vi: "Đo tốc độ và kích thước của CamTay", en: "Measure CamTay's speed and sizes"),
  commands: [
    MergeBenchmark(), WireBenchmark(), BootstrapBenchmark(), CarriedBenchmark(), CheckCounts(),
    SoakCommand(),
    WorkloadCommand(), RegisterBenchmark(), CountBenchmark(), LaptopBenchmark(),
    PageBenchmark(), ConsoleBenchmark(),
  ],
  describe: {
    Failure(code: "benchmark", exitCode: .needsAttention, words: BilingualText(same: "\($0)"))
  })
exit(
  program.run(
    ProgramArguments.ofProcess(), locale: getenv("LANG").map { String(cString: $0) },
    output: .process(errorIsTerminal: isatty(STDERR_FILENO) == 1)
  ).rawValue)
