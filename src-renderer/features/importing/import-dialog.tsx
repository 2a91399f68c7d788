import { useReducer } from 'react';
import type { ImportPlan, ImportPreview } from '../../../src-shared/domain/import-split';
import type { AppError } from '../../../src-shared/result';
import { errorText } from '../../app/error-text';
import type { BroughtManuscript } from '../../app/import-context';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { ProgressBar } from '../../ui/progress-bar';
import { Select } from '../../ui/select';
import { countOf } from '../../ui/words';
import { CutList } from './cut-list';
import { firstCut, levelChoices, planOf, recut, rowsOf, type Cut, type CutEvent, type CutRow } from './cut-view-model';
import { useImport, type Progress } from './use-import';
import './import-dialog.css';

export type ImportDialogProps = {
  readonly manuscript: BroughtManuscript;
  /** How many wait after this one. */
  readonly after: number;
  readonly onClose: () => void;
  readonly onMade: (made: { readonly bookId: string; readonly title: string }) => void;
};

/** From a file to a book: what it would become, before anything is written. */
export function ImportDialog({ manuscript, after, onClose, onMade }: ImportDialogProps) {
  const { state, progress, store, cancel } = useImport(manuscript.importId, onMade);
  const stop = () => {
    cancel();
    onClose();
  };
  const name = `“${manuscript.fileName}”`;
  const more = after === 0 ? '' : ` (${countOf(after, 'more file')} after this)`;
  if (state.step === 'refused') {
    const { what, next } = errorText(state.error);
    return (
      <Dialog title="This cannot become a book" isOpen onClose={stop} size="small" actions={<Button onPress={stop}>Close</Button>}>
        <Banner tone="problem" title={what}>
          {next}
        </Banner>
      </Dialog>
    );
  }
  if (state.step === 'reading') return <Waiting title="Bringing a manuscript" doing={`Reading ${name}…`} progress={null} onStop={stop} />;
  return (
    <Cutting
      preview={state.preview}
      error={state.error}
      storing={state.isStoring ? (progress ?? { progress: 0, doing: 'Making the book…' }) : null}
      title={`What ${name} becomes${more}`}
      onStop={stop}
      onStore={(plan) => void store(plan)}
    />
  );
}

type WaitingProps = { readonly title: string; readonly doing: string; readonly progress: number | null; readonly onStop: () => void };

function Waiting({ title, doing, progress, onStop }: WaitingProps) {
  return (
    <Dialog title={title} isOpen onClose={onStop} size="small" actions={<Button onPress={onStop}>Cancel</Button>}>
      <ProgressBar label={doing} value={progress} />
    </Dialog>
  );
}

type CuttingProps = {
  readonly preview: ImportPreview;
  readonly error: AppError | null;
  /** How far the making of the book is; `null` until the author has decided. */
  readonly storing: Progress | null;
  readonly title: string;
  readonly onStop: () => void;
  readonly onStore: (plan: ImportPlan) => void;
};

function Cutting({ preview, error, storing, title, onStop, onStore }: CuttingProps) {
  const [cut, send] = useReducer((known: Cut, event: CutEvent) => recut(preview.pieces, known, event), preview, firstCut);
  const rows = rowsOf(preview.pieces, cut);
  const hasWords = rows.some(({ kind }) => kind !== 'left');
  if (storing) return <Waiting title="Making the book" doing={storing.doing} progress={storing.progress || null} onStop={onStop} />;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onStop}
      size="large"
      actions={
        <>
          <p className="import-sum" role="status">
            {sumText(rows)}
          </p>
          <Button onPress={onStop}>Cancel</Button>
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- one Enter makes the book */}
          <Button autoFocus variant="primary" isDisabled={!hasWords} onPress={() => onStore(planOf(cut))}>
            Make the book
          </Button>
        </>
      }
    >
      {error ? (
        <Banner tone="problem" title={errorText(error).what}>
          {errorText(error).next}
        </Banner>
      ) : null}
      <div className="import-head">
        <TextField label="Title of the book" maxLength={200} value={cut.title} onChange={(words) => send({ type: 'retitled', title: words })} />
        <LevelChoice preview={preview} cut={cut} send={send} />
      </div>
      <Report preview={preview} />
      <CutList rows={rows} send={send} />
    </Dialog>
  );
}

function LevelChoice({ preview, cut, send }: { preview: ImportPreview; cut: Cut; send: (event: CutEvent) => void }) {
  const choices = levelChoices(preview.pieces);
  if (choices.length < 2) return null;
  const options = choices.map(({ level, chapters }) => ({ id: String(level), name: `Heading ${level}: ${countOf(chapters, 'chapter')}` }));
  return <Select label="Chapters begin at" options={options} value={String(cut.level)} onChange={(level) => send({ type: 'levelled', level: Number(level) })} />;
}

function sumText(rows: readonly CutRow[]): string {
  const chapters = rows.filter(({ kind }) => kind === 'chapter');
  const words = chapters.reduce((sum, row) => sum + row.words, 0);
  const left = rows.filter(({ kind }) => kind === 'left').length;
  return `${countOf(chapters.length, 'chapter')}, ${countOf(words, 'word')}${left === 0 ? '' : `, ${left} left out`}`;
}

/** What comes with the text, and what does not. */
function Report({ preview }: { preview: ImportPreview }) {
  const remarks = preview.pieces.reduce((sum, piece) => sum + piece.remarks, 0);
  const along = [
    remarks === 0 ? '' : `${countOf(remarks, 'suggestion and remark', 'suggestions and remarks')} of reviewers will wait beside the text.`,
    preview.pictures === 0 ? '' : `${countOf(preview.pictures, 'picture')} will come along.`,
    'The file itself is kept in the book as it came.',
  ];
  return (
    <div className="import-report">
      <p>{along.filter((sentence) => sentence !== '').join(' ')}</p>
      {preview.notes.length === 0 ? null : (
        <details className="import-lost" open={preview.notes.length <= 3}>
          <summary>{countOf(preview.notes.length, 'thing')} will not be as in the file</summary>
          <ul>
            {preview.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
