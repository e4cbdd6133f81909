import Replica
import Testing

@testable import FieldAgent

@Suite struct LaptopHomeTests {
  private func surroundings(_ variables: [String: String]) -> Surroundings {
    Surroundings(
      machine: Surroundings.Machine(bootID: "", machineID: ""), wallMilliseconds: { 0 },
      monotonicMilliseconds: { 0 }, random: { SeededGenerator(seed: 1) },
      environment: { variables[$0] })
  }

  private func path(_ option: String?, _ variables: [String: String]) throws -> String {
    try LaptopHome.folder(option: option, surroundings(variables)).path
  }

  @Test func `the option comes before XDG and XDG before the user's folder`() throws {
    let both = ["XDG_DATA_HOME": "/data/", "HOME": "/home/an"]
    #expect(try path("/here/", both) == "/here")
    #expect(try path(nil, both) == "/data/camtay")
    #expect(try path(nil, ["HOME": "/home/an"]) == "/home/an/.local/share/camtay")
    let relative = ["XDG_DATA_HOME": "data", "HOME": "/home/an"]
    #expect(try path(nil, relative) == "/home/an/.local/share/camtay")
  }

  @Test func `without any of them the place is asked for`() {
    #expect(throws: AgentError.homeUnknown) { try path(nil, [:]) }
    #expect(FailureCatalogue.failure(for: AgentError.homeUnknown)?.exitCode == .userError)
  }

  @Test func `the locale is the first of the three that says anything`() {
    let locale = FieldAgent.locale(surroundings(["LC_ALL": "", "LANG": "en_GB.UTF-8"]))
    #expect(locale == "en_GB.UTF-8")
  }
}
