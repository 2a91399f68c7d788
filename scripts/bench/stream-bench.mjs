/** How soon a key is on the page while a draft of the co-writer streams in beside it. */
import { chapterOf, inEditor, measureKeys, openChapter, rowsOf } from './keys-bench.mjs';
import { startStreamingModel } from './streaming-model.mjs';
import { preparedLibrary, withDisplay } from './window-bench.mjs';

const runs = 3;
const words = 10_000;

export async function streamBenchmark({ workspace, texts }) {
  const { env } = await preparedLibrary(workspace, chapterOf(workspace, texts[0].file, words));
  const model = await startStreamingModel();
  try {
    const found = await withDisplay(async (runtime, display) => {
      const all = [];
      for (let run = 0; run < runs; run += 1) all.push(await inEditor(runtime, { ...display, ...env }, (page, pid) => typeInBoth(page, pid, model.baseUrl)));
      return all;
    });
    return rowsOf(`${words.toLocaleString('en')} words, a draft streaming in`, 'no draft', found, '≤ 1.3×');
  } finally {
    await model.stop();
  }
}

/** Types with the panel of drafts open and still, and again while a draft comes in. */
async function typeInBoth(page, pid, baseUrl) {
  await setUp(page, baseUrl);
  await page.reload();
  await openChapter(page);
  await page.keyboard.press('Control+Alt+d');
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await page.getByRole('radio', { name: 'The co-writer' }).click();
  await text.locator('p').nth(2).click();
  const theirs = await measureKeys(page, pid);
  await page.getByRole('button', { name: 'Draft with the co-writer', exact: true }).click();
  await page.getByText('The clock struck 3 times').waitFor();
  await text.locator('p').nth(2).click();
  const ours = await measureKeys(page, pid);
  await page.getByText('The clock struck 12 times').waitFor();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  return { ours, theirs };
}

/** Turns the co-writer on and gives the chapter the answers that a draft needs. */
async function setUp(page, baseUrl) {
  await page.evaluate(async (address) => {
    const ask = async (name, input) => {
      const answer = await globalThis.bridge.call(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
      return answer.value;
    };
    const { coWriter } = await ask('settings.read', null);
    const servers = [{ id: 'here', name: 'Here', kind: 'openai', baseUrl: address, headers: {} }];
    await ask('settings.update', { coWriter: { ...coWriter, isOn: true, servers, serverId: 'here', model: 'clock' } });
    const [{ id: bookId }] = (await ask('library.list', null)).books;
    const { nodes } = await ask('outline.read', { bookId });
    const { id: chapterId } = nodes.find(({ kind }) => kind === 'chapter');
    const { questions } = await ask('interview.read', { bookId, chapterId });
    for (let index = questions.length; index < 3; index += 1) {
      const { id } = await ask('interview.addOwn', { bookId, chapterId, text: `What happened in winter number ${index}?`, kind: 'scene' });
      await ask('answer.save', { bookId, questionId: id, text: `In winter number ${index} the clock stopped for one night.`, state: 'complete', source: 'typed' });
    }
  }, baseUrl);
}
