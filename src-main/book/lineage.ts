import type { BookState } from './state';

/**
 * Which text of each chapter is live.
 *
 * Splitting, joining and restoring never move text inside a Yjs document, since words that another device types
 * meanwhile into the moved part would vanish. They put new texts in place of sealed ones instead (a *move*). Moves are
 * replayed in the order in which they were first made; one counts when every text it takes from is live at that moment
 * and no chapter would come to have two. So of two devices that split the same chapter the earlier one wins on both, and
 * what was typed into the texts of the other waits as arrivals. A move that was taken back does not count.
 */
export type Lineage = {
  /** The live text of each chapter that has one. A chapter without one was joined to another or never came to be. */
  readonly liveTextOf: ReadonlyMap<string, string>;
  /** The chapter in which words typed into a text are to be found: its own while it is live, its heir's otherwise. */
  readonly homeOf: (textId: string) => string | undefined;
  /** The move that sealed a text, when one counts. */
  readonly sealedBy: ReadonlyMap<string, string>;
  /** Texts that hold what was moved in by a move that does not count. */
  readonly isStillborn: (textId: string) => boolean;
};

/** Replays the moves of a book. */
export function traceLineage(state: BookState): Lineage {
  const texts = state.all('texts');
  const madeAt = (id: string): string => state.stampOf('moves', id, 'kind');
  // Moves of one transaction have one stamp, so their ids decide.
  const rank = (id: string): string => `${madeAt(id)} ${id}`;
  const moves = [...state.all('moves').values()].sort((a, b) => (rank(a.id) < rank(b.id) ? -1 : 1));
  const madeBy = new Map(moves.flatMap((move) => move.to.map((textId) => [textId, move] as const)));
  const counted = new Set<string>();
  const sealedBy = new Map<string, string>();
  const isLive = (textId: string): boolean => {
    const maker = madeBy.get(textId);
    return texts.has(textId) && !sealedBy.has(textId) && (maker === undefined || counted.has(maker.id));
  };
  const liveTextOf = new Map<string, string>();
  for (const text of texts.values()) if (!madeBy.has(text.id)) liveTextOf.set(text.chapterId, text.id);
  const chapterOf = (textId: string): string => texts.get(textId)?.chapterId ?? '';
  for (const move of moves) {
    const isFree = (textId: string): boolean => {
      const present = liveTextOf.get(chapterOf(textId));
      return present === undefined || move.from.includes(present);
    };
    if (move.takenBack || !move.from.every(isLive) || !move.to.every(isFree)) continue;
    counted.add(move.id);
    for (const textId of move.from) {
      sealedBy.set(textId, move.id);
      liveTextOf.delete(chapterOf(textId));
    }
    for (const textId of move.to) if (texts.has(textId)) liveTextOf.set(chapterOf(textId), textId);
  }

  function homeOf(textId: string): string | undefined {
    if (isLive(textId)) return texts.get(textId)?.chapterId;
    const sealer = sealedBy.get(textId);
    const ofSameChapter = (textIds: readonly string[] = []): string | undefined =>
      textIds.find((other) => chapterOf(other) === chapterOf(textId)) ?? textIds[0];
    if (sealer !== undefined) return homeOf(ofSameChapter(state.one('moves', sealer)?.to) ?? '');
    const source = ofSameChapter(madeBy.get(textId)?.from);
    return source === undefined ? texts.get(textId)?.chapterId : homeOf(source);
  }

  return {
    liveTextOf,
    homeOf,
    sealedBy,
    isStillborn: (textId) => {
      const maker = madeBy.get(textId);
      return maker !== undefined && !counted.has(maker.id) && texts.has(textId);
    },
  };
}
