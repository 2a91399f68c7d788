import { provenances, type Provenance, type ProvenanceWords } from '../../../src-shared/text/provenance';

/** The kinds of words as the author reads them. */
export const provenanceNames: Readonly<Record<Provenance, string>> = {
  typed: 'Typed',
  answer: 'From your answers',
  draft: 'Arranged from your answers, no model',
  pasted: 'Pasted',
  imported: 'Imported',
  'model-supported': 'A model’s, from your words',
  'model-unsupported': 'A model’s, without support',
  'model-edited': 'A model’s, edited by you',
};

/** Kinds that a book has any words of, in their fixed order. */
export const kindsIn = (words: ProvenanceWords): readonly Provenance[] => provenances.filter((kind) => words[kind] > 0);

/** All words of a count. */
export const totalOf = (words: ProvenanceWords): number => provenances.reduce((sum, kind) => sum + words[kind], 0);
