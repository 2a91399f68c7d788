import { useCallback } from 'react';
import {
  disclosureRules,
  evidenceOf,
  evidenceSentences,
  ImageExtent,
  imageExtentNames,
  pictureSentence,
  rulesCheckedOn,
  TextExtent,
  textExtentNames,
} from '../../../src-shared/domain/disclosure';
import type { Input } from '../../../src-shared/ipc/contract';
import type { DisclosureView } from '../../../src-shared/ipc/disclosure-calls';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import { useFlushAll } from '../../app/flush';
import { useSaved, useSaveStatusOf } from '../../app/use-saved';
import { useReportSaveStatus } from '../../app/save-status';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { Select } from '../../ui/select';
import { useToast } from '../../ui/toast';

type Patch = Input<'disclosure.answer'>['patch'];

const notAnswered = { id: 'unanswered', name: 'Not answered yet' } as const;
const textOptions = TextExtent.options.map((id) => ({ id, name: textExtentNames[id] }));
const imageOptions = [notAnswered, ...ImageExtent.options.map((id) => ({ id, name: imageExtentNames[id] }))];
const translationOptions = [notAnswered, ...textOptions];

/** What a shop and a copyright office ask, filled in by the evidence; every answer is the author's to change. */
export function DisclosureForm({ bookId, view }: { bookId: string; view: DisclosureView }) {
  const client = useClient();
  const toast = useToast();
  const { present, suggested, chapters } = view;
  const answer = (patch: Patch) => void client.call('disclosure.answer', { bookId, patch });
  const flushAll = useFlushAll();
  const save = async (format: 'html' | 'json') => {
    // What was typed last belongs in the file.
    await flushAll();
    const saved = await client.call('disclosure.export', { bookId, format });
    if (!saved.ok) toast({ text: errorText(saved.error).what, detail: errorText(saved.error).next, tone: 'problem' });
    else if (saved.value) toast({ text: `Saved as ${saved.value.file}` });
  };
  return (
    <div className="disclosure">
      <h3 className="words-found-title">What to disclose</h3>
      {evidenceSentences(evidenceOf(chapters)).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Select
        label="Amazon KDP: AI-generated texts"
        description={
          present.text === suggested.text
            ? 'Suggested by the count above.'
            : `By the count above it would be “${textExtentNames[suggested.text]}”.`
        }
        options={textOptions}
        value={present.text}
        onChange={(text) => answer({ text: text === suggested.text ? null : text })}
      />
      <Select
        label="AI-generated images, the cover among them"
        {...(view.pictures > 0 ? { description: pictureSentence(view.pictures) } : {})}
        options={imageOptions}
        value={present.images ?? notAnswered.id}
        onChange={(images) => answer({ images: images === notAnswered.id ? null : images })}
      />
      <Select
        label="AI-generated translations"
        options={translationOptions}
        value={present.translations ?? notAnswered.id}
        onChange={(translations) => answer({ translations: translations === notAnswered.id ? null : translations })}
      />
      <Written bookId={bookId} field="tools" label="Tools" value={present.tools} />
      <Written
        bookId={bookId}
        field="statement"
        label="The human part, for a copyright office"
        value={present.statement}
      />
      {present.statement === suggested.statement ? null : (
        <div>
          <Button size="small" variant="quiet" onPress={() => answer({ statement: null })}>
            Back to the suggested statement
          </Button>
        </div>
      )}
      <details>
        <summary>The rules behind this, as of {rulesCheckedOn}</summary>
        <ul className="disclosure-rules">
          {disclosureRules.map(({ text, source }) => (
            <li key={text}>
              {text} <span className="publish-quiet disclosure-source">{source}</span>
            </li>
          ))}
        </ul>
      </details>
      <div className="publish-buttons">
        <Button onPress={() => void save('html')}>Save as a page</Button>
        <Button onPress={() => void save('json')}>Save as JSON</Button>
      </div>
    </div>
  );
}

type WrittenProps = {
  readonly bookId: string;
  readonly field: 'tools' | 'statement';
  readonly label: string;
  readonly value: string;
};

/** A text of the author's that is kept as it is typed. What is not touched goes on following the evidence. */
function Written({ bookId, field, label, value }: WrittenProps) {
  const client = useClient();
  const save = useCallback(
    (text: string) => client.call('disclosure.answer', { bookId, patch: { [field]: text } }),
    [client, bookId, field],
  );
  const saved = useSaved(value, save);
  useReportSaveStatus(useSaveStatusOf(saved.status));
  const props = {
    label,
    value: saved.value,
    onChange: saved.change,
    onBlur: () => void saved.flush(),
  };
  return field === 'tools' ? <TextField {...props} /> : <TextArea {...props} />;
}
