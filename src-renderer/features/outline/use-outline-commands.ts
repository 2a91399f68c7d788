import type { Matter, NodeKind, OutlineNode } from '../../../src-shared/domain/outline';
import { useCommand } from '../../app/commands';
import { placeDown, placeIn, placeOut, placeUp } from './outline-moves';
import type { FindPlace, OutlineActions } from './use-outline-actions';

export type OutlineCommandsOf = {
  readonly one: OutlineNode | null;
  readonly hasChosen: boolean;
  readonly add: (kind: NodeKind, matter: Matter) => Promise<void>;
  readonly trash: () => void;
  readonly rename: (id: string) => void;
  /** Opens a branch, so that what moves into it stays in sight. */
  readonly openBranch: (id: string | null) => void;
  readonly actions: OutlineActions;
};

/** Joins the outline's commands with what is chosen in the tree. */
export function useOutlineCommands({
  one,
  hasChosen,
  add,
  trash,
  rename,
  openBranch,
  actions,
}: OutlineCommandsOf): void {
  const hasOne = { enabled: one !== null };
  const step = (find: FindPlace) => {
    if (one) void actions.step(one.id, find, openBranch);
  };
  useCommand('outline.addChapter', () => void add('chapter', null));
  useCommand('outline.addSection', () => void add('section', null), {
    enabled: one?.kind === 'chapter' || one?.kind === 'section',
  });
  useCommand('outline.addPart', () => void add('part', null));
  useCommand('outline.rename', () => one && rename(one.id), hasOne);
  useCommand('outline.moveUp', () => step(placeUp), hasOne);
  useCommand('outline.moveDown', () => step(placeDown), hasOne);
  useCommand('outline.moveIn', () => step(placeIn), hasOne);
  useCommand('outline.moveOut', () => step(placeOut), hasOne);
  useCommand('outline.mergeWithNext', () => one && void actions.joinWithNext(one.id), {
    enabled: one?.kind === 'chapter',
  });
  useCommand('outline.trash', trash, { enabled: hasChosen });
}
