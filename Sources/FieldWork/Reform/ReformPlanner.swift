import SyncProtocol

/// Compares the rows of a reform with the directory as it stands.
struct ReformPlanner {
  private let map: PlaceMap
  private let rows: [ReformRow]
  private let before: LocalDate
  private(set) var plan: ReformPlan
  private(set) var problems: [ReformProblem] = []
  private var nameByNewCode: [String: String] = [:]
  private let placesByName: [String: [Place]]

  init(_ map: PlaceMap, _ rows: [ReformRow], from day: LocalDate) {
    self.map = map
    self.rows = rows
    before = day.adding(days: -1)
    plan = ReformPlan(day: day)
    placesByName = Dictionary(grouping: map.places) { $0.name.map(SearchFold.exact) ?? "" }
  }

  private var day: LocalDate { plan.day }

  /// Plans every unit of the file.
  mutating func run() {
    var codes: [String] = []
    for row in rows where !codes.contains(row.oldCode) { codes.append(row.oldCode) }
    for row in rows { learnName(row) }
    for code in codes { readUnit(code, rows.filter { $0.oldCode == code }) }
    let receiving = Set(plan.units.flatMap(\.moves).flatMap(\.to))
    for code in receiving.sorted() {
      guard let name = nameByNewCode[code] else { continue }
      let isKnown = map.hasUnit(code, on: before) && map.name(of: code, on: before) == name
      if !isKnown { plan.newUnits.append(.init(code: code, name: name)) }
    }
    problems.sort { $0.line < $1.line }
  }

  private mutating func complain(_ row: ReformRow, _ kind: ReformProblem.Kind) {
    problems.append(ReformProblem(line: row.line, kind))
  }

  private mutating func learnName(_ row: ReformRow) {
    let known = PlaceLineage.units(code: row.newCode).first { $0.isValid(on: day) }
    let isSame = known?.validFrom == day || known.map { $0.isValid(on: before) } ?? false
    let listed = isSame && day <= Commune.validFrom ? known?.fullName : nil
    // A name without its kind is completed from the list.
    let typed = row.newName.map { name in
      known.flatMap { $0.fullName.hasSuffix(" " + name) ? $0.fullName : nil } ?? name
    }
    let name =
      listed ?? typed ?? nameByNewCode[row.newCode] ?? map.name(of: row.newCode, on: day)
    guard let name else { return complain(row, .newNameNeeded(row.newCode)) }
    if listed != nil || typed != nil || nameByNewCode[row.newCode] == nil {
      nameByNewCode[row.newCode] = name
    }
  }

  private mutating func readUnit(_ code: String, _ rows: [ReformRow]) {
    guard map.hasUnit(code, on: day) else {
      let isKnown =
        map.hasUnit(code, on: before)
        || PlaceLineage.units(code: code).contains { $0.isValid(on: before) }
      if isKnown {
        plan.skipped += rows
      } else {
        for row in rows { complain(row, .unknownUnit(code)) }
      }
      return
    }
    let unitRows = rows.filter { $0.oldHamlet == nil }
    let whole = unitRows.first { !$0.isPart }
    if let whole {
      for row in unitRows where row != whole { complain(row, .wholeAndMore(line: whole.line)) }
    }
    var codesByPlace: [RowID: Set<String>] = [:]
    readHamlets(code, rows.filter { $0.oldHamlet != nil }, &codesByPlace)
    var change = ReformPlan.UnitChange(code: code, name: map.name(of: code, on: before) ?? code)
    change.successor = whole?.newCode ?? (unitRows.isEmpty ? code : nil)
    for scope in map.scopes(of: code, on: day) {
      move(scope, of: code, unitRows, codesByPlace, &change)
    }
    if change.moves.isEmpty, change.undecided.isEmpty {
      plan.skipped += unitRows
    } else {
      plan.units.append(change)
    }
  }

