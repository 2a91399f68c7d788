import { join } from 'node:path';
import { Genre } from '../../src-shared/domain/genre';
import { Pack } from '../../src-shared/domain/pack';
import { fail } from '../failure';

const fallbackLanguage = 'en';

/** A word in small letters that begins no sentence. */
const smallWord = /(?<=[\p{L}\p{N},;:]\s)\p{Ll}[\p{L}\p{M}]*/gu;

/**
 * Loads packs as they are asked for, from `<folder>/<language>/<genre>.json`, and keeps them. A language without a pack
 * gets the English one of the same genre; a genre never gets another's. A broken file is `unreadable-file`.
 */
export function createPacks({
  read,
  folder,
}: {
  read: (path: string) => Promise<Uint8Array | undefined>;
  folder: string;
}) {
  const loaded = new Map<string, Promise<Pack>>();

  async function load(language: string, genre: Genre): Promise<Pack> {
    for (const tag of new Set([language, language.split('-')[0] ?? language, fallbackLanguage])) {
      const bytes = await read(join(folder, tag, `${genre}.json`));
      if (bytes) return parsePack(`${tag}/${genre}.json`, bytes);
    }
    return fail({ code: 'unreadable-file', file: `${fallbackLanguage}/${genre}.json`, reason: 'missing' });
  }

  function packFor(genre: Genre, language: string): Promise<Pack> {
    const key = `${language}/${genre}`;
    const known = loaded.get(key);
    if (known) return known;
    const loading = load(language, genre).catch((cause: unknown) => {
      loaded.delete(key); // a file that is mended must not need a restart
      throw cause;
    });
    loaded.set(key, loading);
    return loading;
  }

  const common = new Map<string, Promise<ReadonlySet<string>>>();

  async function readWords(tag: string): Promise<ReadonlySet<string>> {
    const words = new Set<string>();
    for (const genre of Genre.options) {
      const bytes = await read(join(folder, tag, `${genre}.json`));
      if (bytes) for (const [word] of new TextDecoder().decode(bytes).matchAll(smallWord)) words.add(word);
    }
    return words;
  }

  /** Words of a language in small letters, out of all its packs; none for a language without packs. */
  function wordsOf(language: string): Promise<ReadonlySet<string>> {
    const tag = language.split('-')[0]?.toLowerCase() ?? '';
    const words = common.get(tag) ?? readWords(tag);
    common.set(tag, words);
    words.catch(() => common.delete(tag));
    return words;
  }

  /** `packFor` gives the pack of a genre in the language nearest to the one asked for; `wordsOf` a language’s words. */
  return { packFor, wordsOf };
}

function parsePack(file: string, bytes: Uint8Array): Pack {
  try {
    return Pack.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    return fail({ code: 'unreadable-file', file, reason: 'not a pack' }, cause);
  }
}
