import { BookOpen, FileText, Feather } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useRunCommand, useShortcut } from '../../app/commands';
import type { CommandId } from '../../../src-shared/commands';

/** The first minute: one sentence and three doors. */
export function FirstRun() {
  return (
    <div className="first-run-body">
      <h1 className="first-run-title">You talk. It becomes your book.</h1>
      <p className="first-run-text">
        Longhand asks you about your book, one question at a time, and makes chapters of your own words. Everything
        stays on this computer.
      </p>
      <div className="first-run-doors">
        <Door command="library.newBook" title="Start a book" icon={<Feather size={20} aria-hidden />} isMain>
          A title is enough. The first question is a minute away.
        </Door>
        <Door command="library.openSample" title="Open the sample" icon={<BookOpen size={20} aria-hidden />}>
          A finished book to look around in. Change what you like.
        </Door>
        <Door command="library.importManuscript" title="Bring a manuscript" icon={<FileText size={20} aria-hidden />}>
          A Word file or another manuscript becomes a book. You can also drop it here.
        </Door>
      </div>
    </div>
  );
}

type DoorProps = {
  readonly command: CommandId;
  readonly title: string;
  readonly icon: ReactNode;
  readonly isMain?: boolean;
  readonly children: string;
};

function Door({ command, title, icon, isMain = false, children }: DoorProps) {
  const run = useRunCommand();
  const shortcut = useShortcut(command);
  return (
    <AriaButton className="door" data-main={isMain || undefined} onPress={() => void run(command)}>
      <span className="door-icon">{icon}</span>
      <span className="door-title">{title}</span>
      <span className="door-text">{children}</span>
      <kbd className="door-keys" aria-hidden>
        {shortcut}
      </kbd>
    </AriaButton>
  );
}
