import FieldWork
import Testing

@Suite struct NaturalOrderTests {
  @Test func `numbers stand by their size and letters as in the dictionary`() {
    let street = [
      "2", "Số 1", "số 2", "Số 2A", "Số  10", "Số 010 ngõ 3", "Số 100", "Ngõ 3", "Đường 1", "Dốc 2",
      "", "9999999999999999999999", "10000000000000000000000",
    ]
    let walked = street.shuffled().sorted { NaturalOrder($0) < NaturalOrder($1) }
    #expect(
      walked == [
        "", "2", "9999999999999999999999", "10000000000000000000000", "Dốc 2", "Đường 1", "Ngõ 3",
        "Số 1", "số 2", "Số 2A", "Số  10", "Số 010 ngõ 3", "Số 100",
      ])
    #expect(NaturalOrder("SỐ  007 ") == NaturalOrder("số 7"))
  }
}
