import { useId, type Dispatch, type SubmitEvent } from 'react';
import { Genre, genreName } from '../../../src-shared/domain/genre';
import { errorText } from '../../app/error-text';
import type { RoomTarget } from '../../app/room';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { ComboBox } from '../../ui/select';
import type { NewBook, NewBookEvent } from './new-book-view-model';
import { useNewBook } from './use-new-book';
import './new-book-dialog.css';

export type NewBookDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onOpenBook: (bookId: string, target?: RoomTarget) => Promise<void>;
};

const genres = Genre.options.map((genre) => ({ id: genre, name: genreName(genre) }));

/** From a title to the first question: name the book, look at a proposed shape, start answering. */
export function NewBookDialog(props: NewBookDialogProps) {
  // The form lives only while the dialog is open, so each opening starts blank.
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, onOpenBook }: NewBookDialogProps) {
  const formId = useId();
  const { state, send, create, accept, goToBook } = useNewBook(async (bookId, target) => {
    onClose();
    await onOpenBook(bookId, target);
  });
  if (state.step === 'naming') {
    const actions = (
      <>
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" type="submit" form={formId} isPending={state.isBusy}>
          Start this book
        </Button>
      </>
    );
    return (
      <Dialog key="naming" title="Start a book" isOpen onClose={onClose} size="small" actions={actions}>
        <NamingForm id={formId} state={state} send={send} onSubmit={create} />
      </Dialog>
    );
  }
  const actions = (
    <>
      <Button onPress={() => goToBook('brief')}>Fill in the brief first</Button>
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the next step is one key press away */}
      <Button autoFocus variant="primary" onPress={accept} isPending={state.isBusy}>
        Use this outline and start answering
      </Button>
    </>
  );
  return (
    <Dialog
      key="shaping"
      title="A shape to begin with"
      isReading
      isOpen
      onClose={() => goToBook('brief')}
      actions={actions}
    >
      <Shape state={state} />
    </Dialog>
  );
}

type NamingProps = {
  readonly id: string;
  readonly state: Extract<NewBook, { step: 'naming' }>;
  readonly send: Dispatch<NewBookEvent>;
  readonly onSubmit: () => void;
};

function NamingForm({ id, state, send, onSubmit }: NamingProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form id={id} className="new-book" onSubmit={submit}>
      <TextField
        label="Title"
        look="title"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type this
        autoFocus
        placeholder="A working title"
        maxLength={200}
        value={state.title}
        onChange={(title) => send({ type: 'edited', field: { title } })}
        description="You can change it at any time."
      />
      <ComboBox
        label="Kind of book"
        options={genres}
        value={state.genre}
        onChange={(genre) => send({ type: 'edited', field: { genre } })}
        description="It decides which questions you are asked."
      />
      <TextField
        label="Author"
        maxLength={200}
        value={state.author}
        onChange={(author) => send({ type: 'edited', field: { author } })}
      />
      <Problem error={state.error} />
    </form>
  );
}

function Shape({ state }: { state: Extract<NewBook, { step: 'shaping' }> }) {
  return (
    <>
      <p className="shape-note">
        {state.proposal.label} Chapters can be renamed, moved, added and removed whenever you like.
      </p>
      <ol className="shape">
        {state.proposal.chapters.map((chapter, index) => (
          <li key={chapter.key} className="shape-chapter">
            <span className="shape-number">{index + 1}</span>
            <span>
              <span className="shape-title">{chapter.title}</span>
              <span className="shape-description">{chapter.description}</span>
            </span>
          </li>
        ))}
      </ol>
      <Problem error={state.error} />
    </>
  );
}

function Problem({ error }: { error: NewBook['error'] }) {
  if (!error) return null;
  const { what, next } = errorText(error);
  return (
    <Banner tone="problem" title={what}>
      {next}
    </Banner>
  );
}
