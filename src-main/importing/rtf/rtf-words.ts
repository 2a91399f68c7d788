import type { Destination, RtfParagraph, RtfState } from './rtf-state';

/** Letters that have a control word. */
export const letterWords: Readonly<Record<string, string>> = {
  tab: '\t', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', emspace: '\u2003', enspace: '\u2002',
  zwj: '\u200d', zwnj: '\u200c', ltrmark: '\u200e', rtlmark: '\u200f',
};

/** Groups that are known; those with a star that are not are left out, as the format asks. */
export const destinations: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts', stylesheet: 'styles', revtbl: 'authors', info: 'info', title: 'title', author: 'author', footnote: 'footnote',
  annotation: 'comment', atnauthor: 'commentAuthor', listtext: 'listText', pntext: 'listText', fldinst: 'instruction', pict: 'picture',
  colortbl: 'skip', header: 'skip', headerl: 'skip', headerr: 'skip', headerf: 'skip', footer: 'skip', footerl: 'skip', footerr: 'skip',
  footerf: 'skip', listtable: 'skip', listoverridetable: 'skip', generator: 'skip', nonshppict: 'skip', object: 'skip', themedata: 'skip',
  datastore: 'skip', xe: 'skip', tc: 'skip', bkmkstart: 'skip', bkmkend: 'skip', atnid: 'skip', atndate: 'skip', atnref: 'skip', expandedcolortbl: 'skip',
};

/** Follows a control word that sets how letters look; whether it was one. */
export function setLook(state: RtfState, name: string, value: number | null): boolean {
  const isOn = value !== 0;
  switch (name) {
    case 'b': state.bold = isOn; return true;
    case 'i': state.italic = isOn; return true;
    case 'ul': case 'uld': case 'uldb': case 'ulw': state.underline = isOn; return true;
    case 'ulnone': state.underline = false; return true;
    case 'strike': case 'striked': state.strike = isOn; return true;
    case 'scaps': state.smallCaps = isOn; return true;
    case 'v': state.hidden = isOn; return true;
    case 'super': case 'sub': state.raised = isOn; return true;
    case 'nosupersub': state.raised = false; return true;
    case 'f': state.font = value ?? -1; return true;
    case 'uc': state.standIns = Math.min(20, Math.max(0, value ?? 1)); return true;
    case 'revised': state.change = isOn ? 'added' : null; return true;
    case 'deleted': state.change = isOn ? 'removed' : null; return true;
    case 'revauth': case 'revauthdel': state.changedBy = value ?? 0; return true;
    case 'plain':
      Object.assign(state, { bold: false, italic: false, underline: false, strike: false, smallCaps: false, hidden: false, raised: false, change: null });
      return true;
    default: return false;
  }
}

/** Follows a control word that sets a paragraph; whether it was one. */
export function setParagraph(paragraph: RtfParagraph, name: string, value: number | null): boolean {
  const number = value ?? 0;
  switch (name) {
    case 's': paragraph.style = number; return true;
    case 'outlinelevel': paragraph.outline = number; return true;
    case 'ls': paragraph.list = number; return true;
    case 'ilvl': paragraph.level = Math.min(8, Math.max(0, number)); return true;
    case 'li': paragraph.left = number; return true;
    case 'ri': paragraph.right = number; return true;
    case 'intbl': paragraph.inTable = true; return true;
    case 'pagebb': paragraph.breaksPage = true; return true;
    default: return false;
  }
}