  /// Finds where a scope of the unit goes: its hamlets with theirs, a roster with all parts.
  private func move(
    _ scope: ScopeID, of code: String, _ unitRows: [ReformRow],
    _ codesByPlace: [RowID: Set<String>], _ change: inout ReformPlan.UnitChange
  ) {
    var targets: Set<String> = []
    if map.scopes[scope]?.kind == .households {
      let hamlets = map.hamlets(of: scope, on: day)
      let told = hamlets.compactMap { codesByPlace[$0.id] }
      targets = told.reduce(into: []) { $0.formUnion($1) }
      if told.count < max(1, hamlets.count) {
        if let rest = change.successor {
          targets.insert(rest)
        } else if targets.isEmpty {
          change.undecided.append(scope)
        } else {
          // Hamlets that share the scope go apart: those not told stay where they were.
          targets.insert(code)
        }
      }
    } else {
      targets = change.successor.map { [$0] } ?? Set(unitRows.map(\.newCode))
    }
    guard targets != [code], !targets.isEmpty || change.undecided.last == scope else { return }
    change.moves.append(.init(scope: scope, to: targets.sorted()))
  }

  private mutating func readHamlets(
    _ code: String, _ rows: [ReformRow], _ codesByPlace: inout [RowID: Set<String>]
  ) {
    var done: Set<String> = []
    for row in rows {
      guard let typed = row.oldHamlet, done.insert(SearchFold.exact(typed)).inserted else {
        continue
      }
      let same = rows.filter {
        $0.oldHamlet.map(SearchFold.exact) == SearchFold.exact(typed)
      }
      guard let places = findHamlet(typed, in: code, row) else { continue }
      if let whole = same.first(where: { !$0.isPart }) {
        for other in same where other != whole {
          complain(other, .wholeAndMore(line: whole.line))
        }
      }
      for place in places { codesByPlace[place.id] = Set(same.map(\.newCode)) }
      plan(same, places, typed)
    }
  }

  private mutating func plan(_ rows: [ReformRow], _ places: [Place], _ typed: String) {
    let isPlain = rows.count == 1 && rows.allSatisfy { $0.newHamlet == nil }
    guard !isPlain, let first = places.first else { return }
    let name = first.name ?? typed
    let becomes = rows.map { row in
      ReformPlan.NewHamlet(
        code: row.newCode, name: row.newHamlet ?? name, isPart: row.isPart)
    }
    for (row, new) in zip(rows, becomes) where joins(new, besides: self.rows) {
      complain(row, .hamletToJoin(new.name))
    }
    plan.hamlets.append(
      .init(rows: places.map(\.id), name: name, kind: first.kind, becomes: becomes))
  }

  /// Whether a hamlet of the new name stays as it is: it has to stand in the file as well.
  private func joins(_ new: ReformPlan.NewHamlet, besides rows: [ReformRow]) -> Bool {
    let wanted = SearchFold.exact(new.name)
    return (placesByName[wanted] ?? []).contains { place in
      guard place.isValid(on: day), let unit = map.unit(of: place, on: day) else { return false }
      let isTold = rows.contains {
        $0.oldCode == unit && $0.oldHamlet.map(SearchFold.exact) == wanted
      }
      let comesAlong = rows.contains {
        $0.oldCode == unit && $0.oldHamlet == nil && !$0.isPart && $0.newCode == new.code
      }
      return !isTold && (unit == new.code || comesAlong)
    }
  }

  private mutating func findHamlet(
    _ typed: String, in code: String, _ row: ReformRow
  ) -> [Place]? {
    let wanted = SearchFold.exact(typed)
    func named(on day: LocalDate) -> [Place] {
      (placesByName[wanted] ?? []).filter {
        $0.isValid(on: day) && map.unit(of: $0, on: day) == code
      }
    }
    let found = named(on: day)
    guard let first = found.first else {
      if named(on: before).isEmpty {
        complain(row, .unknownHamlet(typed))
      } else {
        plan.skipped.append(row)
      }
      return nil
    }
    guard found.allSatisfy({ $0.isSameHamlet(as: first) }) else {
      complain(row, .severalHamlets(typed))
      return nil
    }
    return found
  }
}
