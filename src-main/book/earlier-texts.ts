import type { EarlierText } from '../../src-shared/domain/earlier-text';
import type { Book } from './book';
import { stampDevice, stampTime } from './clock';

/** The earlier texts of one piece of prose: those kept by rule, and those that another device's words overtook. */
export function earlierTexts(
  { state, device }: Book,
  prose: { readonly collection: 'answers' | 'book' | 'clarifications'; readonly id: string; readonly present: string },
  kept: readonly { readonly text: string; readonly savedAt: string; readonly stamp: string }[] = [],
): EarlierText[] {
  const known = new Set([prose.present, ...kept.map(({ text }) => text)]);
  const others = state
    .overtaken(prose.collection, prose.id)
    .filter(({ text }) => text.trim() !== '' && !known.has(text))
    .map(({ text, stamp }) => ({ text, stamp, savedAt: new Date(stampTime(stamp)).toISOString() }));
  return [...kept, ...others]
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
    .map(({ text, savedAt, stamp }) => ({ text, savedAt, isFromElsewhere: stampDevice(stamp) !== device }));
}

/** Whether the present prose was written on another device. Whoever writes over it leaves it among the earlier texts. */
export const isFromElsewhere = ({ state, device }: Book, collection: 'answers' | 'book', id: string, field: 'text' | 'summary'): boolean => {
  const stamp = state.stampOf(collection, id, field);
  return stamp !== '' && stampDevice(stamp) !== device;
};
