import 'react';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can add to React's
  interface CSSProperties {
    /** Custom properties: React sets them through the CSS object model, which the content policy allows. */
    [name: `--${string}`]: string | number | undefined;
  }
}
