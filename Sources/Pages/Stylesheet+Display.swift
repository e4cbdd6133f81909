extension Stylesheet {
  /// What a person may choose: larger text, on paper too; stronger colours; a covered screen.
  static let display = """
    html.text-large { font-size: 120%; }
    html.text-very-large { font-size: 140%; }
    html.contrast-high {
      --ink: #000000;          /* 21.0 */
      --ink-soft: #1d2b31;     /* 14.5 */
      --line: #5c6b70;
      --line-strong: #1d2b31;  /* 14.5, borders of fields */
      --canvas: #ffffff;
      --surface: #ffffff;
      --accent: #003b39;       /* 12.5 */
      --accent-deep: #002322;
      --accent-pale: #e2efed;
      --good: #0a4421;         /* 11.3 */
      --good-pale: #e6f3ea;
      --attention: #552f00;    /* 11.7 */
      --attention-pale: #fcf0d6;
      --missing: #7a0d0d;      /* 11.1 */
      --missing-pale: #fbe9e7;
      --focus: #0a2f86;        /* 12.0 */
    }
    .contrast-high :is(input, select, textarea, fieldset, .panel, .figure, .button.quiet,
      button.quiet) { border-width: 2px; border-color: var(--line-strong); }
    .contrast-high :is(th, td) { border-bottom-color: var(--line); }
    .contrast-high header.top .tools button.quiet { border-color: #ffffff; }
    .contrast-high :focus-visible { outline-width: 4px; }
    .cover-note { display: none; }
    html.covered .cover-note { display: block; max-width: 80rem; margin: 0 auto;
      padding: var(--step-5); font-size: var(--type-heading); }
    html.covered :is(main, .person) { visibility: hidden; }
    @media print {
      html.text-large { font-size: 12pt; --type-body: 12pt; --type-small: 10.5pt;
        --type-heading: 14pt; --type-title: 17pt; }
      html.text-very-large { font-size: 14pt; --type-body: 14pt; --type-small: 12.5pt;
        --type-heading: 16pt; --type-title: 19pt; }
      .text-large .slip { font-size: 14pt; }
      .text-very-large .slip { font-size: 16pt; }
      html.contrast-high { --ink-soft: #000; }
      html.covered .cover-note { visibility: hidden; }
    }
    """
}
