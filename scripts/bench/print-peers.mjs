/** Typst and Chromium set the same text on the same page: 6×9 inches, one face, justified, hyphenated. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDisplay } from '../display.mjs';
import { findElectron, root } from '../electron-runtime.mjs';
import { runProgram } from './measure.mjs';
import { chromiumSwitches, plainApplication } from './plain-electron.mjs';

const fonts = join(root, 'resources', 'fonts');

/** The blocks of a text that has headings of chapters and plain paragraphs, as the measured ones have. */
function blocksOf(file) {
  const text = readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, '');
  const blocks = text.split(/\n\s*\n/u).map((block) => block.trim()).filter((block) => block !== '');
  return blocks.map((block) => (block.startsWith('# ') ? { isTitle: true, text: block.slice(2) } : { isTitle: false, text: block }));
}

const typstHead = `#set page(width: 6in, height: 9in, margin: (inside: 0.875in, outside: 0.6in, top: 65pt, bottom: 50pt), numbering: "1")
#set text(font: "EB Garamond", size: 11.4pt, lang: "en", hyphenate: true)
#set par(justify: true, first-line-indent: 15pt, leading: 0.55em, spacing: 0.55em)
#show heading: it => { pagebreak(weak: true, to: "odd"); it }
#outline()
`;

const typstText = (text) => text.replace(/[\\#$*_\x60<>@~[\]=+\-/"']/gu, '\\$&').replace(/^(\d+)\./u, '$1\\.');

const typstSource = (blocks) =>
  typstHead + blocks.map(({ isTitle, text }) => (isTitle ? `= ${typstText(text)}` : typstText(text))).join('\n\n');

/** Typst, in a process of its own around the compiler from the package registry. */
export async function printWithTypst({ workspace, text, compiler }) {
  const [source, out, program] = ['typst-book.typ', 'typst-book.pdf', 'typst-book.mjs'].map((name) => workspace.path(name));
  writeFileSync(source, typstSource(blocksOf(text.file)));
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs';
     import typst from ${JSON.stringify(pathToFileURL(compiler).href)};
     const compiler = typst.NodeCompiler.create({ workspace: ${JSON.stringify(workspace.folder)}, fontArgs: [{ fontPaths: [${JSON.stringify(fonts)}] }] });
     writeFileSync(${JSON.stringify(out)}, compiler.pdf({ mainFilePath: ${JSON.stringify(source)} }));`,
  );
  return runProgram(process.execPath, [program]);
}

const face = (file, style) => `@font-face{font-family:Book;font-style:${style};src:url('${pathToFileURL(join(fonts, file)).href}')}`;
const htmlText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const htmlSource = (blocks) => `<!doctype html><html lang="en"><meta charset="utf-8"><style>
${face('EBGaramond-Regular.ttf', 'normal')}${face('EBGaramond-Italic.ttf', 'italic')}
@page{size:6in 9in;margin:65pt 0.6in 50pt 0.875in}
body{font:11.4pt/14.8pt Book;text-align:justify;hyphens:auto;margin:0}p{margin:0;text-indent:15pt}h1{break-before:page}
</style>${blocks.map(({ isTitle, text }) => (isTitle ? `<h1>${htmlText(text)}</h1>` : `<p>${htmlText(text)}</p>`)).join('\n')}`;

const printScript = (page, out) => `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadFile(${JSON.stringify(page)});
  require('node:fs').writeFileSync(${JSON.stringify(out)}, await window.webContents.printToPDF({ preferCSSPageSize: true }));
  app.exit();
}).catch((cause) => { console.error(cause.message); app.exit(1); });`;

/** Chromium's print to PDF, in Longhand's own runtime; its memory is that of all its processes. */
export async function printWithChromium({ workspace, text }) {
  const [page, out] = [workspace.path('book.html'), workspace.path('chromium.pdf')];
  writeFileSync(page, htmlSource(blocksOf(text.file)));
  const application = plainApplication({ workspace, runtime: await findElectron(), name: 'print', script: printScript(page, out) });
  const display = await openDisplay();
  const env = { ...process.env, ...(display.name ? { DISPLAY: display.name } : {}) };
  try {
    return await runProgram(application.executable, [...chromiumSwitches, ...application.args], { env });
  } finally {
    display.stop();
    application.remove();
  }
}
