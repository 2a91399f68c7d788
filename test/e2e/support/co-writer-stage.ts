import { expect } from '@playwright/test';
import type { Outline } from '../../../src-shared/domain/outline';
import type { Result } from '../../../src-shared/result';
import { startOpenAiServer } from '../../support/model-servers/openai-server';
import { framePage } from '../pages/frame';
import { launch, type Launched } from './launch';
import { answerTo } from './model-answers';

const summary =
  'My grandfather kept the tower clock of a small harbour town and never owned a watch. I grew up among its wheels. '.repeat(
    3,
  );

const answers = [
  [
    'What did your grandfather do all day?',
    'My grandfather kept the clock in the tower, and it never stopped. I held his lamp.',
  ],
  ['What did the harbour smell of?', 'The harbour smelt of tar and herring. We knew the tide by it.'],
  ['Which winter do you remember best?', 'In 1947 the river stopped under the ice. So did the clock, for one night.'],
] as const;

/** A running model over a real socket, and an application that may reach it and nothing else. */
export async function startStage(mayAlsoReach: readonly string[] = []) {
  const server = await startOpenAiServer({ answer: answerTo, models: ['quill-7b', 'quill-70b'] });
  const launched = await launch({ mayReach: [server.origin, ...mayAlsoReach] });
  const value = async <V>(name: string, input: unknown): Promise<V> => {
    const answer = (await launched.call(name, input)) as Result<V>;
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.value;
  };
  return {
    ...launched,
    server,
    value,
    async end(): Promise<void> {
      await launched.close();
      await server.stop();
    },
    /** Turns the co-writer on as the settings would. */
    async turnOn(): Promise<void> {
      const own = { id: 'own', name: 'My own server', kind: 'openai', baseUrl: server.baseUrl, headers: {} };
      const { coWriter } = await value<{ coWriter: object }>('settings.read', null);
      const on = { isOn: true, servers: [own], serverId: 'own', model: 'quill-7b' };
      await value('settings.update', { coWriter: { ...coWriter, ...on } });
    },
    makeBook: () => makeBook(launched, value),
  };
}

export type CoWriterStage = Awaited<ReturnType<typeof startStage>>;

type Value = <V>(name: string, input: unknown) => Promise<V>;

/** A book of two chapters, the first with three answers; it is opened in its brief. */
async function makeBook({ page }: Launched, value: Value) {
  const brief = { title: 'The Clock Keeper', author: 'A. Author', genre: 'memoir', language: 'en', summary };
  const { bookId } = await value<{ bookId: string }>('library.create', brief);
  await value('book.open', { bookId });
  for (const title of ['The Workshop', 'The Harbour']) {
    const chapter = { bookId, kind: 'chapter', matter: null, parentId: null, beforeId: null, description: '' };
    await value('outline.add', { ...chapter, title });
  }
  const { nodes } = await value<Outline>('outline.read', { bookId });
  const chapterId = nodes[0]?.id ?? '';
  for (const [text, answer] of answers) {
    const { id } = await value<{ id: string }>('interview.addOwn', { bookId, chapterId, text, kind: 'scene' });
    await value('answer.save', { bookId, questionId: id, text: answer, state: 'complete', source: 'typed' });
  }
  await page.reload();
  await page.getByRole('row', { name: /The Clock Keeper/u }).press('Enter');
  await expect(framePage(page).room('Brief')).toBeVisible();
  return { bookId, chapterId };
}
