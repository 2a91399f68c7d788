import { BookOpenText, Eye, Feather, Sparkle } from 'lucide-react';
import { useState } from 'react';
import { useRunCommand, useShortcut } from '../../app/commands';
import { PreviewDialog } from '../../app/preview-dialog';
import { useCoWriter } from '../../app/use-co-writer';
import { Button } from '../../ui/button';
import { MenuButton, type MenuEntry } from '../../ui/menu';
import { proposalName } from './proposal-view-model';
import type { Proposals } from './use-proposals';

/** Asks for a table of contents, or shows one that was kept. With nothing to choose from it is one button. */
export function ProposeMenu({ bookId, proposals }: { bookId: string; proposals: Proposals }) {
  const run = useRunCommand();
  const status = useCoWriter();
  const [isLooking, setLooking] = useState(false);
  const keys = { template: useShortcut('outline.propose'), coWriter: useShortcut('coWriter.outline') };
  const { kept, show } = proposals;
  const icon = <Sparkle size={16} aria-hidden />;
  if (!status?.isOn && kept.length === 0) {
    return (
      <Button variant="quiet" icon={icon} onPress={() => run('outline.propose')}>
        Propose
      </Button>
    );
  }
  const asks: readonly MenuEntry[] = [
    {
      id: 'co-writer',
      label: 'With the co-writer',
      icon: <Feather size={16} aria-hidden />,
      shortcut: keys.coWriter,
      onAction: () => run('coWriter.outline'),
    },
    {
      id: 'preview',
      label: 'See what would be sent',
      icon: <Eye size={16} aria-hidden />,
      onAction: () => setLooking(true),
    },
  ];
  const earlier: readonly MenuEntry[] = [
    { id: 'rule', separator: true },
    ...kept.map((one) => ({ id: one.id, label: proposalName(one), onAction: () => show(one.id) })),
  ];
  return (
    <>
      <MenuButton
        label="Propose"
        entries={[
          {
            id: 'template',
            label: 'From the template',
            icon: <BookOpenText size={16} aria-hidden />,
            shortcut: keys.template,
            onAction: () => run('outline.propose'),
          },
          ...(status?.isOn ? asks : []),
          ...(kept.length > 0 ? earlier : []),
        ]}
      >
        <Button variant="quiet" icon={icon}>
          Propose
        </Button>
      </MenuButton>
      {isLooking ? <PreviewDialog work={{ kind: 'outline', bookId }} onClose={() => setLooking(false)} /> : null}
    </>
  );
}
