import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct HouseholdListTests {
  let world: FieldWorld

  init() throws { world = try FieldWorld() }

  private func preview(
    _ text: String, _ change: (inout HouseholdListOptions) throws -> Void = { _ in }
  ) throws -> HouseholdListPlan {
    var options = HouseholdListOptions()
    options.heldScopes = try world.laptop.store.grantedScopes()
    try change(&options)
    return try world.laptop.previewHouseholdList(Array(text.utf8), options, clock: world.clock())
  }

  @discardableResult
  private func apply(_ plan: HouseholdListPlan) throws -> HouseholdListResult {
    try world.laptop.applyHouseholdList(
      plan, author: try world.member(), clock: world.clock()
    ) { _ in }
  }

  private func names(_ plan: HouseholdListPlan) -> [[String]] {
    plan.households.map { household in
      [household.draft.name ?? "–"] + household.people.map { $0.draft.fullName ?? "–" }
    }
  }

  /// The problems of a file of which nothing can be taken.
  private func refusal(
    _ text: String, _ change: (inout HouseholdListOptions) throws -> Void = { _ in }
  ) -> [String] {
    guard case .list(let problems) = fieldError({ _ = try preview(text, change) }) else {
      return []
    }
    return problems.map(\.code)
  }

  @Test(arguments: [
    "Thôn;Chủ hộ;Địa chỉ\nXóm 1;Lò Văn Páo;ngõ 1\nXóm 1;Vi Thị Dợ;ngõ 2\n",
    "THON,CHU HO,DIA CHI\nxom 1,Lò Văn Páo,ngõ 1\nxom 1,Vi Thị Dợ,ngõ 2\n",
    "Hamlet\tHead of household\tAddress\nXóm 1\tLò Văn Páo\tngõ 1\nXóm 1\tVi Thị Dợ\tngõ 2",
    "DANH SÁCH HỘ DÂN;;\n\nSTT;Họ tên chủ hộ;Số nhà\n1;Lò Văn Páo;ngõ 1\n2;Vi Thị Dợ;ngõ 2\n",
    "Thôn/xóm;Tên chủ hộ;Địa chỉ\n(1);(2);(3)\nXóm 1;Lò Văn Páo;ngõ 1\n;Vi Thị Dợ;ngõ 2\n",
  ])
  func `lists of heads are read whatever their columns are called`(text: String) throws {
    let plan = try preview(text) { options in
      options.place = try world.laptop.reader.findPlace("xom 1").id
    }
    #expect(names(plan) == [["Lò Văn Páo"], ["Vi Thị Dợ"]])
    #expect(plan.problems.isEmpty && plan.householdNumbers.added == 2)
    #expect(plan.households.map(\.draft.address) == ["ngõ 1", "ngõ 2"])
  }

  @Test(arguments: [
    "Thôn;Số hộ;Họ và tên;Năm sinh;Quan hệ\nXóm 1;1;Vi Thị Dợ;1951;Vợ\n;1;Lò Văn Páo;1950;Chủ hộ\n"
      + ";2;Sùng A Chứ;1980;Chủ hộ\n;1;Lò Văn Minh;1975;Con\n",
    "Thôn;Chủ hộ;Họ và tên;Năm sinh\nXóm 1;Lò Văn Páo;Lò Văn Páo;1950\n;;Vi Thị Dợ;1951\n"
      + ";;Lò Văn Minh;1975\nXóm 1;Sùng A Chứ;Sùng A Chứ;1980\n",
    "Thôn;Quan hệ với chủ hộ;Họ và tên;Năm sinh\nXóm 1;Chủ hộ;Lò Văn Páo;1950\nXóm 1;Vợ;Vi Thị Dợ;"
      + "1951\nXóm 1;Con;Lò Văn Minh;1975\nXóm 1;Chủ hộ;Sùng A Chứ;1980\n",
  ])
  func `people are put into households by number, head or relation`(text: String) throws {
    let plan = try preview(text)
    #expect(plan.problems.isEmpty)
    #expect(
      names(plan).map { [$0[0], $0[1]] } == [
        ["Lò Văn Páo", "Lò Văn Páo"], ["Sùng A Chứ", "Sùng A Chứ"],
      ])
    #expect(names(plan)[0].count == 4)
    let result = try apply(plan)
    #expect(result.households == 2 && result.residents == 4)
    let head = try #require(try world.laptop.reader.households().first { $0.name == "Lò Văn Páo" })
    #expect(try world.laptop.reader.residents(household: head.id).count == 3)
  }

  @Test func `all that is wrong with a line is told at once, and the rest is taken`() throws {
    let text = """
      Thôn;Chủ hộ;Họ và tên;Ngày sinh;Giới tính;Điện thoại;CCCD
      Xóm 1;Lò Văn Páo;Lò Văn Páo;31/02/1950;x;12;123
      Xóm 1;Vi Thị Dợ;Vi Thị Dợ;1951;nữ;912345678;40151001234
      Xóm 9;Sùng A Chứ;Sùng A Chứ;1980;nam;;
      Xóm 1;Ng?y?n V?n An;Hà;1980;nam;;
      Xóm 1;Lê Thị Hà;Lê Thị Hà;1981;nữ;;;;ô thừa
      """
    let plan = try preview(text)
    let codes = Dictionary(grouping: plan.problems, by: \.line).mapValues { $0.map(\.code) }
    #expect(codes[2]?.count == 4, "\(codes)")
    #expect(codes[3] == nil)
    #expect(codes[4] == ["place-unknown"])
    #expect(codes[5] == ["letters-lost"])
    #expect(codes[6] == ["too-many-cells"])
    #expect(plan.peopleNumbers.leftOut == 3 && plan.needsAttention)
    let result = try apply(plan)
    #expect(result.households == 2 && result.residents == 1)
    let resident = try #require(try world.laptop.reader.residents().first)
    #expect(resident.phone == "0912345678" && resident.idLast4 == "1234")
  }

  @Test func `the columns of a file can be told`() throws {
    let text = "Nơi;Ai;Loại;Thôn\nXóm 1;Lò Văn Páo;nghèo;bỏ\n"
    let choices = try ["nơi=hamlet", "AI=head", "Thôn=ignore"].map {
      try #require(ListColumnChoice($0))
    }
    let plan = try preview(text) { $0.columns = choices }
    #expect(names(plan) == [["Lò Văn Páo"]] && plan.problems.isEmpty)
    #expect(plan.headers.map(\.column) == [.hamlet, .head, nil, nil])
    #expect(ListColumnChoice("x=nothing") == nil && ListColumnChoice("x") == nil)
  }

  @Test func `a file that says too little is refused with what is missing`() throws {
    #expect(refusal("a;b\n1;2\n") == ["header-missing"])
    #expect(refusal("Chủ hộ;Địa chỉ\nA;b\n") == ["hamlet-missing"])
    #expect(refusal("Thôn;Họ và tên\nXóm 1;A\n") == ["household-missing"])
    #expect(refusal("Thôn;Chủ hộ;Điện thoại;SĐT\nXóm 1;A;;\n") == ["column-twice"])
    #expect(
      refusal("Thôn;Chủ hộ\nXóm 1;A\n") { options in
        options.columns = [try #require(ListColumnChoice("Tuổi=ignore"))]
      } == ["column-unknown"])
    #expect(refusal("Thôn;\"Chủ hộ\nXóm 1;A\n") == ["not-a-table"])
    #expect(refusal("PK\u{3}\u{4}") == ["workbook"])
    #expect(refusal("") == ["not-a-table"])
    #expect(refusal(String(repeating: ";", count: 70)) == ["not-a-table"])
  }

  @Test func `the same file again writes nothing, and a mended one what was left out`() throws {
    let text = "Thôn;Chủ hộ;Họ và tên;Năm sinh\nXóm 1;Lò Văn Páo;Lò Văn Páo;1950\n;;Vi Thị Dợ;"
    try apply(try preview(text + "51\n"))
    let again = try preview(text + "51\n")
    #expect(again.isEmpty && again.householdNumbers.kept == 1 && again.peopleNumbers.kept == 1)
    let mended = try preview(text + "1951\n")
    #expect(!mended.needsAttention && mended.peopleNumbers.added == 1)
    try apply(mended)
    #expect(try world.laptop.reader.residents().count == 2)
    #expect(try world.laptop.reader.households().count == 1)
    #expect(try preview(text + "1951\n").isEmpty)
  }

  @Test func `two of one name in one household are asked about until somebody rules`() throws {
    let text = """
      Thôn;Chủ hộ;Họ và tên;Năm sinh;CCCD
      Xóm 1;Lò Văn Nam;Lò Văn Nam;1960;
      ;;Lò Văn Nam;1960;040060001234
      ;;Vi Văn An;1960;
      ;;Vi Văn An;1990;
      """
    let first = try preview(text)
    #expect(first.peopleNumbers.added == 3 && first.peopleNumbers.waiting == 1)
    try apply(first)
    for _ in 1...2 {
      let again = try preview(text)
      #expect(again.isEmpty && again.peopleNumbers.kept == 3 && again.peopleNumbers.waiting == 1)
      guard case .doubt(let candidates) = again.households[0].people[1].action,
        case .resident(let candidate, _) = try #require(candidates.first)
      else { throw FieldError.nothingToChange }
      #expect(candidate.resident.fullName == "Lò Văn Nam")
      try apply(again)
    }
    #expect(try world.laptop.reader.residents().count == 3)
    let code = try #require(
      try world.laptop.reader.residents().first { $0.fullName == "Lò Văn Nam" }?.codeText)
    #expect(try !preview(text) { $0.same = [(3, code)] }.needsAttention)
    // The one who is new has the other's place from then on: whoever has the personal id is meant
    // by its line.
    try apply(try preview(text) { $0.newLines = [3] })
    let ruled = try preview(text)
    #expect(ruled.isEmpty && !ruled.needsAttention && ruled.peopleNumbers.kept == 4)
    #expect(try preview(text) { $0.isAllNew = true }.isEmpty)
  }

  @Test func `a household that a line was said to be is not the next one of its name`() throws {
    let household = try world.household("Lò Văn Páo")
    let code = try world.laptop.reader.codeText(of: household, in: HouseholdTable.definition)
    let text = "Thôn;Chủ hộ\nXóm 1;Lo Van Pao\nXóm 1;Lò Văn Páo\n"
    let plan = try preview(text) { $0.same = [(2, code)] }
    #expect(plan.householdNumbers.kept == 1 && plan.householdNumbers.waiting == 1)
  }

  @Test func `an import that was cut off goes on as if it had not been`() throws {
    // In a hamlet of 512 a name with another letter is rare enough to ask; of two lines of one list
    // nobody asks.
    let lines = (100..<640).map { "Xóm 1,Nguyễn Thị H\($0)\n" }
    let header = "hamlet,head\n"
    let whole = try preview(header + lines.joined())
    #expect(!whole.needsAttention && whole.householdNumbers.added == 540)
    try apply(try preview(header + lines.prefix(520).joined()))
    let rest = try preview(header + lines.joined())
    #expect(!rest.needsAttention)
    #expect(rest.householdNumbers.kept == 520 && rest.householdNumbers.added == 20)
    try apply(rest)
    #expect(try preview(header + lines.joined()).isEmpty)
    // Of a record that no line claims it is asked as ever.
    let other = try preview(header + "Xóm 1,Nguyễn Thị H90\n")
    #expect(other.householdNumbers.waiting == 1)
  }

  @Test func `lines that cannot be put into a household are counted as left out`() throws {
    let plan = try preview("Thôn;Chủ hộ\nXóm 1;Lò Văn Páo\nXóm 1;Vi Thị Dợ;thừa;ô\n")
    #expect(plan.problems.map(\.code) == ["too-many-cells"] && plan.unplacedLines == 1)
    #expect(plan.householdNumbers.leftOut == 0)
    #expect(try preview("Thôn;Chủ hộ;Điện thoại\nXóm 1;Lò Văn Páo;abc\n").unplacedLines == 0)
  }

  @Test func `whoever looks like somebody on record or further up waits for a decision`() throws {
    let household = try world.household("Hồ Văn Đức")
    let resident = try world.resident("Hồ Thị Lan", of: household)
    let code = try world.laptop.reader.codeText(of: resident, in: ResidentTable.definition)
    let text = """
      Thôn;Chủ hộ;Địa chỉ;Họ và tên;Năm sinh
      Xóm 1;Ho Van Duc;;Hồ Văn Đức;1948
      Xóm 1;Lò Văn Páo;ngõ 9;Hồ Thị Lan;1950
      Xóm 1;Vi Văn Sơn;ngõ 8;Vi Văn Sơn;4/5/1960
      Xóm 1;Vi Văn Tú;ngõ 7;Vi Van Son;5/4/1960
      """
    let plan = try preview(text)
    #expect(plan.householdNumbers.waiting == 1 && plan.householdNumbers.added == 3)
    // The people of a household in doubt wait with it.
    #expect(plan.peopleNumbers.waiting == 3 && plan.peopleNumbers.added == 1)
    guard case .doubt(let candidates) = plan.households[3].people[0].action,
      case .line(4, _) = try #require(candidates.first)
    else { throw FieldError.nothingToChange }

    let decided = try preview(text) { options in
      options.newLines = [5]
      options.same = [(3, code)]
      options.same.append(
        (2, try world.laptop.reader.codeText(of: household, in: HouseholdTable.definition)))
    }
    #expect(!decided.needsAttention)
    #expect(decided.householdNumbers.kept == 1 && decided.peopleNumbers.kept == 1)
    #expect(decided.peopleNumbers.added == 3)
    try apply(decided)
    #expect(try world.laptop.reader.residents(household: household).count == 2)
    #expect(try preview(text) { $0.isAllNew = true }.householdNumbers.waiting == 0)
    #expect(refusal(text) { $0.newLines = [99] } == ["nothing-to-decide"])
    // Nor does a line that holds nothing count as one that is left out.
    #expect(refusal(text + "\n\n") { $0.newLines = [6] } == ["nothing-to-decide"])
    #expect(refusal(text) { $0.same = [(3, code), (4, code)] }.isEmpty)
  }

  @Test func `what is on record is not written again, whatever is said to be new`() throws {
    let text =
      "Thôn;Chủ hộ;Họ và tên;Năm sinh\n" + """
        Xóm 1;Lò Văn Páo;Lò Văn Páo;1950
        Xóm 1;Sùng A Chứ;Lò Văn Páo;1950
        """
    try apply(try preview(text) { $0.isAllNew = true })
    #expect(try world.laptop.reader.residents().count == 2)
    #expect(try preview(text) { $0.isAllNew = true }.isEmpty)
    let heads = "Thôn;Chủ hộ\nXóm 1;Vi Thị Dợ\nXóm 1;Vi Thị Dợ\n"
    try apply(try preview(heads) { $0.isAllNew = true })
    #expect(try world.laptop.reader.households().count == 4)
    #expect(try preview(heads) { $0.isAllNew = true }.isEmpty)
    #expect(try preview(heads).isEmpty)
  }

  @Test func `a household that stands twice in the file waits`() throws {
    let text = """
      Thôn;Chủ hộ;Địa chỉ
      Xóm 1;Lò Văn Páo;ngõ 1
      Xóm 1;LO VAN PAO;
      Xóm 1;Lò Văn Páo;ngõ 2
      ;Vi Thị Dợ;

      """
    let plan = try preview(text)
    #expect(plan.householdNumbers.waiting == 2 && plan.householdNumbers.added == 2)
    let unplaced = try preview("Thôn;Chủ hộ\n;Lò Văn Páo\n")
    #expect(unplaced.problems.map(\.code) == ["missing"] && unplaced.isEmpty)
  }

  @Test func `a decision that cannot be right is refused`() throws {
    let household = try world.household("Hồ Văn Đức")
    let code = try world.laptop.reader.codeText(of: household, in: HouseholdTable.definition)
    try world.laptop.void(
      .household, household, reason: "nhầm", author: try world.member(), clock: world.clock())
    #expect(
      refusal("Thôn;Chủ hộ\nXóm 1;Hồ Văn Đức\n") { $0.same = [(2, code)] } == ["wrong-record"])
  }

  @Test func `an import is taken back as a whole, but for what was used since`() throws {
    let other = try world.household("Có trước")
    let text =
      "Thôn;Chủ hộ;Họ và tên;Năm sinh\n"
      + (1...300).map { number in
        "Xóm 1;Hộ \(number) Văn;Người \(number) Thị;\(1930 + number % 80)\n"
      }.joined()
    let plan = try preview(text) { $0.isAllNew = true }
    #expect(plan.householdNumbers.added == 300)
    let result = try apply(plan)
    let code = try #require(result.code)
    let laptop = world.laptop
    let lists = try laptop.reader.importedLists()
    #expect(lists.count == 1 && lists.first?.code == code && lists.first?.standing == 600)

    let rows = try laptop.reader.households(page: .all).filter { $0.id != other }.map(\.id)
    _ = try world.visit(to: rows[0])
    let helped = try #require(try laptop.reader.residents(household: rows[1]).first)
    let visit = try world.visit(to: other)
    _ = try world.assist(at: visit, helped.id)
    let changed = try #require(try laptop.reader.residents(household: rows[2]).first)
    _ = try laptop.editResident(
      changed.id, ResidentDraft(phone: "0912345678"), author: try world.member(),
      clock: world.clock())

    // Any record of the import names it.
    let undo = try laptop.previewImportUndo(changed.codeText)
    #expect(undo.households.count == 297 && undo.residents.count == 298)
    #expect(
      undo.staying.map(\.reason.rawValue).sorted()
        == ["changed", "helped", "inhabited", "inhabited", "visited"])
    try laptop.applyImportUndo(undo, author: try world.member(), clock: world.clock()) { _ in }
    #expect(try laptop.reader.households().count == 4)
    #expect(try laptop.reader.residents().count == 2)
    #expect(try laptop.reader.importedLists().first?.standing == 5)
    try world.sync(laptop)
    #expect(try world.centre.reader.households().count == 4)
    #expect(try preview(text) { $0.isAllNew = true }.isEmpty == false)
  }

  @Test func `the centre imports too and takes back what a laptop imported`() throws {
    let text = "Thôn;Chủ hộ\nBản Mường;Lò Văn Cường\nXóm 1;Lò Văn Páo\n"
    // The laptop holds Xóm 1 alone.
    let atLaptop = try preview(text)
    #expect(
      atLaptop.householdNumbers.added == 1 && atLaptop.problems.map(\.code) == ["place-not-held"])
    let code = try #require(try apply(atLaptop).code)
    try world.sync(world.laptop)
    let centre = world.centre
    let plan = try centre.previewHouseholdList(
      Array(text.utf8), HouseholdListOptions(), clock: world.clock())
    #expect(plan.householdNumbers.added == 1 && plan.householdNumbers.kept == 1)
    _ = try centre.applyHouseholdList(plan, author: nil, clock: world.clock()) { _ in }
    #expect(try centre.reader.households().count == 2)
    let undo = try centre.previewImportUndo(code)
    #expect(undo.households.count == 1)
    try centre.applyImportUndo(undo, author: nil, clock: world.clock()) { _ in }
    try world.sync(world.laptop)
    #expect(try world.laptop.reader.households().isEmpty)
  }

  @Test func `long notes take more acts and random files never trap`() throws {
    let note = String(repeating: "ghi chú dài ", count: 100)
    let text = "Thôn;Chủ hộ;Ghi chú\n" + (1...200).map { "Xóm 1;Hộ \($0);\(note)\n" }.joined()
    let plan = try preview(text) { $0.isAllNew = true }
    #expect(try apply(plan).households == 200)
    let seed: UInt64 = 5
    var random = SeededGenerator(seed: seed)
    let words = [
      "Thôn", "Chủ hộ", "Họ và tên", "Xóm 1", "A", "1950", ";", ";", "\n", "\"", "?", "",
    ]
    for _ in 0..<300 {
      let file = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      do {
        _ = try preview("Thôn;Chủ hộ;Họ và tên\n" + file.joined())
      } catch is FieldError {
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
    }
  }
}
