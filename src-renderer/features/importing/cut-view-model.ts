import { actionsAt, levelsOf, type ImportPlan, type ImportPreview, type PieceAction, type PieceView } from '../../../src-shared/domain/import-split';

/** How the author cuts a manuscript, as far as they have come. */
export type Cut = {
  readonly title: string;
  readonly level: number;
  readonly actions: readonly PieceAction[];
  readonly titles: readonly string[];
};

export type CutEvent =
  | { readonly type: 'retitled'; readonly title: string }
  | { readonly type: 'levelled'; readonly level: number }
  | { readonly type: 'renamed'; readonly at: number; readonly title: string }
  /** Puts a chapter, with all that was joined to it, at the end of the one before. */
  | { readonly type: 'joined'; readonly at: number }
  /** Begins a chapter at a piece. */
  | { readonly type: 'begun'; readonly at: number }
  /** Leaves a chapter out, with all that was joined to it, or takes it in again. */
  | { readonly type: 'left' | 'taken'; readonly at: number };

/** The cut that the headings suggest. */
export const firstCut = ({ title, pieces, chapterLevel }: ImportPreview): Cut => ({
  title, level: chapterLevel, actions: actionsAt(pieces, chapterLevel), titles: pieces.map((piece) => piece.title),
});

/** What comes of the cut when the author does something to it. */
export function recut(pieces: readonly PieceView[], cut: Cut, event: CutEvent): Cut {
  const withAction = (at: number, action: PieceAction): Cut => ({ ...cut, actions: cut.actions.map((one, index) => (index === at ? action : one)) });
  switch (event.type) {
    case 'retitled':
      return { ...cut, title: event.title };
    case 'levelled':
      return { ...cut, level: event.level, actions: actionsAt(pieces, event.level) };
    case 'renamed':
      return { ...cut, titles: cut.titles.map((title, at) => (at === event.at ? event.title : title)) };
    case 'joined':
      return withAction(event.at, 'join');
    case 'begun':
      return withAction(event.at, 'chapter');
    case 'left':
      return { ...cut, actions: cut.actions.map((action, at) => (groupOf(cut, at) === event.at ? 'leave' : action)) };
    case 'taken': {
      const usual = actionsAt(pieces, cut.level);
      const end = cut.actions.findIndex((action, at) => at > event.at && (action !== 'leave' || usual[at] !== 'join'));
      const isBack = (at: number): boolean => at > event.at && (end === -1 || at < end);
      return {
        ...cut,
        actions: cut.actions.map((action, at) => {
          if (at === event.at) return usual[at] === 'join' ? 'chapter' : (usual[at] ?? 'chapter');
          return isBack(at) ? 'join' : action;
        }),
      };
    }
  }
}

/** The piece that begins the chapter a piece belongs to. */
function groupOf({ actions }: Cut, at: number): number {
  if (actions[at] !== 'join') return at;
  const begins = actions.slice(0, at).findLastIndex((action) => action !== 'join' && action !== 'leave');
  return begins === -1 ? at : begins;
}

/** A row of the list: a part, a chapter with what is joined to it, or what is left out. */
export type CutRow = {
  readonly at: number;
  readonly kind: 'part' | 'chapter' | 'left';
  readonly title: string;
  readonly words: number;
  readonly opening: string;
  /** Chapters are counted; parts and what is left out are not. */
  readonly number: number | null;
  readonly joined: readonly { readonly at: number; readonly title: string; readonly words: number; readonly opening: string }[];
  /** There is a chapter before, to which this one can be joined. */
  readonly canJoin: boolean;
};

/** The list as it stands. */
export function rowsOf(pieces: readonly PieceView[], cut: Cut): CutRow[] {
  const rows: (CutRow & { joined: CutRow['joined'][number][]; words: number })[] = [];
  let number = 0;
  for (const [at, { words, opening }] of pieces.entries()) {
    const action = cut.actions[at] ?? 'leave';
    const title = cut.titles[at] ?? '';
    const open = rows.findLast(({ kind }) => kind !== 'left');
    if (action === 'join' && open?.kind === 'chapter') {
      open.joined.push({ at, title, words, opening });
      rows[rows.indexOf(open)] = { ...open, words: open.words + words };
    } else if (action === 'leave' && rows.at(-1)?.kind === 'left' && actionsAt(pieces, cut.level)[at] === 'join') {
      rows.at(-1)?.joined.push({ at, title, words, opening });
    } else {
      const kind = action === 'part' ? 'part' : action === 'leave' ? 'left' : 'chapter';
      if (kind === 'chapter') number += 1;
      rows.push({ at, kind, title, words, opening, number: kind === 'chapter' ? number : null, joined: [], canJoin: open?.kind === 'chapter' });
    }
  }
  return rows;
}

/** What is asked for: one entry for each piece. A first piece cannot be joined to anything. */
export const planOf = (cut: Cut): ImportPlan => ({
  title: cut.title.trim() || 'Untitled',
  pieces: cut.actions.map((action, at) => ({ action, title: (cut.titles[at] ?? '').trim() })),
});

/** The levels at which chapters can begin, each with how many there would be. */
export const levelChoices = (pieces: readonly PieceView[]): { readonly level: number; readonly chapters: number }[] =>
  levelsOf(pieces).map((level) => ({ level, chapters: actionsAt(pieces, level).filter((action) => action === 'chapter').length }));
