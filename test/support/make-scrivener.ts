const rtf = (text: string): string => `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl\\f0\\fcharset0 Palatino;}\n\\pard\\fi360 ${text}}`;

/** A project in the layout of Scrivener 3: a binder, and a folder for each document. */
export function scrivenerFiles(): { path: string; bytes: Uint8Array }[] {
  const item = (id: string, type: string, title: string, inner = ''): string =>
    `<BinderItem UUID="${id}" Type="${type}"><Title>${title}</Title>${inner === '' ? '' : `<Children>${inner}</Children>`}</BinderItem>`;
  const draft = item('D', 'DraftFolder', 'Draft', [
    item('C1', 'Folder', 'The Harbour', item('S1', 'Text', 'Morning') + item('S2', 'Text', 'Noon')),
    item('C2', 'Folder', 'The House &amp; the Sea', item('S3', 'Text', 'Evening')),
  ].join(''));
  const binder = draft + item('R', 'ResearchFolder', 'Research', item('R1', 'Text', 'Tides')) + item('T', 'TrashFolder', 'Trash', item('T1', 'Text', 'Old') + item('T2', 'Text', 'Older'));
  const files: Record<string, string> = {
    'Salt.scrivx': `<?xml version="1.0" encoding="UTF-8"?><ScrivenerProject Version="2.0"><Binder>${binder}</Binder></ScrivenerProject>`,
    'Files/Data/C1/content.rtf': rtf('The folder has words of its own.\\par'),
    'Files/Data/C1/synopsis.txt': 'Where the boats lie.',
    'Files/Data/S1/content.rtf': rtf('It was {\\i early} and {\\field{\\*\\fldinst{HYPERLINK "scrivcmt://N1"}}{\\fldrslt cold}}.\\par Caf\\\'e9 \\u8212\\\'97 closed.\\par'),
    'Files/Data/S1/content.comments': '<?xml version="1.0"?><Comments><Comment ID="N1" Footnote="Yes"><![CDATA[{\\rtf1\\ansi Minus two.}]]></Comment></Comments>',
    'Files/Data/S1/synopsis.txt': 'She waits.',
    'Files/Data/S1/notes.rtf': rtf('Check the tide.\\par'),
    'Files/Data/S2/content.rtf': rtf('Noon came.{\\field{\\*\\fldinst{HYPERLINK "scrivcmt://C9"}}{\\fldrslt  Late.}}\\par'),
    'Files/Data/S2/content.comments': '<?xml version="1.0"?><Comments><Comment ID="C9"><![CDATA[{\\rtf1\\ansi Too late?}]]></Comment></Comments>',
    'Files/Data/S3/content.rtf': rtf('Evening fell.\\par'),
    'Files/Data/T1/content.rtf': rtf('Thrown away.\\par'),
    'Settings/ui.plist': 'no writing',
  };
  return Object.entries(files).map(([path, text]) => ({ path, bytes: new Uint8Array(Buffer.from(text, 'latin1')) }));
}
