import { InputRule, Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { createFootnoteView } from '../footnote-view';

/**
 * A note at a place in the text. Its number is made by CSS counters, so nothing is renumbered on a key press;
 * its words are edited in a small box that opens when the number is chosen.
 */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: '(text | hardBreak)*',
  atom: true,
  draggable: true,
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
  renderText: () => '',
  addNodeView() {
    return ({ node, view, getPos }) => createFootnoteView({ node, view, getPos });
  },
  addInputRules() {
    return [
      new InputRule({
        find: /(?:\^\[|\[\^\])$/u,
        handler: ({ state, range }) => {
          const { tr } = state;
          tr.replaceWith(range.from, range.to, this.type.create());
          tr.setSelection(NodeSelection.create(tr.doc, range.from));
        },
      }),
    ];
  },
});
