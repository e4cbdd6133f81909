extension Stylesheet {
  /// What stands around every page.
  static let frame = """
    .skip { position: absolute; left: var(--step-4); top: -4rem; z-index: 2; background: #fff;
      padding: var(--step-2) var(--step-4); border-radius: 0 0 var(--radius) var(--radius); }
    .skip:focus { top: 0; }
    header.top { background: var(--accent-deep); color: #fff; display: flex; flex-wrap: wrap;
      align-items: center; gap: var(--step-1) var(--step-5);
      padding: var(--step-2) var(--step-5); }
    header.top a, header.top button { color: #fff; }
    header.top :focus-visible { outline-color: #fff; }
    header.top .name { font-size: var(--type-heading); font-weight: 650; }
    header.top ul { display: flex; flex-wrap: wrap; gap: var(--step-1); list-style: none; }
    header.top nav a { display: block; padding: var(--step-1) var(--step-3);
      border-radius: var(--radius); text-decoration: none; }
    header.top nav a:hover { background: var(--accent); }
    header.top nav a[aria-current] { background: #fff; color: var(--accent-deep);
      font-weight: 600; }
    .standing { background: var(--surface); border-bottom: 1px solid var(--line); display: flex;
      flex-wrap: wrap; align-items: center; gap: 0 var(--step-4);
      padding: var(--step-1) var(--step-5); }
    .standing .tools button.quiet { color: var(--accent); border-color: var(--line-strong);
      min-height: 1.75rem; padding: 0 var(--step-3); }
    .standing .tools button.quiet:hover { color: #fff; }
    .tools { margin-left: auto; display: flex; flex-wrap: wrap; align-items: center;
      gap: var(--step-2) var(--step-4); font-size: var(--type-small); }
    header.top .tools + nav { flex-basis: 100%; }
    .tools a.person { padding: var(--step-1) 0; }
    .tools form { display: flex; align-items: center; gap: var(--step-3); }
    .tools button.quiet { background: none; border: 1px solid #8fb3b0; padding: 0.2rem 0.75rem;
      font-size: var(--type-small); min-height: 2rem; font-weight: 500; }
    .tools button.quiet:hover { background: var(--accent); color: #fff; }
    html.covered .tools [data-cover] { background: #fff; color: var(--accent-deep); }
    .banner { background: var(--attention-pale); color: var(--attention); font-weight: 600;
      padding: var(--step-2) var(--step-5); border-bottom: 2px dashed var(--attention);
      display: flex; flex-wrap: wrap; gap: var(--step-2) var(--step-5); align-items: center; }
    .banner p { margin: 0; }
    .banner a { color: inherit; }
    .practice body { min-height: 100vh; border: .6rem solid var(--attention);
      border-image: repeating-linear-gradient(45deg, var(--attention) 0 .6rem,
        var(--attention-pale) .6rem 1.2rem) 10; }
    main { max-width: 80rem; margin: 0 auto; padding: var(--step-5); display: grid;
      grid-template-columns: minmax(0, 1fr); gap: var(--step-5); }
    main.narrow { max-width: 28rem; }
    main:focus { outline: none; }
    .heading { display: grid; gap: var(--step-1); }
    .heading p { color: var(--ink-soft); }
    .live-line { display: flex; flex-wrap: wrap; align-items: center; gap: var(--step-2);
      color: var(--ink-soft); font-size: var(--type-small); }
    .live-line button { padding: var(--step-1) var(--step-3); font-size: inherit; min-height: 0; }
    footer { max-width: 80rem; margin: 0 auto; color: var(--ink-soft);
      font-size: var(--type-small); padding: 0 var(--step-5) var(--step-5); display: flex;
      flex-wrap: wrap; gap: var(--step-2) var(--step-5); justify-content: space-between; }
    footer nav { display: flex; flex-wrap: wrap; gap: var(--step-1) var(--step-4); }
    .contents ul { display: flex; flex-wrap: wrap; gap: var(--step-1) var(--step-4);
      list-style: none; }
    @media (max-width: 68rem), (max-height: 40rem) {
      main { padding: var(--step-4); gap: var(--step-4); }
      header.top, .standing { padding: var(--step-1) var(--step-4); }
      /* In one row with what locks and covers, on the smallest screens there are. */
      header.top { gap: var(--step-1) var(--step-3); }
      header.top ul { gap: 0; }
      header.top nav a { padding: var(--step-1) var(--step-2); font-size: 0.9375rem; }
      header.top .tools { gap: var(--step-2); }
      header.top .tools button { padding: 0.2rem var(--step-2); }
    }
    """

  /// Panels, figures, marks of state, notices, the coverage strip, definition lists.
  static let parts = """
    .panel { background: var(--surface); border: 1px solid var(--line);
      border-radius: var(--radius); padding: var(--step-4); display: grid;
      grid-template-columns: minmax(0, 1fr); gap: var(--step-3); align-content: start; }
    .panel-lead { color: var(--ink-soft); max-width: 70ch; }
    .columns { display: grid; gap: var(--step-5);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); }
    .figures { display: grid; gap: var(--step-3);
      grid-template-columns: repeat(4, minmax(0, 1fr)); }
    @media (max-width: 56rem) { .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
    .figure { background: var(--surface); border: 1px solid var(--line);
      border-top: 4px solid var(--accent); border-radius: var(--radius);
      padding: var(--step-3) var(--step-4); display: flex; flex-direction: column; }
    .figure dt { font-weight: 600; }
    .figure .figure-value { font-size: var(--type-figure); line-height: 1.2; font-weight: 650;
      font-variant-numeric: tabular-nums; }
    .figure dd { color: var(--ink-soft); font-size: var(--type-small); }
    .figure dd.figure-value { color: var(--ink); }
    .mark { display: inline-flex; align-items: baseline; gap: 0.4em; }
    /* Beside the first line of its words. */
    .mark svg { width: 0.95em; height: 0.95em; flex: none; align-self: flex-start;
      margin-top: 0.28em; }
    .mark-good { color: var(--good); }
    .mark-attention { color: var(--attention); }
    .mark-missing { color: var(--missing); font-weight: 600; }
    .mark-neutral { color: var(--ink-soft); }
    .message { border-left: 4px solid var(--line-strong); background: var(--surface);
      padding: var(--step-3) var(--step-4); border-radius: 0 var(--radius) var(--radius) 0; }
    .message[id] { scroll-margin-top: var(--step-4); }
    .message.good { border-color: var(--good); background: var(--good-pale); }
    .message.warn { border-color: var(--attention); background: var(--attention-pale); }
    .message.bad { border-color: var(--missing); background: var(--missing-pale); }
    .empty { color: var(--ink-soft); background: var(--canvas);
      border: 1px dashed var(--line-strong); border-radius: var(--radius);
      padding: var(--step-3) var(--step-4); }
    .coverage { background: var(--surface); border: 1px solid var(--line);
      border-left: 6px solid var(--attention); border-radius: var(--radius);
      padding: var(--step-3) var(--step-4); display: grid; gap: var(--step-2); }
    .coverage-complete { border-left-color: var(--good); }
    .coverage-none { border-left-color: var(--missing); }
    .coverage-summary { font-size: var(--type-heading); font-weight: 650; }
    .coverage-list { list-style: none; display: flex; flex-wrap: wrap; gap: var(--step-2); }
    .coverage-list li { border: 1px solid var(--line); border-radius: var(--radius);
      padding: var(--step-1) var(--step-3); display: grid; }
    .coverage-list .coverage-good { background: var(--good-pale); border-color: #a9cfb6; }
    .coverage-list .coverage-attention { background: var(--attention-pale);
      border: 1px solid #c79a4b; }
    .coverage-list .coverage-missing { background: var(--surface);
      border: 2px dashed var(--missing); }
    .coverage-list strong { font-weight: 600; }
    .coverage-list span { font-size: var(--type-small); }
    .coverage details summary { cursor: pointer; padding: var(--step-1) 0; }
    .coverage details ul { margin-top: var(--step-2); }
    .coverage-note { color: var(--ink-soft); font-size: var(--type-small); max-width: 90ch; }
    """
}
