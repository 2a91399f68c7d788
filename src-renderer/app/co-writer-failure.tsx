import { useState } from 'react';
import type { AppError, Result } from '../../src-shared/result';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { useRunCommand } from './commands';
import { errorText } from './error-text';

/** The way to the same end that needs no model. */
export type WithoutModel = { readonly label: string; readonly onPress: () => void };

/** The way to the same end once the server can be reached. */
export type Later = () => Promise<Result<unknown>>;

/** What only the settings can mend. */
const inSettings: ReadonlySet<AppError['code']> = new Set([
  'ai-off',
  'ai-not-set-up',
  'ai-consent-needed',
  'ai-price-unknown',
  'ai-budget',
  'ai-key-refused',
  'ai-no-such-model',
] satisfies AppError['code'][]);

type Props = { readonly error: AppError; readonly without?: WithoutModel; readonly later?: Later };

/** What went wrong with the co-writer, what to do, the way without it and the way later, beside the cause. */
export function CoWriterFailure({ error, without, later }: Props) {
  const run = useRunCommand();
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const { what, next } = errorText(refusal ?? error);
  const wait = async (add: Later): Promise<void> => {
    const answer = await add();
    if (!answer.ok) setRefusal(answer.error);
  };
  const canBeSet = inSettings.has(error.code);
  return (
    <Banner
      tone="problem"
      title={what}
      actions={
        canBeSet || without || later ? (
          <>
            {canBeSet ? (
              <Button size="small" onPress={() => run('app.settings')}>
                Open Settings
              </Button>
            ) : null}
            {without ? (
              <Button size="small" onPress={without.onPress}>
                {without.label}
              </Button>
            ) : null}
            {later ? (
              <Button size="small" onPress={() => void wait(later)}>
                Do it when the server answers
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      {next}
    </Banner>
  );
}
