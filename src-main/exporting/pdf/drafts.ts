import type { Note } from '../block';
import type { Atom, RunLook } from './atom';
import type { Cut } from './book-faces';
import type { RecentCache } from './recent-cache';

/** Letters of one look on their way into an atom. */
export type Run = {
  readonly text: string;
  readonly cut: Cut;
  readonly look: RunLook;
  readonly level: number;
  /** Words of this look that have been set before. */
  readonly words: RecentCache<Word>;
};

/** What a word keeps from one appearance to the next. */
export type Word = Pick<Atom, 'segments' | 'width' | 'breaks' | 'divide'>;

/** An atom before it is measured. */
export type Draft = { runs: Run[]; notes: Note[]; space: string; isForced: boolean; isMono: boolean };

const newDraft = (): Draft => ({ runs: [], notes: [], space: '', isForced: false, isMono: false });

/** Gathers the runs of a paragraph into the drafts of its atoms: a word, its punctuation, the space behind it. */
export function createDrafts() {
  const done: (Draft | Atom)[] = [];
  let open: Draft = newDraft();
  const close = (): void => {
    done.push(open);
    open = newDraft();
  };
  return {
    isOpen: (): boolean => open.runs.length > 0,
    /** Takes an atom as it is. */
    done: (atom: Atom): void => void done.push(atom),
    run: (run: Run, isWide: boolean): void => {
      if (isWide && open.runs.length > 0 && !noLineEnd.test(open.runs.at(-1)?.text ?? '') && !noLineStart.test(run.text)) close();
      else if (!isWide && wideLetter.test(open.runs.at(-1)?.text ?? '') && !noLineStart.test(run.text)) close();
      open.runs.push(run);
    },
    note: (note: Note, run: Run): void => {
      open.runs.push(run);
      open.notes.push(note);
    },
    space: (text: string, keeps: boolean, isMono: boolean): void => {
      if (open.runs.length === 0 && !keeps) {
        const last = done.at(-1);
        if (last && 'runs' in last && !last.isForced && last.space === '') last.space = ' ';
        return;
      }
      open.isMono = isMono;
      open.space = keeps ? text.replaceAll('\t', '    ') : ' ';
      close();
    },
    force: (): void => {
      open.isForced = true;
      close();
    },
    end: (): (Draft | Atom)[] => {
      if (open.runs.length > 0) close();
      const last = done.at(-1);
      if (last && 'runs' in last && last.isForced && last.runs.length === 0 && done.length > 1) done.pop();
      return done;
    },
  };
}

/** Letters of scripts that are written without spaces and may end a line anywhere. */
export const wideLetter = /[\u2e80-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud87f][\udc00-\udfff]/u;
// The signs that Chinese and Japanese keep from the start and from the end of a line.
const noLineStart = /^[、。，．：；？！」』）］｝〉》】〕〗’”…—ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)\]},.!?:;%]/u;
const noLineEnd = /[「『（［｛〈《【〔〖‘“([{]$/u;

/** A stretch of one kind: spaces, one wide letter, or all that stands between. */
export type Token = { readonly text: string; readonly at: number; readonly isSpace: boolean; readonly isWide: boolean };

const tokenPattern = /[ \t\n\r\u1680\u2000-\u200a\u205f\u3000\u200b]+|[\u2e80-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud87f][\udc00-\udfff]|[^ \t\n\r\u1680\u2000-\u200b\u205f\u2e80-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\ud840-\ud87f]+/gu;

/** The tokens of a text, in order. */
export function* tokens(text: string): Generator<Token> {
  for (const match of text.matchAll(tokenPattern)) {
    const [found] = match;
    yield { text: found, at: match.index, isSpace: /^[\s\u200b]/u.test(found), isWide: wideLetter.test(found) };
  }
}
