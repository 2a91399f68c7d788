import {
  unplaced,
  type OutlineNode,
  type OutlineProposal,
  type ProposedChapter,
} from '../../../src-shared/domain/outline';
import type { WorkItem } from '../../../src-shared/ipc/co-writer-calls';
import { countOf, dayAndTime } from '../../ui/words';

/** One chapter of a proposal as the author has arranged it. */
export type ProposalLine = { readonly chapter: ProposedChapter; readonly isChosen: boolean };

/** How chosen chapters enter the outline. */
export type AcceptMode = 'add' | 'replace';

/** A proposal under the author's hands; nothing of it is in the book yet. */
export type ProposalState = {
  readonly label: string;
  readonly lines: readonly ProposalLine[];
  readonly mode: AcceptMode;
};

export type ProposalAction =
  | { readonly type: 'chosen'; readonly key: string; readonly isChosen: boolean }
  | { readonly type: 'allChosen'; readonly isChosen: boolean }
  | { readonly type: 'titled'; readonly key: string; readonly title: string }
  | { readonly type: 'matched'; readonly key: string; readonly continues: string | null }
  | { readonly type: 'modeSet'; readonly mode: AcceptMode };

/** A proposal as it arrives: all chapters chosen, added to what is there. */
export function startProposal(proposal: OutlineProposal): ProposalState {
  return {
    label: proposal.label,
    mode: 'add',
    lines: proposal.chapters.map((chapter) => ({ chapter, isChosen: true })),
  };
}

/** Applies one action of the author. A present chapter can be continued by one proposed chapter only. */
export function changeProposal(state: ProposalState, action: ProposalAction): ProposalState {
  switch (action.type) {
    case 'chosen':
      return edit(state, action.key, (line) => ({ ...line, isChosen: action.isChosen }));
    case 'allChosen':
      return { ...state, lines: state.lines.map((line) => ({ ...line, isChosen: action.isChosen })) };
    case 'titled':
      return edit(state, action.key, (line) => ({ ...line, chapter: { ...line.chapter, title: action.title } }));
    case 'matched':
      return { ...state, lines: state.lines.map((line) => match(line, action)) };
    case 'modeSet':
      return { ...state, mode: action.mode };
  }
}

function edit(state: ProposalState, key: string, change: (line: ProposalLine) => ProposalLine): ProposalState {
  return { ...state, lines: state.lines.map((line) => (line.chapter.key === key ? change(line) : line)) };
}

function match(line: ProposalLine, { key, continues }: { key: string; continues: string | null }): ProposalLine {
  if (line.chapter.key === key) return { ...line, chapter: { ...line.chapter, continues } };
  const isTaken = continues !== null && line.chapter.continues === continues;
  return isTaken ? { ...line, chapter: { ...line.chapter, continues: null } } : line;
}

/** The chapters that would be taken, with blank titles left out of the way. */
export function chosenChapters(state: ProposalState): readonly ProposedChapter[] {
  return state.lines.filter((line) => line.isChosen && line.chapter.title.trim() !== '').map(({ chapter }) => chapter);
}

/** Body chapters of the present outline: the ones a proposal can continue. */
export function presentChapters(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.filter((node) => node.kind === 'chapter' && node.parentId !== unplaced);
}

/** Present chapters that would go to Unplaced. Only replacing moves any, and none that a chosen chapter continues. */
export function chaptersSetAside(state: ProposalState, nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  if (state.mode === 'add') return [];
  const continued = new Set(chosenChapters(state).map((chapter) => chapter.continues));
  return presentChapters(nodes).filter((node) => !continued.has(node.id));
}

/** What accepting will do, in plain words. */
export function acceptSentence(state: ProposalState, nodes: readonly OutlineNode[]): string {
  const aside = chaptersSetAside(state, nodes).length;
  if (presentChapters(nodes).length === 0) return 'You can rename, move and remove everything afterwards.';
  if (state.mode === 'add') return 'No text is lost: new chapters go after the ones you have.';
  if (aside === 0) return 'No text is lost: each chapter you have is continued by a proposed one.';
  const are = aside === 1 ? '1 chapter moves' : `${aside} chapters move`;
  return `No text is lost: ${are} to Unplaced with every word, question and answer.`;
}

/** What the button says. */
export function acceptLabel(state: ProposalState, hasChapters: boolean): string {
  const count = chosenChapters(state).length;
  if (count === state.lines.length && !hasChapters) return 'Use this outline';
  const chapters = count === 1 ? '1 chapter' : `${count} chapters`;
  return state.mode === 'add' ? `Add ${chapters}` : `Replace with ${chapters}`;
}

/** What tells a kept proposal from another. */
export const proposalName = ({ createdAt, proposal }: { createdAt: string; proposal: OutlineProposal }): string =>
  `${dayAndTime(createdAt)}, ${countOf(proposal.chapters.length, 'chapter')}`;

/** What asking for a proposal came to. */
export const proposedSaid = ({ chapters }: OutlineProposal): string =>
  `${countOf(chapters.length, 'chapter')} proposed. Your outline is as it was.`;

/** The chapters that have come in so far. */
export const incomingChapters = (items: readonly WorkItem[]): readonly ProposedChapter[] =>
  items.flatMap((item) => (item.kind === 'chapter' ? [item.chapter] : []));
