extension Stylesheet {
  /// Tables: figures stand right under each other, rows have hairlines only.
  static let tables = """
    .table-scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    /* A figure far from its label is read in the wrong row. */
    table.few-columns { max-width: 48rem; }
    caption { text-align: left; font-size: var(--type-heading); font-weight: 650;
      padding-bottom: var(--step-2); }
    th, td { text-align: left; vertical-align: top; padding: 0.4rem var(--step-3);
      border-bottom: 1px solid var(--line); }
    /* What has no blank in it breaks, before it pushes the other columns off the screen. */
    th, td { max-width: 24rem; overflow-wrap: break-word; }
    th:first-child, td:first-child { padding-left: var(--step-1); }
    th:last-child, td:last-child { padding-right: var(--step-1); }
    thead th { color: var(--ink-soft); font-size: var(--type-small); font-weight: 600;
      vertical-align: bottom; border-bottom: 2px solid var(--line-strong); }
    thead th.number { white-space: normal; }
    tbody th { font-weight: 500; min-width: 9rem; }
    tbody tr:hover { background: #f7faf9; }
    .number { text-align: right; white-space: nowrap; }
    .nowrap { white-space: nowrap; }
    tfoot th, tfoot td { font-weight: 650; border-bottom: none;
      border-top: 2px solid var(--line-strong); }
    /* Enlarged, a column stays wide enough for two words; the table scrolls within itself. */
    @media (max-width: 44rem) { td:not(.number), th:not(.number) { min-width: 6.5rem; } }
    .table-note { color: var(--ink-soft); font-size: var(--type-small); max-width: 90ch; }
    tr.row-missing td, tr.row-missing th { background: var(--missing-pale); }
    tr.row-attention td, tr.row-attention th { background: #fef8ea; }
    td .detail, th .detail, dd .detail, .box .detail { display: block; color: var(--ink-soft);
      font-weight: 400; font-size: var(--type-small); }
    tr.value-shown td, tr.value-shown th { background: var(--good-pale); }
    tr.value-hidden .value-text { color: var(--ink-soft); }
    .conflict { border-top: 1px solid var(--line); padding-top: var(--step-4); }
    .conflict:first-of-type { border-top: none; padding-top: 0; }
    .conflict caption { font-size: var(--type-body); }
    """

  /// Forms: fields no smaller than 24 by 24 pixels, borders of contrast 3, errors in words.
  static let forms = """
    form:not([class]) label { display: block; margin: var(--step-3) 0 var(--step-1); }
    fieldset.choices { display: grid; gap: var(--step-2); }
    .choices .box { align-items: start; }
    .actions { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--step-2) var(--step-4);
      margin-top: var(--step-4); }
    .form { display: grid; gap: var(--step-4); max-width: 34rem; }
    .field { display: grid; gap: var(--step-1); }
    label { font-weight: 600; }
    .required { white-space: nowrap; font-weight: 400; color: var(--ink-soft); font-size: var(--type-small); }
    .field-hint { color: var(--ink-soft); font-size: var(--type-small); }
    .field-error .mark { color: inherit; }
    .field-error { color: var(--missing); font-weight: 600; }
    input, select, textarea, button { font: inherit; color: inherit; }
    input, select, textarea { background: #fff; border: 1px solid var(--line-strong);
      border-radius: 0.375rem; padding: 0.4rem 0.6rem; min-height: 2.5rem; width: 100%; }
    input[type=checkbox], input[type=radio] { width: 1.25rem; height: 1.25rem; min-height: 0;
      flex: none; }
    [aria-invalid=true] { border: 2px solid var(--missing); }
    [aria-invalid=true]:focus { outline: 3px solid var(--focus); outline-offset: 2px; }
    button, .button { display: inline-block; background: var(--accent); color: #fff;
      border: 1px solid var(--accent); border-radius: 0.375rem; padding: 0.4rem 1rem;
      min-height: 2.5rem; font-weight: 600; cursor: pointer; text-decoration: none; }
    button:hover, .button:hover { background: var(--accent-deep); }
    button.quiet, .button.quiet { background: #fff; color: var(--accent); }
    button.quiet:hover, .button.quiet:hover { background: var(--accent-pale); color: var(--accent-deep); }
    .period { display: flex; flex-wrap: wrap; align-items: end; gap: var(--step-2) var(--step-5); }
    .period-heading { flex-basis: 100%; display: flex; flex-wrap: wrap; align-items: baseline;
      gap: 0 var(--step-3); }
    .period-heading span { color: var(--ink-soft); }
    .period-heading strong { font-size: var(--type-heading); }
    .period-presets { display: flex; flex-wrap: wrap; gap: var(--step-1); list-style: none; }
    .period-presets a { display: block; padding: 0.4rem var(--step-3); border-radius: 0.375rem;
      border: 1px solid var(--line-strong); background: #fff; text-decoration: none; }
    .period-presets a:hover { background: var(--accent-pale); }
    .period-presets a[aria-current] { background: var(--accent); border-color: var(--accent);
      color: #fff; font-weight: 600; }
    .period form { display: flex; flex-wrap: wrap; align-items: end; gap: var(--step-2); }
    .period .field { width: 8.5rem; gap: 0; }
    .period label { font-size: var(--type-small); font-weight: 500; line-height: 1.25; }
    .period .field-error { flex-basis: 100%; }
    .filters { display: flex; flex-wrap: wrap; align-items: end; gap: var(--step-2) var(--step-3); }
    .filters .field { width: 12rem; gap: 0; }
    .filters.wide .field { width: min(34rem, 100%); }
    .filters label { font-size: var(--type-small); font-weight: 500; line-height: 1.25; }
    .list-standing { color: var(--ink-soft); }
    .pager { display: flex; flex-wrap: wrap; align-items: center; gap: var(--step-3); }
    .pager a { display: block; padding: 0.4rem var(--step-3); border-radius: 0.375rem;
      border: 1px solid var(--line-strong); background: #fff; text-decoration: none; }
    """

