import { useRef, type ReactElement, type ReactNode } from 'react';
import { Keyboard, Menu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';
import './menu.css';

/** One line of a menu, or a rule between lines. */
export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly onAction: () => void;
      readonly icon?: ReactNode;
      readonly shortcut?: string | undefined;
      readonly isDisabled?: boolean;
      readonly tone?: 'plain' | 'danger';
    }
  | { readonly id: string; readonly separator: true };

/** A menu that opens from a button given as child (`Button` or `IconButton`). */
export function MenuButton({
  label,
  entries,
  children,
}: {
  label: string;
  entries: readonly MenuEntry[];
  children: ReactElement;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="ui-popover ui-menu-popover" offset={4}>
        <Entries label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

/** Where a context menu opens, in window pixels; `null` is closed. */
export type MenuPlace = { readonly x: number; readonly y: number } | null;

/** A menu at a point, for a right click or the menu key. */
export function ContextMenu(props: {
  label: string;
  place: MenuPlace;
  entries: readonly MenuEntry[];
  onClose: () => void;
}) {
  const anchor = useRef<HTMLDivElement>(null);
  const { label, place, entries, onClose } = props;
  return (
    <>
      <div ref={anchor} className="ui-menu-anchor" style={{ left: place?.x ?? 0, top: place?.y ?? 0 }} />
      <Popover
        aria-label={label}
        triggerRef={anchor}
        isOpen={place !== null}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom start"
        className="ui-popover ui-menu-popover"
        offset={0}
      >
        <Entries label={label} entries={entries} onClose={onClose} />
      </Popover>
    </>
  );
}

function Entries({ label, entries, onClose }: { label: string; entries: readonly MenuEntry[]; onClose?: () => void }) {
  return (
    <Menu aria-label={label} className="ui-menu" {...(onClose ? { onClose, autoFocus: 'first' as const } : {})}>
      {entries.map((entry) =>
        'separator' in entry ? (
          <Separator key={entry.id} className="ui-menu-rule" />
        ) : (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            onAction={entry.onAction}
            isDisabled={entry.isDisabled ?? false}
            className="ui-menu-item"
            data-tone={entry.tone ?? 'plain'}
          >
            <span className="ui-menu-icon">{entry.icon}</span>
            <Text slot="label">{entry.label}</Text>
            {entry.shortcut ? <Keyboard className="ui-menu-keys">{entry.shortcut}</Keyboard> : null}
          </MenuItem>
        ),
      )}
    </Menu>
  );
}
