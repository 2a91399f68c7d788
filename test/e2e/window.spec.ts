import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appEnvironment, launch, makeFolders, testRuntime, type Launched, type PageWindow } from './support/launch';

function boundsOf(longhand: Launched) {
  return longhand.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
}

test('the window comes back where it was', async () => {
  const wanted = { x: 60, y: 80, width: 1_010, height: 720 };
  const first = await launch();
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), wanted);
  await first.close({ keepFolders: true });
  const second = await launch({ folders: first.folders });
  expect(await boundsOf(second)).toEqual(wanted);
  await second.close();
});

test('the window is never smaller than its content can bear', async () => {
  const longhand = await launch();
  const smallest = await longhand.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getMinimumSize(),
  );
  // On Linux the menu bar is added to what the content needs.
  expect(smallest?.[0]).toBe(900);
  expect(smallest?.[1]).toBeGreaterThanOrEqual(600);
  expect(smallest?.[1]).toBeLessThan(650);
  await longhand.close();
});

test('what was remembered of the window may be nonsense', async () => {
  const folders = await makeFolders();
  await writeFile(join(folders.user, 'window.json'), '{ "x": 1e9, "width": "wide" ');
  const longhand = await launch({ folders });
  const { width, height } = (await boundsOf(longhand)) ?? {};
  expect([width, height]).toEqual([1_280, 800]);
  await longhand.close({ keepFolders: true });
  const remembered = JSON.parse(await readFile(join(folders.user, 'window.json'), 'utf8')) as Record<string, unknown>;
  expect(remembered).toMatchObject({ width: 1_280, height: 800, isMaximized: false });
});

test('a second start is refused with a message and brings the first to the front', async () => {
  const longhand = await launch();
  await longhand.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const runtime = testRuntime();
  const second = spawn(runtime.executable, [...runtime.args, '--disable-gpu'], {
    env: appEnvironment(longhand.folders),
  });
  let said = '';
  second.stderr.on('data', (data) => (said += String(data)));
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  expect(said).toContain('Longhand is already open. Its window is now in front.');
  await expect
    .poll(() => longhand.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
  await longhand.close();
});

test('two people of one machine can each have their own', async () => {
  const one = await launch();
  const other = await launch();
  expect(other.page.url()).toBe(one.page.url());
  await one.close();
  await other.close();
});

test('closing tells the page, waits for its answer and then ends', async () => {
  const longhand = await launch();
  await longhand.page.evaluate(() => {
    (window as unknown as PageWindow).bridge.on((name) => {
      if (name === 'app.closing') sessionStorage.setItem('told', 'yes');
    });
  });
  const started = Date.now();
  await longhand.close();
  // The page's answer ends the wait: the five seconds of patience are for a page that is silent.
  expect(Date.now() - started).toBeLessThan(4_500);
});

test('a page that does not answer cannot keep the window open', async () => {
  const longhand = await launch();
  await longhand.page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 0);
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const started = Date.now();
  await longhand.close();
  expect(Date.now() - started).toBeGreaterThan(4_000);
});

test('settings that cannot be read are set aside, and the theme reaches the system’s parts', async () => {
  const folders = await makeFolders();
  await writeFile(join(folders.user, 'settings.json'), '{ "theme": ');
  const longhand = await launch({ folders });
  const problems = await longhand.call('app.problems', null);
  expect(JSON.stringify(problems)).toContain('settings.json.broken-');
  await longhand.call('settings.update', { theme: 'dark' });
  expect(await longhand.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await longhand.close({ keepFolders: true });
  const second = await launch({ folders });
  expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await second.close();
});

test('the menu holds the registry’s commands, and choosing one tells the page', async () => {
  const longhand = await launch();
  await longhand.page.evaluate(() => {
    (window as unknown as PageWindow).bridge.on((name, payload) => {
      if (name === 'command.chosen') document.title = JSON.stringify(payload);
    });
  });
  const labels = await longhand.app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu();
    menu?.getMenuItemById('help.shortcuts')?.click();
    return menu?.items.map((item) => item.label);
  });
  expect(labels).toEqual(['File', 'Edit', 'Book', 'Insert', 'Format', 'View', 'Help']);
  await expect.poll(() => longhand.page.title()).toBe('{"id":"help.shortcuts"}');
  await longhand.close();
});