  /// Charts: one colour, because length tells and not colour.
  static let charts = """
    .chart { display: grid; gap: var(--step-3); }
    .chart svg { width: 100%; height: auto; max-width: 60rem; }
    .chart text { font-size: 14px; fill: var(--ink); font-family: inherit; }
    .chart .bar { fill: var(--accent); }
    .chart .axis { stroke: var(--line-strong); stroke-width: 1; }
    .chart .bar-value { font-weight: 600; font-variant-numeric: tabular-nums; }
    .chart .bar-hidden { fill: var(--ink-soft); font-style: italic; font-weight: 400; }
    .chart-sentence { max-width: 80ch; }
    .legend { display: flex; flex-wrap: wrap; gap: var(--step-1) var(--step-4); list-style: none; }
    .legend li { display: flex; align-items: center; gap: var(--step-2); }
    .legend svg { width: 1rem; height: 1rem; flex: none; }
    .share-0, .share-1, .share-2 { stroke: var(--ink); stroke-width: 1; }
    .share-0 { fill: var(--ink-soft); } .share-1 { fill: var(--line); } .share-2 { fill: #fff; }
    .chart .share-0-value { fill: #fff; font-weight: 600; }
    .chart .share-1-value, .chart .share-2-value { font-weight: 600; }
    a.detail { font-size: var(--type-small); }
    .signing { display: none; }
    .report-sheet, .report-signing { display: grid; gap: var(--step-4);
      grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
    .report-head { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--step-4); text-align: center; }
    .report-head p { margin: 0; display: grid; align-content: start; }
    .report-room { padding-top: 22mm; }
    .report-signing > p { text-align: right; margin: 0; }
    .qr-sheet { display: grid; gap: var(--step-4); grid-template-columns: minmax(0, 1fr); }
    .qr-part { background: var(--surface); border: 1px dashed var(--line-strong);
      padding: var(--step-4); display: grid; gap: var(--step-2); align-content: start; }
    .qr-part h2, .qr-part p { margin: 0; }
    .rating { display: contents; }
    .slip .rating svg { width: 26mm; height: 26mm; }
    .digest { overflow-wrap: anywhere; }
    .qr-link { overflow-wrap: anywhere; font-size: var(--type-small); }
    .qr-lines { min-height: 3rem; border-bottom: 1px dotted var(--line-strong); }
    .ratings .box { min-height: 2.75rem; align-items: center; flex-basis: 100%; }
    @media (min-width: 60rem) {
      .qr-sheet:is(.per-4, .per-8) { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    }
    .map { background: var(--canvas); border: 1px solid var(--line); }
    .chart .map text { font-size: 13px; paint-order: stroke; stroke: var(--canvas);
      stroke-width: 3px; }
    .point-good { fill: var(--good); } .point-attention { fill: var(--attention); }
    .point-neutral { fill: var(--ink-soft); }
    .point-missing { fill: var(--canvas); stroke: var(--missing); stroke-width: 2.5;
      stroke-dasharray: 4 2; }
    .map a:hover { opacity: 0.7; }
    """

