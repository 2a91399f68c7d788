import type { RoomName } from './room';

/** The shelves of the library. */
export type Shelf = 'active' | 'archived' | 'trash';

/** Where the window is. */
export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'book'; readonly bookId: string; readonly room: RoomName; readonly chapterId: string | null }
  | { readonly screen: 'activity' }
  | { readonly screen: 'settings' };

/** Where the window is and the book it came from, so that Settings and Activity lead back. */
export type Place = { readonly route: Route; readonly behind: Route };

/** The place a window opens at. */
export const firstPlace: Place = { route: { screen: 'library' }, behind: { screen: 'library' } };

/** Goes somewhere; Settings and Activity remember what lies behind them. */
export function goTo(place: Place, route: Route): Place {
  const isAside = route.screen === 'settings' || route.screen === 'activity';
  const wasAside = place.route.screen === 'settings' || place.route.screen === 'activity';
  return { route, behind: isAside && !wasAside ? place.route : place.behind };
}
