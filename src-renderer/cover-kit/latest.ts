/** Does one thing after the other for each place; of those that wait, only the last is done. */
export function createLatest<T>() {
  type Wish = { readonly work: () => Promise<T>; readonly answer: (value: Promise<T> | null) => void };
  const busy = new Map<string, { next: Wish | undefined }>();

  async function run(place: string, first: Wish): Promise<void> {
    const slot: { next: Wish | undefined } = { next: first };
    busy.set(place, slot);
    while (slot.next) {
      const { work, answer } = slot.next;
      slot.next = undefined;
      const done = work();
      answer(done);
      await done.catch(() => undefined); // whoever asked has the failure
    }
    busy.delete(place);
  }

  /** Gives what `work` gives, or `null` when the place asked for something newer before it was begun. */
  return (place: string, work: () => Promise<T>): Promise<T | null> =>
    new Promise((resolve) => {
      const wish: Wish = { work, answer: resolve };
      const slot = busy.get(place);
      if (!slot) {
        void run(place, wish);
        return;
      }
      slot.next?.answer(null);
      slot.next = wish;
    });
}
