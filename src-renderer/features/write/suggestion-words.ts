import type { EditHow, Suggestion } from '../../../src-shared/domain/suggestion';
import type { Passages } from '../../editor-kit/passages';
import { countOf } from '../../ui/words';

/** What the author can ask for, as it is named. */
export const howNames: Readonly<Record<EditHow, string>> = {
  restyle: 'Restyle',
  tighten: 'Tighten',
  expand: 'Expand',
  clarify: 'Clarify',
  grammar: 'Mend grammar',
  tidy: 'Tidy up spoken words',
};

const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });

/** What the work cost that a suggestion came from. */
const costText = (usd: number): string => (usd === 0 ? 'it cost nothing' : `${money.format(usd)} for the whole request`);

/** Whose suggestion it is, and what it is. */
export function sourceText({ how, model, usd }: Suggestion): string {
  if (how === 'reviewer') return `Tracked change by ${model}`;
  return how === 'remark' ? `Remark by ${model}` : `${howNames[how]} · ${model} · ${costText(usd)}`;
}

/** What is not sent, and why; empty when all of it is. */
export function leftOutText({ private: kept, tooLong }: Omit<Passages, 'passages'>): string {
  const sentences = [
    kept > 0 ? `${countOf(kept, 'paragraph')} with words that you keep from the co-writer ${kept === 1 ? 'is' : 'are'} left out.` : '',
    tooLong > 0 ? `${countOf(tooLong, 'paragraph')} of more than 20,000 characters ${tooLong === 1 ? 'is' : 'are'} left out.` : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Terms as the field holds them, with commas between. */
export const termsOf = (field: string): string[] =>
  [...new Set(field.split(/[,;\n]/u).map((term) => term.trim()))].filter((term) => term !== '').slice(0, 200);
