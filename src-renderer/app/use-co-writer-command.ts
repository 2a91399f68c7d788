import type { CommandId } from '../../src-shared/commands';
import { useAnnounce } from '../ui/live-region';
import { useToast } from '../ui/toast';
import { useCommand } from './commands';
import { modelErrorText } from './model-error-text';
import { useCoWriter } from './use-co-writer';

type CoWriterCommand = Extract<CommandId, `coWriter.${string}`>;

/** Says what a command of the co-writer does here. While the co-writer is off, the command says so and does nothing. */
export function useCoWriterCommand(id: CoWriterCommand, run: () => unknown): void {
  const status = useCoWriter();
  const toast = useToast();
  const announce = useAnnounce();
  useCommand(id, () => {
    if (status?.isOn) {
      run();
      return;
    }
    const { what, next } = modelErrorText({ code: 'ai-off' });
    toast({ text: what, detail: next });
    announce(`${what} ${next}`);
  });
}
