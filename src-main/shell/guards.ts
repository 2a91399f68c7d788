import type { Session, WebContents } from 'electron';
import { pageAddress, pageOrigin } from './content-policy';
import { isPermitted } from './permissions';

/** True for addresses of our own page: the only ones a frame may be at. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(`${pageOrigin}/`);
}

/** Closes every way out of the page: navigation, windows, embedded pages. */
export function guardContents(contents: WebContents): void {
  const keepOwn = (event: { readonly preventDefault: () => void; readonly url: string }) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', keepOwn);
  contents.on('will-frame-navigate', keepOwn);
  contents.on('will-redirect', keepOwn);
  // `about:blank` commits without asking anybody, so the page is brought back from there.
  contents.on('did-navigate', (_event, url) => {
    if (!isOwnPage(url)) void contents.loadURL(pageAddress);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Denies a session's permissions, devices, downloads and every address that is not ours. */
export function guardSession(session: Session, allowDevTools: boolean): void {
  session.setPermissionRequestHandler((contents, permission, decide, details) => {
    decide(isPermitted({ permission, address: contents.getURL(), isMainFrame: details.isMainFrame }));
  });
  session.setPermissionCheckHandler((contents, permission, _origin, details) =>
    isPermitted({ permission, address: contents?.getURL() ?? '', isMainFrame: details.isMainFrame }),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  for (const chooser of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    session.on(chooser as 'select-hid-device', (event) => event.preventDefault());
  }
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  const allowed = allowDevTools ? /^(?:app|asset|blob|devtools):/ : /^(?:app|asset|blob):/;
  session.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !allowed.test(request.url) }));
}
