import { chosenServer, isLocal, originOf, type CoWriterSettings } from '../../src-shared/domain/co-writer';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import { keyName } from '../ai/assemble';
import type { Gate } from '../ai/gate';
import type { SecretVault } from '../secrets/secret-vault';

/** The calls that set the co-writer up. */
export type SetUpService = Pick<Handlers, 'coWriter.status' | 'coWriter.models' | 'coWriter.setKey'>;

/** Tells how the co-writer stands, tries a server out, and takes keys in. Keys never come back out. */
export function createSetUpService(deps: {
  readonly settings: () => CoWriterSettings;
  readonly vault: SecretVault;
  readonly gate: Pick<Gate, 'models'>;
}): SetUpService {
  const { settings, vault } = deps;
  return {
    async 'coWriter.status'() {
      const wish = settings();
      const server = chosenServer(wish);
      const needsConsent = server !== undefined && !isLocal(server) && !wish.consents.includes(originOf(server));
      return ok({
        isOn: wish.isOn,
        server: server ? { name: server.name, origin: originOf(server), isLocal: isLocal(server), needsConsent } : null,
        model: wish.model,
        imageModel: wish.imageModel,
        isReady: wish.isOn && server !== undefined && wish.model !== '' && !needsConsent,
        keys: vault.isDurable() ? 'kept' : 'session',
        hasKey: server !== undefined && (await vault.has(keyName(server.id))),
      });
    },
    'coWriter.models': async ({ server }) => ok([...(await deps.gate.models(server, new AbortController().signal))]),
    async 'coWriter.setKey'({ serverId, key }) {
      if (key === '') await vault.remove(keyName(serverId));
      else await vault.set(keyName(serverId), key);
      return ok({ isDurable: vault.isDurable() });
    },
  };
}
