import type { Disk } from '../../src-main/files/disk';

/** What a disk can answer instead of doing its work. */
export const diskErrors = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EMFILE'] as const;
export type DiskError = (typeof diskErrors)[number];

/** Which operation fails: the k-th from now, that one alone or it and all after it. */
export type Fault = { readonly at: number; readonly code: DiskError; readonly forEver: boolean };

/** A disk that fails on demand. A write that fails leaves half of its bytes, as a full disk does. */
export function createFailingDisk(inner: Disk) {
  let fault: Fault | undefined;
  let count = 0;
  let failed = 0;

  function isDue(): boolean {
    count += 1;
    const isNow = fault !== undefined && (fault.forEver ? count >= fault.at : count === fault.at);
    if (isNow) failed += 1;
    return isNow;
  }

  function broken(): never {
    throw Object.assign(new Error(`planted ${fault?.code ?? ''}`), { code: fault?.code });
  }

  function step<A extends unknown[], T>(work: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
    return async (...args) => (isDue() ? broken() : work(...args));
  }

  const disk: Disk = {
    read: step(inner.read), list: step(inner.list), look: step(inner.look), makeFolder: step(inner.makeFolder),
    createOnce: step(inner.createOnce), rename: step(inner.rename), remove: step(inner.remove),
    syncFile: step(inner.syncFile), syncFolder: step(inner.syncFolder),
    async write(path, bytes) {
      if (!isDue()) return inner.write(path, bytes);
      await inner.write(path, bytes.subarray(0, bytes.length >> 1));
      return broken();
    },
    openAppend: step(async (path) => {
      const file = await inner.openAppend(path);
      return {
        async write(bytes) {
          if (!isDue()) return file.write(bytes);
          await file.write(bytes.subarray(0, bytes.length >> 1));
          return broken();
        },
        sync: step(file.sync),
        close: file.close,
      };
    }),
  };

  return {
    disk,
    /** From now on operations are counted, and fail as planned. */
    plan(next: Fault | undefined): void {
      fault = next;
      count = 0;
      failed = 0;
    },
    /** Operations since the last plan. */
    count: () => count,
    /** How many of them failed. */
    failed: () => failed,
  };
}
