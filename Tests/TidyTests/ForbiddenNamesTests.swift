import Testing

@Suite struct ForbiddenNamesTests {
  @Test func `only composition roots name the real world and nobody leaves work unfinished`() throws
  {
    for file in try Repository.swiftFiles(Repository.sourceFolders + ["Tests"])
    where !isReferenceData(file) {
      let complaints = ForbiddenNames.complaints(
        file.text, isCompositionRoot: ForbiddenNames.compositionRoots.contains(file.target),
        isTest: file.path.hasPrefix("Tests/"))
      #expect(complaints.isEmpty, "\(file.path)")
    }
  }

  @Test(arguments: [
    "let now = Date()", "x = SystemRandomNumberGenerator()", "exit(1)", "Glibc.exit(1)",
    "\"\\(getenv(name))\"", "Int.random(in: 0...f(3))", "list.shuffled()", "Bundle.module.url",
    "try! f()", "x as! Int", "// TO" + "DO: later", "let st" + "ub = 1", "let d = Date.now",
    "ContinuousClock.now", "/* good enough for " + "now */",
  ]) func `a forbidden name is found`(source: String) {
    #expect(ForbiddenNames.complaints(source, isCompositionRoot: false, isTest: false).count == 1)
  }

  @Test(arguments: [
    "// Date() is the root's", "\"exit(\"", "onexit(1)", "Int.random(in: 0...f(3), using: &g)",
    "let toDate: Date", "let stubborn = 1", "/* try! */ try? f()", "#\"as! \"#",
    "func `exit(now)`() {}", "var g = surroundings.random()",
  ]) func `a harmless name is left alone`(source: String) {
    #expect(ForbiddenNames.complaints(source, isCompositionRoot: false, isTest: false).isEmpty)
  }

  @Test func `comments and texts vanish, code in interpolations and line numbers stay`() {
    let source = """
      a // x "
      /* b /* c */
      d */ e "f\\"g" #"h"i\\"# \"\"\"
        j " k \\(l("m")) n
        \"\"\" o
      """
    let expected = "a \n\n e \"\" \"\" \"\n\" + (l(\"\")) + \"\n\" o"
    #expect(codeOnly(source) == expected)
    #expect(lines(naming: "o", in: codeOnly(source)) == [5])
  }
}
