/** What a desktop's file dialogs give the application: the paths an author picked, never one that the page named. */
export type Dialogs = {
  /** A folder for a library, or `null` when the author changed their mind. */
  readonly chooseFolder: () => Promise<string | null>;
  /** A picture or a manuscript to read, or `null`. */
  readonly chooseFile: (request: { readonly kind: 'image' | 'manuscript' }) => Promise<string | null>;
  /** Where to write a finished file, or `null`. The dialog itself asks before an existing file is replaced. */
  readonly chooseSaveFile: (request: {
    readonly suggestedName: string;
    /** Without the dot. */
    readonly extension: string;
  }) => Promise<string | null>;
};

/** Hands a file that the author picked in a dialog to the system. */
export type Opener = {
  /** Opens it with the system's application for its kind. */
  readonly openFile: (path: string) => Promise<void>;
  /** Shows it in the system's file browser. */
  readonly showFile: (path: string) => Promise<void>;
};

/** What a service may ask of the window it is shown in. */
export type WindowControl = {
  readonly toggleFullScreen: () => void;
  /** Lets the window go. Everything unsaved has been sent before this is called. */
  readonly quit: () => void;
};