  /// Paper: A4, black on white, nothing to press, headings stay with their tables.
  static let print = """
    @media print {
      @page { size: A4; margin: 14mm; }
      :root { --canvas: #fff; --type-body: 10pt; --type-small: 8.5pt; --type-heading: 12pt;
        --type-title: 15pt; --type-figure: 17pt; --ink-soft: #333; }
      html { font-size: 10pt; }
      .skip, header.top nav, .tools, .actions, .filters, .pager, .period form, .period-presets,
      .contents, button { display: none; }
      header.top { background: none; color: #000; border-bottom: 1px solid #000; padding: 0 0 2mm; }
      main, footer { max-width: none; padding: 3mm 0 0; gap: 4mm; }
      .panel, .figure, .coverage { border-color: #888; padding: 2mm 3mm; }
      .figures { grid-template-columns: repeat(4, minmax(0, 1fr)); }
      .columns { grid-template-columns: minmax(0, 1fr); gap: 4mm; }
      .table-scroll { overflow: visible; }
      th, td { padding: 1mm 1.5mm; }
      tbody th { min-width: 0; }
      td .nowrap { white-space: normal; }
      thead { display: table-header-group; }
      tr, .figure, .conflict, .coverage-list li, .chart { break-inside: avoid; }
      h1, h2, h3, caption { break-after: avoid; }
      a { color: inherit; text-decoration: none; }
      .chart .bar { fill: #333; }
      @page report { size: A4; margin: 11mm 12mm 14mm;
        @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
      main:has(.team-sheet) { page: report; padding: 0; }
      body:has(.team-sheet) :is(header.top, footer) { display: none; }
      .signing { display: grid; gap: 4mm; }
      /* A grid that goes over pages is drawn over itself. */
      .report-sheet { display: block; border: none; padding: 0; }
      .report-sheet > * { margin: 0 0 3mm; }
      .report-sheet tfoot { display: table-row-group; }
      .report-signing { break-inside: avoid; }
      @page sheets { size: A4; margin: 10mm; }
      main:has(.qr-sheet) { page: sheets; padding: 0; display: block; }
      body:has(.qr-sheet) :is(header.top, footer, .heading) { display: none; }
      .qr-sheet { gap: 0; }
      .qr-sheet ~ .qr-sheet { break-before: page; }
      .qr-sheet:is(.per-4, .per-8) { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .qr-part { height: 276mm; padding: 5mm; break-inside: avoid; overflow: hidden; }
      .per-2 .qr-part, .per-4 .qr-part { height: 138mm; }
      .per-8 .qr-part { height: 69mm; padding: 2mm 3mm; gap: 1mm; font-size: 8pt; }
      .per-1 .qr svg { width: 100mm; height: 100mm; }
      .per-2 .qr svg, .per-4 .qr svg { width: 45mm; height: 45mm; }
      .per-8 .qr { display: grid; grid-template-columns: auto 1fr; gap: 2mm; align-items: center; }
      .per-8 .qr svg { width: 30mm; height: 30mm; }
      .per-8 h2 { font-size: 9pt; }
      .per-1 .qr-lines { min-height: 70mm; }
      .per-2 .qr-lines, .per-4 .qr-lines { min-height: 26mm; }
      .per-1 .qr-part { font-size: 14pt; }
      main:has(.team-sheet) .columns { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      details > *:not(summary) { display: block; }
      /* LUYEN TAP / PRACTICE, with its marks, above every sheet; and once within what is printed. */
      @page practice { size: A4; margin: 14mm; @top-center {
        content: "LUY\\1EC6N T\\1EACP / PRACTICE"; font: 700 11pt sans-serif; } }
      @page practice-slip { size: A5; margin: 12mm 10mm 10mm; @top-center {
        content: "LUY\\1EC6N T\\1EACP / PRACTICE"; font: 700 11pt sans-serif; } }
      .practice body { border: none; min-height: 0; page: practice; }
      .practice main:has(.slip) { page: practice-slip; }
      .practice .banner { display: none; }
      .practice main::before { content: attr(data-practice); font-weight: 700; padding: 1mm 2mm;
        border: 2px dashed #000; }
    }
    @media (prefers-reduced-motion: reduce) { * { transition: none; } }
    """
}
