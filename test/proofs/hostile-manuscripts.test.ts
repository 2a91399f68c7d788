import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Zippable } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { suggestedPlan } from '../../src-main/importing/import-service';
import { readManuscript } from '../../src-main/importing/read-manuscript';
import { seedBook } from '../../src-main/importing/seed-book';
import { textOf, toDocument } from '../../src-main/book/text-document';
import { createJobRunner, JobEnded } from '../../src-main/worker/run-job';
import { createChapterSchema } from '../../src-renderer/editor-kit/schema/chapter-schema';
import { ImportPreview } from '../../src-shared/domain/import-split';
import { DocumentNode } from '../../src-shared/text/document';
import { picture } from '../fixtures/export/every-node';
import { ensureBuilt } from '../support/built';
import { commented, deleted, docxParts, drawing, inserted, noteCall, para, run } from '../support/make-docx';
import { epubParts, odtParts } from '../support/make-packages';
import { mutations } from '../support/mutate-manuscript';
import { createRandom } from '../support/random';
import { startApp } from '../support/start-app';

const files = 2_000;
const heavy: ReadonlySet<string> = new Set(['a bomb', 'thousands of parts']);
const seed = Number(process.env['SEED'] ?? 20_261);
const schema = createChapterSchema();
const worker = join(import.meta.dirname, '../../out/main/worker.js');
const evil = ['/tmp/evil-of-longhand.txt', '/evil-of-longhand.txt', join(import.meta.dirname, '../../../evil-of-longhand.txt')];

let bases: readonly (readonly [name: string, parts: Zippable])[] = [];
beforeAll(async () => {
  await ensureBuilt();
  const png = new Uint8Array(await picture('png', 8, 8));
  const prose = Array.from({ length: 10 }, (_unused, at) => para(run(`Line ${at} with `) + run('slant', '<w:i/>') + noteCall(at + 1) + commented(at, run('words')) + deleted('Olga', 'slowly') + inserted('Olga', 'fast'))).join('');
  const table = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>${para(run('a'))}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`;
  const body = para(run('One'), 'berschrift1') + prose + table + para(run('Inside'), 'berschrift2') + para(run('q'), 'Zitat') + para(drawing('pic0', 'A boat')) + para(run('Two'), 'berschrift1') + para(run('End.'));
  const notes = Array.from({ length: 10 }, (_unused, at) => `Note ${at}.`);
  const comments = notes.map((text) => ({ by: 'Ines', text }));
  bases = [['a.docx', docxParts({ body, notes, comments, pictures: [png] })], ['a.epub', epubParts(png)], ['a.odt', odtParts(png)]];
});
afterAll(() => expect(evil.filter((file) => existsSync(file))).toEqual([]));

/** Reads a file to the end of the way: a book that the editor takes as it is, or a refusal. */
async function outcomeOf(fileName: string, bytes: Uint8Array): Promise<string> {
  const read = await readManuscript({ kind: 'bytes', fileName, bytes });
  if (!read.ok) return read.error.code === 'manuscript-refused' ? read.error.reason : `a failure of another kind: ${read.error.code}`;
  const preview = ImportPreview.parse(read.value.preview);
  const { nodes } = await seedBook({ book: read.value.book, plan: suggestedPlan(preview) });
  for (const { update } of nodes) {
    if (update === null) continue;
    const text = textOf([update]);
    const document = DocumentNode.parse(toDocument(text));
    text.destroy();
    if ((document.content ?? []).length > 0) schema.nodeFromJSON(document).check();
  }
  return 'a book';
}

test(`${files} mutated files each end in a book that the editor takes, or in a clear refusal`, { timeout: 180_000 }, async () => {
  const random = createRandom(seed);
  // Making a bomb takes longer than seeing through it: of the heavy ones a few do.
  const kinds = Object.entries(mutations).flatMap((entry) => Array.from({ length: heavy.has(entry[0]) ? 1 : 8 }, () => entry));
  const outcomes = new Map<string, number>();
  for (let at = 0; at < files; at += 1) {
    const [fileName, parts] = bases[at % bases.length] ?? ['', {}];
    const [kind, mutate] = random.pick(kinds) ?? ['', () => new Uint8Array()];
    const bytes = mutate(parts, random);
    const outcome = await outcomeOf(fileName, bytes).catch((cause: unknown) => {
      throw new Error(`SEED=${seed}, file ${at}: ${fileName}, ${kind}`, { cause });
    });
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  console.log(`SEED=${seed}: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);
  expect([...outcomes.keys()].filter((outcome) => outcome.startsWith('a failure'))).toEqual([]);
  for (const outcome of ['a book', 'damaged', 'bomb', 'outside', 'entities', 'too-deep', 'too-many-parts']) expect(outcomes.get(outcome), outcome).toBeGreaterThan(0);
});

describe('in the application', () => {
  test('what is refused leaves no trace in the library, and what is not becomes one book', async () => {
    const app = await startApp();
    const random = createRandom(seed);
    const [fileName, parts] = bases[0] ?? ['', {}];
    for (const kind of ['a name that leads out', 'a bomb', 'a link in the archive', 'words that grow', 'cut off']) {
      const { importId } = await app.get('import.drop', { fileName, bytes: mutations[kind]?.(parts, random) ?? new Uint8Array() });
      expect(await app.call('import.preview', { importId }), kind).toMatchObject({ ok: false, error: { code: 'manuscript-refused', file: fileName } });
    }
    expect(await readdir(join(app.root, 'Longhand', 'books')).catch(() => [])).toEqual([]);
    await app.stop();
  });

  test('reading that does not end is ended, and says so', async () => {
    const runJob = createJobRunner({ workerFile: worker, longest: { readManuscript: 1 } });
    const long = new Uint8Array(Buffer.from(`<html><body>${'<p>word</p>'.repeat(400_000)}</body></html>`));
    const source = { kind: 'bytes', fileName: 'a.html', bytes: long } as const;
    await expect(runJob('readManuscript', { source })).rejects.toMatchObject({ name: 'JobEnded', why: 'time' });
    const controller = new AbortController();
    const cancelled = createJobRunner({ workerFile: worker })('readManuscript', { source }, { signal: controller.signal });
    controller.abort();
    await expect(cancelled).rejects.toBeInstanceOf(JobEnded);
  });
});
