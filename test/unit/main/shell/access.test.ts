import { describe, expect, test } from 'vitest';
import { isOwnCall } from '../../../../src-main/shell/call-source';
import { guardContents, guardSession, isOwnPage } from '../../../../src-main/shell/guards';
import { isPermitted } from '../../../../src-main/shell/permissions';

const page = 'app://bundle/index.html';

describe('a call is heard only from the top frame of our page in our window', () => {
  const own = { senderFrame: { url: page, parent: null }, sender: { id: 1 } };
  test('our page', () => expect(isOwnCall(own, 1)).toBe(true));
  test.each([
    ['a frame that is gone', { ...own, senderFrame: null }, 1],
    ['a frame inside the page', { ...own, senderFrame: { url: page, parent: {} } }, 1],
    ['another window', own, 2],
    ['no window', own, undefined],
    ['an empty page', { ...own, senderFrame: { url: 'about:blank', parent: null } }, 1],
    ['another host', { ...own, senderFrame: { url: 'app://bundle.evil/index.html', parent: null } }, 1],
    ['another scheme', { ...own, senderFrame: { url: 'https://bundle/index.html', parent: null } }, 1],
    ['a file', { ...own, senderFrame: { url: 'file:///index.html', parent: null } }, 1],
  ])('%s is refused', (_name, source, window) => expect(isOwnCall(source, window)).toBe(false));
});

const permissions = [
  'accessibility-events',
  'automatic-fullscreen',
  'background-sync',
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'payment-handler',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
  'toString',
  '__proto__',
];
test.each(permissions)('%s is denied to our own page', (permission) => {
  expect(isPermitted({ permission, address: page, isMainFrame: true })).toBe(false);
});
test('copying is the only thing allowed, and only to our own main frame', () => {
  const permission = 'clipboard-sanitized-write';
  expect(isPermitted({ permission, address: page, isMainFrame: true })).toBe(true);
  expect(isPermitted({ permission, address: page, isMainFrame: false })).toBe(false);
  expect(isPermitted({ permission, address: 'https://example.com/', isMainFrame: true })).toBe(false);
  expect(isPermitted({ permission, address: '', isMainFrame: true })).toBe(false);
});

test.each([
  'https://example.com/',
  'file:///etc/passwd',
  'javascript:1',
  'data:text/html,x',
  'about:blank',
  'app://other/',
  'app://bundle.evil/',
  'app://bundle',
  'APP://bundle/',
  'blob:app://bundle/1',
  ' app://bundle/',
  'smb://host/',
  'ms-msdt:/id',
  '',
])('%j is not our page', (address) => expect(isOwnPage(address)).toBe(false));

/** The part of Electron's `webContents` and `session` that guards speak to; it remembers what it was told. */
function fakeElectron() {
  const hears = new Map<string, (...parts: never[]) => unknown>();
  const told: Record<string, unknown> = {};
  const note = (name: string) => (value: unknown) => void (told[name] = value);
  const on = (name: string, hear: (...parts: never[]) => unknown) => void hears.set(name, hear);
  const contents = {
    on,
    loadURL: async (url: string) => note('loaded')(url),
    setWindowOpenHandler: note('open'),
    setWebRTCIPHandlingPolicy: note('rtc'),
  };
  const session = {
    on,
    setPermissionRequestHandler: note('request'),
    setPermissionCheckHandler: note('check'),
    setDevicePermissionHandler: note('device'),
    setDisplayMediaRequestHandler: note('display'),
    setSpellCheckerEnabled: note('spelling'),
    webRequest: { onBeforeRequest: note('before') },
  };
  function isPrevented(name: string, event: object = {}): boolean {
    let prevented = false;
    (hears.get(name) as ((event: object) => void) | undefined)?.({
      ...event,
      preventDefault: () => (prevented = true),
    });
    return prevented;
  }
  return { contents: contents as never, session: session as never, told, hears, isPrevented };
}

test('every way out of the page is closed, and staying is allowed', () => {
  const { contents, told, hears, isPrevented } = fakeElectron();
  guardContents(contents);
  for (const way of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    expect(isPrevented(way, { url: 'https://example.com/' })).toBe(true);
    expect(isPrevented(way, { url: page })).toBe(false);
  }
  expect(isPrevented('will-attach-webview')).toBe(true);
  expect((told['open'] as () => unknown)()).toEqual({ action: 'deny' });
  expect(told['rtc']).toBe('disable_non_proxied_udp');
  (hears.get('did-navigate') as (event: object, url: string) => void)({}, 'about:blank');
  expect(told['loaded']).toBe(page);
});

test('a session denies devices, downloads, spelling lists and every address that is not ours', () => {
  const { session, told, isPrevented } = fakeElectron();
  guardSession(session, false);
  for (const chooser of ['select-hid-device', 'select-serial-port', 'select-usb-device', 'will-download']) {
    expect(isPrevented(chooser)).toBe(true);
  }
  expect((told['device'] as () => boolean)()).toBe(false);
  expect(told['spelling']).toBe(false);
  let granted: unknown;
  (told['request'] as (...parts: unknown[]) => void)(
    { getURL: () => page },
    'media',
    (answer: unknown) => (granted = answer),
    { isMainFrame: true },
  );
  expect(granted).toBe(false);
  expect(
    (told['check'] as (...parts: unknown[]) => boolean)(null, 'clipboard-sanitized-write', '', { isMainFrame: true }),
  ).toBe(false);
  const isCancelled = (url: string) => {
    let cancelled: boolean | undefined;
    (told['before'] as (request: object, decide: (answer: { cancel: boolean }) => void) => void)(
      { url },
      ({ cancel }) => (cancelled = cancel),
    );
    return cancelled;
  };
  expect(
    [
      'https://example.com/',
      'http://localhost/',
      'ws://x/',
      'file:///etc/passwd',
      'devtools://devtools/',
      'data:text/html,x',
    ].map(isCancelled),
  ).toEqual(Array(6).fill(true));
  expect([page, `asset://b/${'a'.repeat(64)}`, 'blob:app://bundle/1'].map(isCancelled)).toEqual([false, false, false]);
});
