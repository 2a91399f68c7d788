/** The look of an e-book. Sizes are relative and no face is named: the reader's own settings rule. */
export const epubStyle = `body { margin: 5% 6%; line-height: 1.45; text-align: justify; hyphens: auto; widows: 2; orphans: 2; }
p { margin: 0; text-indent: 1.4em; }
p.first, blockquote > p:first-child, li > p:first-child, td p, th p, .notes p, figure p { text-indent: 0; }
header { margin: 12% 0 8%; text-align: center; page-break-after: avoid; break-after: avoid; }
h1, h2, h3, h4 { font-weight: normal; line-height: 1.2; text-align: center; hyphens: none; page-break-after: avoid; break-after: avoid; }
h1 { font-size: 1.7em; margin: 0; }
h2 { font-size: 1.25em; margin: 2em 0 0.8em; }
h3 { font-size: 1.1em; font-style: italic; margin: 1.6em 0 0.6em; }
h4 { font-size: 1em; font-variant: small-caps; margin: 1.4em 0 0.5em; }
p.label { font-size: 0.9em; letter-spacing: 0.12em; text-indent: 0; text-align: center; text-transform: uppercase; margin-bottom: 0.9em; }
blockquote { margin: 1em 1.6em; }
ul, ol { margin: 0.8em 0; padding-inline-start: 1.8em; }
li > p { text-indent: 0; }
hr.scene-break { border: 0; height: auto; margin: 1.4em 0; text-align: center; overflow: visible; }
hr.scene-break::before { content: "*\\2003*\\2003*"; }
.verse { margin: 1em 1.6em; }
.stanza + .stanza { margin-top: 0.9em; }
p.line { text-indent: -1.6em; padding-inline-start: 1.6em; text-align: start; hyphens: none; }
pre { margin: 1em 0; font-size: 0.85em; text-align: start; white-space: pre-wrap; hyphens: none; }
code { hyphens: none; }
figure { margin: 1.4em 0; text-align: center; page-break-inside: avoid; break-inside: avoid; }
figure img { max-width: 100%; height: auto; }
figcaption { font-size: 0.9em; font-style: italic; margin-top: 0.5em; }
table { border-collapse: collapse; margin: 1.2em auto; font-size: 0.92em; text-align: start; hyphens: none; }
th, td { padding: 0.3em 0.7em; border-bottom: 0.05em solid; vertical-align: top; text-align: start; }
.small-caps { font-variant: small-caps; }
a.noteref { font-size: 0.75em; vertical-align: super; line-height: 0; text-decoration: none; }
.notes { margin-top: 3em; border-top: 0.05em solid; padding-top: 1em; font-size: 0.88em; }
a.backlink { text-decoration: none; }
.plain { margin-top: 20%; text-align: center; }
.plain p { text-indent: 0; }
.title { margin-top: 22%; text-align: center; }
.title p { text-indent: 0; }
.title h1 { font-size: 2.2em; }
.title .subtitle { font-style: italic; font-size: 1.15em; margin-top: 0.8em; }
.title .author { margin-top: 3.5em; font-size: 1.15em; }
.cover { margin: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 100%; }
nav ol { list-style: none; padding-inline-start: 0; }
nav ol ol { padding-inline-start: 1.4em; }
nav li { margin: 0.4em 0; text-align: start; }
nav a { text-decoration: none; }
`;
