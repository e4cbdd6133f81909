import Testing

/// Everything that is tried in a real Chromium, one browser at a time: two cores carry no more.
@Suite(
  .serialized,
  .enabled(if: WebDriver.isInstalled, "\(WebDriver.missing)"),
  .timeLimit(.minutes(5)))
enum BrowserTests {}
