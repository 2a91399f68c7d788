import { X } from 'lucide-react';
import { createContext, use, useMemo, useRef, useState, type ReactNode } from 'react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button, IconButton } from './button';
import './toast.css';

/** A short message at the foot of the window. */
export type ToastMessage = {
  readonly text: string;
  /** A second sentence: what to do. */
  readonly detail?: string | undefined;
  readonly tone?: 'plain' | 'problem';
  /** What the toast's button does; `Undo` unless named otherwise. */
  readonly undo?: (() => void) | undefined;
  readonly undoLabel?: string;
};

/** Shows a message for ten seconds (longer while it is pointed at); gives back what takes it away. */
export type ShowToast = (message: ToastMessage) => () => void;

const shownMs = 10_000;
const ToastContext = createContext<ShowToast>(() => () => undefined);

/** The one toast region of the page. */
export function Toasts({ children }: { children: ReactNode }) {
  const [queue] = useState(() => new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 }));
  const plain = useRef<string | null>(null);
  const show = useMemo<ShowToast>(
    () => (message) => {
      const isPlain = message.tone !== 'problem';
      // One at a time: an older Undo would take back the newest change, which is not what it says. Problems stay.
      if (isPlain && plain.current !== null) queue.close(plain.current);
      const key = queue.add(message, { timeout: shownMs });
      if (isPlain) plain.current = key;
      return () => queue.close(key);
    },
    [queue],
  );
  return (
    <ToastContext value={show}>
      {children}
      <ToastRegion queue={queue} aria-label="Messages" className="ui-toasts">
        {({ toast }) => (
          <AriaToast toast={toast} className="ui-toast" data-tone={toast.content.tone ?? 'plain'}>
            <ToastContent className="ui-toast-content">
              <Text slot="title">{toast.content.text}</Text>
              {toast.content.detail ? (
                <Text slot="description" className="ui-toast-detail">
                  {toast.content.detail}
                </Text>
              ) : null}
            </ToastContent>
            {toast.content.undo ? <UndoButton message={toast.content} onDone={() => queue.close(toast.key)} /> : null}
            <IconButton label="Dismiss" size="small" slot="close" icon={<X size={16} aria-hidden />} />
          </AriaToast>
        )}
      </ToastRegion>
    </ToastContext>
  );
}

function UndoButton({ message, onDone }: { message: ToastMessage; onDone: () => void }) {
  const undo = () => {
    message.undo?.();
    onDone();
  };
  return (
    <Button variant="secondary" size="small" onPress={undo}>
      {message.undoLabel ?? 'Undo'}
    </Button>
  );
}

/** Gives the function that shows a toast. */
export const useToast = (): ShowToast => use(ToastContext);
