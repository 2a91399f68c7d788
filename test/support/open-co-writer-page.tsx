import { fireEvent, screen } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { CoWriterSettings, originOf } from '../../src-shared/domain/co-writer';
import { goodAnswer, makeBook, type Words } from './co-writer-book';
import { startOllamaServer } from './model-servers/ollama-server';
import type { Answer } from './model-servers/plan';
import { openPage } from './open-page';

type Options = {
  readonly words?: Words;
  readonly answer?: Answer;
  readonly settings?: Partial<CoWriterSettings>;
  /** The server counts as one that is not on this computer, though it is. */
  readonly isRemote?: boolean;
};

/** The page of a book of every work, with a co-writer that is turned on and a scripted server behind it. */
export async function openCoWriterPage({ words = {}, answer = goodAnswer, settings = {}, isRemote = false }: Options = {}) {
  // The library for the other protocol refuses to run beside a DOM.
  const server = await startOllamaServer({ answer, models: ['scripted-1'] });
  onTestFinished(() => server.stop());
  // Every system takes this for 127.0.0.1; by its letters it is not one of the addresses that are.
  const baseUrl = isRemote ? server.baseUrl.replace('127.0.0.1', '127.1') : server.baseUrl;
  let book: Awaited<ReturnType<typeof makeBook>> | undefined;
  const page = await openPage(async (app) => {
    const coWriter = CoWriterSettings.parse({
      isOn: true,
      servers: [{ id: 'here', name: 'Scripted', kind: 'ollama', baseUrl }],
      serverId: 'here',
      model: 'scripted-1',
      consents: [originOf({ baseUrl })],
      ...settings,
    });
    await app.get('settings.update', { coWriter });
    book = await makeBook(app, words);
  });
  if (!book) throw new Error('The book was not made.');
  return { ...page, ...book, server };
}

/** Opens the only book of the library in a room. */
export async function openRoom(digit: '3' | '4' | '5'): Promise<void> {
  fireEvent.click(await screen.findByRole('row', { name: /A Printer’s Apprentice/u }));
  await screen.findByRole('heading', { level: 1, name: 'Brief' });
  fireEvent.keyDown(document.body, { key: digit, code: `Digit${digit}`, altKey: true });
}
