import { lazy } from 'react';

/** The code of the rooms, loaded when a room is first shown or in an idle moment before, in this order. */
export const loadRoom = {
  brief: async () => ({ default: (await import('../features/brief/brief-room')).BriefRoom }),
  write: async () => ({ default: (await import('../features/write/write-room')).WriteRoom }),
  editor: () => import('../features/write/chapter-session'),
  outline: async () => ({ default: (await import('../features/outline/outline-room')).OutlineRoom }),
  interview: async () => ({ default: (await import('../features/interview/interview-room')).InterviewRoom }),
  publish: async () => ({ default: (await import('../features/publish/publish-room')).PublishRoom }),
} as const;

export const BriefRoom = lazy(loadRoom.brief);
export const WriteRoom = lazy(loadRoom.write);
export const OutlineRoom = lazy(loadRoom.outline);
export const InterviewRoom = lazy(loadRoom.interview);
export const PublishRoom = lazy(loadRoom.publish);
