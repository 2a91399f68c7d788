import { expect } from 'vitest';
import type { WorkKind } from '../../src-shared/ipc/co-writer-calls';
import type { Dump } from './start-co-writer-app';

/** What each work may store, and nothing else. */
const adds: Readonly<Partial<Record<WorkKind, string>>> = {
  clarifying: 'clarifications', outline: 'proposals', questions: 'questions', 'rewrite-question': 'questions', 'follow-up': 'questions', draft: 'drafts',
  edit: 'suggestions',
};

/** The words of a question that was put anew; all else that was there stays. */
const reworded = new Set(['text', 'help', 'why', 'origin', 'rewrites']);

/** Expects that a work which ended well has only added what it may. */
export function expectOnlyAdded(before: Dump, after: Dump, kind: WorkKind): void {
  const { records: then, ...texts } = before;
  const { records: now, ...textsNow } = after;
  expect(textsNow).toEqual(texts);
  const collection = adds[kind];
  for (const name of Object.keys(now)) {
    if (name !== collection) expect(now[name], `${kind} changed ${name}`).toEqual(then[name]);
  }
  if (collection === undefined) return;
  const mayChange = (field: string): boolean => kind === 'rewrite-question' && reworded.has(field);
  const changed = Object.entries(then[collection] ?? {}).filter(([id, fields]) =>
    Object.entries(fields).some(
      ([field, value]) => !mayChange(field) && JSON.stringify(now[collection]?.[id]?.[field]) !== JSON.stringify(value),
    ),
  );
  expect(changed, `${kind} changed what was there`).toEqual([]);
}
