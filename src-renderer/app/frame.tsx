import { useState } from 'react';
import { ErrorBoundary } from './error-boundary';
import { useClient } from './client-context';
import { BookScreen } from './book-screen';
import { firstPlace, goTo, type Place, type Route } from './route';

/** The window: one screen at a time. */
export function Frame() {
  const client = useClient();
  const [place, setPlace] = useState<Place>(firstPlace);
  const go = (route: Route) => setPlace((last) => goTo(last, route));
  const report = () => void client.call('app.reportError', { name: 'ScreenFailed', stack: '' });
  return (
    <ErrorBoundary key={JSON.stringify(place.route)} onError={report}>
      {place.route.screen === 'book' ? <BookScreen route={place.route} onGo={go} /> : <main />}
    </ErrorBoundary>
  );
}
