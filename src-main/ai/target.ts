import {
  chosenServer,
  isLocal,
  originOf,
  taskLimits,
  type CoWriterSettings,
  type CoWriterTask,
  type ModelServer,
} from '../../src-shared/domain/co-writer';
import { fail } from '../failure';

/** Where a task goes, and how it is asked. */
export type Target = {
  readonly server: ModelServer;
  readonly model: string;
  readonly temperature: number;
  readonly mostTokens: number;
  readonly isInteractive: boolean;
};

/**
 * Where the settings send a task. Refuses before anything else when the co-writer is off (`ai-off`), then what is not
 * set up (`ai-not-set-up`), then a server beyond this computer that the author has not allowed (`ai-consent-needed`).
 */
export function targetOf(settings: CoWriterSettings, task: CoWriterTask): Target {
  if (!settings.isOn) fail({ code: 'ai-off' });
  const server = chosenServer(settings) ?? fail({ code: 'ai-not-set-up', missing: 'server' });
  const own = settings.tasks[task] ?? {};
  const usual = taskLimits[task];
  const isPicture = task === 'cover-picture';
  const model = isPicture ? settings.imageModel : (own.model ?? settings.model);
  if (model === '') fail({ code: 'ai-not-set-up', missing: isPicture ? 'image-model' : 'model' });
  const origin = originOf(server);
  if (!isLocal(server) && !settings.consents.includes(origin)) fail({ code: 'ai-consent-needed', origin });
  return {
    server,
    model,
    temperature: own.temperature ?? usual.temperature,
    mostTokens: own.mostTokens ?? usual.mostTokens,
    isInteractive: usual.isInteractive,
  };
}
