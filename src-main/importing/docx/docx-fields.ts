import { keptAddress } from '../addresses';
import type { LossReport } from '../loss-report';

type Field = { instruction: string; shows: boolean; href: string | null; isContents: boolean };

const deepest = 40;

/** Follows the fields of a Word file, which begin and end anywhere: links, tables of contents, numbers of pages. */
export function createFields(report: LossReport) {
  const open: Field[] = [];

  function begin(instruction = ''): void {
    if (open.length < deepest) open.push({ instruction, shows: false, href: null, isContents: false });
  }

  function show(): void {
    const field = open.at(-1);
    if (!field || field.shows) return;
    field.shows = true;
    const words = field.instruction.trim();
    const [name = ''] = words.split(/\s+/u, 1);
    field.isContents = /^(?:TOC|INDEX|TOA)$/iu.test(name);
    if (/^HYPERLINK$/iu.test(name)) {
      const address = /^HYPERLINK\s+(?:"([^"]{0,4000})"|([^\s\\"]{1,4000}))/iu.exec(words);
      field.href = keptAddress(address?.[1] ?? address?.[2] ?? '');
      if (field.href === null) report.count(address ? 'links' : 'innerLinks');
    } else if (!field.isContents && !/^(?:PAGEREF|PAGE|NUMPAGES|SEQ|REF|NOTEREF|XE|TC)$/iu.test(name)) report.count('fields');
  }

  return {
    begin,
    show,
    end: (): void => void open.pop(),
    instruct(text: string): void {
      const field = open.at(-1);
      if (field && !field.shows && field.instruction.length < 10_000) field.instruction += text;
    },
    /** Whether what stands here is an instruction, which nobody reads. */
    hides: (): boolean => open.some(({ shows }) => !shows),
    isContents: (): boolean => open.some(({ isContents }) => isContents),
    href: (): string | null => open.findLast(({ href }) => href !== null)?.href ?? null,
  };
}
