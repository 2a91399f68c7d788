import { useState, type KeyboardEvent } from 'react';
import type { Draft } from '../../../src-shared/domain/draft';
import { WithoutSupport } from '../../app/draft-facts';
import { placeSentences } from './draft-view-model';

export type DraftTextProps = {
  readonly label: string;
  readonly draft: Draft;
  /** Sentences that are set off from the rest. */
  readonly marked: ReadonlySet<number>;
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
};

/** A draft as it would read. The sentences are one tab stop; arrows go from one to the next. */
export function DraftText({ label, draft, marked, chosen, onChoose }: DraftTextProps) {
  const [reached, setReached] = useState(0);
  const paragraphs = placeSentences(draft);
  const count = paragraphs.flat().length;
  const move = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const next = nextIndex(event.key, index, count);
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.closest('.draft-text')?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
  };
  return (
    <div role="group" aria-label={label} className="draft-text">
      {paragraphs.map((paragraph, at) => (
        <p key={paragraph[0]?.index ?? `empty ${at}`} dir="auto">
          {paragraph.map(({ index, sentence }) => (
            <span key={index}>
              <span
                role="button"
                tabIndex={index === reached ? 0 : -1}
                data-index={index}
                data-marked={marked.has(index) || undefined}
                data-unsupported={sentence.citations.length === 0 || undefined}
                aria-pressed={index === chosen}
                className="draft-sentence"
                onFocus={() => {
                  setReached(index);
                  onChoose(index);
                }}
                onMouseEnter={() => onChoose(index)}
                onClick={() => onChoose(index)}
                onKeyDown={(event) => move(event, index)}
              >
                {sentence.text}
                {sentence.citations.length === 0 ? <WithoutSupport /> : null}
              </span>{' '}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, index + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
