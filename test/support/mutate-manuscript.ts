import { strFromU8, strToU8, zipSync, type Zippable, type ZipOptions } from 'fflate';
import type { Random } from './random';

const linkMode = 0o120777;
const mebibyte = 1024 * 1024;

const bytesOf = (part: Zippable[string] | undefined): Uint8Array => (Array.isArray(part) ? (part[0] as Uint8Array) : (part as Uint8Array | undefined)) ?? new Uint8Array();
const zip = (parts: Zippable): Uint8Array => zipSync(parts, { level: 1, mtime: new Date(1980, 0, 2) });
const xmlNames = (parts: Zippable): string[] => Object.keys(parts).filter((name) => /\.(?:xml|rels|opf|xhtml)$/u.test(name));

type Mutation = (parts: Zippable, random: Random) => Uint8Array;

function withXml(parts: Zippable, random: Random, change: (text: string) => string): Uint8Array {
  const name = random.pick(xmlNames(parts)) ?? '';
  return zip({ ...parts, [name]: strToU8(change(strFromU8(bytesOf(parts[name])))) });
}

/** What bad luck and bad people do to a file. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'flipped bytes': (parts, random) => {
    const bytes = zip(parts);
    for (let left = 1 + random.below(12); left > 0; left -= 1) bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  },
  'cut off': (parts, random) => zip(parts).slice(0, random.below(zip(parts).length)),
  'entries swapped': (parts, random) => {
    const names = Object.keys(parts);
    const [one = '', other = ''] = [random.pick(names), random.pick(names)];
    return zip({ ...parts, [one]: bytesOf(parts[other]), [other]: bytesOf(parts[one]) });
  },
  'an entry gone': (parts, random) => {
    const gone = random.pick(Object.keys(parts));
    return zip(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== gone)));
  },
  'letters of the text changed': (parts, random) =>
    withXml(parts, random, (text) => {
      let changed = text;
      for (let left = 1 + random.below(6); left > 0; left -= 1) {
        const at = random.below(changed.length);
        const piece = random.pick(['<', '>', '"', '/', '&', '&#x0;', ']]>', '<!--', '\u0000', '<w:p>', '</w:p>', '<li>', 'w:val="-1"', '9'.repeat(30), '\ud800', '']) ?? '';
        changed = changed.slice(0, at) + piece + changed.slice(at + random.below(4));
      }
      return changed;
    }),
  'elements doubled, dropped or moved': (parts, random) =>
    withXml(parts, random, (text) => {
      const pieces = text.split(/(?=<)/u);
      for (let left = 1 + random.below(8); left > 0; left -= 1) {
        const at = random.below(pieces.length);
        const other = random.below(pieces.length);
        if (random.chance(0.3)) pieces.splice(at, 1);
        else pieces.splice(at, 0, ...pieces.slice(other, other + 1 + random.below(4)));
      }
      return pieces.join('');
    }),
  'numbers out of all bounds': (parts, random) => withXml(parts, random, (text) => text.replace(/"\d+"/gu, (found) => (random.chance(0.3) ? (random.pick(['"-1"', '"99999999999"', '"NaN"', '"1e9"', '""', '"0"']) ?? found) : found))),
  'nested without end': (parts, random) =>
    withXml(parts, random, (text) => {
      const name = random.pick(['w:sdt', 'text:list', 'div', 'blockquote', 'w:tbl', 'em', 'mc:AlternateContent']) ?? 'div';
      const depth = 150 + random.below(30_000);
      return text.replace(/(<(?:w:body|office:text|body)>)/u, (body) => body + `<${name}>`.repeat(depth) + `</${name}>`.repeat(depth));
    }),
  'words that grow': (parts, random) =>
    withXml(parts, random, (text) => `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_unused, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>${text.replace(/^<\?xml[^>]*\?>/u, '').replace(/(<(?:w:t|text:p|p)[^>]*>)/u, '$1&j;&file;')}`),
  'a bomb': (parts, random) => {
    const name = random.pick(xmlNames(parts)) ?? '';
    return zip({ ...parts, [name]: new Uint8Array((9 + random.below(12)) * mebibyte).fill(0x20) });
  },
  'a name that leads out': (parts, random) => {
    const name = random.pick(['../../evil-of-longhand.txt', '/tmp/evil-of-longhand.txt', 'word\\..\\..\\evil-of-longhand.txt', 'C:/evil-of-longhand.txt', 'a/../../../tmp/evil-of-longhand.txt']) ?? '';
    return zip({ ...parts, [name]: strToU8('out') });
  },
  'a link in the archive': (parts, random) => {
    const name = random.pick(Object.keys(parts)) ?? '';
    const asLink: ZipOptions = { os: 3, attrs: (linkMode << 16) >>> 0 };
    return zip({ ...parts, [name]: [strToU8('/etc/passwd'), asLink] });
  },
  'thousands of parts': (parts, random) => zip({ ...parts, ...Object.fromEntries(Array.from({ length: random.chance(0.2) ? 21_000 : 200 }, (_unused, at) => [`junk/${at}`, new Uint8Array()])) }),
};
