import {
  ruleOf,
  type PreflightFinding,
  type PreflightPlace,
  type PreflightRuleId,
} from '../../../src-shared/domain/preflight';
import type { RoomTarget } from '../../app/room';

/** Findings that a printer or shop may refuse the book for, and the others, each in the order of the rules. */
export function splitFindings(findings: readonly PreflightFinding[]) {
  return {
    serious: findings.filter(({ ruleId }) => ruleOf[ruleId].isSerious),
    advice: findings.filter(({ ruleId }) => !ruleOf[ruleId].isSerious),
  };
}

const targets: Readonly<Partial<Record<PreflightRuleId, RoomTarget>>> = {
  title: { room: 'brief' },
  author: { room: 'brief' },
  description: { room: 'brief' },
  cover: { room: 'publish', place: 'cover' },
  'page-count': { room: 'publish' },
  unplaced: { room: 'outline' },
  'nameless-chapter': { room: 'outline' },
};

/** Where an author mends what a rule found. */
export const targetFor = (ruleId: PreflightRuleId): RoomTarget => targets[ruleId] ?? { room: 'write' };

/** The words of a place with what was found in their middle; spaces are shown, or nobody would see two of them. */
export function placeText({ passage, shown }: PreflightPlace): { before: string; match: string; after: string } {
  if (passage === null) return { before: shown, match: '', after: '' };
  const at = shown.indexOf(passage.before.trimStart() + passage.match);
  const start = at === -1 ? 0 : at + passage.before.trimStart().length;
  const match = passage.match.trim() === '' ? '␣'.repeat(passage.match.length) : passage.match;
  return { before: shown.slice(0, start), match, after: shown.slice(start + passage.match.length) };
}
