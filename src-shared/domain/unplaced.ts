/** The parent of chapters that lost their place in the outline. Their text is whole; exports leave them out and say so. */
export const unplaced = 'unplaced';
