import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Mode } from './modes';
import { perform, sendJson } from './perform';
import { planFor, type Answer } from './plan';
import { performPicture, type PictureMode } from './pictures';
import { createRecord, recordRequest } from './record';
import type { Heard, Wire } from './wire';

export type ServerOptions = {
  /** What a good answer to these messages is; the other modes are made from it. */
  readonly answer: Answer;
  readonly mode?: Mode;
  readonly models?: readonly string[];
  /** With it the server speaks HTTPS. */
  readonly tls?: { readonly key: string; readonly cert: string };
};

/** A running scripted server. */
export type ScriptedServer = Awaited<ReturnType<typeof startScriptedServer>>;

/** Starts a server on a free port of this computer that plays a model, over real sockets. */
export async function startScriptedServer(wire: Wire, options: ServerOptions) {
  const { tls } = options;
  const script = createScript(wire, options);
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    script.serve(request, response).catch((cause: unknown) => {
      if (request.complete) throw cause; // Otherwise the client left while it was sending.
    });
  };
  const server = tls ? createSecureServer(tls, listen) : createPlainServer(listen);
  const listenAt = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listenAt(0);
  const { port } = server.address() as AddressInfo;

  async function goAway(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    /** Every request so far, oldest first. */
    requests: script.record.all,
    /** The request with this number, counted from 0, as soon as it has come in. */
    request: script.record.nth,
    /** From the next request on the model is like this. */
    play: script.play,
    /** From the next request on the model for pictures is like this. */
    playPictures: script.playPictures,
    /** Lets nobody answer at its address, as when the program is closed. */
    goAway,
    /** Answers again, at the same address. */
    comeBack: (): Promise<void> => listenAt(port),
    stop: goAway,
  };
}

function createScript(wire: Wire, { answer, mode: first = { kind: 'good' }, models = ['scripted-1'] }: ServerOptions) {
  const record = createRecord();
  let mode: Mode = first;
  let earlier = 0;
  let pictureMode: PictureMode = { kind: 'none' };

  function planAnswer(heard: Heard) {
    const isKnown = models.includes(heard.model);
    const plan = planFor({ mode: isKnown ? mode : { kind: 'no-such-model' }, answer, earlier, ...heard });
    earlier += 1;
    return plan;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let isDropped = false;
    const recorded = await recordRequest(request, response, () => isDropped);
    record.add(recorded);
    if (recorded.path === wire.answerPath) {
      const heard = wire.hear(recorded.bytes);
      const plan = planAnswer(heard);
      isDropped = plan.kind === 'answer' && plan.halt?.how === 'drop';
      return perform(plan, { wire, heard, response });
    }
    if (recorded.path === wire.picturesPath) {
      performPicture(pictureMode, { wire, response });
      return;
    }
    // Asking for the models fails in the same ways, only that there is nothing to say.
    const heard = { model: models[0] ?? '', messages: [], limit: Infinity };
    const plan = planAnswer(heard);
    if (plan.kind !== 'answer') await perform(plan, { wire, heard, response });
    else if (recorded.path === wire.modelsPath) sendJson(response, 200, wire.models(models));
    else sendJson(response, 404, wire.failure('not_found', 'No such page.'));
  }

  function play(next: Mode): void {
    mode = next;
    earlier = 0;
  }

  return { record, serve, play, playPictures: (next: PictureMode) => void (pictureMode = next) };
}
