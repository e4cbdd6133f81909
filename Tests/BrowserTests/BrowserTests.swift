import Testing

/// What is tried of a laptop's pages in a real Chromium, one browser at a time: two cores carry no
/// more than that beside the centre's.
@Suite(
  .serialized,
  .enabled(if: WebDriver.isInstalled, "\(WebDriver.missing)"),
  .timeLimit(.minutes(5)))
enum BrowserTests {}

/// The same of the centre's pages.
@Suite(
  .serialized,
  .enabled(if: WebDriver.isInstalled, "\(WebDriver.missing)"),
  .timeLimit(.minutes(5)))
enum CentreBrowserTests {}
