import type { AppError } from '../../src-shared/result';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { useRunCommand } from './commands';
import { errorText } from './error-text';

/** The way to the same end that needs no model. */
export type WithoutModel = { readonly label: string; readonly onPress: () => void };

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

/** What went wrong with the co-writer, what to do, and the way without it, beside the cause. */
export function CoWriterFailure({ error, without }: { error: AppError; without?: WithoutModel }) {
  const run = useRunCommand();
  const { what, next } = errorText(error);
  const canBeSet = inSettings.has(error.code);
  return (
    <Banner
      tone="problem"
      title={what}
      actions={
        canBeSet || without ? (
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
          </>
        ) : null
      }
    >
      {next}
    </Banner>
  );
}
