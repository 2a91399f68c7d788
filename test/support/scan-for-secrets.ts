import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The letters of base64 that stand for a text wherever in a longer one it begins. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return encoded.slice(Math.ceil((before * 4) / 3), -4);
  });
}

/** A text in each form that it could be left lying about in. */
export function formsOf(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const encoded = inBase64(bytes);
  const json = JSON.stringify(text).slice(1, -1);
  const forms = [
    text, json, bytes.toString('hex'), bytes.toString('hex').toUpperCase(), encodeURIComponent(text), new URLSearchParams([['', text]]).toString().slice(1),
    ...encoded, ...encoded.map((each) => each.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [...new Set(forms)].map((form) => Buffer.from(form)).concat(Buffer.from(text, 'utf16le'));
}

/** Where something is kept: a file, or what was said, by name. */
export type Place = { readonly name: string; readonly bytes: Buffer };

/** Every file below a folder. */
export async function filesIn(folder: string): Promise<Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => ({ name: path.slice(folder.length + 1), bytes: await readFile(path) })));
}

/** What was said, as a place to look at. */
export const said = (name: string, value: unknown): Place => ({ name, bytes: Buffer.from(JSON.stringify(value)) });

/** The places that a text is found in, in any form, in their names or in what they hold. */
export function placesOf(text: string, places: readonly Place[]): string[] {
  const forms = formsOf(text);
  return places.filter(({ name, bytes }) => forms.some((form) => bytes.includes(form) || name.includes(form.toString()))).map(({ name }) => name);
}
