import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { libraryPage } from './pages/library';
import { findOrdinaryUser, setWritable, type OrdinaryUser } from './support/ordinary-user';
import { launch, type Launched } from './support/launch';

let user: OrdinaryUser;
test.beforeEach(async () => {
  user = await findOrdinaryUser();
  if ('reason' in user) console.log(`Not tried: ${user.reason}`);
  test.skip('reason' in user, 'reason' in user ? user.reason : '');
});
test.afterEach(async () => {
  if (!('reason' in user)) await rm(user.folders.base, { recursive: true, force: true });
});

async function start(): Promise<Launched> {
  if ('reason' in user) throw new Error(user.reason);
  return launch(user);
}

test('for an ordinary user the page runs in Chromium’s sandbox, and the application works in it', async () => {
  const launched = await start();
  const { page, app } = launched;
  expect(await app.evaluate(({ app: electron }) => electron.commandLine.hasSwitch('no-sandbox'))).toBe(false);
  const pageProcess = await app.evaluate(
    ({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId() ?? 0,
  );
  const metrics = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ type, pid, sandboxed }) => ({ type, pid, sandboxed })),
  );
  expect(metrics).toContainEqual(expect.objectContaining({ type: 'Tab', pid: pageProcess }));
  // Electron says `sandboxed` on macOS and Windows; Linux says it of each process.
  for (const { type, sandboxed } of metrics) if (type === 'Tab') expect(sandboxed ?? true).toBe(true);
  const status = await readFile(`/proc/${pageProcess}/status`, 'utf8');
  expect(status).toMatch(/^NoNewPrivs:\s*1$/mu);
  expect(status).toMatch(/^Seccomp:\s*2$/mu);
  expect(status).not.toMatch(/^Uid:\s*0\s/mu);
  await libraryPage(page).openSample.click();
  await expect(page.getByRole('banner')).toContainText('The House with Two Doors');
  await launched.close({ keepFolders: true });
});

/** Every file of a folder with the checksum of what is in it. */
async function contentsOf(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const lines = files.map(
    async (file) =>
      `${file} ${createHash('sha256')
        .update(await readFile(file))
        .digest('hex')}`,
  );
  return (await Promise.all(lines)).sort();
}

test('a library that may not be written to is told in words with a way on, and stays as it is', async () => {
  const first = await start();
  await libraryPage(first.page).openSample.click();
  await expect(first.page.getByRole('banner')).toContainText('The House with Two Doors');
  await first.close({ keepFolders: true });
  const library = join(first.folders.documents, 'Longhand');
  await setWritable(library, false);
  const before = await contentsOf(library);

  const second = await start();
  const told = second.page.getByRole('main');
  await expect(told).toContainText('cannot be written to');
  await expect(told).toContainText('Choose another folder');
  await expect(second.page.getByRole('button', { name: 'Open another folder' })).toBeVisible();
  expect(await contentsOf(library)).toEqual(before);
  await setWritable(library, true);
  await second.page.getByRole('button', { name: 'Try again' }).click();
  await expect(libraryPage(second.page).book('The House with Two Doors')).toBeVisible();
  await second.close({ keepFolders: true });
});

test('a list of books that may not be read is told in words, and stays as it is', async () => {
  const first = await start();
  await libraryPage(first.page).openSample.click();
  await expect(first.page.getByRole('banner')).toContainText('The House with Two Doors');
  await first.close({ keepFolders: true });
  const library = join(first.folders.documents, 'Longhand');
  const list = join(library, 'library.json');
  const before = await readFile(list, 'utf8');
  await chmod(list, 0o000);

  const second = await start();
  await expect(second.page.getByRole('main')).toContainText('cannot be read');
  expect(await readFile(list, 'utf8')).toBe(before);
  await chmod(list, 0o644);
  await second.page.getByRole('button', { name: 'Try again' }).click();
  await expect(libraryPage(second.page).book('The House with Two Doors')).toBeVisible();
  await second.close({ keepFolders: true });
});
