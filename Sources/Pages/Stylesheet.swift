/// The one stylesheet of both programs' pages.
///
/// It asks for nothing from elsewhere: no fonts, no pictures, no imports. Pages carry no inline
/// styles, since the content security policy blocks them.
package enum Stylesheet {
  /// Where both programs serve it.
  package static let path = "/style.css"

  /// The bytes of it; media type `text/css; charset=utf-8`.
  package static let bytes = Array(text.utf8)

  /// The rules: constants first, then the frame, tables, forms, charts, paper, and last what a person may
  /// choose.
  package static let text = [tokens, frame, parts, tables, forms, laptop, charts, print, display]
    .joined(separator: "\n")

  /// Constants: colours with their contrast on white (WCAG 2.2 asks for 4.5 for text, 3 for marks),
  /// steps of spacing, steps of type.
  private static let tokens = """
    :root {
      --ink: #1b2a30;          /* 14.8 */
      --ink-soft: #4a5a61;     /* 7.2 */
      --line: #d5dcdb;
      --line-strong: #7b8a8e;  /* 3.6, borders of fields */
      --canvas: #f4f6f4;
      --surface: #ffffff;
      --accent: #0b5a58;       /* 8.0 */
      --accent-deep: #073f3e;
      --accent-pale: #e2efed;
      --good: #1c6437;         /* 7.1 */
      --good-pale: #e6f3ea;
      --attention: #7a4a00;    /* 7.4 */
      --attention-pale: #fcf0d6;
      --missing: #9a1b1b;      /* 8.3 */
      --missing-pale: #fbe9e7;
      --focus: #1a4fb5;        /* 7.5 */

      --step-1: 0.25rem;
      --step-2: 0.5rem;
      --step-3: 0.75rem;
      --step-4: 1rem;
      --step-5: 1.5rem;
      --step-6: 2.25rem;

      --type-small: 0.875rem;
      --type-body: 1rem;
      --type-heading: 1.1875rem;
      --type-title: 1.5rem;
      --type-figure: 2.125rem;
      --radius: 0.5rem;
    }
    *, *::before, *::after { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; color: var(--ink); background: var(--canvas);
      font-family: "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", Arial,
        sans-serif;
      font-size: var(--type-body); line-height: 1.5;
    }
    h1, h2, h3, p, ul, ol, dl, dd, figure, table { margin: 0; padding: 0; }
    h1 { font-size: var(--type-title); line-height: 1.25; font-weight: 650; }
    h2 { font-size: var(--type-heading); line-height: 1.3; font-weight: 650; }
    h3 { font-size: var(--type-body); font-weight: 650; }
    a { color: var(--accent); text-underline-offset: 0.18em; }
    a:hover { color: var(--accent-deep); text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
    code, .code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace;
      font-size: 0.9375em; white-space: nowrap; }
    code.long { white-space: normal; overflow-wrap: anywhere; }
    .address { overflow-wrap: anywhere; }
    .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    """
}
