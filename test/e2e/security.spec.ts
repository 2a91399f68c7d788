import { expect, test } from '@playwright/test';
import { launch, type Launched, type PageWindow } from './support/launch';

let longhand: Launched;
test.beforeAll(async () => {
  longhand = await launch();
});
test.afterAll(async () => longhand.close());

/** Runs something the policy must refuse and gives what Chromium reported; its console lines are expected here. */
async function violations(attempt: string): Promise<readonly string[]> {
  const blocked = await longhand.page.evaluate(async (source) => {
    const seen: string[] = [];
    const hear = (event: SecurityPolicyViolationEvent) => seen.push(event.effectiveDirective);
    document.addEventListener('securitypolicyviolation', hear);
    // Given as a function of Playwright's world, so that the attempt itself needs no eval in the page.
    const attempts: Record<string, () => unknown> = {
      'inline script': () =>
        document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.__pwned = 1' })),
      'remote script': () =>
        document.head.append(Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' })),
      'data script': () =>
        document.head.append(
          Object.assign(document.createElement('script'), { src: 'data:text/javascript,window.__pwned=1' }),
        ),
      'remote image': () => document.body.append(Object.assign(new Image(), { src: 'https://example.com/x.png' })),
      'inline style': () =>
        document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' })),
      fetch: () => fetch('https://example.com').catch(() => undefined),
      'file fetch': () => fetch('file:///etc/passwd').catch(() => undefined),
      socket: () => new WebSocket('wss://example.com'),
      frame: () =>
        document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com' })),
      object: () =>
        document.body.append(Object.assign(document.createElement('object'), { data: 'https://example.com/x.swf' })),
      base: () => document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.com/' })),
      worker: () => new Worker('data:text/javascript,1'),
      form() {
        const form = Object.assign(document.createElement('form'), { action: 'https://example.com/', method: 'post' });
        document.body.append(form);
        form.submit();
        form.remove();
      },
    };
    try {
      await attempts[source]?.();
    } catch {
      // Some refusals are also exceptions; the report is what counts.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    document.removeEventListener('securitypolicyviolation', hear);
    return seen;
  }, attempt);
  longhand.problems.splice(0);
  return blocked;
}

test('the page has no way into Node', async () => {
  const kinds = await longhand.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'].map(
      (name) => typeof (window as unknown as Record<string, unknown>)[name],
    ),
  );
  expect(new Set(kinds)).toEqual(new Set(['undefined']));
});

test('the bridge is two functions that the page cannot change', async () => {
  const bridge = await longhand.page.evaluate(() => {
    const { bridge } = window as unknown as { bridge: Record<string, unknown> };
    let redefined = true;
    try {
      Object.defineProperty(window, 'bridge', { value: {} });
    } catch {
      redefined = false;
    }
    return {
      keys: Object.keys(bridge),
      types: Object.values(bridge).map((member) => typeof member),
      frozen: Object.isFrozen(bridge),
      redefined,
    };
  });
  expect(bridge).toEqual({ keys: ['call', 'on'], types: ['function', 'function'], frozen: true, redefined: false });
});

test('poisoned prototypes of the page do not reach the bridge', async () => {
  const answer = await longhand.page.evaluate(async () => {
    const push = Array.prototype.push;
    const call = Reflect.get(Function.prototype, 'call');
    Array.prototype.push = () => {
      throw new Error('poisoned');
    };
    Function.prototype.call = () => {
      throw new Error('poisoned');
    };
    try {
      return await (window as unknown as PageWindow).bridge.call('app.info', null);
    } finally {
      Array.prototype.push = push;
      Function.prototype.call = call;
    }
  });
  expect(answer).toMatchObject({ ok: true });
});

test('every web content runs isolated, sandboxed and without Node', async () => {
  const preferences = await longhand.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const asked = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
      return asked.getLastWebPreferences();
    }),
  );
  expect(preferences).toHaveLength(1);
  // Electron reports some switches only when they are on.
  expect({ nodeIntegrationInWorker: false, navigateOnDragDrop: false, ...preferences[0] }).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
  });
});

