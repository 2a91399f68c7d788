import type { MenuEntry } from './menu-template';

/** What Chromium says about the place of a right click, as far as the menu of text looks at it. */
export type TextPlace = {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly editFlags: { readonly canCut: boolean; readonly canCopy: boolean; readonly canPaste: boolean };
};

type TextEntry = MenuEntry & { readonly enabled?: boolean };

/** The menu of a right click in text: what a desktop shows in every field. Empty where there is nothing to do. */
export function textMenuTemplate({ isEditable, selectionText, editFlags }: TextPlace): readonly TextEntry[] {
  if (isEditable) {
    return [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'pasteAndMatchStyle', label: 'Paste Without Formatting', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll' },
    ];
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }];
}
