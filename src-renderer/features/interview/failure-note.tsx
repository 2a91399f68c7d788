import type { AppError } from '../../../src-shared/result';
import { errorText } from '../../app/error-text';
import { Banner } from '../../ui/banner';

/** What went wrong and what to do, beside its cause. */
export function FailureNote({ error }: { error: AppError }) {
  const { what, next } = errorText(error);
  return (
    <Banner tone="problem" title={what}>
      {next}
    </Banner>
  );
}