for (const [attempt, directive] of [
  ['inline script', 'script-src-elem'],
  ['remote script', 'script-src-elem'],
  ['data script', 'script-src-elem'],
  ['remote image', 'img-src'],
  ['inline style', 'style-src-elem'],
  ['fetch', 'connect-src'],
  ['file fetch', 'connect-src'],
  ['socket', 'connect-src'],
  ['frame', 'frame-src'],
  ['object', 'object-src'],
  ['base', 'base-uri'],
  ['worker', 'worker-src'],
  ['form', 'form-action'],
] as const) {
  test(`the policy refuses: ${attempt}`, async () => {
    expect(await violations(attempt)).toContain(directive);
    expect(await longhand.page.evaluate(() => '__pwned' in window)).toBe(false);
  });
}

test('code cannot be made from text', async () => {
  const results = await longhand.page.evaluate(async () => {
    // In a task of the page itself: what runs inside `evaluate` is let off by the debugger.
    await new Promise((resolve) => setTimeout(resolve, 10));
    const attempts = [() => (0, eval)('1') as unknown, () => Reflect.construct(Function, ['return 1']) as unknown];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'ran';
      } catch {
        return 'refused';
      }
    });
  });
  longhand.problems.splice(0);
  expect(results).toEqual(['refused', 'refused']);
});

test('a file of the disk is not drawn', async () => {
  const outcome = await longhand.page.evaluate(
    () =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('drawn');
        image.onerror = () => resolve('refused');
        image.src = 'file:///usr/share/pixmaps/debian-logo.png';
      }),
  );
  longhand.problems.splice(0);
  expect(outcome).toBe('refused');
});

test('every answer of the scheme carries the policy, also a refusal', async () => {
  const answers = await longhand.page.evaluate(async () =>
    Promise.all(
      ['index.html', 'missing.js', '..%2f..%2fpackage.json', '%2e%2e/package.json', 'x%5cy.js'].map(async (path) => {
        const response = await fetch(`app://bundle/${path}`);
        return {
          status: response.status,
          policy: response.headers.get('content-security-policy'),
          sniff: response.headers.get('x-content-type-options'),
        };
      }),
    ),
  );
  await longhand.page.waitForTimeout(100);
  longhand.problems.splice(0);
  expect(answers.map((answer) => answer.status)).toEqual([200, 404, 404, 404, 404]);
  for (const { policy, sniff } of answers) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    expect(sniff).toBe('nosniff');
  }
});

test('the page cannot be led away and opens no second window', async () => {
  const address = longhand.page.url();
  await longhand.page.evaluate(() => {
    const link = document.createElement('a');
    document.body.append(link);
    for (const href of [
      'https://example.com/',
      'file:///etc/passwd',
      'javascript:window.__pwned=1',
      'data:text/html,x',
      'app://other/',
    ]) {
      for (const target of ['', '_blank', '_top']) {
        link.href = href;
        link.target = target;
        link.click();
        window.open(href, target);
      }
    }
    link.remove();
    location.assign('https://example.com/');
  });
  await longhand.page.waitForTimeout(500);
  longhand.problems.splice(0);
  expect(longhand.page.url()).toBe(address);
  expect(await longhand.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await longhand.page.evaluate(() => '__pwned' in window)).toBe(false);
});

