import { Node, nodeInputRule, textblockTypeInputRule, wrappingInputRule, type AnyExtension } from '@tiptap/core';
import { leaveVerse } from '../verse-commands';

/** Each block finds its own direction from its first strong character; nothing about it is stored. */
const automatic = { dir: 'auto' };

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });

const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1_000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', automatic, 0],
});

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } })),
  // The chapter's title is the page's first heading, so the first level inside the text is an h2 to a reader.
  renderHTML: ({ node }) => [`h${headingLevel(node.attrs['level'])}`, automatic, 0],
  addInputRules() {
    return [1, 2, 3].map((level) =>
      textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`, 'u'), type: this.type, getAttributes: { level } }),
    );
  },
});

const headingLevel = (level: unknown): number => (typeof level === 'number' && level >= 1 && level <= 3 ? level : 1);

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/u, type: this.type })];
  },
});

const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*([-+*])\s$/u, type: this.type })];
  },
});

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ start: { default: 1, rendered: false } }),
  parseHTML: () => [{ tag: 'ol', getAttrs: (list) => ({ start: startOf(list) }) }],
  renderHTML: ({ node }) => ['ol', node.attrs['start'] === 1 ? {} : { start: Number(node.attrs['start']) }, 0],
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,4})[.)]\s$/u,
        type: this.type,
        getAttributes: (match) => ({ start: Number(match[1]) }),
        joinPredicate: (match, list) => list.childCount + Number(list.attrs['start']) === Number(match[1]),
      }),
    ];
  },
});

function startOf(list: HTMLElement): number {
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  return Number.isFinite(start) ? start : 1;
}

const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph block*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection;
        const isAtStart = empty && $from.parentOffset === 0 && $from.depth > 1;
        if (!isAtStart || $from.node(-1).type !== this.type || $from.index(-1) !== 0) return false;
        return this.editor.commands.liftListItem(this.name);
      },
    };
  },
});

const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: 'origin private',
  code: true,
  defining: true,
  addAttributes: () => ({ language: { default: '', rendered: false } }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: () => ['pre', { spellcheck: 'false', dir: 'ltr' }, ['code', 0]],
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^```([a-z0-9+#-]*)\s$/u,
        type: this.type,
        getAttributes: (match) => ({ language: match[1] ?? '' }),
      }),
    ];
  },
  addKeyboardShortcuts() {
    return {
      // Three line feeds at the end leave the block, as in every Markdown editor.
      Enter: () => {
        const { $from, empty } = this.editor.state.selection;
        if (!empty || $from.parent.type !== this.type || !$from.parent.textContent.endsWith('\n\n')) return false;
        if ($from.parentOffset !== $from.parent.content.size) return false;
        return this.editor
          .chain()
          .command(({ tr }) => tr.delete($from.pos - 2, $from.pos).docChanged)
          .exitCode()
          .run();
      },
      Tab: () => this.editor.isActive(this.name) && this.editor.commands.insertContent('  '),
    };
  },
});

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return {
      'Shift-Enter': () =>
        !this.editor.isActive('codeBlock') && this.editor.commands.insertContent({ type: this.name }),
    };
  },
});

/** A pause between scenes. `***` or `---` and the next key make one. */
const SceneBreak = Node.create({
  name: 'sceneBreak',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr', { 'data-scene-break': '', 'aria-label': 'Scene break' }],
  addInputRules() {
    return [nodeInputRule({ find: /^(?:\*\*\*|---|–-|—-?)$/u, type: this.type })];
  },
});

/** Lines of verse: each line is a line, however wide the page is. */
const Verse = Node.create({
  name: 'verse',
  group: 'block',
  content: 'verseLine+',
  defining: true,
  parseHTML: () => [{ tag: 'div.verse' }],
  renderHTML: () => ['div', { class: 'verse' }, 0],
});

const VerseLine = Node.create({
  name: 'verseLine',
  content: 'inline*',
  parseHTML: () => [{ tag: 'div.verse-line' }, { tag: 'p', context: 'verse/' }],
  renderHTML: () => ['p', { class: 'verse-line', ...automatic }, 0],
  addKeyboardShortcuts() {
    return { Enter: () => leaveVerse(this.editor.state, this.editor.view.dispatch) };
  },
});

/** Every text block of a chapter, by the names of `src-shared/text/document.ts`. */
export const blockExtensions: readonly AnyExtension[] = [
  Doc,
  Text,
  Paragraph,
  Heading,
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  CodeBlock,
  HardBreak,
  SceneBreak,
  Verse,
  VerseLine,
];
