import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import './figure-view.css';

type Setting = {
  readonly node: Node;
  readonly view: EditorView;
  readonly getPos: () => number | undefined;
  readonly addressOf: (assetId: string) => string;
};

/** A picture with its caption below and its description for readers who cannot see it. */
export function createFigureView({ node: first, view, getPos, addressOf }: Setting): NodeView {
  let node = first;
  const dom = document.createElement('figure');
  dom.className = 'figure';
  dom.contentEditable = 'false';
  const image = document.createElement('img');
  image.draggable = false;
  image.decoding = 'async';
  const caption = createField('Caption', 'Add a caption', 'figure-caption');
  const alt = createField('Description for readers who cannot see the picture', 'Describe the picture', 'figure-alt');
  const warning = document.createElement('p');
  warning.className = 'figure-warning';
  warning.textContent = 'This picture has no description yet. Screen readers and some shops need one.';
  dom.append(image, caption, alt, warning);
  show();

  function show(): void {
    const source = addressOf(text('assetId'));
    if (image.getAttribute('src') !== source) image.src = source;
    setSize('width', node.attrs['widthPx']);
    setSize('height', node.attrs['heightPx']);
    image.alt = text('alt');
    if (document.activeElement !== caption) caption.value = text('caption');
    if (document.activeElement !== alt) alt.value = text('alt');
    dom.classList.toggle('is-missing-alt', text('alt').trim() === '');
  }

  function text(name: string): string {
    const value: unknown = node.attrs[name];
    return typeof value === 'string' ? value : '';
  }

  function setSize(name: 'width' | 'height', value: unknown): void {
    if (typeof value === 'number') image.setAttribute(name, `${value}`);
  }

  function write(name: 'alt' | 'caption', value: string): void {
    const position = getPos();
    if (position === undefined || node.attrs[name] === value) return;
    view.dispatch(view.state.tr.setNodeAttribute(position, name, value));
  }

  for (const [field, name] of [
    [caption, 'caption'],
    [alt, 'alt'],
  ] as const) {
    field.addEventListener('input', () => write(name, field.value));
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      view.focus();
    });
  }

  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false;
      node = next;
      show();
      return true;
    },
    selectNode: () => dom.classList.add('is-chosen'),
    deselectNode: () => dom.classList.remove('is-chosen'),
    stopEvent: (event) => event.target instanceof HTMLInputElement,
    ignoreMutation: () => true,
  };
}

function createField(name: string, placeholder: string, className: string): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'text';
  field.className = className;
  field.dir = 'auto';
  field.placeholder = placeholder;
  field.setAttribute('aria-label', name);
  return field;
}
