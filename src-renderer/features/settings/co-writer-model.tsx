import { useState } from 'react';
import { chosenServer, CoWriterTask, taskLimits } from '../../../src-shared/domain/co-writer';
import type { AppError } from '../../../src-shared/result';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import { taskNames } from '../../app/task-names';
import { InlineError } from '../../ui/banner';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useAnnounce } from '../../ui/live-region';
import { NumberField } from '../../ui/number-field';
import { ComboBox } from '../../ui/select';
import { countOf } from '../../ui/words';
import type { CoWriterPartProps } from './settings-group';

type Test =
  | { readonly state: 'not-tried' | 'trying' }
  | { readonly state: 'reached'; readonly models: readonly string[] }
  | { readonly state: 'failed'; readonly error: AppError };

/** Tries the connection, and chooses a model: one for all, or another for single tasks. */
export function CoWriterModel({ wish, onChange }: CoWriterPartProps) {
  const client = useClient();
  const announce = useAnnounce();
  const server = chosenServer(wish);
  const [test, setTest] = useState<Test>({ state: 'not-tried' });
  if (!server) return null;
  const tryOut = async (): Promise<void> => {
    setTest({ state: 'trying' });
    const answer = await client.call('coWriter.models', { server });
    if (answer.ok) announce(reachedText(answer.value));
    setTest(answer.ok ? { state: 'reached', models: answer.value } : { state: 'failed', error: answer.error });
  };
  const models = test.state === 'reached' ? test.models : [];
  return (
    <>
      <div className="co-writer-test">
        <Button isDisabled={test.state === 'trying'} onPress={() => void tryOut()}>
          Test the connection
        </Button>
        {test.state === 'reached' ? <p>{reachedText(test.models)}</p> : null}
        {test.state === 'failed' ? (
          <InlineError>
            {errorText(test.error).what} {errorText(test.error).next}
          </InlineError>
        ) : null}
      </div>
      <div className="settings-grid">
        <Model label="Model" models={models} value={wish.model} onChange={(model) => onChange({ model })} />
        <Model
          label="Model for pictures"
          description="For the cover, where the server makes pictures. Leave it empty for none."
          models={[]}
          value={wish.imageModel}
          onChange={(imageModel) => onChange({ imageModel })}
        />
      </div>
      <details className="co-writer-tasks">
        <summary>Another model or manner for single tasks</summary>
        {CoWriterTask.exclude(['cover-picture']).options.map((task) => (
          <TaskFields key={task} task={task} models={models} wish={wish} onChange={onChange} />
        ))}
      </details>
    </>
  );
}

function reachedText(models: readonly string[]): string {
  return models.length === 0
    ? 'The server answers, but has no model yet.'
    : `The server answers and has ${countOf(models.length, 'model')}.`;
}

type ModelProps = {
  readonly label: string;
  readonly description?: string;
  readonly models: readonly string[];
  readonly value: string;
  readonly onChange: (model: string) => void;
};

/** A model by its name: from the server’s list where that is known, typed where it is not. */
function Model({ label, description, models, value, onChange }: ModelProps) {
  const [text, setText] = useState<string | null>(null);
  if (models.length > 0) {
    const names = [...new Set(value === '' ? models : [value, ...models])];
    return (
      <ComboBox label={label} options={names.map((name) => ({ id: name, name }))} value={value} onChange={onChange} />
    );
  }
  return (
    <TextField
      label={label}
      description={description ?? 'Test the connection to choose from a list.'}
      value={text ?? value}
      onChange={setText}
      onBlur={() => {
        if (text !== null && text.trim() !== value) onChange(text.trim());
        setText(null);
      }}
    />
  );
}

function TaskFields({
  task,
  models,
  wish,
  onChange,
}: CoWriterPartProps & { task: CoWriterTask; models: readonly string[] }) {
  const own = wish.tasks[task] ?? {};
  const change = (patch: typeof own): void => onChange({ tasks: { ...wish.tasks, [task]: { ...own, ...patch } } });
  const { temperature, mostTokens } = taskLimits[task];
  return (
    <fieldset className="co-writer-task">
      <legend>{taskNames[task]}</legend>
      <div className="settings-grid">
        <Model label="Model" models={models} value={own.model ?? wish.model} onChange={(model) => change({ model })} />
        <NumberField
          label="Temperature"
          description="Low is steady, high is playful."
          least={0}
          most={2}
          step={0.1}
          value={own.temperature ?? temperature}
          onChange={(value) => change({ temperature: value })}
        />
        <NumberField
          label="Longest answer in tokens"
          least={100}
          most={100_000}
          step={100}
          value={own.mostTokens ?? mostTokens}
          onChange={(value) => change({ mostTokens: value })}
        />
      </div>
    </fieldset>
  );
}
