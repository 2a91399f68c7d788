import { extname } from 'node:path';
import { refuse } from './refusal';
import type { Archive } from './zip-archive';

/** What a zip file is, by what it holds. */
export async function zipKind(archive: Archive): Promise<'docx' | 'epub' | 'odt' | 'scrivener'> {
  const mime = archive.has('mimetype') ? ((await archive.text('mimetype')) ?? '').trim() : '';
  if (mime === 'application/epub+zip' || archive.has('META-INF/container.xml')) return 'epub';
  if (mime.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  if (archive.names.some((name) => /\.scrivx$/iu.test(name))) return 'scrivener';
  if (archive.has('word/document.xml')) return 'docx';
  if (archive.has('[Content_Types].xml') && ((await archive.text('[Content_Types].xml')) ?? '').includes('wordprocessingml')) return 'docx';
  if (archive.has('content.xml') && ((await archive.text('content.xml')) ?? '').includes('<office:text')) return 'odt';
  return refuse('unknown-kind');
}

const markdownSigns = /^(?: {0,3}#{1,3} \S|---\s*$)|^\S.*\n(?:=+|-{3,})\s*$/mu;

/** What a text is: by how it begins, then by the ending of its name. */
export function textKind(text: string, fileName: string): 'html' | 'opml' | 'markdown' | 'text' {
  const start = text.slice(0, 2_000).replace(/^\ufeff/u, '').trimStart();
  const ending = extname(fileName).toLowerCase();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)?<opml[\s>]/iu.test(start) || ending === '.opml') return 'opml';
  const isMarkdown = ending === '.md' || ending === '.markdown';
  const looksLikeHtml = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)?(?:<!doctype\s+html|<html[\s>])/iu.test(start);
  if (['.html', '.htm', '.xhtml'].includes(ending) || (looksLikeHtml && !isMarkdown)) return 'html';
  return isMarkdown || markdownSigns.test(text.slice(0, 2_000_000)) ? 'markdown' : 'text';
}
