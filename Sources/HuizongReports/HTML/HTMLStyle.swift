/// The looks of the page.
///
/// What a mark means never hangs on colour alone: an error has a solid frame and `!`, a query a
/// dashed one and `?`, an explained query a thin one and `✓`, a hint a dotted one. Outlines rather
/// than borders, as they neither move the table nor get lost where cells meet.
enum HTMLStyle {
  static let sheet: StaticString = """

    :root { --sans: system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif;
      --serif: SimSun, 宋体, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif;
      --ink: #1f2328; --soft: #626a73; --line: #9aa1a9; --pale: #e3e6e9; --link: #1d4f91;
      --error: #b01e16; --error-back: #f6cfca; --query: #8a5300; --query-back: #ffedc2;
      --explained: #41663a; --explained-back: #e9f3e4; --hint: #4a6a92; --hint-back: #f1f5fa; }
    * { box-sizing: border-box; }
    html { color: var(--ink); background: #fff; font: 15px/1.55 var(--sans); }
    body { max-width: 84rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
    h1, h2, h3, p, ol, ul, dl, dd { margin: 0; padding: 0; }
    h1 { font-size: 1.6rem; font-weight: 600; }
    h2 { font-size: 1.2rem; font-weight: 600; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, .sheet:focus-visible { outline: 3px solid #5b8fd6; outline-offset: 1px; }
    bdi, p, li, td, th { overflow-wrap: anywhere; }
    .form, .path, .help, .note { color: var(--soft); }
    .path { font-size: .85rem; }

    .figures { display: flex; flex-wrap: wrap; margin: 1rem 0; border: 1px solid var(--line);
      border-width: 1px 0; }
    .figures div { flex: 1 0 5.5rem; padding: .5rem .75rem .5rem 0; }
    .figures dt { color: var(--soft); font-size: .85rem; }
    .figures dd { font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
    .figures .rejected dd, .figures .error dd { color: var(--error); }
    .figures .needs-explanation dd, .figures .query dd { color: var(--query); }
    .figures .accepted dd, .figures .explained dd { color: var(--explained); }
    .figures .hint dd { color: var(--hint); }
    .figures .none dd { color: var(--line); }
    .legend { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; list-style: none;
      font-size: .85rem; }
    .sample { display: inline-block; position: relative; min-width: 3rem; margin-right: .5rem;
      padding: 0 .3rem; text-align: right; font-family: var(--serif); }
    .note { margin-top: .75rem; padding-left: .75rem; border-left: 3px solid var(--line); }

    nav, section.left-out { margin-top: 2rem; }
    section.left-out ul { list-style: none; }
    section.left-out li { padding: .5rem 0; border-bottom: 1px solid var(--pale); }
    .contents { width: 100%; margin-top: .5rem; border-collapse: collapse; table-layout: fixed; }
    .contents th:first-child { width: 32%; }
    .contents th:nth-child(2) { width: 9.5rem; }
    .contents th.count { width: 6rem; }
    .contents th { color: var(--soft); font-size: .85rem; font-weight: 400; text-align: left; }
    .contents th, .contents td { padding: .35rem .6rem .35rem 0; vertical-align: baseline;
      border-bottom: 1px solid var(--pale); }
    .contents .count { padding-right: 1.2rem; text-align: right;
      font-variant-numeric: tabular-nums; }
    .status { display: inline-block; padding: 0 .5rem; border: 1px solid; border-radius: 2px;
      font-size: .85rem; font-weight: 400; white-space: nowrap; color: var(--soft); }
    .status.accepted { color: var(--explained); }
    .status.needs-explanation { color: var(--query); border-style: dashed; }
    .status.rejected { color: #fff; background: var(--error); border-color: var(--error); }

    article { margin-top: 2.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
    article h2 .status { margin-left: .75rem; vertical-align: .1em; }
    .advice { margin-top: .25rem; }

    .sheet { margin: 1rem 0; overflow-x: auto; font-family: var(--serif); }
    .sheet table { width: 100%; min-width: 66rem; table-layout: fixed; border-spacing: 0;
      font-size: .85rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
    .sheet.ledger table { min-width: 0; table-layout: auto; }
    .sheet.ledger td { text-align: left; padding: .28rem .5rem; }
    .sheet.ledger td.text { min-width: 14rem; }
    .sheet.ledger td.number { text-align: right; }
    .sheet.ledger td.date { white-space: nowrap; }
    .sheet.ledger .letters td { text-align: center; }
    .sheet col.number { width: 2.2rem; }
    .sheet col.product { width: 14.2%; }
    .sheet col.money { width: 8.8%; }
    .sheet caption { padding-bottom: .4rem; }
    .sheet caption strong { display: block; margin-bottom: .4rem; font-size: 1.15rem; }
    .sheet .entries { display: flex; justify-content: space-between; gap: 1rem; }
    .sheet .entry { position: relative; max-width: 60%; padding: 0 .9rem; text-align: left; }
    .sheet td, .sheet th { position: relative; padding: .28rem .25rem; background: #fff;
      border: solid var(--line); border-width: 0 1px 1px 0; text-align: right; }
    .sheet th { font-weight: 400; text-align: center; white-space: pre-line; }
    .sheet thead th { background: #f4f5f6; }
    .sheet thead tr:nth-child(2) th { border-top-width: 1px; }
    .sheet tbody th { position: sticky; left: 0; z-index: 1; text-align: left; }
    .sheet .total td, .sheet .total th { font-weight: 600; }
    .sheet .letters td, .sheet td.number { padding-left: 0; border: 0; background: none;
      color: var(--soft); font: .7rem var(--sans); text-align: center; }
    .sheet td.number { padding-right: .4rem; border-right: 1px solid var(--line);
      text-align: right; vertical-align: middle; }
    .sheet .concerned { background: #e6e9ed !important; font-weight: 600; }
    .sheet td.nothing { color: var(--soft); text-align: center;
      background: repeating-linear-gradient(135deg, #fff 0 5px, #eceef0 5px 6px); }
    .sheet td.found { text-align: left;
      font-family: var(--sans); font-size: .75rem; }
    .sheet td.found, .sheet tbody th:is(.error, .query, .explained) { padding-left: .8rem; }
    .sheet tbody tr:hover td, .sheet tbody tr:hover th { background-color: #f2f5f8; }

    .sheet .error, .sample.error { outline: 2px solid var(--error); outline-offset: -2px; }
    .sheet .query, .sample.query { outline: 2px dashed var(--query); outline-offset: -2px; }
    .sheet .explained, .sample.explained { outline: 1px solid var(--explained);
      outline-offset: -2px; }
    .sheet .hint, .sample.hint { outline: 1px dotted var(--hint); outline-offset: -2px; }
    .sheet .error, .sample.error { background: var(--error-back) !important; }
    .sheet .query, .sample.query { background: var(--query-back) !important; }
    .sheet .explained, .sample.explained { background: var(--explained-back) !important; }
    .sheet .hint, .sample.hint { background: var(--hint-back) !important; }
    .sheet .error::before, .sample.error::before { content: "!"; color: var(--error); }
    .sheet .query::before, .sample.query::before { content: "?"; color: var(--query); }
    .sheet .explained::before, .sample.explained::before { content: "✓";
      color: var(--explained); }
    .sheet .error::before, .sheet .query::before, .sheet .explained::before, .sample::before {
      position: absolute; top: .15rem; left: .3rem; font: 700 .72rem/1 var(--sans); }
    .sheet a { display: block; color: inherit; text-decoration: none; }
    .sheet :target { box-shadow: inset 0 0 0 4px #5b8fd6; }

    .sheet a:hover::after, .sheet a:focus::after { content: attr(data-tip); position: fixed;
      z-index: 9; left: 0; right: 0; bottom: 0; padding: .75rem 1.25rem; color: #fff;
      background: #2b3138; font: .95rem/1.5 var(--sans); text-align: left;
      white-space: pre-line; overflow-wrap: anywhere; }

    .findings { list-style: none; }
    .findings li { display: grid; grid-template-columns: 3.6rem 2.6rem 4.8rem 1fr;
      padding: .5rem .5rem; border-left: 4px solid; border-bottom: 1px solid var(--pale); }
    .findings .error { border-left-color: var(--error); }
    .findings .query { border-left: 4px dashed var(--query); }
    .findings .explained { border-left: 4px double var(--explained); }
    .findings .hint { border-left: 4px dotted var(--hint); }
    .findings .error .level { color: var(--error); }
    .findings .query .level { color: var(--query); }
    .findings .explained .level { color: var(--explained); }
    .findings .hint .level { color: var(--hint); }
    .findings .code { color: var(--soft); }
    .findings .cells > * { margin-right: .35rem; }
    .findings .cells span { display: block; }
    .explanation { white-space: pre-line; padding-left: .75rem; border-left: 2px solid var(--pale); }
    .findings :target, .findings li:target { background: #e8f0fb; }

    .sheet del { display: block; color: var(--soft); font-size: .78rem; line-height: 1.1; }
    .sheet ins { font-weight: 700; text-decoration: none; }
    .sheet td:has(ins) { background-color: #dbe7f5; }
    del { color: var(--soft); text-decoration: line-through 1px var(--line); }
    ins { font-weight: 700; text-decoration: none; }
    .fate { padding: 0 .35rem; border: 1px solid; border-radius: 2px; font-size: .8rem;
      white-space: nowrap; }
    .findings .closed { border-left: 4px solid var(--pale); color: var(--soft); }
    article h3 { margin-top: 1.25rem; font-size: 1rem; font-weight: 600; }
    .changes { width: 100%; margin-top: .35rem; border-collapse: collapse; }
    .changes th { color: var(--soft); font-size: .85rem; font-weight: 400; }
    .changes th, .changes td { padding: .3rem .8rem .3rem 0; text-align: left;
      vertical-align: baseline; border-bottom: 1px solid var(--pale); }
    .changes .count { text-align: right; font-variant-numeric: tabular-nums; }
    .changes td.count { white-space: nowrap; }

    @media (max-width: 42rem) {
      body { padding: 1rem .75rem 3rem; }
      .findings li { grid-template-columns: auto auto 1fr; gap: 0 .75rem; }
      .findings li > div { grid-column: 1 / -1; }
      .contents td:nth-child(n+3):nth-child(-n+6), .contents th:nth-child(n+3):nth-child(-n+6) {
        display: none; }
    }

    @page { size: A4 landscape; margin: 10mm 10mm 12mm;
      @bottom-right { content: counter(page) " / " counter(pages); color: #626a73;
        font: 8pt sans-serif; } }
    @media print {
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      a { color: inherit; text-decoration: none; }
      .sheet a::after { content: none !important; }
      article { margin-top: 0; border-top: 0; padding-top: 0; }
      nav ~ main article, article + article { break-before: page; }
      nav ~ main article.bare + article.bare { break-before: auto; margin-top: 1.5rem; }
      .figures { margin: .5rem 0; }
      .figures div { display: flex; gap: .5rem; align-items: baseline; padding: .15rem 0; }
      .figures dd { font-size: 1rem; font-weight: 600; }
      article > header { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: baseline; }
      .page + main article:first-child { margin-top: .6rem; }
      .sheet { overflow: visible; margin: .3rem 0; }
      .sheet caption strong { margin-bottom: .1rem; }
      .sheet table { min-width: 0; font-size: 8pt; }
      .sheet td, .sheet th { padding: .15rem .2rem; }
      .sheet tbody th { position: relative; }
      .sheet del { font-size: 7pt; line-height: 1; }
      .findings li, .sheet tr, .contents tr, .changes tr { break-inside: avoid; }
      h2, h3, article > header { break-after: avoid; }
    }

    """
}
