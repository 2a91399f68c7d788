import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for as long as the component lives, doing what the newest one does. */
export function useSteady<A extends readonly unknown[]>(act: (...values: A) => void): (...values: A) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...values: A) => latest.current(...values), []);
}
