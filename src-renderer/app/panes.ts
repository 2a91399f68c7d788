import { useState } from 'react';
import { asBoolean, asNumberBetween, useRemembered } from './remembered';

/** Which panes of a book are open and how wide; remembered on this machine. */
export type BookPanes = {
  readonly isTreeOpen: boolean;
  readonly setTreeOpen: (isOpen: boolean) => void;
  readonly treeWidth: number;
  readonly setTreeWidth: (width: number) => void;
  readonly isSupportOpen: boolean;
  readonly setSupportOpen: (isOpen: boolean) => void;
  readonly supportWidth: number;
  readonly setSupportWidth: (width: number) => void;
  readonly isFocused: boolean;
  readonly setFocused: (isFocused: boolean) => void;
};

/** The panes, as they were left. In a small window the tree starts closed. */
export function useBookPanes(): BookPanes {
  const [isTreeOpen, setTreeOpen] = useRemembered('tree.open', window.innerWidth >= 760, asBoolean);
  const [treeWidth, setTreeWidth] = useRemembered('tree.width', 232, asNumberBetween(180, 420));
  const [isSupportOpen, setSupportOpen] = useRemembered('support.open', true, asBoolean);
  const [supportWidth, setSupportWidth] = useRemembered('support.width', 320, asNumberBetween(240, 560));
  const [isFocused, setFocused] = useState(false);
  return {
    isTreeOpen,
    setTreeOpen,
    treeWidth,
    setTreeWidth,
    isSupportOpen,
    setSupportOpen,
    supportWidth,
    setSupportWidth,
    isFocused,
    setFocused,
  };
}
