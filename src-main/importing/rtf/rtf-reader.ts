import type { DocumentNode } from '../../../src-shared/text/document';
import { keptAddress } from '../addresses';
import type { LossReport } from '../loss-report';
import type { LineRemark } from '../pieces';
import { joinRuns, somebody, type Segment } from '../tracked-line';
import { changeOf, decodeBytes, firstState, marksOf, plainParagraph, type RtfParagraph, type RtfState } from './rtf-state';
import { rtfTokens } from './rtf-tokens';
import { destinations, letterWords, setLook, setParagraph } from './rtf-words';

/** A note or remark that another file holds and the text only links to. */
export type LinkedNote = { readonly kind: 'footnote' | 'comment'; readonly content: readonly DocumentNode[]; readonly by: string };

/** A paragraph as the file has it. */
export type RtfLine = {
  readonly paragraph: RtfParagraph;
  readonly segments: readonly Segment[];
  readonly pictures: readonly Uint8Array[];
  readonly remarks: readonly LineRemark[];
  /** The sign of a list, “1.” or “•”. */
  readonly listText: string;
  /** It ends a cell or a row of a table. */
  readonly ends: 'paragraph' | 'cell' | 'row';
};

export type RtfDocument = { readonly lines: readonly RtfLine[]; readonly styles: ReadonlyMap<number, string>; readonly title: string; readonly author: string };

const mostPictureLetters = 42_000_000;

