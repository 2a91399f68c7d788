import { useCallback, useState } from 'react';

/** A small preference of this machine, such as a pane's width. `parse` answers `null` for what it cannot use. */
export function useRemembered<V>(key: string, fallback: V, parse: (raw: unknown) => V | null): [V, (value: V) => void] {
  const [value, setValue] = useState<V>(() => readRemembered(key, parse) ?? fallback);
  const remember = useCallback(
    (next: V) => {
      setValue(next);
      writeRemembered(key, next);
    },
    [key],
  );
  return [value, remember];
}

/** Reads a preference, or `null` when there is none that can be used. */
function readRemembered<V>(key: string, parse: (raw: unknown) => V | null): V | null {
  const text = localStorage.getItem(`longhand.${key}`);
  if (text === null) return null;
  try {
    return parse(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** Keeps a preference for the next start. */
function writeRemembered(key: string, value: unknown): void {
  localStorage.setItem(`longhand.${key}`, JSON.stringify(value));
}

/** Accepts `true` and `false`. */
export const asBoolean = (raw: unknown): boolean | null => (typeof raw === 'boolean' ? raw : null);

/** Accepts a number, brought between two limits. */
export const asNumberBetween =
  (least: number, most: number) =>
  (raw: unknown): number | null =>
    typeof raw === 'number' && Number.isFinite(raw) ? Math.min(most, Math.max(least, raw)) : null;

/** Accepts one of the given words. */
export const asOneOf =
  <T extends string>(words: readonly T[]) =>
  (raw: unknown): T | null =>
    words.find((word) => word === raw) ?? null;
