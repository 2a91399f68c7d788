import type { CommandScope } from '../../../src-shared/commands';
import { useCommandList } from '../../app/commands';
import { Dialog } from '../../ui/dialog';

const scopes: readonly { readonly scope: CommandScope; readonly title: string }[] = [
  { scope: 'app', title: 'Everywhere' },
  { scope: 'book', title: 'In a book' },
  { scope: 'outline', title: 'In the outline' },
  { scope: 'interview', title: 'In the interview' },
  { scope: 'write', title: 'While writing' },
];

/** Every shortcut, from the one registry. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const listed = useCommandList();
  return (
    <Dialog title="Keyboard shortcuts" size="large" isReading isOpen={isOpen} onClose={onClose}>
      <div className="sheet">
        {scopes.map(({ scope, title }) => (
          <section key={scope} aria-label={title}>
            <h3 className="sheet-title">{title}</h3>
            <dl>
              {listed
                .filter(({ command, keys }) => command.scope === scope && keys !== null)
                .map(({ id, command, keys }) => (
                  <div key={id} className="sheet-line">
                    <dt>{command.title}</dt>
                    <dd>
                      <kbd>{keys}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
