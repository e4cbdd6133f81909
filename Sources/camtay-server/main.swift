import CommandLine
import Glibc

FileDescriptorSink.ignoreBrokenPipes()
exit(ServerProgram.run().rawValue)
