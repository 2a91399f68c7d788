import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button';
import './dialog.css';

export type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large';
  /** The body is only text: it takes the focus, so that the keyboard can scroll it. */
  readonly isReading?: boolean;
  /** Buttons at the foot: the safe one first, the chosen one last. */
  readonly actions?: ReactNode;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
};

/** A modal window with a title; Escape and a click outside close it, and focus goes back to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  size = 'medium',
  actions,
  role = 'dialog',
  isReading = false,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={role === 'dialog'}
      className="ui-scrim"
    >
      <Modal className="ui-modal" data-size={size}>
        <AriaDialog role={role} className="ui-dialog">
          <header className="ui-dialog-header">
            <Heading slot="title" level={2} className="ui-dialog-title">
              {title}
            </Heading>
            <IconButton label="Close" icon={<X size={16} aria-hidden />} size="small" onPress={onClose} />
          </header>
          <div className="ui-dialog-body" {...(isReading ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}>
            {children}
          </div>
          {actions ? <footer className="ui-dialog-actions">{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
