import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CoWriterSettings, ModelServer } from '../../src-shared/domain/co-writer';
import type { Log } from '../diagnostics/log';
import type { ReportProblem } from '../diagnostics/problems';
import type { Files } from '../files/files';
import type { SecretVault } from '../secrets/secret-vault';
import { sleep } from './abort';
import { createAnswerCache } from './answer-cache';
import { createBudget } from './budget';
import { createExchange } from './exchange';
import { createGate } from './gate';
import { createLedger } from './ledger';
import { createNetwork } from './network';
import { usualPatience, type Patience } from './patience';
import { createPictureExchange } from './picture-exchange';
import { createPrices } from './prices';
import { createRateLimit } from './rate-limit';
import { createResilience } from './resilience';
import type { Target } from './target';

/** The name in the vault of a server’s key. */
export const keyName = (serverId: string): string => `key of server ${serverId}`;

const cacheKeyName = 'key of the answer cache';
const cacheKeyBytes = 32;

/** Where the parts of the gate keep their files. */
export type GateFolders = { readonly user: string; readonly resources: string; readonly quarantine: string };

/** Joins the parts of the gate. Nothing is read or sent before the first question. */
export function assembleGate(deps: {
  readonly settings: () => CoWriterSettings;
  readonly vault: SecretVault;
  readonly files: Files;
  readonly folders: GateFolders;
  readonly report: ReportProblem;
  readonly log: Log;
  readonly now: () => number;
  readonly newId: () => string;
  /** Hears that a server has answered. */
  readonly onAnswered: () => void;
  /** Other times to wait, where the usual ones are too long. */
  readonly patience?: Partial<Patience>;
}) {
  const { settings, vault, files, folders, log, now, newId } = deps;
  const { random } = Math;
  const fetch = createNetwork({ isOpen: () => settings().isOn });
  const clientOf = async (server: ModelServer) => {
    // Who never asks a model never waits for the protocol's library at the start.
    const { clientFor } = await import('./client-for');
    return clientFor({ server, key: await vault.get(keyName(server.id)), fetch });
  };
  const ledger = createLedger({
    files,
    report: deps.report,
    log,
    now,
    newId,
    path: join(folders.user, 'spending.log'),
    quarantineFolder: folders.quarantine,
  });
  const prices = createPrices({ read: files.read, path: join(folders.resources, 'model-prices.json'), settings });
  const patienceFor = ({ server, isInteractive }: Target): Patience => ({
    ...usualPatience(server.kind, isInteractive),
    ...deps.patience,
  });
  const line = {
    clientFor: clientOf,
    budget: createBudget({ ledger, prices, settings }),
    rateLimit: createRateLimit({ limits: settings, now, sleep }),
    resilience: createResilience({ random }),
    patienceFor,
    nowMs: () => performance.now(),
    onAnswered: deps.onAnswered,
  };
  const cache = createAnswerCache({
    files,
    folder: join(folders.user, 'answers'),
    encryptionKey: () => cacheKey(vault),
    log,
    now,
    random,
  });
  const exchange = createExchange(line);
  const pictureExchange = createPictureExchange(line);
  return { gate: createGate({ settings, clientFor: clientOf, cache, exchange, pictureExchange }), ledger, prices };
}

/** The key of the cache: made once, and kept where the other secrets are. */
async function cacheKey(vault: SecretVault): Promise<Uint8Array> {
  const kept = await vault.get(cacheKeyName);
  if (kept !== undefined) return Buffer.from(kept, 'base64');
  const made = randomBytes(cacheKeyBytes);
  await vault.set(cacheKeyName, made.toString('base64'));
  return made;
}
