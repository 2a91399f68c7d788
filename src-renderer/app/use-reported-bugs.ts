import { useEffect, useEffectEvent } from 'react';

/** Reports what was thrown outside of rendering: in an event, a timer, a promise. */
export function useReportedBugs(report: (cause: unknown) => void): void {
  const latest = useEffectEvent(report);
  useEffect(() => {
    const onError = (event: ErrorEvent) => {
      // The browser's own notes, such as a resize that took a second pass, come without a cause.
      if (event.error instanceof Error) latest(event.error);
    };
    const onRejection = (event: PromiseRejectionEvent) => latest(event.reason);
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onRejection);
    return () => {
      window.removeEventListener('error', onError);
      window.removeEventListener('unhandledrejection', onRejection);
    };
  }, []);
}
