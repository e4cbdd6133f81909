/// The one stylesheet of all pages.
package enum Stylesheet {
  /// Where it is served.
  package static let path = "/style.css"

  /// The bytes of it; media type `text/css; charset=utf-8`.
  package static let bytes = Array(text.utf8)

  private static let text = """
    :root {
      --ink: #1b2430; --muted: #55606e; --paper: #ffffff; --ground: #f4f6f8; --line: #c9d1da;
      --accent: #0b5cad; --accent-ink: #ffffff; --good: #1d6b35; --warn: #8a4b00; --bad: #a3181f;
      --space: 1rem; --radius: 0.4rem;
      color-scheme: light;
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; color: var(--ink); background: var(--ground);
      font: 1rem/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif;
    }
    a { color: var(--accent); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: var(--space); top: var(--space); background: var(--paper); padding: 0.5rem; }
    header.top {
      display: flex; flex-wrap: wrap; gap: var(--space); align-items: center;
      padding: 0.6rem var(--space); background: var(--paper); border-bottom: 1px solid var(--line);
    }
    header.top .name { font-weight: 700; margin-right: auto; }
    header.top nav a { margin-right: var(--space); }
    header.top nav a[aria-current] { font-weight: 700; color: var(--ink); }
    header.top form { display: inline; }
    main { max-width: 72rem; margin: 0 auto; padding: var(--space); }
    main.narrow { max-width: 26rem; }
    h1 { font-size: 1.6rem; line-height: 1.25; }
    h2 { font-size: 1.25rem; margin-top: 2rem; }
    label { display: block; font-weight: 600; margin-top: var(--space); }
    input, select, textarea, button { font: inherit; min-height: 2.75rem; }
    input, select, textarea {
      width: 100%; padding: 0.4rem 0.6rem; color: inherit; background: var(--paper);
      border: 1px solid var(--muted); border-radius: var(--radius);
    }
    button {
      padding: 0.4rem 1.2rem; color: var(--accent-ink); background: var(--accent);
      border: 1px solid var(--accent); border-radius: var(--radius); cursor: pointer;
    }
    button.quiet { color: var(--accent); background: transparent; border-color: transparent; }
    .actions { margin-top: var(--space); }
    .message { padding: 0.6rem var(--space); border-left: 0.4rem solid var(--accent);
      background: var(--paper); }
    .message.bad { border-color: var(--bad); }
    .message.warn { border-color: var(--warn); }
    .message.good { border-color: var(--good); }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; background: var(--paper); }
    th, td { padding: 0.4rem 0.7rem; border: 1px solid var(--line); text-align: left;
      vertical-align: top; }
    th { background: var(--ground); }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
    footer { padding: var(--space); color: var(--muted); }
    @media print { header.top, footer, .actions { display: none; } body { background: none; } }
    """
}
