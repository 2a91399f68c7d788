import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Log } from '../diagnostics/log';
import { AppFailure } from '../failure';
import type { Files } from '../files/files';
import type { Message } from './model-client';

/** Everything that makes one answer stand for another: what was asked, of whom, and how. */
export type AnswerQuestion = {
  /** Scheme, host and port of the server. */
  readonly origin: string;
  readonly model: string;
  readonly temperature: number;
  readonly mostTokens: number;
  readonly contextTokens: number;
  /** Which wording of our own the messages were made with. */
  readonly promptVersion: string;
  readonly messages: readonly Message[];
};

/** The name that the answer to a question is kept under. */
export function answerKey(question: AnswerQuestion): string {
  const { origin, model, temperature, mostTokens, contextTokens, promptVersion, messages } = question;
  const told = messages.map(({ role, content }) => [role, content]);
  // A list has one order only, so that equal questions are equal text.
  const canonical = JSON.stringify([origin, model, temperature, mostTokens, contextTokens, promptVersion, told]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** Answers that were paid for once. */
export type AnswerCache = ReturnType<typeof createAnswerCache>;

const usualMostBytes = 200 * 1024 * 1024;
const keptMs = 30 * 24 * 60 * 60 * 1_000;
/** Answers of one day must not all be asked for again on one day. */
const keptSpread = 0.1;
const nonceBytes = 24;
/** First in each entry: the format, version 1. */
const magic = Buffer.from('LHA1');

/** `<last used>-<until when>-<key>`, times in milliseconds: the names alone are the index. */
const entryName = /^(\d{13})-(\d{13})-([\da-f]{64})$/u;

type Place = { readonly usedAt: number; readonly until: number; readonly bytes: number };

const nameOf = (key: string, { usedAt, until }: Pick<Place, 'usedAt' | 'until'>): string => `${usedAt}-${until}-${key}`;

const contextOf = (key: string, until: number): Uint8Array => Buffer.from(`${key} ${until}`);

function seal(secret: Uint8Array, context: Uint8Array, text: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  return Buffer.concat([magic, nonce, xchacha20poly1305(secret, nonce, context).encrypt(Buffer.from(text))]);
}

function unseal(secret: Uint8Array, context: Uint8Array, bytes: Uint8Array): string | undefined {
  if (!magic.equals(bytes.subarray(0, magic.length))) return undefined;
  const nonce = bytes.subarray(magic.length, magic.length + nonceBytes);
  try {
    const text = xchacha20poly1305(secret, nonce, context).decrypt(bytes.subarray(magic.length + nonceBytes));
    return new TextDecoder().decode(text);
  } catch {
    return undefined; // changed, moved here from another name, or sealed with another key
  }
}

/**
 * Keeps answers in a folder, encrypted, for about thirty days; the least recently used go first when they take more
 * than `mostBytes`. Each entry is bound to its key and its end, so that one that was changed, swapped or renamed is no
 * answer, and is removed. Never fails: a disk that refuses costs an answer that is asked for again.
 */
export function createAnswerCache(deps: {
  readonly files: Files;
  readonly folder: string;
  /** 32 bytes, the same ones as long as the entries are to be read. */
  readonly encryptionKey: () => Promise<Uint8Array>;
  readonly log: Log;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly mostBytes?: number;
}) {
  const { files, folder, now, mostBytes = usualMostBytes } = deps;
  let opened: Promise<Map<string, Place>> | undefined;
  let running: Promise<unknown> = Promise.resolve();

  /** The entries in the order of their last use. Those that are over, and what a crash left, are removed. */
  async function open(): Promise<Map<string, Place>> {
    const places = new Map<string, Place>();
    for (const name of await files.list(folder)) {
      const [, usedAt = '', until = '', key] = entryName.exec(name) ?? [];
      const found = key === undefined ? undefined : await files.look(join(folder, name));
      const isKept = key !== undefined && found && Number(until) > now() && !places.has(key);
      if (isKept) places.set(key, { usedAt: Number(usedAt), until: Number(until), bytes: found.bytes });
      else await files.remove(join(folder, name));
    }
    return places;
  }

  /** Does one thing after the other; a disk that fails gives `undefined`. */
  function inTurn<T>(work: (places: Map<string, Place>) => Promise<T>): Promise<T | undefined> {
    const turn = running.then(async () => {
      try {
        opened ??= open();
        return await work(await opened);
      } catch (cause) {
        opened = undefined; // what is in the folder is no longer known
        if (!(cause instanceof AppFailure)) throw cause;
        deps.log.warn('answer-cache.failed', { code: cause.error.code });
        return undefined;
      }
    });
    running = turn.catch(() => undefined); // whoever asked hears of it
    return turn;
  }

  async function drop(places: Map<string, Place>, key: string): Promise<void> {
    const place = places.get(key);
    if (!place) return;
    await files.remove(join(folder, nameOf(key, place)));
    places.delete(key);
  }

  async function makeRoom(places: Map<string, Place>): Promise<void> {
    let bytes = [...places.values()].reduce((sum, place) => sum + place.bytes, 0);
    for (const [key, place] of [...places]) {
      if (bytes <= mostBytes) return;
      await drop(places, key);
      bytes -= place.bytes;
    }
  }

  /** Makes an entry the last to go. */
  async function touch(places: Map<string, Place>, key: string, place: Place): Promise<void> {
    const touched = { ...place, usedAt: now() };
    if (touched.usedAt !== place.usedAt) {
      await files.move(join(folder, nameOf(key, place)), join(folder, nameOf(key, touched)));
    }
    places.delete(key);
    places.set(key, touched);
  }

  return {
    /** The answer that was kept under a key, or `undefined`. */
    get: (key: string): Promise<string | undefined> =>
      inTurn(async (places) => {
        const place = places.get(key);
        if (!place) return undefined;
        const bytes = place.until > now() ? await files.read(join(folder, nameOf(key, place))) : undefined;
        const text = bytes && unseal(await deps.encryptionKey(), contextOf(key, place.until), bytes);
        if (text === undefined) await drop(places, key);
        else await touch(places, key, place);
        return text;
      }),
    /** Keeps an answer. Hand in only what was used: a whole answer that passed its checks. */
    put: (key: string, text: string): Promise<void> =>
      inTurn(async (places) => {
        const usedAt = now();
        const until = Math.round(usedAt + keptMs * (1 - keptSpread + 2 * keptSpread * deps.random()));
        const bytes = seal(await deps.encryptionKey(), contextOf(key, until), text);
        await drop(places, key);
        if (bytes.byteLength > mostBytes) return;
        await files.makeFolder(folder);
        await files.replace(join(folder, nameOf(key, { usedAt, until })), bytes);
        places.set(key, { usedAt, until, bytes: bytes.byteLength });
        await makeRoom(places);
      }),
    /** Removes every answer. */
    clear: (): Promise<void> =>
      inTurn(async (places) => {
        await files.remove(folder);
        places.clear();
      }),
  };
}
