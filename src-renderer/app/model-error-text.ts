import type { AnswerProblem, ModelError } from '../../src-shared/result';

/** What happened (and what is safe), and what to do next: two short sentences or groups of them. */
export type ErrorText = { readonly what: string; readonly next: string };

const usd = (amount: number): string => amount.toLocaleString('en', { style: 'currency', currency: 'USD' });

/** The words for what can go wrong between the author and a model. Nothing of the book is changed by any of it. */
export function modelErrorText(error: ModelError): ErrorText {
  switch (error.code) {
    case 'ai-off':
      return {
        what: 'The co-writer is off, so nothing was sent.',
        next: 'Go on without it, or turn it on in Settings.',
      };
    case 'ai-not-set-up':
      return { what: missingText[error.missing], next: 'Choose one in Settings, under Co-writer.' };
    case 'ai-consent-needed':
      return {
        what: `You have not allowed Longhand to send your words to ${error.origin}. Nothing was sent.`,
        next: 'Allow it in Settings, or choose a model on this computer.',
      };
    case 'ai-nothing-to-send':
      return {
        what: 'Everything that could be sent is private, so nothing was.',
        next: 'Write or answer something that may be shared.',
      };
    case 'ai-price-unknown':
      return {
        what: `What ${error.model} costs is not known, so nothing was sent.`,
        next: 'Enter its price in Settings, under Co-writer.',
      };
    case 'ai-budget':
      return {
        what: `This could go over your limit of ${usd(error.capUsd)} ${capWords[error.cap]} (${usd(error.spentUsd)} spent). Nothing was sent.`,
        next: 'Raise the limit in Settings, or go on without the co-writer.',
      };
    case 'ai-unreachable':
      return reachText[error.reason](error.host);
    case 'ai-key-refused':
      return { what: `${error.host} did not accept the key.`, next: 'Enter it again in Settings, under Co-writer.' };
    case 'ai-no-such-model':
      return { what: `The server has no model called “${error.model}”.`, next: 'Choose another one in Settings.' };
    case 'ai-no-images':
      return {
        what: `${error.host} makes no pictures.`,
        next: 'Design the cover with its drawings or a picture of your own, or choose another server in Settings.',
      };
    case 'ai-busy':
      return {
        what: 'The server has too much to do at the moment.',
        next: `Try again in ${Math.max(1, Math.ceil(error.retryAfterSeconds))} seconds.`,
      };
    case 'ai-server-failed':
      return {
        what: `${error.host} could not answer (error ${error.status}). Your book is as it was.`,
        next: 'Try again, or go on without the co-writer.',
      };
    case 'ai-paused':
      return {
        what: `${error.host} failed several times, so Longhand leaves it alone for a moment.`,
        next: 'Try again in half a minute, or go on without the co-writer.',
      };
    case 'ai-elsewhere':
      return {
        what: 'Another Longhand on this computer is using the co-writer, so nothing was sent.',
        next: 'Go on there, or close it and try again.',
      };
    case 'ai-answer':
      return answerText[error.problem];
  }
}

const capWords = { book: 'for this book', day: 'a day', month: 'a month' } as const;

const missingText = {
  server: 'The co-writer has no server to ask yet.',
  model: 'No model is chosen yet.',
  'image-model': 'No model for pictures is chosen yet.',
} as const;

const reachText = {
  'no-server': (host: string) => ({
    what: `Nobody answers at ${host}.`,
    next: 'Start the server or check its address in Settings, or go on without the co-writer.',
  }),
  timeout: (host: string) => ({
    what: `${host} took too long to answer. Your book is as it was.`,
    next: 'Try again; a large model can need a minute to load.',
  }),
  dropped: (host: string) => ({
    what: `The line to ${host} broke off in the middle. Your book is as it was.`,
    next: 'Try again.',
  }),
  certificate: (host: string) => ({
    what: `${host} could not prove who it is, so nothing was sent.`,
    next: 'Check the address in Settings.',
  }),
} as const;

const again = 'Your book is as it was. Try again, or choose another model in Settings.';

const answerText: Readonly<Record<AnswerProblem, ErrorText>> = {
  'cut-off': {
    what: 'The answer was cut off before its end, so it was not used.',
    next: 'Ask for less at once, or allow longer answers in Settings.',
  },
  empty: { what: 'The model answered nothing.', next: again },
  malformed: { what: 'The answer could not be read, even at the second try.', next: again },
  prose: { what: 'The model talked instead of doing the task, even at the second try.', next: again },
  refused: {
    what: 'The model declined to answer.',
    next: 'Your book is as it was. Another model may see it differently.',
  },
  'wrong-language': { what: 'The answer came in another language than your book’s.', next: again },
  'too-long': { what: 'The answer did not stop, so it was ended and not used.', next: again },
  'not-a-picture': { what: 'What came back is no picture that can be used.', next: again },
  'prompt-cut': {
    what: 'The model could not take in everything that was sent, so nothing of it was used.',
    next: 'Choose a model with a larger context, or ask about less at once.',
  },
};
