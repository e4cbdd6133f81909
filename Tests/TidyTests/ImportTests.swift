import Testing

@Suite struct ImportTests {
  @Test func `every room imports only what lies below it`() throws {
    for file in try Repository.swiftFiles(Repository.sourceFolders) {
      let imports = ImportTable.imports(in: file.text)
      #expect(ImportTable.violations(room: file.target, imports: imports).isEmpty, "\(file.path)")
    }
  }

  @Test func `every target imports only what the manifest declares for it`() throws {
    let declared = ImportTable.declared(in: try Repository.text("Package.swift"))
    let ours = Set(ImportTable.rooms.keys).union(ImportTable.libraryOwners.keys)
    for file in try Repository.swiftFiles(Repository.sourceFolders + ["Tests"]) {
      var dependencies = try #require(declared[file.target], "\(file.path) is in no target")
      // The manifest gives every target of tests the seeded generator.
      if file.target.hasSuffix("Tests") { dependencies.append("Randomness") }
      for module in ImportTable.imports(in: file.text) where ours.contains(module) {
        #expect(dependencies.contains(module), "\(file.path) imports \(module) undeclared")
      }
    }
  }

  @Test func `the manifest declares only what the table allows`() throws {
    let manifest = try Repository.text("Package.swift")
    let declared = ImportTable.declared(in: manifest)
    for (room, dependencies) in declared where !room.hasSuffix("Tests") {
      #expect(ImportTable.violations(room: room, imports: dependencies).isEmpty, "\(room)")
    }
    for (library, owner) in ImportTable.libraryOwners {
      let importers = declared.filter { $0.value.contains(library) }.map(\.key)
      #expect(importers == [owner], "\(library)")
    }
    let folders = try Repository.names(in: "Sources").filter { $0 != "SystemLibraries" }
    #expect(Set(folders + ["SyncProtocol"]) == Set(ImportTable.rooms.keys))
    let libraries = try Repository.names(in: "Sources/SystemLibraries")
    #expect(libraries == ImportTable.libraryOwners.keys.sorted())
    #expect(lines(naming: ".package(", in: codeOnly(manifest)).isEmpty)
  }

  @Test func `imports are read in every form`() {
    let source = """
      import Web
      @testable import Replica // import CSQLite
      public import struct Foundation.Date
      /* import CCurl */
      let text = "import CZstd"
      """
    #expect(ImportTable.imports(in: source) == ["Web", "Replica", "Foundation"])
  }

  @Test func `an import upwards, sideways or of a foreign library is a violation`() {
    func violations(_ room: String, _ imports: String...) -> [String] {
      ImportTable.violations(room: room, imports: imports)
    }
    #expect(violations("SyncProtocol", "Foundation") == ["Foundation"])
    #expect(violations("FieldWork", "Foundation", "CSodium", "Web") == ["CSodium", "Web"])
    #expect(violations("FieldAgent", "SyncServer", "Pages") == ["SyncServer"])
    #expect(violations("Elsewhere", "Web") == ["Web"])
  }

  @Test func `the manifest is read as it is written`() {
    let manifest = """
      func room(_ name: String) {}
      room("A", path: "P"), room(
        "B", ["A", "C"], exclude: ["x"]), tests("BTests", ["B"]), program("b", ["B"]),
      """
    #expect(
      ImportTable.declared(in: manifest) == [
        "A": [], "B": ["A", "C"], "BTests": ["B"], "b": ["B"],
      ])
  }
}
