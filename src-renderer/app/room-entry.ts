import type { ReactNode } from 'react';
import type { CommandId } from '../../src-shared/commands';
import type { RoomName } from './room';

/** A room as the navigator lists it. */
export type RoomEntry = {
  readonly name: RoomName;
  readonly title: string;
  readonly command: CommandId;
  readonly icon: ReactNode;
};
