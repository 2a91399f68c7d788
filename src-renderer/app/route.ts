import type { Passage } from '../editor-kit/find-passage';
import type { RoomName } from './room';

/** A room of an open book, with the chapter chosen in the tree, and the passage or question to show of it. */
export type BookRoute = {
  readonly screen: 'book';
  readonly bookId: string;
  readonly room: RoomName;
  readonly chapterId: string | null;
  readonly passage?: Passage | null;
  readonly questionId?: string | null;
  readonly part?: 'words' | null;
};

/** The tabs of Activity. */
type ActivityTab = 'tasks' | 'spending' | 'problems' | 'diagnostics';

/** Where the window is. */
export type Route =
  | { readonly screen: 'library' }
  | BookRoute
  | { readonly screen: 'activity'; readonly tab: ActivityTab }
  | { readonly screen: 'settings' };

/** Where the window is and what lies behind it, so that Settings and Activity lead back. */
export type Place = { readonly route: Route; readonly behind: Route };

/** The place a window opens at. */
export const firstPlace: Place = { route: { screen: 'library' }, behind: { screen: 'library' } };

const isAside = (route: Route): boolean => route.screen === 'settings' || route.screen === 'activity';

/** Goes somewhere; Settings and Activity remember what lies behind them. */
export function goTo(place: Place, route: Route): Place {
  return { route, behind: isAside(route) && !isAside(place.route) ? place.route : place.behind };
}
