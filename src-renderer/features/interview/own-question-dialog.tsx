import { useState } from 'react';
import { kindsOf, type QuestionKind } from '../../../src-shared/domain/interview';
import { familyOf } from '../../../src-shared/domain/genre';
import type { AppError } from '../../../src-shared/result';
import { errorText } from '../../app/error-text';
import { useCall, whenBookChanges } from '../../app/use-call';
import { useChange } from '../../app/use-change';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextArea } from '../../ui/field';
import { useAnnounce } from '../../ui/live-region';
import { Select } from '../../ui/select';
import { isAskable } from './interview-view-model';
import { kindNames } from './interview-words';
import './own-question-dialog.css';

export type OwnQuestionProps = {
  readonly bookId: string;
  readonly chapterId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onAdded: (questionId: string) => void;
};

/** A question of the author's own. One that the book already asks is named, not added. */
export function OwnQuestionDialog(props: OwnQuestionProps) {
  return (
    <Dialog title="Your own question" isOpen={props.isOpen} onClose={props.onClose}>
      <OwnQuestionForm {...props} />
    </Dialog>
  );
}

function OwnQuestionForm({ bookId, chapterId, onClose, onAdded }: OwnQuestionProps) {
  const change = useChange(bookId);
  const announce = useAnnounce();
  const brief = useCall('brief.read', { bookId }, whenBookChanges(bookId, 'brief'));
  const kinds = kindsOf[familyOf(brief.value?.brief.genre ?? 'memoir')];
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<QuestionKind | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const kind = chosen ?? kinds[0] ?? 'scene';
  const add = async () => {
    const answer = await change(
      'interview.addOwn',
      { bookId, chapterId, text, kind },
      'Added your question.',
      'caller',
    );
    if (!answer.ok) {
      setError(answer.error);
      announce(errorText(answer.error).what, 'now');
      return;
    }
    onAdded(answer.value.id);
    onClose();
  };
  const words = error ? errorText(error) : null;
  return (
    <form
      className="own-question"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextArea
        label="What should be asked"
        look="book"
        fewestRows={2}
        maxLength={1_000}
        value={text}
        onChange={(next) => {
          setText(next);
          setError(null);
        }}
        error={words ? `${words.what} ${words.next}` : undefined}
      />
      <Select
        label="Kind"
        options={kinds.map((id) => ({ id, name: kindNames[id] }))}
        value={kind}
        onChange={setChosen}
      />
      <div className="own-question-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" type="submit" isDisabled={!isAskable(text)}>
          Add question
        </Button>
      </div>
    </form>
  );
}
