import Testing

@testable import FieldWork

struct SearchIndexTests {
  private func index(_ names: [String]) -> SearchIndex {
    var index = SearchIndex()
    for (number, name) in names.enumerated() { index.add(id: Int64(number), fields: [name]) }
    return index
  }

  @Test func `exact comes before toneless before base letters`() {
    let index = index(["Tran Duc", "Trân Đưc", "Trần Đức", "Lê Đức"])
    #expect(index.search("trần đức").map(\.id) == [2, 1, 0])
    #expect(index.search("trần đức").map(\.level) == [.exact, .toneless, .base])
    #expect(Set(index.search("tran duc").map(\.id)) == [0, 1, 2])
    #expect(index.search("tran duc").first?.id == 0)
  }

  @Test func `whole words come before beginnings`() {
    let index = index(["Trang", "Trần", "Tran"])
    #expect(index.search("tran").map(\.id) == [2, 1, 0])
    #expect(index.search("tran").map(\.isPrefix) == [false, false, true])
  }

  @Test func `all words must be met and only the last may be a beginning`() {
    let index = index(["Nguyễn Văn An", "Nguyễn Thị Bình"])
    #expect(index.search("nguyễn b").map(\.id) == [1])
    #expect(index.search("nguy bình").isEmpty)
    #expect(index.search("bình nguyễn").map(\.id) == [1])
  }

  @Test func `raw Telex finds the name`() {
    let index = index(["Nguyễn Văn Đức", "Nguyên", "Nguyen"])
    #expect(index.search("nguyeenx").map(\.id) == [0, 1, 2])
    #expect(index.search("nguyeenx vawn dduwcs").map(\.id) == [0])
  }

  @Test func `a phone is found whole, in groups and by its last digits`() {
    var index = SearchIndex()
    index.add(id: 7, fields: ["Lò Thị Mai", "0912345678"])
    index.add(id: 8, fields: ["Lò Văn Páo", "0387654321", "5678"])
    #expect(index.search("0912345678").map(\.id) == [7])
    #expect(index.search("0912 345 678").map(\.id) == [7])
    #expect(index.search("5678").map(\.id) == [8, 7])
    #expect(index.search("mai 678").map(\.id) == [7])
  }

  @Test func `words side by side, precedence and short fields decide among equals`() {
    var index = SearchIndex()
    index.add(id: 1, fields: ["khai báo sinh"])
    index.add(id: 2, fields: ["đăng ký khai sinh lưu động"])
    index.add(id: 3, fields: ["đăng ký khai sinh"])
    index.add(id: 4, fields: ["khai sinh"], precedence: 1)
    #expect(index.search("khai sinh").map(\.id) == [3, 2, 4, 1])
  }

  @Test func `a document is replaced and removed by its id`() {
    var index = index(["An", "Bình"])
    index.add(id: 0, fields: ["Cường"])
    #expect(index.search("an").isEmpty)
    #expect(index.search("cuong").map(\.id) == [0])
    index.remove(id: 0)
    #expect(index.search("cuong").isEmpty)
    #expect(index.count == 1)
  }

  @Test(arguments: ["", " ", "'", "…", String(repeating: "a ", count: 5000)])
  func `odd queries find nothing and harm nothing`(query: String) {
    #expect(index(["An"]).search(query).isEmpty)
  }

  @Test func `fifty thousand names are found among each other`() {
    let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"]
    let middle = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Hữu", "Quốc", "Thanh", "Xuân", "Kim"]
    let given = ["An", "Bình", "Cường", "Dũng", "Đào", "Giang", "Hà", "Hòa", "Khánh", "Lan"]
    var index = SearchIndex()
    for number in 0..<50_000 {
      let name =
        "\(family[number % 10]) \(middle[number / 10 % 10]) \(given[number / 100 % 10])"
      index.add(id: Int64(number), fields: [name, "09\(10_000_000 + number)"])
    }
    #expect(index.search("nguyen van an", limit: 1000).count == 50)
    #expect(index.search("nguyen van an", limit: 1000).map(\.id).first == 0)
    #expect(index.search("49999").map(\.id) == [49_999])
  }
}
