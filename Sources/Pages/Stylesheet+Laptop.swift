extension Stylesheet {
  /// What the laptop's pages have beside: the line of its state, large ways to go, forms that are
  /// kept while they are filled in.
  static let laptop = """
    .state { flex: 1 1 20rem; display: flex; flex-wrap: wrap;
      gap: var(--step-1) var(--step-5); font-size: var(--type-small); }
    .state a { color: inherit; }
    .message ul { padding-left: var(--step-5); }
    .question + .question { margin-top: var(--step-3); }
    .question > p + p, .question > ul + p { padding-left: 1.5rem; }
    .message > .row-actions { margin-top: var(--step-3); }
    #sending, #carrying { display: grid; gap: var(--step-4); }
    /* Its tables stand below each other, and are of one width. */
    #sending table { max-width: 48rem; }
    .big-actions { display: flex; flex-wrap: wrap; align-items: center; gap: var(--step-3); }
    .big-actions .button, .big-actions button { font-size: var(--type-heading);
      padding: var(--step-3) var(--step-5); }
    .search { display: grid; gap: var(--step-1); max-width: 44rem; }
    .search-row { display: flex; gap: var(--step-2); }
    .search-row input { flex: 1; font-size: var(--type-heading); }
    .report { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 24rem; overflow-y: auto;
      margin: 0; padding: var(--step-3); border: 1px solid var(--line-strong);
      border-radius: var(--radius); font-size: var(--type-small); }
    ol.steps { display: grid; gap: var(--step-2); padding-left: var(--step-5); max-width: 75ch; }
    ul.cards { list-style: none; display: grid; gap: var(--step-4);
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
    ul.names { list-style: none; display: flex; flex-wrap: wrap; gap: var(--step-2); }
    ul.names [aria-current] { background: var(--accent); color: #fff; }
    ol.groups { display: grid; gap: var(--step-1); padding-left: var(--step-6); }
    :is(ol.groups, #meeting .facts) code { font-size: var(--type-heading); letter-spacing: 0.08em; }
    #meeting:has(#ended) ~ .while-running { display: none; }
    ul.plain { list-style: none; display: grid; gap: var(--step-2); }
    ul.plain li { display: flex; flex-wrap: wrap; align-items: baseline;
      gap: var(--step-1) var(--step-3); }
    .detail { color: var(--ink-soft); font-size: var(--type-small); }
    .subject { font-size: var(--type-heading); display: flex; flex-wrap: wrap;
      gap: 0 var(--step-3); align-items: baseline; }
    .facts { display: grid; gap: var(--step-1) var(--step-4);
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
    /* One column for all labels: a long one has several lines, and pushes no value aside. */
    .facts div { display: grid; gap: var(--step-2); grid-template-columns: 9.5rem minmax(0, 1fr); }
    .facts dt { color: var(--ink-soft); }
    .facts dd { overflow-wrap: anywhere; }
    .form.wide { max-width: none; position: relative; }
    .form button.first { position: absolute; left: -99rem; }
    .field-grid { display: grid; gap: var(--step-3) var(--step-4); align-items: start;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
    .field-pair { display: grid; gap: var(--step-3) var(--step-4); align-items: start;
      grid-column: 1 / -1; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
    .notice { display: grid; gap: var(--step-2); }
    .field-grid .field-hint { order: 3; }
    .field-grid .field-error { order: 4; }
    fieldset { border: 1px solid var(--line-strong); border-radius: var(--radius);
      padding: var(--step-3) var(--step-4); margin: 0; min-width: 0; }
    legend { font-weight: 650; padding: 0 var(--step-2); }
    fieldset.assist { background: var(--surface); display: grid; gap: var(--step-3); }
    fieldset.assist > button { justify-self: start; }
    .service { display: grid; gap: var(--step-1); justify-items: start; }
    .service > .field { justify-self: stretch; }
    .proposals { display: flex; flex-wrap: wrap; gap: var(--step-1); }
    .service button { text-align: left; font-size: var(--type-small); font-weight: 500;
      min-height: 2rem; padding: 0.2rem var(--step-2); }
    fieldset.boxes { display: flex; flex-wrap: wrap; gap: var(--step-1) var(--step-4); }
    .set { display: flex; gap: var(--step-2); }
    .set input { width: 5rem; }
    tr:has(.set) :is(th, td) { vertical-align: middle; }
    .desk-line { display: flex; flex-wrap: wrap; align-items: center;
      justify-content: space-between; gap: var(--step-2) var(--step-4); }
    .box { display: flex; align-items: center; gap: var(--step-2); font-weight: 400;
      min-height: 2rem; }
    .row-actions { align-items: baseline; }
    .row-actions, .form .actions { display: flex; flex-wrap: wrap; gap: var(--step-3); margin: 0; }
    .draft-state { color: var(--ink-soft); font-size: var(--type-small); min-height: 1.5em; }
    .slip { background: var(--surface); border: 1px solid var(--line-strong);
      width: min(100%, 148mm); padding: 8mm; display: grid; gap: var(--step-4); }
    .slip .facts { grid-template-columns: minmax(0, 1fr); }
    .slip .facts div { grid-template-columns: 11rem minmax(0, 1fr); }
    .slip ul { padding-left: var(--step-5); }
    .qr { display: flex; flex-wrap: wrap; align-items: center; gap: var(--step-2) var(--step-4); }
    .qr svg { flex: none; }
    .qr figcaption { flex: 1; min-width: 12rem; font-size: var(--type-small); }
    @media print {
      .qr { break-inside: avoid; }
      @page slip { size: A5; margin: 10mm; }
      .standing, .not-printed { display: none; }
      main:has(.slip) { page: slip; padding: 0; }
      body:has(.slip) :is(header.top, footer, .heading) { display: none; }
      .slip ~ .slip { break-before: page; }
      .slip { width: auto; border: none; padding: 0; font-size: 12pt; }
    }
    td button { white-space: nowrap; }
    .paper { background: var(--surface); border: 1px solid var(--ink); }
    .paper th, .paper td { border: 1px solid var(--ink); padding: var(--step-1) var(--step-2); }
    .paper .paper-head { border-width: 0 0 1px; font-weight: 400; color: var(--ink);
      padding: var(--step-2); }
    .paper-head strong { font-size: var(--type-heading); margin-right: var(--step-4); }
    .paper .code, .sheet-lines .code { white-space: nowrap; }
    .paper tbody td { height: 2.75rem; }
    .paper.sheet tbody td { min-width: 4.5rem; }
    .paper-note { white-space: pre-wrap; }
    .sheet-lines { grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); }
    @media print {
      @page paper { size: A4 landscape; margin: 10mm 10mm 14mm;
        @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
      main:has(.paper) { page: paper; padding: 0; }
      body:has(.paper) :is(header.top, footer, .heading) { display: none; }
      .paper tbody td { height: 11mm; }
      .paper.sheet tbody td { height: 9.5mm; }
      .paper.sheet td:nth-child(2), .paper.walk td:nth-child(5) { width: 18mm; }
      .paper.sheet td:nth-child(3) { width: 75mm; }
      .paper.sheet td:nth-child(4) { width: 22mm; }
      .paper.sheet td:nth-child(6), .paper.walk td:nth-child(7) { width: 26mm; }
      .paper.walk td:nth-child(6) { width: 30mm; }
      .paper.walk td:nth-child(8) { width: 50mm; }
      .paper.names td:nth-child(7) { width: 18mm; }
      .paper.names td:nth-child(8) { width: 45mm; }
    }
    details.discard { margin-top: var(--step-6); }
    details.discard summary { cursor: pointer; padding: var(--step-1) 0; width: fit-content; }
    details.dossier summary { cursor: pointer; font-weight: 600; padding: var(--step-1) 0; }
    """
}
