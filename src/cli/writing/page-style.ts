/**
 * What a report looks like: on a screen, light or dark, from 320 pixels upwards, and on paper. Colours keep a contrast of at least
 * 4.5 to what they stand on.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --wash: #eef3f6; --ink: #14232f; --soft: #4c5d69; --rule: #cdd8df; --link: #155d8f;
  --water: #2d83bd; --deep: #24506e; --high: #b04a33; --medium: #8c6414; --low: #2f7558;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #101820; --wash: #18232d; --ink: #e8eef2; --soft: #a9b9c4; --rule: #33434f; --link: #86c5f0; --deep: #7fb2d6; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 68rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, table { margin: 0; padding: 0; }
h1, h2, .title { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif; font-weight: 600; text-wrap: balance; }
h1 { font-size: clamp(1.8rem, 1.2rem + 2.4vw, 2.7rem); line-height: 1.15; letter-spacing: -0.01em; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 3rem 0 1rem; }
h4 { font-size: 0.8rem; letter-spacing: 0.06em; text-transform: uppercase; color: var(--soft); margin: 1.5rem 0 0.5rem; }
ul, ol { list-style: none; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--water); outline-offset: 3px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.25rem 0.5rem; background: var(--paper); }
.by { color: var(--soft); margin-top: 0.35rem; }

.marks { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.25rem, 1fr)); row-gap: 1.75rem; margin: 2.25rem 0 1.75rem; }
.marks > div { position: relative; padding: 1.4rem 0.75rem 0 0; border-top: 3px solid var(--deep); }
.marks > div::before {
  content: ""; position: absolute; top: calc(-0.55rem - 1.5px); left: 0; width: 1.1rem; height: 1.1rem; border: 3px solid var(--deep);
  border-radius: 50%; background: linear-gradient(var(--deep), var(--deep)) center / 100% 3px no-repeat var(--paper);
}
.marks dt { font-weight: 600; }
.marks dd { color: var(--soft); font-size: 0.9rem; }
.marks .count { color: var(--ink); font: 600 clamp(2.4rem, 1.6rem + 3vw, 3.6rem)/1 "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; font-variant-numeric: lining-nums tabular-nums; margin: 0.1rem 0 0.3rem; }
.conclusion { max-width: 46rem; }
.conclusion li { padding-left: 1.1rem; position: relative; }
.conclusion li::before { content: ""; position: absolute; left: 0; top: 0.75em; width: 0.6rem; border-top: 2px solid var(--water); }
.conclusion li + li { margin-top: 0.25rem; }

.numbers { display: grid; grid-template-columns: minmax(0, 20rem) minmax(0, 1fr); gap: 2rem 3rem; align-items: start; }
figure svg { display: block; width: 100%; max-width: 20rem; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.4rem; }
table + table { margin-top: 2rem; }
th { overflow-wrap: normal; text-align: left; font-weight: 600; font-size: 0.8rem; color: var(--soft); vertical-align: bottom; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--rule); }
td { vertical-align: top; }
.n { text-align: right; font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
th.n:last-child, td.n:last-child { padding-right: 0; }
.why { color: var(--soft); }

.line { display: inline-grid; grid-auto-flow: column; grid-auto-columns: 1fr; align-items: center; width: 5.5rem; height: 0.9rem; }
.line i { position: relative; height: 3px; background: var(--rule); }
.line .below, .line .here { background: var(--water); }
.line .possible { background: repeating-linear-gradient(90deg, var(--water) 0 3px, transparent 3px 6px); }
.line .here::after {
  content: ""; position: absolute; right: 0; top: 50%; width: 0.8rem; height: 0.8rem; transform: translateY(-50%);
  border: 3px solid var(--water); border-radius: 50%; background: linear-gradient(var(--water), var(--water)) center / 100% 2px no-repeat var(--paper);
}
.standing { display: inline-flex; vertical-align: top; align-items: center; gap: 0.6rem; white-space: nowrap; }

.app { border-top: 1px solid var(--rule); }
.app:last-child { border-bottom: 1px solid var(--rule); }
.app > summary { position: relative; display: flex; flex-wrap: wrap; align-items: center; gap: 0.15rem 1rem; padding: 0.9rem 1.75rem 0.9rem 0; cursor: pointer; list-style: none; }
.app > summary::-webkit-details-marker { display: none; }
.app > summary::after { content: "+"; position: absolute; right: 0; top: 1rem; color: var(--soft); width: 1ch; text-align: center; }
.app[open] > summary::after { content: "–"; }
.app .title { font-size: 1.3rem; line-height: 1.3; flex: 1 1 12rem; min-width: 0; }
.rank { color: var(--soft); font-variant-numeric: lining-nums tabular-nums; min-width: 1.6rem; }
.points { font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
.body { display: grid; grid-template-columns: minmax(0, 18rem) minmax(0, 1fr); gap: 1.5rem 3rem; padding: 0.5rem 0 2.5rem; scroll-margin-top: 4.5rem; }
.body.plain { grid-template-columns: minmax(0, 1fr); }
.body figure { position: sticky; top: 1rem; align-self: start; }
.lead { max-width: 46rem; }
.about { display: flex; flex-wrap: wrap; gap: 0.35rem 1.75rem; margin-top: 0.75rem; font-size: 0.9rem; }
.about dt { display: inline; color: var(--soft); }
.about dt::after { content: " "; }
.about dd { display: inline; }
.findings > li { border-left: 4px solid var(--rule); padding: 0.1rem 0 0.1rem 1rem; max-width: 46rem; }
.findings > li + li, .questions > li + li { margin-top: 1rem; }
.findings > .high { border-color: var(--high); }
.findings > .medium { border-color: var(--medium); }
.findings > .low { border-color: var(--low); }
.badge { display: inline-block; margin-left: 0.5rem; padding: 0 0.5rem; border-radius: 1rem; color: #ffffff; background: var(--medium); font-size: 0.75rem; line-height: 1.35rem; vertical-align: 0.1em; }
.high .badge { background: var(--high); }
.low .badge { background: var(--low); }
.seen, .stakes, .place { color: var(--soft); font-size: 0.92rem; }
.seen { margin-top: 0.2rem; }
.place { white-space: nowrap; }
.advice { margin-top: 0.3rem; padding-left: 1.4rem; position: relative; }
.advice::before { content: "→"; position: absolute; left: 0; color: var(--link); }
.changes li { padding-left: 1.4rem; position: relative; max-width: 46rem; }
.changes li::before { content: "↗"; position: absolute; left: 0; color: var(--link); }
.where { margin-top: 0.3rem; font-size: 0.85rem; color: var(--soft); }
.where summary { cursor: pointer; width: max-content; max-width: 100%; }
code { font: 0.92em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.where code { display: block; }
footer { margin-top: 3rem; color: var(--soft); font-size: 0.9rem; }

@media (max-width: 44rem) {
  body { padding-top: 1.5rem; }
  .marks dt { font-size: 0.76rem; hyphens: auto; }
  .marks > div { padding-right: 0.25rem; }
  .numbers, .body { grid-template-columns: minmax(0, 1fr); }
  .body figure { position: static; max-width: 18rem; }
  .wide { display: none; }
  .line { width: 3.75rem; }
  .ranking .standing b { display: none; }
}

@media print {
  :root { color-scheme: light; --paper: #ffffff; --wash: #eef3f6; --ink: #14232f; --soft: #4c5d69; --rule: #cdd8df; --link: #14232f; --deep: #24506e; }
  @page { size: A4; margin: 16mm 15mm 18mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 9.5pt; }
  th, td { padding-block: 0.25rem; }
  body { max-width: none; padding: 0; }
  .skip, .where, .app > summary::after { display: none; }
  a { text-decoration: none; }
  h2 { margin-top: 2rem; }
  h2, h3, h4, summary, caption { break-after: avoid; }
  li, tr, figure, .marks, .about { break-inside: avoid; }
  thead { display: table-header-group; }
  .apps { break-before: page; }
  .numbers { grid-template-columns: 60mm minmax(0, 1fr); gap: 0 10mm; }
  .app > summary { padding-right: 0; }
  .body { grid-template-columns: 52mm minmax(0, 1fr); gap: 0 8mm; padding-bottom: 8mm; }
  .body figure { position: static; }
  .app::details-content { content-visibility: visible; display: block; block-size: auto; }
}
`;