/** Reads RTF line by line. `linked` finds what a link of a writing program stands for. */
export function readRtfLines(text: string, report: LossReport, linked: (address: string) => LinkedNote | null = () => null): RtfDocument {
  const lines: RtfLine[] = [];
  const [fonts, styles, authors] = [new Map<number, number>(), new Map<number, string>(), [] as string[]];
  const said = { title: '', author: '', by: '', comment: '', instruction: '', listText: '', table: '' };
  const stack: RtfState[] = [];
  let state: RtfState = { ...firstState };
  let paragraph: RtfParagraph = { ...plainParagraph };
  let [segments, pictures, remarks]: [Segment[], Uint8Array[], LineRemark[]] = [[], [], []];
  let note: Segment[] | null = null;
  // What stands in a note or remark is set for itself, and not for the paragraph around it.
  let outer: RtfParagraph = { ...plainParagraph };
  let bytes: number[] = [];
  let [filePage, standIns, isStarred, styleNumber, hex, isPicture]: [number, number, boolean, number, string, boolean] = [1252, 0, false, 0, '', false];

  function flush(): void {
    if (bytes.length === 0) return;
    const letters = decodeBytes(bytes, fonts.get(state.font), filePage);
    bytes = [];
    write(letters);
  }

  function write(letters: string): void {
    switch (state.destination) {
      case 'body':
      case 'footnote': {
        if (state.hidden) {
          report.count('hidden');
          return;
        }
        if (state.raised && state.destination === 'body') report.count('raised');
        const marks = marksOf(state);
        const node: DocumentNode = marks.length === 0 ? { type: 'text', text: letters } : { type: 'text', text: letters, marks };
        add({ node, change: changeOf(state, authors, somebody), isMono: false }); return;
      }
      case 'title': said.title += letters; return;
      case 'author': said.author += letters; return;
      case 'comment': said.comment += letters; return;
      case 'commentAuthor': said.by += letters; return;
      case 'listText': said.listText += letters; return;
      case 'instruction': said.instruction += letters.slice(0, 5_000); return;
      case 'styles': case 'authors':
        said.table += letters;
        endEntries();
        return;
      case 'picture': if (hex.length < mostPictureLetters) hex += letters; return;
      default:
    }
  }

  function add(segment: Segment): void {
    if (state.destination === 'footnote') note?.push({ ...segment, change: null });
    else segments.push(segment);
  }

  /** Entries of the tables of styles and reviewers end with a semicolon. */
  function endEntries(): void {
    if (!said.table.includes(';')) return;
    const entry = said.table.replace(/;.*$/su, '').trim();
    said.table = '';
    if (state.destination === 'authors') authors.push(entry);
    else styles.set(styleNumber, entry.toLowerCase());
    styleNumber = 0;
  }

  function endLine(ends: RtfLine['ends']): void {
    flush();
    if (state.destination === 'footnote') return void note?.push({ node: { type: 'hardBreak' }, change: null, isMono: false });
    if (state.destination === 'comment') {
      said.comment += '\n';
      return;
    }
    if (state.destination !== 'body') return;
    lines.push({ paragraph: { ...paragraph }, segments, pictures, remarks, listText: said.listText.trim(), ends });
    [segments, pictures, remarks] = [[], [], []];
    said.listText = '';
    paragraph.breaksPage = false;
  }

  function enter(name: string): void {
    if (name === 'shppict') {
      isStarred = false; // holds the picture in the format that is kept
      return;
    }
    const to = destinations[name];
    const known = to ?? (isStarred ? 'skip' : undefined);
    isStarred = false;
    if (known === undefined || state.destination === 'skip') return;
    if (known === 'footnote' || known === 'comment') outer = { ...paragraph };
    if (known === 'footnote') note = [];
    if (known === 'comment') said.comment = '';
    if (known === 'commentAuthor') said.by = '';
    if (known === 'instruction') said.instruction = '';
    if (known === 'listText') said.listText = '';
    if (known === 'picture') [hex, isPicture] = ['', false];
    state.destination = known;
  }

  function leave(): void {
    flush();
    const ended = state;
    state = stack.pop() ?? { ...firstState, destination: 'skip' };
    if (ended.destination === state.destination) return;
    if (ended.destination === 'footnote' || ended.destination === 'comment') paragraph = { ...outer };
    if (ended.destination === 'footnote' && note !== null) {
      const content = joinRuns(trimNote(note.map(({ node }) => node)));
      note = null;
      add({ node: { type: 'footnote', content }, change: null, isMono: false });
    } else if (ended.destination === 'comment' && said.comment.trim() !== '') remarks.push({ kind: 'comment', by: said.by.trim() || somebody, why: said.comment.trim() });
    else if (ended.destination === 'instruction') follow(said.instruction);
    else if (ended.destination === 'picture' && isPicture) pictures.push(new Uint8Array(Buffer.from(hex.replace(/\s+/gu, ''), 'hex')));
    else if (ended.destination === 'picture') report.count('pictures');
  }

  function follow(instruction: string): void {
    const address = /^\s*HYPERLINK\s+"([^"]{0,4000})"/iu.exec(instruction)?.[1];
    if (address === undefined) return;
    const found = linked(address);
    if (found?.kind === 'footnote') segments.push({ node: { type: 'footnote', content: [...found.content] }, change: null, isMono: false });
    else if (found) remarks.push({ kind: 'comment', by: found.by, why: found.content.map(({ text: words }) => words ?? '\n').join('') });
    else {
      // The words of the link stand in the group beside this one.
      state.href = keptAddress(address);
      if (state.href === null && !address.startsWith('#')) report.count('links');
    }
  }

  function control(name: string, value: number | null): void {
    if (name === 'u') {
      flush();
      const code = (value ?? 0) < 0 ? (value ?? 0) + 65_536 : (value ?? 0);
      if (code > 0 && code <= 0xffff) write(String.fromCharCode(code));
      standIns = state.standIns;
    } else if (name === '*') isStarred = true;
    else if (isStarred || Object.hasOwn(destinations, name)) enter(name);
    else if (name === 'par' || name === 'sect') endLine('paragraph');
    else if (name === 'cell' || name === 'nestcell') endLine('cell');
    else if (name === 'row' || name === 'nestrow') endLine('row');
    else if (name === 'line') {
      flush();
      if (state.destination === 'body' || state.destination === 'footnote') add({ node: { type: 'hardBreak' }, change: null, isMono: false });
    } else if (name === 'page') paragraph.breaksPage = true;
    else if (name === 'pard') paragraph = { ...plainParagraph, breaksPage: paragraph.breaksPage };
    else if (name === 'ansicpg') filePage = value ?? 1252;
    else if (name === 'fcharset' && state.destination === 'fonts') fonts.set(state.font, value ?? 0);
    else if (name === 's' && state.destination === 'styles') styleNumber = value ?? 0;
    else if (name === 'pngblip' || name === 'jpegblip') isPicture = true;
    else if (Object.hasOwn(letterWords, name)) write(letterWords[name] ?? '');
    else if (!setLook(state, name, value) && state.destination !== 'styles') setParagraph(paragraph, name, value);
  }

  for (const token of rtfTokens(text)) {
    if (token.kind === 'byte') {
      if (standIns > 0) standIns -= 1;
      else bytes.push(token.byte);
      continue;
    }
    if (token.kind === 'text' && standIns > 0) {
      const rest = token.text.slice(standIns);
      standIns = Math.max(0, standIns - token.text.length);
      if (rest !== '') write(rest);
      continue;
    }
    flush();
    if (token.kind === 'open') {
      stack.push({ ...state });
      standIns = 0;
    } else if (token.kind === 'close') {
      leave();
      standIns = 0;
    } else if (token.kind === 'word') control(token.name, token.value);
    else if (token.kind === 'text') write(token.text);
  }
  if (segments.length > 0 || pictures.length > 0) {
    state = { ...firstState };
    endLine('paragraph');
  }
  return { lines, styles, title: said.title.trim(), author: said.author.trim() };
}

function trimNote(nodes: readonly DocumentNode[]): DocumentNode[] {
  const kept = [...nodes];
  while (kept.at(-1)?.type === 'hardBreak') kept.pop();
  const [first] = kept;
  if (first?.type === 'text') kept[0] = { ...first, text: (first.text ?? '').replace(/^[ \t\u00a0]+/u, '') };
  return kept.filter((node) => node.type !== 'text' || node.text !== '');
}
