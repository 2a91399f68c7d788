import { useEffect, useState, type ComponentType } from 'react';

/** A component whose code is fetched when it is first shown, or before by `fetch`. */
export type Later<P> = ComponentType<P> & { readonly fetch: () => Promise<unknown> };

/**
 * Makes a component of code that is loaded later. Once it is there it is drawn like any other, at once; until then
 * nothing is. React's own `lazy` would show its fallback for a moment even when the code has long been fetched.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let loaded: ComponentType<P> | undefined;
  const fetch = async () => (loaded ??= await load());

  function WhenLoaded(props: P) {
    const [Shown, show] = useState(() => loaded);
    useEffect(() => {
      if (Shown) return;
      fetch().then(
        (code) => show(() => code),
        (cause: unknown) =>
          show(() => {
            throw cause; // to the screen's error boundary
          }),
      );
    }, [Shown]);
    return Shown ? <Shown {...props} /> : null;
  }
  return Object.assign(WhenLoaded, { fetch });
}
