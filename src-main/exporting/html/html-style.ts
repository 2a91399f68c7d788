/**
 * The look of a page of the web: the colours of the application by the reader’s own light or dark, faces that the reader
 * has, and black on white for a printer. It asks nothing of the network.
 */
export const htmlStyle = `
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #25211c; --quiet: #635e57; --rule: #ddd9d2; --link: #1f5c96; --tint: #f4f2ed; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1c1a17; --ink: #e6e2da; --quiet: #aca69c; --rule: #38352f; --link: #8fbdec; --tint: #24221e; }
}
@media (prefers-contrast: more) {
  :root { --paper: #ffffff; --ink: #000000; --quiet: #333333; --rule: #767676; --link: #003f87; --tint: #f2f2f2; }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  :root { --paper: #000000; --ink: #ffffff; --quiet: #d0d0d0; --rule: #8c8c8c; --link: #a8d1ff; --tint: #1a1a1a; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  max-width: 38rem; margin: 0 auto; padding: 6vh 1.5rem 12vh; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.62 "Source Serif 4", "Source Serif Pro", Charter, "Iowan Old Style", "Palatino Linotype", "Noto Serif", Georgia, serif;
  overflow-wrap: break-word; hanging-punctuation: first; font-kerning: normal;
}
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
a:focus-visible { outline: 0.15rem solid var(--link); outline-offset: 0.15rem; border-radius: 0.15rem; }
:target { scroll-margin-top: 2rem; }
p { margin: 0; text-indent: 1.5em; hyphens: auto; }
p, h1, h2, h3, h4, h5, figcaption { unicode-bidi: plaintext; text-align: start; }
p.first, blockquote > p:first-child, li > p, td p, th p, aside p, figure p, .plain p, .book p, .colophon p, p.label { text-indent: 0; }
h1, h2, h3, h4, h5 { font-weight: 600; line-height: 1.22; hyphens: none; text-wrap: balance; }
h3 { font-size: 1.3rem; margin: 2.6rem 0 0.8rem; }
h4 { font-size: 1.12rem; font-style: italic; margin: 2rem 0 0.6rem; }
h5 { font-size: 1rem; font-variant: small-caps; letter-spacing: 0.03em; margin: 1.6rem 0 0.4rem; }
.book { margin-bottom: 4.5rem; text-align: center; }
.book img { max-width: min(100%, 20rem); max-height: 70vh; width: auto; height: auto; margin-bottom: 3rem; border-radius: 0.2rem; box-shadow: 0 0.1rem 0.3rem rgb(0 0 0 / 0.2), 0 0.5rem 2rem rgb(0 0 0 / 0.16); }
.book h1 { font-size: clamp(2rem, 7vw, 3rem); margin: 0; text-align: center; letter-spacing: -0.01em; }
.book p { text-align: center; }
.book .subtitle { margin-top: 0.7rem; color: var(--quiet); font-size: 1.25rem; font-style: italic; }
.book .author { margin-top: 1.8rem; font-size: 1.1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.contents { margin: 0 0 2rem; padding: 1.6rem 0; border-block: 1px solid var(--rule); }
.contents h2 { margin: 0 0 0.9rem; font-size: 1rem; font-weight: 400; color: var(--quiet); letter-spacing: 0.04em; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents ol ol { padding-inline-start: 1.4em; }
.contents li { padding-block: 0.2rem; unicode-bidi: plaintext; }
.contents a { color: inherit; text-decoration-color: transparent; }
.contents a:hover { color: var(--link); text-decoration-color: currentcolor; }
.section { padding-top: 5.5rem; }
.section > header { margin-bottom: 2.4rem; }
.section > header h2 { font-size: 1.9rem; margin: 0; letter-spacing: -0.005em; }
.part { text-align: center; }
.part > header h2, .part > header .label { text-align: center; }
p.label { margin-bottom: 0.5rem; color: var(--quiet); font-size: 0.95rem; letter-spacing: 0.04em; }
.plain { text-align: center; font-style: italic; }
.plain p, .plain blockquote p { text-align: center; }
blockquote { margin: 1.3em 0; padding-inline-start: 1.3em; border-inline-start: 0.15rem solid var(--rule); }
li > blockquote:first-child { margin-top: 0; }
.plain blockquote { border: 0; padding: 0; }
ul, ol { margin: 1em 0; padding-inline-start: 1.6em; }
li ul, li ol { margin: 0.2em 0; }
li::marker { color: var(--quiet); }
hr { border: 0; margin: 2.2em 0; text-align: center; color: var(--quiet); }
hr::before { content: "*\\2003*\\2003*"; }
.verse { margin: 1.4em 0; padding-inline-start: 1.5em; }
.stanza + .stanza { margin-top: 1em; }
p.line { text-indent: -1.5em; padding-inline-start: 1.5em; hyphens: none; }
pre { margin: 1.3em 0; padding: 0.9em 1.1em; overflow-x: auto; background: var(--tint); border-radius: 0.3rem; font-size: 0.84em; line-height: 1.5; }
code { font-family: "JetBrains Mono", ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.88em; hyphens: none; }
pre code { font-size: 1em; }
figure { margin: 2em 0; text-align: center; }
figure img { max-width: 100%; height: auto; border-radius: 0.2rem; }
figcaption { margin-top: 0.6em; color: var(--quiet); font-size: 0.9em; text-align: center; }
p.lost { color: var(--quiet); font-style: italic; text-align: center; }
table { width: 100%; margin: 1.6em 0; border-collapse: collapse; font-size: 0.92em; font-variant-numeric: tabular-nums; }
th, td { padding: 0.45em 0.7em; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
th { border-bottom-color: var(--quiet); font-weight: 600; }
.small-caps { font-variant: small-caps; letter-spacing: 0.02em; }
a.noteref { font-size: 0.72em; line-height: 0; vertical-align: 0.45em; padding-inline: 0.1em; text-decoration: none; font-variant-numeric: lining-nums; }
.notes { margin-top: 3rem; padding-top: 1.1rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: 0.88rem; line-height: 1.5; }
.notes aside + aside { margin-top: 0.45rem; }
.notes aside:target { color: var(--ink); background: var(--tint); }
a.backlink { text-decoration: none; font-variant-numeric: tabular-nums; }
.colophon { margin-top: 5.5rem; padding-top: 1.1rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: 0.88rem; }
@media print {
  @page { margin: 20mm 18mm; }
  :root { --paper: #ffffff; --ink: #000000; --quiet: #444444; --rule: #bbbbbb; --link: #000000; --tint: #ffffff; }
  body { max-width: none; padding: 0; font-size: 11pt; line-height: 1.42; orphans: 2; widows: 2; }
  .section { padding-top: 2.5rem; break-before: page; }
  .contents { break-before: page; border: 0; }
  p { text-align: justify; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, h5, header { break-after: avoid; }
  figure, tr, aside, .stanza { break-inside: avoid; }
  pre { white-space: pre-wrap; border: 1px solid var(--rule); }
}
`;
