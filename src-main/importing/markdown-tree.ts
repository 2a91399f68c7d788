import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';

const options = {
  extensions: [gfmFootnote(), gfmStrikethrough({ singleTilde: false }), gfmTable()],
  mdastExtensions: [gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()],
};

/** Parses Markdown with tables, footnotes and strikethrough. Any text is Markdown: it never fails. */
export const parseMarkdown = (text: string) => fromMarkdown(text, options);

/** Any node of the parsed tree. */
export type MarkdownNode = Nodes;
