import Testing
import Web

@Suite struct RateWindowTests {
  @Test func `what is too often in a span waits for its end, key by key`() {
    var window = RateWindow(limit: 2, spanMilliseconds: 1_000)
    #expect(window.take("a", now: 0) == 0)
    #expect(window.take("a", now: 400) == 0)
    #expect(window.take("a", now: 500) == 500)
    #expect(window.take("b", now: 500) == 0)
    #expect(window.take("a", now: 999) == 1)
    #expect(window.take("a", now: 1_000) == 0)
  }

  @Test func `more keys than are remembered wait until a span ends`() {
    var window = RateWindow(limit: 5, spanMilliseconds: 1_000, maximumKeys: 2)
    #expect(window.take("a", now: 0) == 0)
    #expect(window.take("b", now: 300) == 0)
    #expect(window.take("c", now: 400) == 600)
    #expect(window.take("a", now: 400) == 0)
    #expect(window.take("c", now: 1_000) == 0)
  }
}
