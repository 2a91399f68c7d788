import { isOwnPage } from './guards';

/** The little of Electron's event that decides whether a call is answered. */
export type CallSource = {
  /** `null` once the frame has navigated or is gone. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
  readonly sender: { readonly id: number };
};

/** True when a call comes from the top frame of our own page in our own window. */
export function isOwnCall(source: CallSource, windowContentsId: number | undefined): boolean {
  const frame = source.senderFrame;
  return frame !== null && frame.parent === null && isOwnPage(frame.url) && source.sender.id === windowContentsId;
}
