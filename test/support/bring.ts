import { suggestedPlan } from '../../src-main/importing/import-service';
import type { ImportPlan } from '../../src-shared/domain/import-split';
import type { Input } from '../../src-shared/ipc/contract';
import type { TestApp } from './start-app';

/** Brings a manuscript the way the window does: dropped, looked at, stored. */
export async function bring(app: TestApp, dropped: Input<'import.drop'>, change: (plan: ImportPlan) => ImportPlan = (plan) => plan) {
  const { importId } = await app.get('import.drop', dropped);
  const preview = await app.get('import.preview', { importId });
  return { preview, ...(await app.get('import.store', { importId, plan: change(suggestedPlan(preview)) })) };
}