test('an empty page is left again at once', async () => {
  await longhand.page.evaluate(() => void window.open('about:blank', '_top'));
  await longhand.page.waitForURL(/^app:\/\/bundle\//);
  longhand.problems.splice(0);
  await expect(async () => {
    expect(await longhand.call('app.info', null)).toMatchObject({ ok: true });
  }).toPass();
});

test('an embedded page never attaches', async () => {
  await longhand.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com');
    document.body.append(view);
  });
  await longhand.page.waitForTimeout(300);
  longhand.problems.splice(0);
  expect(await longhand.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('camera, microphone, place and notifications are denied', async () => {
  const denied = await longhand.page.evaluate(async () => {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
      () => 'granted',
      () => 'denied',
    );
    const screen = await navigator.mediaDevices.getDisplayMedia().then(
      () => 'granted',
      () => 'denied',
    );
    const notice = await Notification.requestPermission();
    const place = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      ),
    );
    return [media, screen, notice, place];
  });
  longhand.problems.splice(0);
  expect(denied).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test('a download of the page comes to nothing', async () => {
  const started = await longhand.app.evaluate(({ session }) => {
    const shared = globalThis as unknown as { finished: string[] };
    shared.finished = [];
    session.defaultSession.on('will-download', (event) =>
      shared.finished.push(event.defaultPrevented ? 'refused' : 'started'),
    );
    return shared.finished.length;
  });
  expect(started).toBe(0);
  await longhand.page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(new Blob(['x'])),
      download: 'x.txt',
    });
    link.click();
  });
  await longhand.page.waitForTimeout(500);
  longhand.problems.splice(0);
  expect(await longhand.app.evaluate(() => (globalThis as unknown as { finished: string[] }).finished)).toEqual([
    'refused',
  ]);
});

test('a frame inside the page has no bridge', async () => {
  const inner = await longhand.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const type = typeof (frame.contentWindow as unknown as Record<string, unknown> | null)?.['bridge'];
    frame.remove();
    return type;
  });
  longhand.problems.splice(0);
  expect(inner).toBe('undefined');
});

test('links with any key or button, forms and refreshing pages open no window and lead nowhere', async () => {
  const address = longhand.page.url();
  await longhand.page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.com/', textContent: 'x' });
    const form = Object.assign(document.createElement('form'), { action: 'https://example.com/', target: '_blank' });
    const refresh = Object.assign(document.createElement('meta'), {
      httpEquiv: 'refresh',
      content: '0;url=https://example.com/',
    });
    document.body.append(link, form);
    document.head.append(refresh);
    for (const how of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }, { altKey: true }])
      for (let time = 0; time < 4; time += 1)
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
    form.submit();
    history.pushState(null, '', '?x');
    history.back();
    link.remove();
    form.remove();
    refresh.remove();
  });
  await expect.poll(() => longhand.page.url()).toBe(address);
  longhand.problems.splice(0);
  expect(await longhand.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('what is dropped on the window does not replace the page', async () => {
  const address = longhand.page.url();
  await longhand.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/uri-list', 'https://example.com/');
    data.items.add(new File(['<script>window.__pwned = 1</script>'], 'x.html', { type: 'text/html' }));
    for (const name of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  expect(longhand.page.url()).toBe(address);
  expect(await longhand.page.evaluate(() => '__pwned' in window)).toBe(false);
});

test('a peer connection finds no way out, and nothing is fetched ahead', async () => {
  const candidates = await longhand.page.evaluate(async () => {
    const hint = Object.assign(document.createElement('link'), { rel: 'prefetch', href: 'https://example.com/x' });
    document.head.append(hint);
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:example.com:3478' }] });
    const found: string[] = [];
    peer.onicecandidate = ({ candidate }) => {
      if (candidate) found.push(candidate.candidate);
    };
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise<void>((resolve) => {
      if (peer.iceGatheringState === 'complete') resolve();
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
    });
    peer.close();
    hint.remove();
    return found;
  });
  longhand.problems.splice(0);
  // Without a proxy there is no path at all; over UDP none may be told.
  expect(candidates.filter((candidate) => / udp /iu.test(candidate))).toEqual([]);
});

test('words on the command line that are no options change nothing', async () => {
  const hostile = [
    'https://example.com/',
    'file:///etc/passwd',
    'longhand://open?file=/etc/passwd',
    'javascript:alert(1)',
    '/etc/passwd',
    '../../etc/passwd',
    '\\\\host\\share',
    '-e',
    'process.exit(3)',
    '--eval=process.exit(3)',
    '--require=/tmp/evil.js',
    '--app=https://example.com/',
    '%00',
    '$(touch /tmp/pwned)',
    '; touch /tmp/pwned',
    '--',
    '🙂',
  ];
  const started = await launch({ arguments: hostile });
  expect(started.page.url()).toMatch(/^app:\/\/bundle\//u);
  expect(await started.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await started.call('app.info', null)).toMatchObject({ ok: true });
  await started.close();
});
