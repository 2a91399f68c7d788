import { fetchManuscriptItalic } from './first-paint';
import { later } from './later';

export const BriefRoom = later(async () => (await import('../features/brief/brief-room')).BriefRoom);
export const OutlineRoom = later(async () => (await import('../features/outline/outline-room')).OutlineRoom);
export const InterviewRoom = later(async () => (await import('../features/interview/interview-room')).InterviewRoom);
export const WriteRoom = later(async () => {
  fetchManuscriptItalic();
  return (await import('../features/write/write-room')).WriteRoom;
});
export const PublishRoom = later(async () => (await import('../features/publish/publish-room')).PublishRoom);

/** Fetches the code of the rooms, what is wanted first, first. */
export const roomFetches: readonly (() => Promise<unknown>)[] = [
  BriefRoom.fetch,
  WriteRoom.fetch,
  () => import('../features/write/chapter-session'),
  OutlineRoom.fetch,
  InterviewRoom.fetch,
  PublishRoom.fetch,
];
