import type { Handlers } from '../src-shared/ipc/contract';
import { ok } from '../src-shared/result';
import type { Log } from './diagnostics/log';
import type { Problems } from './diagnostics/problems';
import type { Timings } from './diagnostics/timings';
import type { SettingsService } from './settings/settings-service';
import type { WindowControl } from './shell-ports';

/** The calls about the application itself. */
export type AppService = Pick<Handlers, Extract<keyof Handlers, `app.${string}` | `settings.${string}`>>;

/** Answers what the application is, how it fares, and how the author wants it. */
export function createAppService(deps: {
  readonly version: string;
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly runtime: string;
  readonly logFolder: string;
  readonly libraryFolder: () => string;
  readonly problems: Problems;
  readonly timings: Timings;
  readonly settings: SettingsService;
  readonly windowControl: WindowControl;
  readonly log: Log;
}): AppService {
  const { version, platform, problems, settings, windowControl, log } = deps;
  return {
    'app.info': async () => ok({ version, platform }),
    'app.problems': async () => ok([...problems.list()]),
    'app.dismissProblem': async ({ id }) => problems.dismiss(id),
    'app.diagnostics': async () =>
      ok({
        version, platform, runtime: deps.runtime, libraryFolder: deps.libraryFolder(), logFolder: deps.logFolder,
        operations: [...deps.timings.list()],
      }),
    async 'app.reportError'({ name, stack }) {
      const cause = new Error(name);
      cause.stack = stack;
      log.error('page.failed', { op: 'page', cause });
      return ok(null);
    },
    async 'app.quit'() {
      windowControl.quit();
      return ok(null);
    },
    async 'app.toggleFullScreen'() {
      windowControl.toggleFullScreen();
      return ok(null);
    },
    'settings.read': settings.read,
    'settings.update': settings.update,
  };
}
