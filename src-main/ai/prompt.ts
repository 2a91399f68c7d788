import type { CoWriterTask } from '../../src-shared/domain/co-writer';
import type { Message } from './model-client';

/** The names that stand in double braces in a text. */
type NamesIn<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** What a model is told for a task, with places to be filled. `version` goes up with every change of its words. */
export type Prompt<Name extends string> = {
  readonly task: CoWriterTask;
  readonly version: number;
  readonly system: string;
  readonly user: string;
  /** Only for the compiler: the places of both texts. */
  readonly names?: Name;
};

/** A prompt as it was filled for one request. */
export type FilledPrompt = {
  readonly task: CoWriterTask;
  readonly version: number;
  readonly messages: readonly Message[];
};

/** Makes a prompt; its places are read from its texts, so that none can be forgotten when it is filled. */
export function definePrompt<const System extends string, const User extends string>(prompt: {
  readonly task: CoWriterTask;
  readonly version: number;
  readonly system: System;
  readonly user: User;
}): Prompt<NamesIn<System> | NamesIn<User>> {
  return prompt;
}

const place = /\{\{([a-zA-Z]+)\}\}/gu;

/** Fills every place of a prompt, each once: what is put in is never read for places again. */
export function fillPrompt<Name extends string>(
  prompt: Prompt<Name>,
  values: Readonly<Record<Name, string>>,
): FilledPrompt {
  const byName: Readonly<Record<string, string>> = values;
  const fill = (text: string): string =>
    text.replace(place, (_, name: string) => {
      const value = byName[name];
      if (value === undefined) throw new Error(`The prompt for ${prompt.task} has no value for “${name}”.`);
      return value;
    });
  const { task, version } = prompt;
  return {
    task,
    version,
    messages: [
      { role: 'system', content: fill(prompt.system) },
      { role: 'user', content: fill(prompt.user) },
    ],
  };
}
