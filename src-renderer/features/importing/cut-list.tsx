import { ArrowUpToLine, ChevronDown, ChevronRight, EyeOff, Pencil, Scissors, Undo2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button, IconButton } from '../../ui/button';
import { TextField } from '../../ui/field';
import { countOf, formatNumber } from '../../ui/words';
import type { CutEvent, CutRow } from './cut-view-model';

type Send = (event: CutEvent) => void;

/** The chapters that would be, each to be renamed, joined, taken apart or left out. */
export function CutList({ rows, send }: { rows: readonly CutRow[]; send: Send }) {
  return (
    <ol className="cut" aria-label="Chapters">
      {rows.map((row) => (
        <Row key={row.at} row={row} send={send} />
      ))}
    </ol>
  );
}

function Row({ row, send }: { row: CutRow; send: Send }) {
  const [isNaming, setNaming] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { at, kind, title, words, opening, number, joined, canJoin } = row;
  const shown = title || (kind === 'chapter' && number === 1 ? 'Before the first heading' : `Chapter ${number ?? ''}`);
  return (
    <li className="cut-row" data-kind={kind}>
      <span className="cut-number">{number === null ? '' : formatNumber(number)}</span>
      <div className="cut-text">
        {isNaming ? (
          <Naming
            title={title}
            onDone={(named) => {
              if (named !== null) send({ type: 'renamed', at, title: named });
              setNaming(false);
            }}
          />
        ) : (
          <span className="cut-title" dir="auto">
            {shown}
          </span>
        )}
        <p className="cut-opening" dir="auto">
          {kindText(kind)}
          {opening}
        </p>
        {joined.length > 0 && kind !== 'left' ? (
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isOpen}
            icon={isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
            onPress={() => setOpen(!isOpen)}
          >
            {countOf(joined.length, 'heading')} inside
          </Button>
        ) : null}
        {isOpen && kind !== 'left' ? <Inside row={row} send={send} /> : null}
      </div>
      <span className="cut-words">{kind === 'part' ? '' : countOf(words, 'word')}</span>
      <div className="cut-actions">
        {kind === 'left' ? (
          <IconButton size="small" label={`Take in “${shown}”`} icon={<Undo2 size={16} aria-hidden />} onPress={() => send({ type: 'taken', at })} />
        ) : (
          <>
            <IconButton size="small" label={`Rename “${shown}”`} icon={<Pencil size={16} aria-hidden />} onPress={() => setNaming(true)} />
            <IconButton
              size="small"
              label={`Join “${shown}” to the chapter before`}
              isDisabled={!canJoin || kind === 'part'}
              icon={<ArrowUpToLine size={16} aria-hidden />}
              onPress={() => send({ type: 'joined', at })}
            />
            <IconButton size="small" label={`Leave out “${shown}”`} icon={<EyeOff size={16} aria-hidden />} onPress={() => send({ type: 'left', at })} />
          </>
        )}
      </div>
    </li>
  );
}

const kindText = (kind: CutRow['kind']): string => {
  if (kind === 'part') return 'A part';
  return kind === 'left' ? 'Left out · ' : '';
};

function Inside({ row, send }: { row: CutRow; send: Send }) {
  return (
    <ul className="cut-inside" aria-label={`Headings inside “${row.title}”`}>
      {row.joined.map(({ at, title, words, opening }) => (
        <li key={at} className="cut-inner">
          <span className="cut-inner-title" dir="auto">
            {title || opening || 'A scene'}
          </span>
          <span className="cut-words">{countOf(words, 'word')}</span>
          <IconButton
            size="small"
            label={`Begin a chapter at “${title || opening || 'this scene'}”`}
            icon={<Scissors size={16} aria-hidden />}
            onPress={() => send({ type: 'begun', at })}
          />
        </li>
      ))}
    </ul>
  );
}

function Naming({ title, onDone }: { title: string; onDone: (named: string | null) => void }) {
  const [words, setWords] = useState(title);
  const hearKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onDone(words);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onDone(null);
    }
  };
  return (
    <TextField
      label="Title of the chapter"
      isLabelHidden
      // eslint-disable-next-line jsx-a11y/no-autofocus -- it was opened to type in
      autoFocus
      maxLength={200}
      value={words}
      onChange={setWords}
      onKeyDown={hearKey}
      onBlur={() => onDone(words)}
    />
  );
}
