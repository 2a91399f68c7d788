/** What a scripted model can be like. It can be changed while the server runs. */
export type Mode =
  /** Answers as the test says, and keeps to the limit that it is given. */
  | { readonly kind: 'good' }
  | { readonly kind: 'slow'; readonly beforeFirstMs: number; readonly betweenMs: number }
  /** Sends so many pieces and then nothing until the client leaves. With `pieces: 0` not even the headers. */
  | { readonly kind: 'held'; readonly pieces: number }
  /** Sends so many pieces and then breaks the line. */
  | { readonly kind: 'dropped'; readonly pieces: number }
  /** Stops in the middle of the answer because of its length. */
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'empty' }
  /** JSON that is none. */
  | { readonly kind: 'malformed' }
  /** The right JSON in a frame of kind words. */
  | { readonly kind: 'prose' }
  | { readonly kind: 'wrong-language' }
  /** The model says no, or with `byFilter` a filter behind it stops its answer. */
  | { readonly kind: 'refusal'; readonly byFilter?: boolean }
  /** Ten times as long as it should be, whatever limit was asked for. */
  | { readonly kind: 'too-long' }
  /** HTML, script and a picture from elsewhere in everything that it says. */
  | { readonly kind: 'markup' }
  /** Puts words into the author's mouth. */
  | { readonly kind: 'made-up-quotes' }
  /** Sees only the end of what was sent, and tells it by its count alone. */
  | { readonly kind: 'short-sighted' }
  /** Does whatever a sentence that begins with “ignore”, “disregard” or “forget” in the messages says, and more. */
  | { readonly kind: 'obedient' }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'no-such-model' }
  /** `retryAfter` is sent as it is; without it the server does not say when to come back. */
  | { readonly kind: 'busy'; readonly retryAfter?: string }
  | { readonly kind: 'no-money' }
  /** Fails so often, and is good from then on. */
  | { readonly kind: 'storm'; readonly failures: number; readonly status?: number }
  /** Fails with an error inside an answer that had begun well. */
  | { readonly kind: 'failing-midway'; readonly pieces: number }
  /** The sign-in page of a hotel's network in place of any answer. */
  | { readonly kind: 'portal' }
  | { readonly kind: 'redirect'; readonly to: string };

/** A turn of a conversation as it came over the wire. */
export type HeardMessage = { readonly role: string; readonly content: string };

/** How an answer ends; `filtered` is a refusal by a filter in place of the model. */
export type Finish = 'stop' | 'length' | 'refused' | 'filtered';

/** What a server is going to do with one request. */
export type Plan =
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly finish: Finish;
      /** What part of the prompt the model claims to have seen. */
      readonly seen: number;
      readonly beforeFirstMs: number;
      readonly betweenMs: number;
      /** What happens after so many pieces in place of the rest. */
      readonly halt?: { readonly pieces: number; readonly how: 'hold' | 'drop' | 'fail' };
    }
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      readonly headers: SentHeaders;
    }
  | { readonly kind: 'page'; readonly status: number; readonly headers: SentHeaders; readonly body: string };

export type SentHeaders = Readonly<Record<string, string>>;

/** The tokens of a text by the rule that all scripted servers count with. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
