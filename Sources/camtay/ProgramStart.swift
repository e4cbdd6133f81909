import Glibc

/// Starts another program file once, to see that it runs here.
enum ProgramStart {
  /// Milliseconds after which it is given up.
  private static let patienceMilliseconds: Int32 = 20_000
  /// Bytes of what it says.
  private static let maximumBytes = 4_096

  /// What it answers to `version`; nil where it does not start, or ends otherwise than well.
  static func version(of path: String) -> String? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    let line: [String] = [path, "version"]
    var words: [UnsafeMutablePointer<CChar>?] = line.map { word in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    let spawned = posix_spawn(&process, path, &actions, nil, &words, environ)
    close(ends[1])
    guard spawned == 0 else { return nil }
    let said = read(ends[0])
    if said == nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process, status == 0, let said else { return nil }
    return String(decoding: said, as: UTF8.self)
  }

  /// Everything that comes until the end; nil where that does not come in time.
  private static func read(_ end: Int32) -> [UInt8]? {
    var said: [UInt8] = []
    while true {
      var wanted = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, patienceMilliseconds) > 0 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 512)
      let count = Glibc.read(end, &buffer, buffer.count)
      guard count >= 0, said.count + count <= maximumBytes else { return nil }
      if count == 0 { return said }
      said += buffer[..<count]
    }
  }
}
